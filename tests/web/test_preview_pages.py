"""What an author sees of a file in a browser: each load looks at what was saved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from decision_aid import paths
from decision_aid.content.load import load
from decision_aid.languages import Languages
from decision_aid.preview.application import make_application
from tests.conftest import clock
from tests.web.visiting import ByForm, application, begin

TESTS = Path(__file__).parents[1]
RIGHT, WRONG = "type: rating, text: How sure", "type: raitng, text: How sure"
READY = "text: Do you feel ready?\n"
EVIDENCE = """\
| Id | Fact | Kind |
|---|---|---|
| <a id="e1"></a>**E1** | Of 111 people *72* had it. | Fair trial |
"""

Open = Callable[..., TestClient]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A sound aid in a file that somebody writes."""
    path = tmp_path / "questions.yaml"
    shutil.copy(TESTS / "check" / "sound.yaml", path)
    return path


@pytest.fixture
def preview() -> Iterator[Open]:
    """Opens the preview of a file, any number of times, and closes them all."""
    opened: list[TestClient] = []

    def begin(content: Path, answers: Path | None = None) -> TestClient:
        opened.append(TestClient(make_application(content, answers, clock=clock)))
        return opened[-1].__enter__()

    yield begin
    for one in opened:
        one.__exit__()


def seen(client: TestClient, address: str = "/") -> str:
    """The words of a page, as they are read."""
    return words_of(client.get(address).text)


def words_of(html: str) -> str:
    body = html.partition("<body>")[2] or html
    return " ".join(unescape(re.sub("<[^>]*>", " ", body)).split())


def change(content: Path, old: str, new: str) -> int:
    """Save the file with other words in it; the line that they stand in."""
    text = content.read_text(encoding="utf-8")
    assert old in text
    content.write_text(text.replace(old, new), encoding="utf-8")
    return text.split(old)[0].count("\n") + 1


# --- faults ---------------------------------------------------------------------------------------


def test_what_does_not_load_is_told_by_line_with_its_text_and_the_remedy(
    content: Path, preview: Open
) -> None:
    line = change(content, RIGHT, WRONG)
    said = seen(preview(content))
    assert f"questions.yaml:{line}" in said
    assert "type: raitng, text: How sure do you feel?" in said
    assert "Do this: Did you mean 'rating'?" in said
    assert "are shown here once this is mended" in said


def test_a_faulty_version_shows_its_faults_and_the_last_pages_that_were_good(
    content: Path, preview: Open
) -> None:
    client = preview(content)
    assert "How sure do you feel?" in seen(client)
    change(content, RIGHT, WRONG.replace("How sure", "How brave"))
    said = seen(client)
    assert "Did you mean 'rating'?" in said
    assert "shown as they were before" in said
    assert "How brave" not in said.partition("The sheet")[2]
    page = seen(client, "/question/sure")
    assert "questions.yaml has faults now." in page
    assert "How sure do you feel?" in page
    change(content, WRONG.replace("How sure", "How brave"), RIGHT.replace("How sure", "How glad"))
    page = seen(client, "/question/sure")
    assert "How glad do you feel?" in page
    assert "has faults" not in page


def test_what_the_rules_find_stands_under_its_line(content: Path, preview: Open) -> None:
    line = change(content, "body: [There is more.]", "body: [It is a thrombosis.]")
    client = preview(content)
    said = seen(client, "/found")
    assert f"questions.yaml:{line}" in said
    assert "'thrombosis' is not explained" in said
    html = client.get("/question/more_note").text
    at_line = html.partition(f'id="line-{line}"')[2].partition("</li>")[0]
    assert "It is a thrombosis." in words_of(at_line)
    assert "'thrombosis' is not explained" in unescape(at_line)
    assert f'href="/question/more_note#line-{line}"' in client.get("/").text
    change(content, "It is a thrombosis.", "There is more.")
    assert "thrombosis" not in seen(client, "/found")


def test_a_fault_of_some_answers_alone_comes_with_those_answers(
    content: Path, preview: Open
) -> None:
    change(content, READY, f"{READY}        when: {{who: me}}\n")
    change(
        content, "type: rating, text: How sure", "type: rating, when: {who: you}, text: How sure"
    )
    said = seen(preview(content), "/found")
    assert "two questions share out the answers of a question" in said
    assert "These answers show it, as a file for --answers who: null" in said


