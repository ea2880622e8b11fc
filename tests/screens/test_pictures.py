"""The screen of an outcome in pictures, of whatever base its counts are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from decision_aid.line.drawing import page_paragraphs
from decision_aid.screens.lookups import picture_page
from decision_aid.screens.page import Arrays, Page, Prose
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.conftest import clock
from tests.small import small_aid

Base = Literal[10, 100, 1000, 10000]


def page_of(folder: Path, base: Base) -> Page:
    aid = small_aid(folder)
    aid = replace(aid, outcomes=(replace(aid.outcomes[0], base=base),))
    return picture_page(Visit(aid, clock), ("tests",), 0)


def prose_of(page: Page) -> list[str]:
    return [part.text for part in page.parts if isinstance(part, Prose)]


@pytest.mark.parametrize(("base", "said"), [(10, "10"), (100, "100"), (1000, "1,000")])
def test_under_the_pictures_stands_of_how_many_they_are(
    base: Base, said: str, tmp_path: Path
) -> None:
    page = page_of(tmp_path, base)
    (arrays,) = (part for part in page.parts if isinstance(part, Arrays))
    assert [sum(map(len, array.rows)) for array in arrays.arrays] == [base, base]
    assert prose_of(page)[-1] == (f"Each sign is one person. There are {said} in each picture.")


def test_of_ten_thousand_there_are_sentences_and_nothing_of_signs(tmp_path: Path) -> None:
    page = page_of(tmp_path, 10_000)
    assert not any(isinstance(part, Arrays) for part in page.parts)
    assert "With the balloon: 4,167 of 10,000 did better, 5,833 did not." in prose_of(page)
    assert not any("sign" in text for text in prose_of(page))


@pytest.mark.parametrize("base", [10, 100, 1000, 10_000])
def test_line_by_line_nothing_is_told_of_signs_that_nobody_sees(base: Base, tmp_path: Path) -> None:
    told = list(page_paragraphs(words("en"), page_of(tmp_path, base), ""))
    assert sum(f"of {base:,} did better" in one for one in told) == 2
    assert not any("Each sign" in one for one in told)


def test_where_there_is_but_one_picture_none_is_counted(tmp_path: Path) -> None:
    visit = Visit(small_aid(tmp_path), clock)
    assert picture_page(visit, ("tests",), 0).count == ""
    assert picture_page(visit, ("tests", "tests"), 1).count == "picture 2 of 2"
