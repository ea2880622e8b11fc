"""Voice: whole sentences, few of them very short, and no more marks on one than can be read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from decision_aid.check.grades import count_words, words
from decision_aid.check.languages import find_language
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import IS_SENTENCE, sentences, short, texts
from decision_aid.content import HelpLevel, Passage
from decision_aid.content.faults import Fault, fault_in

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid
    from decision_aid.content.walk import TextPiece

SHORT, MOST_SHORT = 5, 8
"""Sentences of fewer words, and how many of 100 may be so short."""
ENOUGH_SENTENCES = 25
"""Of fewer a single one is many in a hundred."""
MOST_SOURCES = 3
_TOLD = frozenset({"text", "rule", "block", "advice", "urgent", "cell", "caption"})


def _told(piece: TextPiece) -> bool:
    """Whether it is told in sentences: a list under a lead-in is not, nor a choice or a heading."""
    in_list = isinstance(piece.part, HelpLevel) or (
        isinstance(piece.part, Passage) and piece.part.kind == "item"
    )
    leads_in = piece.field == "opening"  # the counts of a figure follow it
    apart = in_list or leads_in or piece.validated
    return piece.patient and piece.role in _TOLD and not apart


def _sentences(subject: Subject) -> Iterator[tuple[TextPiece, str]]:
    urgent = subject.aid.urgent_help
    card = urgent.printed if urgent else ()  # signs under a lead-in too
    for piece in filter(_told, texts(subject.aid)):
        for sentence in sentences(count_words(piece.text)) if piece.part not in card else ():
            if IS_SENTENCE.search(sentence.strip()) and words(sentence):
                yield piece, sentence


def sentence_has_verb(subject: Subject) -> Iterator[Fault]:
    """Each sentence has a verb."""
    language = find_language(subject.aid.language)
    for piece, sentence in _sentences(subject):
        is_reply = sentence.rstrip(".").lower() in language.replies
        if not is_reply and not language.has_verb(sentence):
            yield fault_in(piece, f"no verb: {short(sentence)}")


def few_short_sentences(subject: Subject) -> Iterator[Fault]:
    """No more than 8 in 100 sentences of a part have fewer than five words."""
    found: dict[str, list[str]] = {}
    for piece, sentence in _sentences(subject):
        found.setdefault(piece.area, []).append(sentence)
    for area, told in found.items():
        scraps = [one for one in told if len(words(one)) < SHORT]
        if len(told) >= ENOUGH_SENTENCES and len(scraps) * 100 > MOST_SHORT * len(told):
            message = (
                f"{len(scraps)} of {len(told)} sentences of {area!r} have fewer than five words"
            )
            yield Fault(area, f"{message}, such as {short(scraps[0])}")


def few_sources_on_a_sentence(subject: Subject) -> Iterator[Fault]:
    """No sentence of side 1 carries more than three source marks."""
    owners = _on_side_1(subject.aid)
    for piece in texts(subject.aid):
        if piece.owner in owners and piece.is_cited and len(piece.sources) > MOST_SOURCES:
            yield fault_in(piece, f"{len(piece.sources)} sources on {short(piece.text)}")


def _on_side_1(aid: DecisionAid) -> set[str]:
    """The blocks of side 1, and the rules whose lists stand in them."""
    blocks = [block for block in aid.summary.blocks if block.side == 1]
    passages = [*aid.summary.lead, *(one for block in blocks for one in block.passages)]
    lists = {passage.name for passage in passages if passage.kind == "findings"}
    rules = {rule.id for rule in aid.rules if rule.list in lists}
    return {"urgent_help", *(block.id for block in blocks), *rules}


RULES = (
    CheckRule(
        "sentence-has-verb",
        "Every sentence has a verb: lists under a lead-in, choices and headings are apart.",
        ("L2",),
        "Make a whole sentence of it. A verb that is not known can be added to `check/verbs.py`.",
        sentence_has_verb,
        "warning",
        of_words=True,
    ),
    CheckRule(
        "few-short-sentences",
        f"No more than {MOST_SHORT} in 100 sentences of a part have fewer than five words.",
        ("L2",),
        "Join what belongs together with because, so, but, when or if.",
        few_short_sentences,
        "warning",
        of_words=True,
    ),
    CheckRule(
        "few-sources-on-a-sentence",
        f"No sentence of side 1 carries more than {MOST_SOURCES} source marks.",
        ("V1",),
        "Name the sources that it rests on most, or make two sentences of it.",
        few_sources_on_a_sentence,
        "warning",
    ),
)
