"""The question that the visit is at as a page, whatever its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from decision_aid.content import (
    ChecklistLine,
    Choice,
    Feedback,
    Note,
    Nothing,
    Picks,
    Writes,
)
from decision_aid.frozen import replace
from decision_aid.screens.checklist import checklist_page
from decision_aid.screens.counselling import beside
from decision_aid.screens.note import note_page, with_place
from decision_aid.screens.page import Entry, Meaning, Page, Prose, Row
from decision_aid.screens.parts import prose, source_ids
from decision_aid.screens.screen import keys_anywhere

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Value
    from decision_aid.content import Takes
    from decision_aid.visit import Visit
    from decision_aid.wording import Wording
    from decision_aid.words.en import ScreenWords

TAKE = "take"
"""The row that takes the answer and goes on."""
REACHED = "reached"
"""The row that takes the answer and returns to the question that one had come to before."""


def question_page(visit: Visit, door: str = "") -> Page:
    """The question shown, whatever its kind; of a note, what stands behind that door."""
    question, says = visit.asked, visit.words.screens
    if isinstance(question, Note):
        page = note_page(visit, question, Row("go_on", says.go_on), door)
    elif feedback := feedback_of(visit):
        page = reply_page(visit, feedback)
    elif isinstance(question, ChecklistLine):
        page = checklist_page(visit, question, Row(TAKE, says.go_on, button=True))
    else:
        page = asking_page(visit)
    if visit.counsels and not door and not isinstance(question, ChecklistLine):
        page = _with_prompt(page, beside(visit))
    if not door and _may_return(visit, page):
        page = replace(page, rows=(*page.rows, Row(REACHED, says.back_to_reached)))
    return replace(page, keys=_keys(visit, page))


def _may_return(visit: Visit, page: Page) -> bool:
    """Whether one may return to where one was; nobody passes by warning signs like that."""
    is_plain = page.entry is None and not isinstance(visit.asked, ChecklistLine)
    return is_plain and not page.urgent and visit.is_behind


def _with_prompt(page: Page, said: tuple[Prose, ...]) -> Page:
    """Warning signs are in sight at once, so the counsellor is told under them."""
    if page.urgent and any(row.mark for row in page.rows):
        return replace(page, after=said)
    return replace(page, parts=(*page.parts, *said))


def feedback_of(visit: Visit) -> Feedback | None:
    """What is said at once after the answer to the question shown, if it has one that stands."""
    value = visit.value
    return None if value is None else visit.asked.answered(value)


def _keys(visit: Visit, page: Page) -> tuple[Meaning, ...]:
    choose: tuple[Meaning, ...] = ("choose",) if sum(not r.button for r in page.rows) > 1 else ()
    return (*choose, "go_on", "back", "pass_over", *keys_anywhere(counsels=visit.counsels))


def asking_page(visit: Visit) -> Page:
    """Any question but a note: what is asked, and the answers there are."""
    question, wording, value = visit.asked, visit.interview.wording, visit.value
    says = visit.words.screens
    said = wording.passages(question.lead, question.id)
    takes = question.takes()
    picks = _picks(takes, visit.interview.heard)
    return with_place(
        visit,
        question,
        Page(
            "",
            wording.question(question),
            (*prose(said), *_how_many(says, picks), *_expected(visit)),
            _answers(says, wording, picks),
            _marks(value),
            max(picks.most, 1),
            at=_at(picks.choices, value),
            urgent=question.urgent,
            close=isinstance(takes, Writes),
            sources=source_ids(said),
            entry=_entry(visit, takes) if isinstance(takes, Writes) else None,
            calls=wording.find_calls_in_question(question),
        ),
    )


def _picks(takes: Takes, heard: Answers) -> Picks:
    """The choices offered to this person; none where something is written or only read."""
    match takes:
        case Picks():
            offered = tuple(one for one in takes.choices if one.is_offered(heard))
            return Picks(offered, takes.least, takes.most)
        case Writes() | Nothing():
            return Picks((), 0, 0)


def _entry(visit: Visit, takes: Writes) -> Entry:
    kind: Literal["words", "number", "day"] = "words" if takes.kind == "text" else takes.kind
    value, says = visit.value, visit.words.screens
    text = "" if value is None else visit.asked.in_its_box(value, visit.words)
    return Entry(kind, takes.limit, text, says.go_on)


def _expected(visit: Visit) -> tuple[Prose, ...]:
    """What the box takes, right above it."""
    expected = visit.asked.expects()
    return () if expected is None else (Prose("soft", visit.words.expected(expected)),)


def _how_many(says: ScreenWords, picks: Picks) -> tuple[Prose, ...]:
    """Said where any number can be marked; a smaller number is the question's own to say."""
    together = sum(not choice.alone for choice in picks.choices)
    return (Prose("soft", says.any_number),) if 1 < together <= picks.most else ()


def _answers(says: ScreenWords, wording: Wording, picks: Picks) -> tuple[Row, ...]:
    rows = tuple(
        Row(
            choice.id,
            wording.fill(choice.text) or choice.text,
            "one" if picks.most == 1 else "some",
            choice.alone,
            beside=says.by_itself if choice.alone and picks.most > 1 else "",
        )
        for choice in picks.choices
    )
    return (*rows, Row(TAKE, says.go_on, button=True)) if rows else ()


def _marks(value: Value | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _at(choices: tuple[Choice, ...], value: Value | None) -> int | None:
    marked = _marks(value)
    return next((n for n, choice in enumerate(choices) if choice.id in marked), None)


def reply_page(visit: Visit, feedback: Feedback) -> Page:
    """What is said after a knowledge check."""
    question, wording, says = visit.asked, visit.interview.wording, visit.words.screens
    said = wording.passages(feedback.passages, question.id)
    explain = (Row("explain", says.explain_again),) if feedback.explain else ()
    return with_place(
        visit,
        question,
        Page(
            "",
            wording.put_into(says.you_chose, choice=_text_of(visit, str(visit.value))),
            (*_put_right(visit, feedback), *prose(said)),
            (Row("go_on", says.go_on), *explain),
            at=0,
            sources=source_ids(said),
            doors=tuple(row.id for row in explain),
        ),
    )


def _put_right(visit: Visit, feedback: Feedback) -> tuple[Prose, ...]:
    """That it is not so, in the first words: a friendly reply was taken for a yes."""
    if feedback.as_explained or feedback.unsure:
        return ()
    template = visit.words.screens.another_answer
    answer = _text_of(visit, feedback.explained)
    return (Prose("text", visit.interview.wording.put_into(template, choice=answer)),)


def _text_of(visit: Visit, name: str) -> str:
    takes = visit.asked.takes()
    choices = takes.choices if isinstance(takes, Picks) else ()
    text = next((choice.text for choice in choices if choice.id == name), "")
    return visit.interview.wording.fill(text) or text