def test_a_sound_file_is_said_to_be_one_once_every_rule_has_looked(
    content: Path, preview: Open
) -> None:
    client = preview(content)
    assert "Nothing was found that is wrong." not in seen(client)
    assert "Nothing was found that is wrong." in seen(client, "/found")
    assert "Nothing was found that is wrong." in seen(client)


def test_a_file_that_is_away_for_a_moment_is_no_fault(content: Path, preview: Open) -> None:
    client, other = preview(content), content.with_suffix(".new")
    assert "Ready" in seen(client) or "ready" in seen(client)
    content.rename(other)
    assert "questions.yaml is not there at the moment." in seen(client)
    assert "Do you feel ready?" in seen(client, "/question/ready")
    other.rename(content)
    assert "not there" not in seen(client)


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"title: [", b"", b"- 1\n"])
def test_what_is_no_yaml_of_an_aid_has_a_page_too(raw: bytes, content: Path, preview: Open) -> None:
    content.write_bytes(raw)
    answer = preview(content).get("/")
    assert answer.status_code == 200
    assert "Do this: " in words_of(answer.text)


# --- a question -----------------------------------------------------------------------------------


def test_a_question_is_drawn_as_the_browser_edition_draws_it(content: Path, preview: Open) -> None:
    aid = load(content)
    with TestClient(application(Languages(("en",), lambda _code: aid))) as visiting:
        real = fieldset(begin(visiting, "row:start").html)
    assert "Who is this for?" in real
    assert fieldset(preview(content).get("/question/who").text) == real.replace(" autofocus", "")


def fieldset(html: str) -> str:
    return html.partition("<fieldset>")[2].partition("</form>")[0].partition("<footer")[0]


@pytest.mark.parametrize("folder", [paths.data_folder(), TESTS / "second_aid", TESTS / "third_aid"])
def test_each_question_of_an_aid_can_be_seen(folder: Path, preview: Open) -> None:
    client = preview(folder / "questions.yaml")
    names = dict.fromkeys(re.findall('href="/question/([^"#]+)"', client.get("/").text))
    assert len(names) > 10
    for name in names:
        answer = client.get(f"/question/{name}")
        assert answer.status_code == 200, name
        assert '<div class="drawn">' in answer.text, name
        assert answer.text.count("<h1") == 1, name
        assert not re.search("built-in| at 0x", answer.text), name


def test_the_lines_of_a_question_end_before_what_belongs_to_the_next(
    content: Path, preview: Open
) -> None:
    comment = "      # What matters comes next.\n\n      - id: matters"
    line = change(content, "      - id: matters", comment)
    client = preview(content)
    assert f"Lines {line - 4} to {line - 1} of the file" in seen(client, "/question/who")
    assert "What matters comes next" not in seen(client, "/question/who")
    assert f"Lines {line + 2} to " in seen(client, "/question/matters")


def test_who_is_asked_is_told_by_condition_and_by_the_fewest_answers(
    content: Path, preview: Open
) -> None:
    change(content, READY, f"{READY}        when: {{who: you}}\n")
    client = preview(content)
    said = seen(client, "/question/ready")
    assert "Whoever this is true of is asked: who is “For you”." in said
    assert "For the fewest answers that lead here." in said
    assert "Who is this for? For you" in said
    assert "ready, not asked for these answers" in seen(client)
    assert "Everybody is asked." in seen(client, "/question/who")


def test_what_nobody_reaches_is_said_not_to_be_reached(content: Path, preview: Open) -> None:
    change(content, READY, f"{READY}        when: {{all: [{{who: you}}, {{who: me}}]}}\n")
    said = seen(preview(content), "/question/ready")
    assert "No answers were found that lead here" in said
    assert "text: Do you feel ready?" in said, "its lines"


def test_answers_of_a_file_decide_what_is_seen(
    content: Path, tmp_path: Path, preview: Open
) -> None:
    change(content, READY, f"{READY}        when: {{who: me}}\n")
    answers = tmp_path / "somebody.yaml"
    answers.write_text("who: me\nsure: 4\n", encoding="utf-8")
    client = preview(content, answers)
    page = client.get("/question/sure").text
    assert "For the answers in somebody.yaml." in page
    assert re.search('value="4" checked', page)
    assert "For me" in seen(client, "/question/ready").partition("shown for")[2]
    first = seen(client)
    assert re.search(r"ready, screen \d for these answers", first)
    assert "How sure do you feel? 4 / 5" in first.partition("The path for these answers")[2]


