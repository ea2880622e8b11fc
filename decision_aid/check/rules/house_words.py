"""The author's own lists of words to explain and to avoid, and the words of instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import short, texts
from decision_aid.content import Contact, Quotation, Word
from decision_aid.content.faults import Fault, fault_in

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.content.walk import TextPiece

_ENDS = r"(?:s|es)?"


def listed_word_explained(subject: Subject) -> Iterator[Fault]:
    """Each word of `to_explain` that the aid uses is explained among its words."""
    for word in subject.aid.to_explain:
        if word.casefold() not in _explained(subject.aid):
            wanted = _as_a_word(word)
            used = (piece for piece in texts(subject.aid) if wanted.search(piece.own))
            for piece in list(used)[:1]:
                yield fault_in(piece, f"{word!r} is not explained: {short(piece.text)}")


def _explained(aid: DecisionAid) -> set[str]:
    return {name.casefold() for word in aid.words for name in (word.word, *word.also)}


def listed_word_avoided(subject: Subject) -> Iterator[Fault]:
    """No word of `avoid` stands in a text that the author can word otherwise."""
    worded = [piece for piece in texts(subject.aid) if _is_worded_here(piece)]
    for entry in subject.aid.avoid:
        wanted = _as_a_word(entry.word, *entry.also)
        for piece in worded if entry.word.strip() else ():
            if found := wanted.search(piece.own):
                message = f"instead of {found[0]!r} say {entry.say!r}: {short(piece.text)}"
                yield fault_in(piece, message)


def _is_worded_here(piece: TextPiece) -> bool:
    """What others call themselves, the words of an instrument and a word explained are apart."""
    return not piece.validated and not isinstance(piece.part, Contact | Quotation | Word)


def instrument_named(subject: Subject) -> Iterator[Fault]:
    """The imprint names each instrument in whose words something is said."""
    imprint = " ".join(passage.said.plain for passage in subject.aid.imprint.passages)
    told: set[str] = set()
    for owner, part in subject.aid.inventory.parts:
        name = getattr(part, "validated", "")
        if name and name not in told and name.casefold() not in imprint.casefold():
            told.add(name)
            yield Fault(owner, f"the imprint does not name {name!r}, whose words these are")


def _as_a_word(*words: str) -> re.Pattern[str]:
    """Any of these, whole, with the ending of several."""
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{listed}){_ENDS}(?!\w)", re.IGNORECASE)


RULES = (
    CheckRule(
        "listed-word-explained",
        "What the author lists under `to_explain` is explained where it is used.",
        ("L3", "CDC Clear Communication Index"),
        "Add it to `words` (or to `also` of another word), or use a plain word.",
        listed_word_explained,
    ),
    CheckRule(
        "listed-word-avoided",
        "What the author lists under `avoid` is not used, outside quotations.",
        ("L3", "B3"),
        "Say what the list says instead, or take the word off the list.",
        listed_word_avoided,
    ),
    CheckRule(
        "instrument-named",
        "The imprint names each instrument whose words the aid uses.",
        ("V1", "IPDAS Q21"),
        "Say in the imprint which instrument it is, and who made it.",
        instrument_named,
        "warning",
    ),
)
