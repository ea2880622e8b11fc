"""One session's answers as this content understands them, and in words by section."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.cli.records.sessions import format_label
from decision_aid.interview import conduct_interview, fixed_values
from decision_aid.plain_text import clean, one_line
from decision_aid.record import ContentVersion, RecordsFault
from decision_aid.record.reading import count_heard, describe, interpret_answers

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid, Question
    from decision_aid.interview import Interview
    from decision_aid.record import Printed, Records, SessionInfo
    from decision_aid.record.session import Session
    from decision_aid.words import Words

Passphrase = Callable[[str], str]
"""Asks for the passphrase of that label; raises UsageError where it cannot."""
WIDTH = 76


@dataclass(frozen=True)
class SessionAnswers:
    """A session's answers, and the questions whose answers this content does not take."""

    entry: SessionInfo
    answers: Answers
    moments: Mapping[str, datetime]
    unread: tuple[str, ...]
    """What each of these questions asks, or its id where this content has no such question."""
    printed: Printed | None = None
    """The answers as a summary of them was printed last, to tell what changed since."""
    print_unread: bool = False
    """Whether what was printed then cannot be read, so that nobody knows what changed."""


def open_session(
    records: Records, entry: SessionInfo, ask: Passphrase, *, looking: bool = True
) -> Session:
    """The session, as a rule to look at; a passphrase is asked for where it is locked."""
    passphrase = ask(format_label(entry)) if entry.locked else None
    return records.open_entry(entry, passphrase, looking=looking)


def read_session(session: Session, aid: DecisionAid, words: Words, on: date) -> SessionAnswers:
    """Its answers; raises UsageError where they belong to another questionnaire."""
    entry = session.entry
    if entry.content.id != aid.id:
        other = one_line(entry.content.id)
        raise UsageError(words.records.other_content.format(content=other))
    kept = session.answers()
    given = {one.question: one.given for one in kept}
    answers, unread = interpret_answers(aid, given)
    moments = {one.question: one.moment for one in kept}
    names = tuple(describe(aid, one, on) for one in unread)
    printed, unread_print = _read_print(session)
    if entry.content.is_of(aid):
        entry = count_heard(entry, aid, given)
    return SessionAnswers(entry, answers, moments, names, printed, unread_print)


def _read_print(session: Session) -> tuple[Printed | None, bool]:
    """The last print, and whether there is one that cannot be read; answers are good without it."""
    try:
        return session.last_print(), False
    except RecordsFault as fault:
        if fault.kind != "altered":
            raise
        return None, True


def versions_differ(entry: SessionInfo, aid: DecisionAid, words: Words) -> str | None:
    """What to say where the answers were given to another version; else None."""
    if entry.content.is_of(aid):
        return None
    theirs, ours = entry.content, ContentVersion.of(aid)
    return words.records.other_version.format(
        version=one_line(theirs.version),
        hash=one_line(theirs.hash[:6]),
        ours=ours.version,
        our_hash=ours.hash[:6],
    )


# --- in words --------------------------------------------------------------------------------


def in_sections(what: SessionAnswers, aid: DecisionAid, words: Words, on: date) -> str:
    """Every answer in words, by section; what is not used or not taken stands at the end."""
    interview = conduct_interview(aid, what.answers, fixed_values(aid, on), "counsellor")
    return (
        "\n".join(
            [
                *_about(what, words),
                *_tell_sections(interview, words),
                *_tell_off_path(interview, words),
                *_not_taken(what, words),
            ]
        )
        + "\n"
    )


def _about(what: SessionAnswers, words: Words) -> Iterator[str]:
    entry, version = what.entry, what.entry.content
    begun, last = words.moment(entry.begun), words.moment(entry.last)
    about = words.records.about.format(
        label=format_label(entry), begun=begun, last=last, answered=entry.answered
    )
    yield from _wrap(about)
    named = {"content": version.id, "version": version.version, "hash": version.hash[:6]}
    content = words.records.content.format(**named)
    yield from _wrap(one_line(content))


def _tell_sections(interview: Interview, words: Words) -> Iterator[str]:
    for section in interview.aid.sections:
        asked = [q for q in section.questions if q.id in interview.heard and not q.is_read]
        yield from _tell_under(section.title, interview, asked, words)


def _tell_off_path(interview: Interview, words: Words) -> Iterator[str]:
    """Answers to questions that are not on the way any more: kept, and not heard."""
    known = (
        q
        for q in interview.aid.questions
        if q.id in interview.given and q.id not in interview.heard
    )
    left = [q for q in known if not q.is_read]
    yield from _tell_under(words.records.off_path, interview, left, words)


def _tell_under(
    heading: str, interview: Interview, questions: Sequence[Question], words: Words
) -> Iterator[str]:
    if questions:
        yield from ("", *_wrap(heading))
    for question in questions:
        yield from _wrap(interview.wording.question(question), "  ")
        value = interview.given[question.id]
        answer = None if value is None else question.phrase(value, words)
        yield from _wrap(answer or words.records.passed_over, "      ")


def _not_taken(what: SessionAnswers, words: Words) -> Iterator[str]:
    if what.unread:
        yield from ("", words.records.not_taken, *_wrap(words.records.not_taken_lead, "  "))
    for question in what.unread:
        yield from _wrap(question, "  ")


def _wrap(text: str, indent: str = "") -> Iterator[str]:
    for line in clean(text).split("\n"):
        yield from textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=indent)
