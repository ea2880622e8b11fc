"""The page of a summary on a screen: numbers are called, hands find what they want, eyes rest."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.browser import printed
from tests.conftest import ON
from tests.reports.reading import PATIENTS, answers_of, fullness, paper_of, where_each_word_stands

LINK = re.compile(r'<a class="call" href="(.*?)">(.*?)</a>')
COLOURS = """[...document.querySelectorAll("body *")].map(one => {
  const style = getComputedStyle(one)
  return [style.color, style.backgroundColor].join(" on ")
})"""
SMALL = """([what, wide, high]) => [...document.querySelectorAll(what)].filter(one => {
  const box = one.getClientRects()[0]
  return box && (box.width < wide || box.height < high)
}).map(one => one.outerHTML)"""
BY_FINGER = "nav a, footer a, summary, .number a"


def page_of(name: str, aid: DecisionAid, edition: str = "patient") -> str:
    [path] = [path for path in PATIENTS if path.stem == name]
    return papers.rendered(paper_of(path, aid), "html", edition=edition).decode()


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A phone in the dark."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme="dark", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


# --- numbers ---


def test_every_number_that_the_page_says_to_call_can_be_called_from_it(aid: DecisionAid) -> None:
    before = page_of("stent_warning_sign", aid).partition("<details")[0]
    assert LINK.findall(before) == [
        ("tel:999", "999"),
        ("tel:999", "999"),
        ("tel:999", "999"),
        ("tel:111", "111"),
        ("tel:999", "999"),
        ("tel:08088008000", "0808 800 8000"),
        ("tel:116123", "116 123"),
        ("tel:111", "111"),
        ("sms:85258", "85258"),
    ]
    assert 'call now: <a class="call" href="tel:999">999</a>.' in before


def test_so_can_those_of_another_language_and_of_the_staff_s_copy(aid: DecisionAid) -> None:
    french = page_of("balloon_abroad", load(paths.questions(), "fr"))
    assert ("tel:112", "112") in LINK.findall(french)
    staff = make_staff_summary(aid, answers_of("stent_warning_sign", aid), ON)
    called = ("999", "111", "0808 800 8000")
    assert {number for _, number in LINK.findall(papers.html(staff))} == {*called}


@pytest.mark.parametrize("edition", ["patient", "facts"])
def test_a_text_file_and_a_pdf_say_the_number_alone(aid: DecisionAid, edition: str) -> None:
    [path] = [path for path in PATIENTS if path.stem == "stent_warning_sign"]
    summary = paper_of(path, aid)
    text = papers.rendered(summary, "txt", edition=edition).decode()
    assert "Call 999 now" in text
    pages = papers.pages(papers.rendered(summary, "pdf", edition=edition))
    assert "Call 999 now" in " ".join("".join(pages).split())


@pytest.mark.parametrize("name", ["booked_next_week", "stent_warning_sign"])
def test_the_card_has_the_line_for_the_number_abroad_where_the_pdf_has_it(
    name: str, aid: DecisionAid
) -> None:
    [path] = [path for path in PATIENTS if path.stem == name]
    summary = paper_of(path, aid)
    asked = "Number where I am"
    in_pdf = asked in " ".join(" ".join(papers.pages(papers.pdf(summary, "a4"))).split())
    assert in_pdf is (name == "booked_next_week"), "whoever is in need has the number in print"
    assert (asked in page_of(name, aid)) is in_pdf


@pytest.mark.parametrize(
    ("edition", "named"),
    [
        ("patient", "My summary: a neck-vein balloon or stent for MS (CCSVI)"),
        ("large-print", "My summary: a neck-vein balloon or stent for MS (CCSVI)"),
        ("facts", "The facts"),
    ],
)
def test_the_window_is_called_as_the_paper_is(edition: str, named: str, aid: DecisionAid) -> None:
    page = page_of("booked_next_week", aid, edition)
    assert f"<h1>{named}</h1>" in page
    assert f"<title>{named} – Decision aid summary</title>" in page


# --- the window ---


@pytest.mark.chromium
@pytest.mark.parametrize("edition", ["patient", "facts", "large-print"])
def test_what_leads_on_has_room_for_a_finger_and_a_mark_of_a_source_24_pixels(
    aid: DecisionAid, edition: str, window: Page
) -> None:
    page = page_of("stent_warning_sign", aid, edition).replace("<details", "<details open")
    window.set_content(_without_policy(page))
    assert window.evaluate(SMALL, [BY_FINGER, 44, 44]) == []
    assert window.evaluate(SMALL, [".call", 24, 44]) == []
    assert window.evaluate(SMALL, [".marks a, a.to", 24, 24]) == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.chromium
@pytest.mark.parametrize("edition", ["patient", "facts"])
def test_each_part_that_is_named_at_the_top_is_there_and_the_foot_leads_back_up(
    aid: DecisionAid, edition: str
) -> None:
    page = page_of("stent_warning_sign", aid, edition)
    nav = page.partition("<nav")[2].partition("</nav>")[0]
    parts = re.findall(r'href="#(.*?)"', nav)
    assert {"urgent", "advice", "contacts", "sources"} <= {*parts}
    top = re.findall(r'href="#(.*?)"', page.rpartition("<footer>")[2])
    assert len(top) == 1
    assert all(page.count(f' id="{one}"') == 1 for one in (*parts, *top))


@pytest.mark.chromium
@pytest.mark.parametrize("part", ["facts", "contacts", "sources"])
def test_what_is_folded_up_opens_where_a_link_leads_to_it(
    part: str, aid: DecisionAid, window: Page
) -> None:
    window.set_content(_without_policy(page_of("stent_warning_sign", aid)))
    assert not window.is_visible(f"#{part}")
    window.click(f'nav a[href="#{part}"]')
    window.wait_for_selector(f"#{part}", state="visible")


LINES = """() => [...document.querySelectorAll(".to-write, .there")].map((one) => {
  const line = getComputedStyle(one, "::after")
  return [parseFloat(line.width) / parseFloat(getComputedStyle(document.documentElement).fontSize),
    parseFloat(line.height) > 0]
})"""
"""Of each line to write on, how long it is in letters' heights, and whether a hand has room."""


