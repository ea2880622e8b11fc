"""Summaries as pages, on a phone and from a browser's printer, for everybody and in French."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.report.editions import EDITIONS
from decision_aid.report.format import Paper
from decision_aid.screens.sitting import Sitting
from decision_aid.summary.models import SummaryInput
from decision_aid.visit import Visit
from decision_aid.web.papers import lead_back
from tests.conftest import ON, clock
from tests.papers import rendered
from tests.reports.reading import MOMENT, PATIENTS, answers_of, paper_of
from tests.screens.sitting_down import NO_TRACE

pytestmark = pytest.mark.chromium
NARROW = {"width": 320, "height": 640}
WIDER = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 200))"""
IN_FRENCH = ("leaning_to_a_stent", "newly_curious", "stent_offered")


@pytest.fixture(scope="module")
def aids(aid: DecisionAid) -> dict[str, DecisionAid]:
    """The shipped questionnaire in both languages."""
    return {"en": aid, "fr": load(paths.questions(), "fr")}


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    """A narrow window."""
    context = browser.new_context(viewport=NARROW)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def open_page(window: Page, html: str, folder: Path) -> None:
    page = folder / "page.html"
    page.write_text(html, encoding="utf-8")
    window.goto(page.as_uri())


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("code", "who"), [("en", "balloon_abroad"), ("fr", "stent_warning_sign")])
def test_nothing_runs_out_of_sight_to_the_right_on_a_phone(
    code: str, who: str, edition: str, aids: dict[str, DecisionAid], window: Page, tmp_path: Path
) -> None:
    given = answers_of(who, aids[code])
    said = SummaryInput(given, dict.fromkeys(given, MOMENT))
    summary = EDITIONS[edition].make(aids[code], said, ON, False)
    open_page(window, rendered(summary, "html", edition=edition).decode(), tmp_path)
    assert window.evaluate(WIDER) == []


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_browser_prints_everybodys_summary_on_two_pages(
    paper: Paper, aids: dict[str, DecisionAid], window: Page, tmp_path: Path
) -> None:
    everybody = [("en", path) for path in PATIENTS]
    everybody += [("fr", path) for path in PATIENTS if path.stem in IN_FRENCH]
    for code, path in everybody:
        open_page(window, rendered(paper_of(path, aids[code]), "html").decode(), tmp_path)
        pdf = window.pdf(format=paper, prefer_css_page_size=True)
        with pikepdf.open(io.BytesIO(pdf)) as printed:
            assert len(printed.pages) == 2, (code, path.stem)


@pytest.mark.parametrize("who", ["stent_warning_sign", "balloon_abroad"])
def test_the_link_back_that_a_window_has_is_on_no_printed_page(
    who: str, aids: dict[str, DecisionAid], window: Page, tmp_path: Path
) -> None:
    path = next(one for one in PATIENTS if one.stem == who)
    sitting = Sitting(None, NO_TRACE, Visit(aids["en"], clock))
    page = lead_back(rendered(paper_of(path, aids["en"]), "html"), sitting)
    open_page(window, page.decode(), tmp_path)
    assert window.is_visible("text=Go back to the guide")
    assert window.get_attribute("nav a:text('Urgent help')", "href") == "/urgent"
    pdf = window.pdf(format="a4", prefer_css_page_size=True)
    with pikepdf.open(io.BytesIO(pdf)) as printed:
        assert len(printed.pages) == 2
    window.emulate_media(media="print")
    assert not window.is_visible("text=Go back to the guide")
    window.emulate_media(media="null")
