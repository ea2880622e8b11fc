"""What holds for every edition: the advice is on it, and it is made of its own summary."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.check.rule import Subject
from decision_aid.check.rules.papers import advice_not_hidden, advice_surely_printed, paper_dated
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.report.files import names_for
from decision_aid.report.guard import IncompleteReport
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import (
    GOLDEN,
    folded,
    sizes,
)


def test_every_template_surely_prints_the_advice_and_hides_none_of_it(aid: DecisionAid) -> None:
    subject = Subject(aid, paths.reports(), ON)
    for look in (advice_surely_printed, advice_not_hidden, paper_dated):
        assert list(look(subject)) == []
    names = {path.name for path in paths.reports().iterdir()}
    assert {"staff.html.j2", "staff.txt.j2", "staff.typ", "large-print.css", "staff.css"} <= names


BROKEN: dict[str, tuple[str, str]] = {
    "html": ("summary.urgent_help.runs", "[]"),
    "txt": ("one.words.text", "''"),
    "pdf": ("#one.words.text", "…"),
}


@pytest.mark.parametrize("form", ["html", "txt", "pdf"])
@pytest.mark.parametrize("edition", ["large-print", "staff"])
def test_no_edition_leaves_without_the_advice(
    form: str, edition: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    aid = load(GOLDEN / "mini.yaml")
    staff = edition == "staff"
    summary = make_staff_summary(aid, {}, ON) if staff else make_summary(aid, {}, ON)
    templates = tmp_path / "reports"
    shutil.copytree(paths.reports(), templates)
    kind = "typ" if form == "pdf" else f"{form}.j2"
    path = templates / f"{'staff' if staff else 'sheet'}.{kind}"
    source = path.read_text(encoding="utf-8")
    before, after = BROKEN[form]
    assert before in source
    path.write_text(source.replace(before, after), encoding="utf-8")
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    with pytest.raises(IncompleteReport):
        rendered(summary, form, "a4", edition)


def test_an_edition_is_made_of_its_own_summary_only(patient: Summary, staff: StaffSummary) -> None:
    wrong: list[tuple[Summary | StaffSummary, str, str]] = [
        (patient, "pdf", "staff"),
        (staff, "pdf", "patient"),
        (staff, "html", "large-print"),
        (patient, "line", "patient"),
    ]
    for summary, form, edition in wrong:
        with pytest.raises(TypeError):
            rendered(summary, form, "a4", edition)


def test_out_of_date_stands_across_the_staff_s_page_too(staff: StaffSummary) -> None:
    old = replace(staff, warning="This guide is out of date.", out_of_date=True)
    assert 64.0 in sizes(papers.pdf(old, "a4"))
    assert folded(papers.text(old)).startswith("Thisguideisoutofdate.")


def test_the_trace_of_the_staff_s_copy_names_each_sentence_s_source(staff: StaffSummary) -> None:
    data = json.loads(rendered(staff, "json", "a4", "staff"))
    assert data["line"] == make_record_line(staff)
    quoted = [one["said"] for one in data["recommendation"]["quoted"]]
    assert all(one["content_id"] and one["sources"] for one in quoted)


def test_a_file_is_named_for_its_day_and_edition(tmp_path: Path) -> None:
    def name(form: str, edition: str) -> str:
        return next(names_for(tmp_path, ON, papers.options(form, edition))).name

    assert name("pdf", "patient") == "my-summary-2026-11-20.pdf"
    assert name("pdf", "large-print") == "my-summary-large-print-2026-11-20.pdf"
    assert name("html", "staff") == "staff-copy-2026-11-20.html"
    assert name("line", "staff") == "for-the-record-2026-11-20.txt"
