"""What is looked up from a page: words in their order, every source once, and no step counted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.languages import Languages
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.page import Prose
from decision_aid.screens.screen import Show
from decision_aid.screens.sources import MOST
from decision_aid.words import words
from tests.bilingual import languages_of
from tests.screens.sitting_down import AID, begin, row_ids, text_of


@pytest.fixture(scope="module")
def shipped() -> Languages:
    """The shipped aid in both of its languages."""
    return languages_of(paths.questions())


def headings(navigator: Navigator) -> list[str]:
    """What stands over each passage of the page."""
    parts = navigator.page.parts
    return [one.text for one in parts if isinstance(one, Prose) and one.kind == "heading"]


# --- the sources -------------------------------------------------------------------------------


def of_many(count: int) -> DecisionAid:
    """An aid with so many sources besides those that the pages come from."""
    first = AID.sources[0]
    more = (replace(first, id=f"more-{n}", short=f"More {n}") for n in range(count))
    return replace(AID, sources=(*AID.sources, *more))


def test_each_source_stands_on_exactly_one_page_those_of_the_screen_first(tmp_path: Path) -> None:
    aid = of_many(2 * MOST)
    here = tuple(one.id for one in aid.sources[-3:-1])
    navigator = begin(tmp_path, aid=aid)
    navigator.show(Show("sources", *here))
    pages = [headings(navigator)]
    while "next" in row_ids(navigator.page):
        navigator.choose("next")
        pages.append(headings(navigator))
    assert pages[0] == [aid.source[name].short for name in here]
    assert sorted(name for page in pages for name in page) == sorted(
        one.short for one in aid.sources
    )
    assert max(map(len, pages)) <= MOST


def test_the_way_through_the_sources_and_back_is_named(tmp_path: Path) -> None:
    navigator = begin(tmp_path, aid=of_many(MOST))
    navigator.choose("uk")
    before = navigator.page
    navigator.press("sources")
    assert navigator.page.count == "page 1 of 3"
    assert [row.text for row in navigator.page.rows] == [
        "Go back to where I was",
        "The other sources of this guide",
    ]
    assert "This screen states no facts from studies." in text_of(navigator.page)
    navigator.choose("next")
    assert (navigator.at, navigator.page.count) == ("sources.2", "page 2 of 3")
    assert navigator.page.heading == "The other sources of this guide"
    assert [row.text for row in navigator.page.rows[1:]] == ["More sources", "The sources before"]
    navigator.choose("before")
    assert navigator.at == "sources"
    navigator.choose("next")
    navigator.back()
    navigator.back()
    assert navigator.page == before


def test_where_the_screen_has_all_sources_there_is_nothing_to_turn_to(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    navigator.show(Show("sources", *(one.id for one in AID.sources)))
    assert (row_ids(navigator.page), navigator.page.count) == (["close"], "")


# --- the words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "first", "neighbours"),
    [
        ("en", "azygos vein", ("nerve damage", "neurologist")),
        ("fr", "anticoagulant ou antiagrégant", ("échographie", "équipe SEP")),
    ],
)
def test_words_stand_in_the_order_in_which_one_looks_them_up(
    tmp_path: Path, shipped: Languages, language: str, first: str, neighbours: tuple[str, str]
) -> None:
    aid = shipped.take(language)
    navigator = begin(tmp_path, aid=aid)
    navigator.press("words")
    named = [one.partition(" (")[0] for one in headings(navigator)]
    assert len(named) == len(aid.words)
    assert named[0] == first
    at = named.index(neighbours[0])
    assert named[at + 1] == neighbours[1]


def test_accents_and_capitals_have_the_place_of_their_letter() -> None:
    given = ["zèbre", "œuvre", "étude", "SEP", "essai", "Évaluation", "sel", "oncle"]
    assert sorted(given, key=words("fr").sorts_as) == [
        "essai", "étude", "Évaluation", "œuvre", "oncle", "sel", "SEP", "zèbre",
    ]  # fmt: skip


# --- no step is counted ------------------------------------------------------------------------


def test_a_note_that_is_read_once_more_counts_no_step(tmp_path: Path) -> None:
    navigator = begin(tmp_path)
    note = next(one.id for one in AID.questions if one.is_read)
    navigator.show(Show("note", note))
    page = navigator.page
    assert navigator.at == f"note.{note}"
    assert (page.count, page.count_short, page.stages) == ("", "", ())
    assert page.where == AID.section_of[note].title


@pytest.mark.parametrize("look", ["overview", "words", "sources", "keys", "urgent", "answers"])
def test_what_is_looked_at_counts_no_step(tmp_path: Path, look: str) -> None:
    navigator = begin(tmp_path)
    assert navigator.page.count
    navigator.show(Show(look))
    assert not navigator.page.stages
    assert "step" not in navigator.page.count


# --- the way back ------------------------------------------------------------------------------


def test_from_what_a_note_comes_from_one_row_leads_back_to_its_text(
    tmp_path: Path, shipped: Languages
) -> None:
    navigator = begin(tmp_path, aid=shipped.take("en"))
    navigator.show(Show("note", "largest_trial"))
    navigator.choose("comes_from")
    assert [row.text for row in navigator.page.rows] == ["Go back"]
    navigator.go_on()
    assert navigator.at == "note.largest_trial"