def test_answers_that_are_not_taken_are_told_by_line_and_the_questions_stay(
    content: Path, tmp_path: Path, preview: Open
) -> None:
    answers = tmp_path / "somebody.yaml"
    answers.write_text("who: me\nready: maybe\n", encoding="utf-8")
    said = seen(preview(content, answers))
    assert "somebody.yaml:2" in said
    assert "ready: maybe" in said
    assert "somebody.yaml has faults, so no answers are used." in said
    assert "Who is this for?" in said


def test_what_a_question_rests_on_is_told_to_the_row_of_evidence(
    content: Path, preview: Open
) -> None:
    (content.parent / "docs").mkdir()
    (content.parent / "docs" / "evidence.md").write_text(EVIDENCE, encoding="utf-8")
    row = next(one.rows[0] for one in load(content).sources if one.id == "trial-2018")
    change(content, f"rows: [{row}", "rows: [E1")
    client = preview(content)
    said = seen(client, "/question/trial_note").partition("What it rests on")[2]
    assert "One fair trial looked at this." in said
    assert "E1 Of 111 people 72 had it." in said
    assert "With the balloon: 42 of 100 did better" in said, "of its picture"
    assert "None of its sentences names a source." in seen(client, "/question/who")


def test_the_buttons_lead_to_the_questions_beside_it(content: Path, preview: Open) -> None:
    person = ByForm(preview(content))
    person.open("/question/matters")
    person.send("row:take", ["proof"])
    assert "What else matters to you?" in person.html
    person.send("press:pass_over")
    assert "Do you feel ready?" in person.html
    for _ in range(3):
        person.send("press:back")
    assert "Who is this for?" in person.html


def test_the_buttons_show_what_they_open(content: Path, preview: Open) -> None:
    person = ByForm(preview(content))
    person.open("/question/trial_note")
    person.send("row:picture")
    assert "<svg" in person.html
    assert "What a trial found" in person.html, "its lines stand there still"
    person.send("row:close")
    assert "<svg" not in person.html
    person.open("/question/who")
    person.send("row:take")
    assert "Please choose one answer." in person.html
    person.send("press:overview")
    assert "Where you are, and where you can go" in person.html
    person.open("/question/who")
    person.send("press:summary")
    for link in re.findall('href="(/summary[^"]*)"', person.html):
        assert person.client.get(link).status_code == 200, link


def test_no_text_of_the_file_is_read_as_markup(content: Path, preview: Open) -> None:
    script = "<script>alert(1)</script>"
    change(content, READY, f'text: "Ready {script}?"\n')
    client = preview(content)
    for address in ("/", "/question/ready", "/found"):
        html = client.get(address).text
        assert "&lt;script&gt;" in html
        assert "<script" not in html
    change(content, "type: rating", f'"{script}": rating')
    html = client.get("/").text
    assert "&lt;script&gt;" in html
    assert "<script" not in html


# --- the sheet, and the rest ----------------------------------------------------------------------


def test_the_sheet_is_there_as_page_and_pdf(content: Path, tmp_path: Path, preview: Open) -> None:
    answers = tmp_path / "somebody.yaml"
    answers.write_text("who: me\n", encoding="utf-8")
    client = preview(content, answers)
    page = client.get("/sheet")
    assert "What helps me?" in words_of(page.text)
    assert "default-src 'none'" in page.headers["content-security-policy"]
    pdf = client.get("/summary/pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["content-disposition"].endswith('-2026-11-20.pdf"')
    change(content, "says: What helps me?", "says: What helps me now?")
    assert "What helps me now?" in words_of(client.get("/sheet").text)


def test_what_is_not_in_the_file_is_said_not_to_be(content: Path, preview: Open) -> None:
    client = preview(content)
    for address in ("/question/redy", "/nowhere", "/summary/doc", "/fonts/none.woff2"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "This is not in the file" in answer.text
    assert client.post("/visit", content=b"page=x").status_code == 400
    content.write_text("title: [", encoding="utf-8")
    assert preview(content).get("/sheet").status_code == 404


def test_the_pages_speak_the_language_of_the_aid(tmp_path: Path, preview: Open) -> None:
    text = (TESTS / "check" / "sound.yaml").read_text(encoding="utf-8")
    path = tmp_path / "questions.yaml"
    path.write_text(text.replace("language: en", "language: fr"), encoding="utf-8")
    client = preview(path)
    assert '<html lang="fr">' in client.get("/question/who").text
    assert "C’est demandé à tout le monde." in seen(client, "/question/who")
