"""Slips of the pen: texts left empty, the same words twice, and words that YAML swallowed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from decision_aid.check.file_subject import document_of, file_of, source_of
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import short
from decision_aid.content import Checklist, Ranking, parse_cited
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.locations import in_words, part_at

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid

_REMARK_BEHIND = re.compile(r"\S[ \t]+#")
_REMARK_WITHIN = re.compile(r"(^|\s)#\s")
_JOINERS = re.compile("[\u200c\u200d]")


def texts_empty(subject: Subject) -> Iterator[Fault]:
    """Whatever is written has something to be seen in it."""
    document = document_of(subject)
    for place, line in document.blank:
        if isinstance(part_at(place, document), str):
            name = next((part for part in reversed(place) if isinstance(part, str)), "")
            fault = _fault_on(subject, line, f"nothing can be seen in {name!r}")
            yield replace(fault, place=in_words(place, document))
    for owner, part in subject.aid.inventory.parts:
        for name in ("choices", "answers", "items"):
            if getattr(part, name, None) == ():
                yield Fault(owner, f"nothing stands in {name!r}")


def _fault_on(subject: Subject, line: int, message: str) -> Fault:
    path = file_of(subject)
    return Fault("", message, file=path.name if path else "", line=line)


# --- the same words twice ---


def choices_differ(subject: Subject) -> Iterator[Fault]:
    """The choices of a question, and the lines of a checklist, can be told apart."""
    for question in (*subject.aid.questions, *subject.aid.shelf):
        for text in _twice(choice.text for choice in question.own_choices()):
            yield Fault(question.id, f"two choices say {short(text)}")
    for section in subject.aid.sections:
        for item in section.items:
            if isinstance(item, Checklist | Ranking):
                for text in _twice(line.text for line in item.items):
                    yield Fault(item.id, f"two lines say {short(text)}")


def names_differ(subject: Subject) -> Iterator[Fault]:
    """Parts of one kind that stand side by side have names of their own."""
    for owner, kind, names in _names(subject.aid):
        for name in _twice(names):
            yield Fault(owner, f"two {kind} are called {short(name)}", text=name)


def _names(aid: DecisionAid) -> Iterator[tuple[str, str, Iterable[str]]]:
    yield "sections", "sections", (one.title for one in aid.sections)
    yield "options", "options", (one.name for one in aid.options)
    yield "arms", "arms", (one.name for one in aid.arms)
    yield "outcomes", "outcomes", (one.name for one in aid.outcomes)
    yield "comparison", "rows", (one.name for one in aid.comparison.rows)
    yield "words", "words", (name for one in aid.words for name in (one.word, *one.also))


def _twice(texts: Iterable[str]) -> Iterator[str]:
    """Each text that reads like one before it, whatever its case, its spaces and its end."""
    seen: set[str] = set()
    for text in texts:
        read = _as_read(text)
        if read and read in seen:
            yield text
        seen.add(read)


def _as_read(text: str) -> str:
    folded = _JOINERS.sub("", unicodedata.normalize("NFKC", text)).casefold()
    return " ".join(folded.split()).rstrip(" .:;,!?…")


# --- what YAML swallowed ---


def texts_swallowed(subject: Subject) -> Iterator[Fault]:
    """No remark cuts a text off, and no list runs into one."""
    from decision_aid.content.swallowed import find_swallowed

    source, said = source_of(subject), {piece.text for piece in subject.aid.inventory.texts}
    if not (_REMARK_BEHIND.search(source) or any(" - " in text for text in said)):
        return
    for found in find_swallowed(source):
        if any(one.text in said for one in parse_cited(found.text).statements):
            what = "a remark cuts it off" if found.is_cut else "a list was read as part of it"
            yield _fault_on(subject, found.line, f"{what}: {short(found.text)}")


def remarks_in_texts(subject: Subject) -> Iterator[Fault]:
    """No text holds what looks like a remark."""
    for piece in subject.aid.inventory.texts:
        if _REMARK_WITHIN.search(piece.text):
            yield fault_in(piece, f"people read the remark in {short(piece.text)}")


RULES = (
    CheckRule(
        "text-not-empty",
        "In every text that is written there is something to be seen.",
        ("ours",),
        "Write the text, or take the line out.",
        texts_empty,
    ),
    CheckRule(
        "choices-differ",
        "No two choices of a question, and no two lines of a checklist, say the same.",
        ("ours",),
        "Say what sets the two apart, or take one out.",
        choices_differ,
        of_words=True,
    ),
    CheckRule(
        "names-differ",
        "No two sections, options, arms, outcomes, rows or words have the same name.",
        ("ours",),
        "Give one of them a name of its own, or take it out.",
        names_differ,
        of_words=True,
    ),
    CheckRule(
        "text-as-written",
        "A text is read as it stands in the file: no remark cuts it off, no list runs into it.",
        ("ours",),
        "Put the text in quotes, and the remark or the list on lines of its own.",
        texts_swallowed,
    ),
    CheckRule(
        "no-remark-in-text",
        "No text holds what looks like a remark.",
        ("ours",),
        "Put the remark above the text; in a folded text YAML takes it for words.",
        remarks_in_texts,
        "warning",
        of_words=True,
    ),
)
