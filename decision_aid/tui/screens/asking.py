"""A question as a page, by its kind: pure functions of the visit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from decision_aid.content import Choice, Feedback, KnowledgeCheck, Note, Picks, Question, Writes
from decision_aid.summary import note_sources
from decision_aid.tui import saying
from decision_aid.tui.page import Page, Row, Words
from decision_aid.words.screens_en import EN

if TYPE_CHECKING:
    from decision_aid.conditions import Value
    from decision_aid.interview import Interview
    from decision_aid.speech import Speech

TAKE = "take"
"""The row that takes the answer and goes on."""


def place(walked: Interview, question: Question) -> tuple[str, str, str]:
    """The section, and how far it is, in long and in short."""
    section = walked.aid.section_of[question.id].title
    if question.id not in walked.places:
        return section, "", ""
    numbers = {"at": walked.places[question.id] + 1, "about": walked.about}
    known = (EN.count, EN.count_short)
    long, short = known if walked.length_is_known else (EN.count_alone, EN.count_alone)
    return section, long.format(**numbers), short.format(**numbers)


def question_page(walked: Interview, question: Question, value: Value | None) -> Page:
    """Any question but a note: what is asked, and the answers there are."""
    speech = walked.speech
    where, count, short = place(walked, question)
    said = speech.passages(question.lead, question.id)
    takes = question.takes()
    picks = takes if isinstance(takes, Picks) else Picks((), 0, 0)
    return Page(
        where,
        speech.question(question),
        (*saying.words(said), *_how_many(picks)),
        _answers(speech, picks),
        _marked(value),
        max(picks.most, 1),
        at=_at(picks.choices, value),
        urgent=question.urgent,
        close=isinstance(takes, Writes),
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )


def _how_many(picks: Picks) -> tuple[Words, ...]:
    """Said where any number can be marked; a smaller number is the question's own to say."""
    together = sum(not choice.alone for choice in picks.choices)
    return (Words("soft", EN.any_number),) if 1 < together <= picks.most else ()


def _answers(speech: Speech, picks: Picks) -> tuple[Row, ...]:
    rows = tuple(
        Row(
            choice.id,
            speech.fill(choice.text) or choice.text,
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


def note_page(walked: Interview, note: Note, first: Row) -> Page:
    """A note with its doors."""
    speech = walked.speech
    where, count, short = place(walked, note)
    said = speech.passages((*note.lead, *note.body), note.id)
    return Page(
        where,
        speech.question(note),
        saying.words(said),
        (first, *_doors(speech, note)),
        at=None if note.urgent else 0,
        urgent=note.urgent,
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )


def _doors(speech: Speech, note: Note) -> Iterable[Row]:
    if note.pictures:
        many = len(note.pictures) > 1
        yield Row("picture", EN.show_pictures if many else EN.show_picture)
    if note.rows:
        yield Row("table", EN.show_table)
    if note.comes_from or note_sources(speech, note):
        yield Row("comes_from", EN.comes_from)
    if note.another_way:
        yield Row("another_way", EN.another_way)
    for name in note.see:
        title = speech.question(speech.aid.by_id[name])
        yield Row(f"see:{name}", EN.see_note.format(title=title))


def another_way(walked: Interview, note: Note, first: Row) -> Page:
    """The same said another way."""
    speech = walked.speech
    where, count, short = place(walked, note)
    said = speech.passages(note.another_way, note.id)
    return Page(
        where,
        speech.question(note),
        saying.words(said),
        (first, Row("first_way", EN.first_way)),
        at=0,
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )


def comes_from(walked: Interview, note: Note, first: Row) -> Page:
    """Where the note comes from: in words, then the list."""
    speech = walked.speech
    where, count, short = place(walked, note)
    said = speech.passages(note.comes_from, note.id)
    listed = note_sources(speech, note)
    parts = tuple(part for one in listed for part in saying.source(one))
    return Page(
        where,
        EN.comes_from,
        (*saying.words(said), *parts),
        (first, Row("first_way", EN.back_to_text)),
        at=0,
        sources=tuple(one.id for one in listed),
        count=count,
        count_short=short,
    )


def reply_page(
    walked: Interview, question: KnowledgeCheck, value: Value, feedback: Feedback
) -> Page:
    """What is said after a knowledge check."""
    speech = walked.speech
    where, count, short = place(walked, question)
    chosen = question.choice(str(value))
    said = speech.passages(feedback.passages, question.id)
    explain = (Row("explain", EN.explain_again),) if feedback.explain else ()
    return Page(
        where,
        EN.you_chose.format(choice=speech.fill(chosen.text) or chosen.text),
        saying.words(said),
        (Row("go_on", EN.go_on), *explain),
        at=0,
        sources=saying.sources(said),
        count=count,
        count_short=short,
    )
