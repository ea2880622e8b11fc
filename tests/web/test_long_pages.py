"""What is long to look through has links to what stands on it, and one back to its top."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

import pytest

from decision_aid.screens.page import Page, Prose, Row
from decision_aid.web.drawing import Drawn, draw_page
from decision_aid.web.passages import FEWEST, MOST
from decision_aid.words import words

TO_TOP = {"en": "Back to the top", "fr": "Revenir en haut"}


def links(page: str) -> list[tuple[str, str]]:
    """Where each link of the list leads, and what it says."""
    found = re.search('<nav class="into".*?</nav>', page, re.DOTALL)
    return re.findall('<a href="#(.*?)">(.*?)</a>', found[0]) if found else []


def text_at(page: str, anchor: str) -> str:
    """The heading that the link leads to, of a page or of a row."""
    found = re.search(rf'id="{anchor}">(?:<th scope="row">)?(.*?)</(?:h2|th)>', page)
    assert found, anchor
    return plain(found[1])


def plain(html: str) -> str:
    """Its text, without what says the language of a part of it."""
    return unescape(re.sub("<.*?>", "", html))


@pytest.mark.parametrize("name", ["en summary read", "fr summary read", "en table whole"])
def test_each_heading_of_a_long_page_is_linked_to(gallery: Mapping[str, str], name: str) -> None:
    page = gallery[name]
    anchors = re.findall('<(?:h2|tr) id="([^"]*)">', page)
    assert [anchor for anchor, _ in links(page)] == anchors
    assert FEWEST <= len(anchors) <= MOST
    for anchor, text in links(page):
        assert plain(text) == text_at(page, anchor)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_letter_leads_to_the_first_word_that_begins_with_it(
    gallery: Mapping[str, str], language: str
) -> None:
    page, ours = gallery[f"{language} words"], words(language)
    listed = [plain(one) for one in re.findall("<h2[^>]*>(.*?)</h2>", page)]
    firsts: dict[str, str] = {}
    for word in listed:
        firsts.setdefault(ours.sorts_as(word)[0].upper(), word)
    assert len(firsts) > 10
    assert {letter: text_at(page, to) for to, letter in links(page)} == firsts


@pytest.mark.parametrize("language", TO_TOP)
@pytest.mark.parametrize("kind", ["words", "sources", "summary read", "table whole"])
def test_from_its_end_a_link_leads_to_the_top(
    gallery: Mapping[str, str], kind: str, language: str
) -> None:
    page = gallery[f"{language} {kind}"]
    assert f'href="#heading">{TO_TOP[language]}</a>' in page
    assert 'id="heading"' in page


@pytest.mark.parametrize("language", TO_TOP)
@pytest.mark.parametrize(
    ("kind", "row"),
    [
        ("words", "close"),
        ("sources", "close"),
        ("table", "close"),
        ("table whole", "close"),
        ("summary read", "home"),
    ],
)
def test_the_way_back_stands_before_all_that_is_read_and_after_it(
    gallery: Mapping[str, str], kind: str, row: str, language: str
) -> None:
    page, back = gallery[f"{language} {kind}"], f'value="row:{row}"'
    _, _, below = page.partition("</h1>")
    between, _, _ = below.partition(back)
    assert below.count(back) == 2
    assert "<p" not in between and "<nav" not in between


@pytest.mark.parametrize(("studies", "ways_back"), [(4, 1), (30, 2)])
def test_so_it_does_where_a_note_comes_from_many_sources(studies: int, ways_back: int) -> None:
    parts = (Prose("heading", "A study"), Prose("text", "What it found.")) * studies
    rows = (Row("go_on", "Go on"), Row("first_way", "Go back"))
    html = draw_page(words("en"), Page("", "Where does this come from?", parts, rows), Drawn(1))
    assert html.count('value="row:first_way"') == ways_back


def test_what_is_soon_read_has_no_such_list(gallery: Mapping[str, str]) -> None:
    assert links(gallery["en table"]) == links(gallery["en overview"]) == []
    assert TO_TOP["en"] not in gallery["en overview"]
