"""Whatever is sent to a visit, in any order, the person stands on a whole page and can go on."""

from __future__ import annotations

import re
from collections import defaultdict
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from decision_aid.start import Start
from tests.bilingual import languages_of
from tests.test_third_aid import THIRD
from tests.web.gallery import SECOND_AID
from tests.web.visiting import application

AIDS = [languages_of(SECOND_AID / "questions.yaml"), languages_of(THIRD)]
"""Between them they have every kind of question, and the third speaks French too."""
FORGED = (
    "", "row:", "row:nobody", "row:start", "row:take", "row:go:own_words", "row:lock", "row:code",
    "write:", "press:back", "press:go_on", "press:pass_over", "press:summary", "press:overview",
    "press:sources", "press:language", "press:written_down", "press:notes", "clear:", "x:y",
)  # fmt: skip
TEXT = st.one_of(st.sampled_from(["", "6", "2020-02-29", "four quiet words"]), st.text())
Form = dict[str, list[str]]


@st.composite
def forms(draw: st.DrawFn, html: str) -> Form:
    """What can be sent from that page, and more: any of its marks, any text, any button."""
    boxes = re.findall('name="(mark[^"]*)" value="([^"]*)"', html)
    buttons = [unescape(one) for one in re.findall('name="do" value="([^"]*)"', html)]
    form: Form = defaultdict(list)
    marks = draw(st.lists(st.sampled_from([*boxes, ("mark", "nobody")]), max_size=4))
    for name, value in (*marks, *re.findall('type="hidden" name="(.*?)" value="(.*?)"', html)):
        form[name].append(unescape(value))
    form["do"].append(draw(st.sampled_from([*buttons, *buttons, *FORGED])))
    form["text"].append(draw(TEXT))
    return form


@settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.data())
def test_whatever_is_sent_a_whole_page_follows(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        place = str(Path(folder) / "kept") if data.draw(st.booleans()) else None
        app = application(data.draw(st.sampled_from(AIDS)), Start(place=place))
        with TestClient(app) as client:
            html = client.get("/").text
            for _ in range(data.draw(st.integers(1, 25))):
                answer = client.post("/visit", data=data.draw(forms(html)))
                html = answer.text
                assert answer.status_code == 200
                assert html.count("<h1 ") == 1
                if answer.url.path == "/cleared":
                    assert len(app.state.visitors) == 0
                    return
                if answer.url.path == "/urgent":
                    html = client.get("/visit").text
                assert 'name="do"' in html