@pytest.mark.chromium
@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize(("width", "media"), [(320, "screen"), (1280, "screen"), (680, "print")])
def test_a_line_to_write_on_is_long_enough_for_a_name_and_a_number(
    width: int, media: Literal["screen", "print"], code: str, window: Page
) -> None:
    window.set_viewport_size({"width": width, "height": 900})
    window.set_content(_without_policy(page_of("booked_next_week", load(paths.questions(), code))))
    window.emulate_media(media=media)
    lines = window.evaluate(LINES)
    (name, _), (number, _) = lines
    assert name >= 12
    assert number >= 11
    assert all(has_room for _, has_room in lines)


@pytest.mark.chromium
def test_what_has_the_keys_is_framed_on_a_screen_and_not_on_paper(
    aid: DecisionAid, window: Page
) -> None:
    window.set_content(_without_policy(page_of("stent_warning_sign", aid)))
    window.keyboard.press("Tab")
    frame = "getComputedStyle(document.activeElement).outlineStyle"
    assert window.evaluate(f"[document.activeElement.tagName, {frame}]") == ["A", "solid"]
    window.emulate_media(media="print")
    assert window.evaluate(frame) == "none"


@pytest.mark.chromium
def test_in_the_dark_it_is_light_on_dark_and_on_paper_black_on_white(
    aid: DecisionAid, window: Page
) -> None:
    window.set_content(_without_policy(page_of("stent_warning_sign", aid)))
    clear, ink, paper = "rgba(0, 0, 0, 0)", "rgb(236, 234, 229)", "rgb(25, 26, 28)"
    assert {*window.evaluate(COLOURS)} == {f"{ink} on {clear}"}
    behind = "getComputedStyle(document.documentElement).backgroundColor"
    assert window.evaluate(behind) == paper
    window.emulate_media(media="print")
    assert {*window.evaluate(COLOURS)} == {f"rgb(0, 0, 0) on {clear}"}
    assert window.evaluate(behind) == "rgb(255, 255, 255)"


@pytest.mark.chromium
def test_what_is_for_the_screen_alone_is_not_printed(aid: DecisionAid, window: Page) -> None:
    window.set_content(_without_policy(page_of("stent_warning_sign", aid)))
    only_here = ("On this page", "for a pen, on paper", "To the top of this page")
    assert all(window.is_visible(f"text={said}") for said in only_here)
    window.emulate_media(media="print")
    assert not any(window.is_visible(f"text={said}") for said in only_here)


def _without_policy(page: str) -> str:
    """The policy takes no part: a test opens what is shut, and the browser's own tools look in."""
    return re.sub("<meta http-equiv=.*?>", "", page)


# --- the printer ---


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
@pytest.mark.parametrize("name", ["stent_warning_sign", "booked_next_week"])
@pytest.mark.parametrize("code", ["en", "fr"])
def test_with_the_facts_opened_no_page_is_printed_half_empty(
    name: str, code: str, tmp_path: Path
) -> None:
    page = page_of(name, load(paths.questions(), code))
    _, side_2, *facts = fullness(printed(page.replace("<details", "<details open"), tmp_path))
    assert side_2 > 0
    assert len(facts) <= 15
    assert min(facts[:-1]) > 0.6, facts


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
@pytest.mark.parametrize("edition", ["facts", "facts-large-print"])
def test_nor_of_the_booklet_by_itself(aid: DecisionAid, edition: str, tmp_path: Path) -> None:
    pages = fullness(printed(page_of("stent_warning_sign", aid, edition), tmp_path))
    assert min(pages[:-1]) > 0.5, pages


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
@pytest.mark.parametrize("edition", ["large-print", "facts-large-print"])
def test_no_letter_of_large_print_is_smaller_where_much_is_said(
    aid: DecisionAid, edition: str, tmp_path: Path
) -> None:
    page = page_of("stent_warning_sign", aid, edition)
    assert 'class="full"' in page or edition != "large-print"
    pdf = printed(page.replace("<details", "<details open"), tmp_path)
    assert min(heights(pdf)) >= 18


def heights(pdf: bytes) -> set[float]:
    """How high each word stands on the paper, in points."""
    words = where_each_word_stands(pdf)
    found = (re.findall(r'y(?:Min|Max)="([\d.]+)"', word) for word in words)
    return {float(below) - float(above) for above, below in found}
