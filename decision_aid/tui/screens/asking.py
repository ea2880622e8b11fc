"""A question as a page, by its kind: pure functions of the visit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from decision_aid.content import Choice, Feedback, KnowledgeCheck, Note, Picks, Question, Writes
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.summary.sources import note_sources
from decision_aid.tui import saying
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.conditions import Value
    from decision_aid.interview import Interview
    from decision_aid.wording import Wording

EN = words("en").screens

TAKE = "take"
"""The row that takes the answer and goes on."""


def place(interview: Interview, question: Question) -> tuple[str, str, str]:
    """The section, and how far it is, in long and in short."""
    section = interview.aid.section_of[question.id].title
    if question.id not in interview.places:
        return section, "", ""
    numbers = {"at": interview.places[question.id] + 1, "about": interview.about}
    known = (EN.count, EN.count_short)
    long, short = known if interview.length_is_known else (EN.count_alone, EN.count_alone)
    return section, long.format(**numbers), short.format(**numbers)


def question_page(interview: Interview, question: Question, value: Value | None) -> Page:
    """Any question but a note: what is asked, and the answers there are."""
    wording = interview.wording
    where, count, short = place(interview, question)
    said = wording.passages(question.lead, question.id)
    takes = question.takes()
    picks = takes if isinstance(takes, Picks) else Picks((), 0, 0)
    return Page(
        where,
        wording.question(question),
        (*saying.prose(said), *_how_many(picks)),
        _answers(wording, picks),
        _marked(value),
        max(picks.most, 1),
        at=_at(picks.choices, value),
        urgent=question.urgent,
        close=isinstance(takes, Writes),
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )


def _how_many(picks: Picks) -> tuple[Prose, ...]:
    """Said where any number can be marked; a smaller number is the question's own to say."""
    together = sum(not choice.alone for choice in picks.choices)
    return (Prose("soft", EN.any_number),) if 1 < together <= picks.most else ()


def _answers(wording: Wording, picks: Picks) -> tuple[Row, ...]:
    rows = tuple(
        Row(
            choice.id,
            wording.fill(choice.text) or choice.text,
            "one" if picks.most == 1 else "some",
            choice.alone,
        )
        for choice in picks.choices
    )
    return (*rows, Row(TAKE, EN.go_on, button=True)) if rows else ()


def _marked(value: Value | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (str(value),)


def _at(choices: tuple[Choice, ...], value: Value | None) -> int | None:
    marked = _marked(value)
    return next((n for n, choice in enumerate(choices) if choice.id in marked), None)


def note_page(interview: Interview, note: Note, first: Row) -> Page:
    """A note with its doors."""
    wording = interview.wording
    where, count, short = place(interview, note)
    said = wording.passages((*note.lead, *note.body), note.id)
    return Page(
        where,
        wording.question(note),
        saying.prose(said),
        (first, *_doors(wording, note)),
        at=None if note.urgent else 0,
        urgent=note.urgent,
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )


def _doors(wording: Wording, note: Note) -> Iterable[Row]:
    if note.pictures:
        many = len(note.pictures) > 1
        yield Row("picture", EN.show_pictures if many else EN.show_picture)
    if note.rows:
        yield Row("table", EN.show_table)
    if note.comes_from or note_sources(wording, note):
        yield Row("comes_from", EN.comes_from)
    if note.another_way:
        yield Row("another_way", EN.another_way)
    for name in note.see:
        title = wording.question(wording.aid.by_id[name])
        yield Row(f"see:{name}", EN.see_note.format(title=title))


def another_way(interview: Interview, note: Note, first: Row) -> Page:
    """The same said another way."""
    wording = interview.wording
    where, count, short = place(interview, note)
    said = wording.passages(note.another_way, note.id)
    return Page(
        where,
        wording.question(note),
        saying.prose(said),
        (first, Row("first_way", EN.first_way)),
        at=0,
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )


def comes_from(interview: Interview, note: Note, first: Row) -> Page:
    """Where the note comes from: in words, then the list."""
    wording = interview.wording
    where, count, short = place(interview, note)
    said = wording.passages(note.comes_from, note.id)
    listed = note_sources(wording, note)
    parts = tuple(part for one in listed for part in saying.source(one))
    return Page(
        where,
        EN.comes_from,
        (*saying.prose(said), *parts),
        (first, Row("first_way", EN.back_to_text)),
        at=0,
        sources=tuple(one.id for one in listed),
        count=count,
        count_short=short,
    )


def reply_page(
    interview: Interview, question: KnowledgeCheck, value: Value, feedback: Feedback
) -> Page:
    """What is said after a knowledge check."""
    wording = interview.wording
    where, count, short = place(interview, question)
    chosen = question.choice(str(value))
    said = wording.passages(feedback.passages, question.id)
    explain = (Row("explain", EN.explain_again),) if feedback.explain else ()
    return Page(
        where,
        EN.you_chose.format(choice=wording.fill(chosen.text) or chosen.text),
        saying.prose(said),
        (Row("go_on", EN.go_on), *explain),
        at=0,
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )
