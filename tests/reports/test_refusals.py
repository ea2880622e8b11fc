"""No file leaves without the recommendation and urgent help."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.report import guard
from decision_aid.report.editions import PATIENT
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.typesetting import typeset
from decision_aid.summary.models import Quoted, Summary
from decision_aid.wording import Sentence
from tests import papers
from tests.reports.reading import FORMS, Form, seen


def without(summary: Summary, lost: str) -> Summary:
    """The summary as it would be set if a template lost something."""
    advice, urgent = summary.recommendation, summary.urgent_help
    one = advice.quoted[0]
    words = replace(one.words, text="It should perhaps not be used.")
    if lost == "urgent help":
        return replace(summary, urgent_help=replace(urgent, passages=()))
    if lost == "its heading":
        return replace(summary, urgent_help=replace(urgent, heading="Good to know"))
    quoted = {
        "a quotation": (),
        "a quotation's words": (replace(one, words=words),),
        "who said it": (Quoted("Somebody", one.words, one.beside),),
    }
    return replace(summary, recommendation=replace(advice, quoted=quoted[lost]))


LOST = ["urgent help", "its heading", "a quotation", "a quotation's words", "who said it"]


@pytest.mark.parametrize("lost", LOST)
def test_a_file_that_lost_something_is_refused(summary: Summary, lost: str) -> None:
    less = without(summary, lost)
    with pytest.raises(IncompleteReport):
        guard.check_html(papers.html(less), summary)
    with pytest.raises(IncompleteReport):
        guard.check_text(papers.text(less), summary)
    with pytest.raises(IncompleteReport):
        guard.check_pdf(typeset(less, PATIENT, "a4"), summary)


BROKEN = {
    "html": ("{{ quotations(quoted) -}}", ""),
    "txt": ("summary.urgent_help.runs", "[]"),
    "pdf": ("#one.words.text", "…"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_template_that_drops_a_part_makes_no_file(
    form: Form, summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "reports"
    shutil.copytree(paths.reports(), templates)
    name = "sheet.typ" if form == "pdf" else f"sheet.{form}.j2"
    source = (templates / name).read_text(encoding="utf-8")
    before, after = BROKEN[form]
    assert before in source
    (templates / name).write_text(source.replace(before, after), encoding="utf-8")
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    with pytest.raises(IncompleteReport):
        seen(form, summary)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<div hidden><p>{}</p></div>",
        '<p style="display:none">{}</p>',
        "<style>{}</style>",
        "<template>{}</template>",
        "<!-- {} -->",
        '<p title="{}"></p>',
    ],
)
def test_what_a_page_hides_does_not_count(summary: Summary, hidden: str) -> None:
    said = "This procedure should not be used."
    page = papers.html(summary)
    with pytest.raises(IncompleteReport):
        guard.check_html(page.replace(said, hidden.format(said)), summary)


def test_words_that_no_font_can_print_are_refused_rather_than_printed_as_boxes(
    summary: Summary,
) -> None:
    advice = summary.recommendation
    chinese = replace(advice.quoted[0], words=Sentence("不应使用", "p9", ("nice-2019",)))
    foreign = replace(summary, recommendation=replace(advice, quoted=(chinese,)))
    assert "不应使用" in papers.html(foreign)
    with pytest.raises(IncompleteReport):
        papers.pdf(foreign, "a4")
