"""All parts with how far they are done, the questions of one part, and all answers given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from decision_aid.content import Question
from decision_aid.interview import Progress
from decision_aid.screens.opening import close_row
from decision_aid.screens.page import Meaning, Page, Prose, Row
from decision_aid.screens.screen import Close, Go, Screen, Show, Stay, Step, keys_anywhere

if TYPE_CHECKING:
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit


def overview_page(sitting: Sitting) -> Page:
    """All parts, and what else can be gone to."""
    visit = sitting.begun
    says, aid = visit.words.screens, visit.aid
    rows = (
        Row("close", says.close),
        *(_section(visit, one) for one in visit.interview.progress),
        *(Row(f"part:{s.id}", s.title) for s in aid.sections if s.shelf and s.questions),
        *((Row("covered", says.covered),) if visit.counsels else ()),
        *((Row("code", says.my_code),) if sitting.code else ()),
        *((Row("keep", says.keep_after_all),) if sitting.may_still_keep else ()),
        Row("stop", says.stop_and_print),
        *((Row("reading", says.change_reading),) if sitting.asks_how_to_read else ()),
    )
    lead = (Prose("text", says.overview_lead),)
    return Page(says.overview, says.overview_title, lead, rows, at=0, keys=_keys(visit))


def _keys(visit: Visit) -> tuple[Meaning, ...]:
    return ("back", *keys_anywhere(counsels=visit.counsels))


def _section(visit: Visit, one: Progress) -> Row:
    says = visit.words.screens
    numbers = {"done": one.done, "total": one.total}
    done = says.all_done if one.done == one.total else says.done_of.format(**numbers)
    is_here = visit.shown in {question.id for question in one.section.questions}
    told = (done, _left_open(visit, one), says.you_are_here if is_here else "")
    beside = ", ".join(text for text in told if text)
    return Row(f"part:{one.section.id}", one.section.title, beside=beside)


def _left_open(visit: Visit, one: Progress) -> str:
    """How many of its questions and statements were passed over; nothing where none was."""
    passed = (q for q in visit.interview.passed_over if not q.is_read)
    count = sum(visit.aid.section_of[q.id] is one.section for q in passed)
    return (
        visit.words.screens.part_left_open.format(count=visit.words.number(count)) if count else ""
    )


def part_page(visit: Visit, part: str) -> Page:
    """The questions of one part with the answers given."""
    says, interview = visit.words.screens, visit.interview
    section = next(one for one in visit.aid.sections if one.id == part)
    asked = [q for q in section.questions if section.shelf or q.id in interview.positions]
    rows = [
        Row(f"go:{q.id}", interview.wording.question(q), beside=answer_beside(visit, q))
        for q in asked
    ]
    lead = (Prose("text", says.shelf_lead if section.shelf else says.part_lead),)
    every = (*rows, Row("all", says.all_parts))
    return Page(says.overview, section.title, lead, every, at=0, keys=_keys(visit))


def answer_beside(visit: Visit, question: Question) -> str:
    """The answer given, in a few words; of private notes only that there are some."""
    says, given = visit.words.screens, visit.interview.given
    if question.id not in given:
        return ""
    value = given[question.id]
    if question.is_read:
        return says.read_it
    if value is not None and question.use == "notes":
        return says.noted
    if value is None:
        return says.passed_over
    return " ".join(question.phrase(value, visit.words).split())


def answers_page(visit: Visit) -> Page:
    """Each part with the questions answered and the answers; nothing here changes one."""
    says = visit.words.screens
    parts = tuple(part for one in visit.interview.progress for part in _describe_answer(visit, one))
    nothing = (Prose("text", says.look_none),)
    rows = (close_row(visit.words),)
    return Page(says.keeping, says.look_title, parts or nothing, rows, keys=_keys(visit))


def _describe_answer(visit: Visit, one: Progress) -> Iterator[Prose]:
    interview = visit.interview
    asked = [q for q in one.section.questions if q.id in interview.positions]
    given = [q for q in asked if q.id in interview.given and _is_theirs(q)]
    if given:
        yield Prose("heading", one.section.title)
    for question in given:
        answer = answer_beside(visit, question)
        yield Prose("item", f"{interview.wording.question(question)} {answer}")


def _is_theirs(question: Question) -> bool:
    """Notes that a counsellor wrote are private, and those of the guide have no answer."""
    return question.use != "notes" and not question.is_read


class Overview(Screen):
    """Leads anywhere: to any question, to more reading, to the summary."""

    name = "overview"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self.part = ""
        """The section that is open; empty: all of them."""

    @property
    def at(self) -> str:
        """Which part is open."""
        return f"overview.{self.part}" if self.part else "overview"

    def page(self) -> Page:
        """All parts, or one."""
        sitting = self.sitting
        return part_page(sitting.begun, self.part) if self.part else overview_page(sitting)

    def choose(self, rows: tuple[str, ...]) -> Step:
        """Open a part, or go where the row says."""
        kind, _, name = rows[0].partition(":")
        if kind in ("part", "all"):
            self.part = name
            return Stay()
        if kind == "go":
            on_path = name in self.sitting.begun.interview.positions
            return Go("question", name) if on_path else Show("note", name)
        elsewhere: Mapping[str, Step] = {
            "covered": Show("covered"),
            "code": Show("code"),
            "keep": Go("keeping", "again"),
            "stop": Go("summary"),
            "reading": Show("reading"),
        }
        return elsewhere.get(kind, Close())

    def back(self) -> Step:
        """From a part to all, else to the screen beneath."""
        if self.part:
            self.part = ""
            return Stay()
        return Close()
