"""What a day decides: unpublished, due, expired, withdrawn; that day, the one before and after."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.content.aid import Standing
from decision_aid.content.load import load
from decision_aid.content.signoffs import Withdrawn
from decision_aid.line import Console, LineFace
from decision_aid.report import pdf_text
from decision_aid.summary.blank import make_blank_copy
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary, warning
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.conftest import clock
from tests.papers import FILES, rendered
from tests.screens.sitting_down import NO_TRACE
from tests.small import small_text
from tests.tui.person import sitting_down

PUBLISHED = date(2026, 11, 20)
REVIEW, END = date(2027, 11, 20), date(2028, 11, 20)
WITHDRAWN_ON = date(2027, 1, 10)
BECAUSE = "A newer trial was read."
WRONG_CLOCK = "It says {day}, and this guide was published on 20 November 2026."
DUE = "This guide was due to be checked again by 20 November 2027."
EXPIRED = "It was good until 20 November 2028."
WITHDRAWN = f"It was withdrawn on 10 January 2027: {BECAUSE}"


@pytest.fixture
def withdrawn(small: DecisionAid) -> DecisionAid:
    """Withdrawn on 10 January 2027."""
    return replace(small, withdrawn=Withdrawn(day=WITHDRAWN_ON, because=BECAUSE))


def folded(text: str) -> str:
    return "".join(text.split())


# --- which day is which --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2020, 1, 1), "unpublished"),
        (date(2026, 11, 19), "unpublished"),
        (date(2026, 11, 20), "current"),
        (date(2026, 11, 21), "current"),
        (date(2027, 11, 19), "current"),
        (date(2027, 11, 20), "current"),
        (date(2027, 11, 21), "due"),
        (date(2028, 11, 19), "due"),
        (date(2028, 11, 20), "due"),
        (date(2028, 11, 21), "expired"),
    ],
)
def test_an_aid_is_good_on_the_day_itself_and_not_on_the_next(
    small: DecisionAid, day: date, standing: Standing
) -> None:
    assert small.standing(day) == standing


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        (date(2027, 1, 9), "current"),
        (date(2027, 1, 10), "withdrawn"),
        (date(2027, 1, 11), "withdrawn"),
        (date(2027, 11, 21), "withdrawn"),
        (date(2028, 11, 21), "withdrawn"),
    ],
)
def test_an_aid_is_withdrawn_from_the_day_itself_on_whatever_else_is_over(
    withdrawn: DecisionAid, day: date, standing: Standing
) -> None:
    assert withdrawn.standing(day) == standing


def test_an_aid_that_is_withdrawn_later_is_due_and_over_till_then(small: DecisionAid) -> None:
    later = replace(small, withdrawn=Withdrawn(day=date(2029, 1, 1), because=BECAUSE))
    days = (date(2027, 11, 21), date(2028, 11, 21), date(2028, 12, 31), date(2029, 1, 1))
    assert [later.standing(day) for day in days] == ["due", "expired", "expired", "withdrawn"]


def test_a_clock_before_the_publication_hides_no_withdrawal_of_that_day(
    small: DecisionAid,
) -> None:
    early = replace(small, withdrawn=Withdrawn(day=date(2026, 11, 10), because=BECAUSE))
    days = (date(2026, 11, 9), date(2026, 11, 10))
    assert [early.standing(day) for day in days] == ["unpublished", "withdrawn"]


# --- what is said of it --------------------------------------------------------------------------

EVERY_DAY = pytest.mark.parametrize(
    ("day", "says", "out_of_date"),
    [
        (date(2020, 1, 1), WRONG_CLOCK.format(day="1 January 2020"), False),
        (date(2026, 11, 19), WRONG_CLOCK.format(day="19 November 2026"), False),
        (PUBLISHED, "", False),
        (REVIEW, "", False),
        (date(2027, 11, 21), DUE, False),
        (END, DUE, False),
        (date(2028, 11, 21), EXPIRED, True),
    ],
    ids=[
        "years before",
        "day before",
        "published",
        "last good day",
        "due",
        "last day due",
        "expired",
    ],
)
DAYS_WITHDRAWN = pytest.mark.parametrize(
    ("day", "says", "out_of_date"),
    [
        (date(2027, 1, 9), "", False),
        (WITHDRAWN_ON, WITHDRAWN, True),
        (date(2028, 11, 21), WITHDRAWN, True),
    ],
    ids=["day before", "withdrawn", "withdrawn and over"],
)


def summaries(aid: DecisionAid, day: date) -> dict[str, Summary | StaffSummary]:
    return {
        "patient": make_summary(aid, {}, day),
        "staff": make_staff_summary(aid, {}, day),
        "blank": make_blank_copy(aid, day),
    }


@EVERY_DAY
def test_every_paper_says_first_whether_the_aid_is_due_or_over_or_the_clock_wrong(
    small: DecisionAid, day: date, says: str, out_of_date: bool
) -> None:
    _says_first(small, day, says, out_of_date)


@DAYS_WITHDRAWN
def test_every_paper_says_first_that_the_aid_was_withdrawn(
    withdrawn: DecisionAid, day: date, says: str, out_of_date: bool
) -> None:
    _says_first(withdrawn, day, says, out_of_date)


def _says_first(aid: DecisionAid, day: date, says: str, out_of_date: bool) -> None:
    for name, summary in summaries(aid, day).items():
        standing = summary.warning.removeprefix("Blank copy, for preview.").strip()
        assert summary.warning.startswith("Blank copy") is (name == "blank")
        assert bool(standing) is bool(says)
        assert says in standing
        assert summary.out_of_date is out_of_date
    assert says in make_record_line(make_staff_summary(aid, {}, day))


@EVERY_DAY
def test_a_visit_says_before_the_first_question_how_the_aid_stands(
    small: DecisionAid, day: date, says: str, out_of_date: bool
) -> None:
    _visit_says(small, day, says, out_of_date)


@DAYS_WITHDRAWN
def test_a_visit_says_it_before_the_first_question(
    withdrawn: DecisionAid, day: date, says: str, out_of_date: bool
) -> None:
    _visit_says(withdrawn, day, says, out_of_date)


def _visit_says(aid: DecisionAid, day: date, says: str, out_of_date: bool) -> None:
    visit = Visit(aid, lambda: datetime(day.year, day.month, day.day, 23, 59))
    assert bool(visit.warning) is bool(says)
    assert says in visit.warning
    assert visit.summary().out_of_date is out_of_date


@pytest.mark.parametrize(("form", "edition"), [*FILES, ("line", "staff")])
@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2027, 1, 9), ""),
        (date(2027, 1, 10), WITHDRAWN),
    ],
)
def test_a_withdrawn_aid_is_marked_in_every_file(
    withdrawn: DecisionAid, form: str, edition: str, day: date, says: str
) -> None:
    summary = summaries(withdrawn, day)["staff" if edition == "staff" else "patient"]
    data = rendered(summary, form, "a4", edition)
    text = "".join(pdf_text.pages(data)) if form == "pdf" else data.decode()
    assert folded(WITHDRAWN) in folded(text) or not says
    assert folded(BECAUSE) not in folded(text) or says


@pytest.mark.parametrize(("form", "edition"), [*FILES, ("line", "staff")])
@pytest.mark.parametrize(("day", "is_wrong"), [(date(2026, 11, 19), True), (PUBLISHED, False)])
def test_a_clock_before_the_publication_is_told_in_every_file(
    small: DecisionAid, form: str, edition: str, day: date, is_wrong: bool
) -> None:
    summary = summaries(small, day)["staff" if edition == "staff" else "patient"]
    data = rendered(summary, form, "a4", edition)
    text = "".join(pdf_text.pages(data)) if form == "pdf" else data.decode()
    told = folded(WRONG_CLOCK.format(day="19 November 2026"))
    assert (told in folded(text)) is is_wrong


async def on_screen(content: Path) -> str:
    """The first screen of the guide itself."""
    async with sitting_down(content.parent, size=(100, 60), content=content) as person:
        await person.press("enter")
        await person.until_sees(words("en").screens.start)
        return "\n".join(person.lines)


async def by_line(content: Path) -> str:
    """What is told before the first thing is asked."""
    told: list[str] = []

    def ask(_prompt: str) -> str:
        raise EOFError

    visit = Visit(load(content), clock)
    LineFace(visit, Console(ask, told.append, 72), NO_TRACE, content.parent).run()
    return "\n".join(told)


@pytest.mark.parametrize("first_page", [on_screen, by_line])
@pytest.mark.parametrize(("published", "is_wrong"), [("2026-11-21", True), ("2026-11-20", False)])
async def test_each_face_tells_of_such_a_clock_before_the_first_question(
    tmp_path: Path,
    first_page: Callable[[Path], Awaitable[str]],
    published: str,
    is_wrong: bool,
) -> None:
    content = tmp_path / "small.yaml"
    content.write_text(small_text().replace("published: 2026-11-20", f"published: {published}"))
    shown = folded((await first_page(content)).replace("│", ""))
    told = "It says 20 November 2026, and this guide was published on 21 November 2026."
    assert (folded(told) in shown) is is_wrong


@pytest.mark.parametrize("edition", ["patient", "staff"])
def test_data_say_when_the_aid_is_over(small: DecisionAid, edition: str) -> None:
    def said(day: date) -> str:
        return str(
            json.loads(rendered(summaries(small, day)[edition], "json", "a4", edition))["warning"]
        )

    assert said(REVIEW) == ""
    assert DUE in said(END)
    assert EXPIRED in said(date(2028, 11, 21))


def test_the_words_on_a_due_aid_are_no_words_of_an_expired_one(small: DecisionAid) -> None:
    assert EXPIRED not in warning(small, END)
    assert DUE not in warning(small, date(2028, 11, 21))
