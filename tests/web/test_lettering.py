"""What is set as HTML: numbers can be called, years stay together, and nothing else is touched."""

from __future__ import annotations

import pytest

from decision_aid.calls import Call
from decision_aid.spoken import Spoken
from decision_aid.web.lettering import set_text

CALL = Call(5, 8)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("In 2011-12 they said", ["2011-12"]),
        ("from 2009-2010, and 2013-19.", ["2009-2010", "2013-19"]),
        ("1-844-859-6789 and 10.1001/2011-12-3", []),
        ("NCT2011-12x", []),
    ],
)
def test_a_span_of_years_is_never_broken_at_its_hyphen(text: str, together: list[str]) -> None:
    said = text
    for years in together:
        said = said.replace(years, f'<span class="whole">{years}</span>')
    assert set_text(text) == said


def test_a_number_is_a_link_that_a_telephone_follows() -> None:
    assert set_text("Call 999 now", [CALL]) == 'Call <a href="tel:999">999</a> now'
    write = [Call(5, 10, "text")]
    assert set_text("Text 85258", write) == 'Text <a href="sms:85258">85258</a>'
    words = "your local number"
    assert set_text(f"Call {words}", [Call(5, 5 + len(words))]) == f"Call {words}", "no figures"


def test_whatever_stands_around_a_number_is_escaped() -> None:
    said = set_text("Call 999 <b onclick=go>&", [CALL])
    assert said == 'Call <a href="tel:999">999</a> &lt;b onclick=go&gt;&amp;'


def test_what_is_in_another_language_is_marked_and_its_number_can_be_called() -> None:
    said = Spoken((("Dites : ", ""), ("Call 999 in 2011-12", "en"), (" <ici>", "")))
    number = Call(len("Dites : Call "), len("Dites : Call 999"))
    years = '<span class="whole">2011-12</span>'
    assert set_text(said, [number]) == (
        f'Dites : <span lang="en">Call <a href="tel:999">999</a> in {years}</span> &lt;ici&gt;'
    )
