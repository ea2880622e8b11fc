"""Balance: the same rows, in the same plain tone, in a stated order, for every option.

Balance is not equal ink: the loading of a file already refuses a row that leaves an option out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from decision_aid.check.languages import Language, find_language
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import short, texts
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.walk import QUOTED, TextPiece

if TYPE_CHECKING:
    from decision_aid.content import ComparisonRow, DecisionAid

SHORTEST_SHARE = 0.75
"""How many of the words of the longest column the shortest one has at least."""
ENOUGH_WORDS = 60
"""Tables whose longest column has fewer words are not compared: a word more or less is too much."""

_EMPTY_CELL = re.compile(r"[^\w]*|n/?a|tbd|\?+", re.IGNORECASE)
_EMPHASIS = re.compile(r"!|\*\*|__|<[a-zA-Z/]|\b[A-Z]{5,}\b")
_OPTION_ROLES = frozenset({"option", "cell", "row", "name", "caption"})
_SAID_BY_OTHERS = frozenset({"choice", "phrase", "say"})


@cache
def _any_of(words: tuple[str, ...], not_after: str = "") -> re.Pattern[str]:
    one = "|".join(map(re.escape, words)) or "(?!)"
    return re.compile(rf"\b({one})\b{not_after}", re.IGNORECASE)


def same_rows_answered(subject: Subject) -> Iterator[Fault]:
    """Each cell says something in words, so that no option is passed over in a row."""
    for row in subject.aid.comparison.rows:
        for option, cell in row.cells.items():
            if _EMPTY_CELL.fullmatch(cell.plain.strip(" .")):
                yield Fault(row.id, f"the cell {option!r} says nothing: {cell.plain!r}")


def columns_alike(subject: Subject) -> Iterator[Fault]:
    """The columns of the table have about as many words: within a quarter of each other.

    So have the rows that everybody sees.
    """
    rows = subject.aid.comparison.rows
    for_all = tuple(row for row in rows if row.when is None)
    yield from _uneven(rows)
    if for_all != rows:
        yield from _uneven(for_all)


def _uneven(rows: tuple[ComparisonRow, ...]) -> Iterator[Fault]:
    lengths = Counter[str]()
    for row in rows:
        for option, cell in row.cells.items():
            lengths[option] += len(cell.plain.split())
    ordered = lengths.most_common()
    if not ordered or ordered[0][1] < ENOUGH_WORDS:
        return
    (longest, most), (shortest, fewest) = ordered[0], ordered[-1]
    if fewest < SHORTEST_SHARE * most:
        message = f"the column {shortest!r} has {fewest} words, and {longest!r} has {most}"
        yield Fault("comparison", message)


def no_emphasis(subject: Subject) -> Iterator[Fault]:
    """Nothing about an option is louder: no exclamation marks, mark-up or capitals."""
    known = _names(subject.aid)
    for piece in texts(subject.aid):
        if piece.role in _OPTION_ROLES:
            for found in _EMPHASIS.findall(QUOTED.sub("", piece.text)):
                if found not in known:
                    yield fault_in(piece, f"{found!r} makes an option louder: {short(piece.text)}")


def _names(aid: DecisionAid) -> set[str]:
    """Capitals that are words here: explained ones, and the names of registers and bodies."""
    texts = [aid.title, aid.short_title, *(contact.name for contact in aid.contacts)]
    texts += [name for word in aid.words for name in (word.word, *word.also)]
    return {name for text in texts for name in re.findall(r"[A-Z]{5,}", text)}


def find_loaded_words(subject: Subject) -> Iterator[Fault]:
    """No words that sell, scare, sneer or shame, outside what is quoted."""
    language = find_language(subject.aid.language)
    for piece, word in _find(subject, language, _any_of(language.loaded)):
        yield fault_in(piece, f"the word {word!r} is loaded: {short(piece.text)}")


def words_to_avoid(subject: Subject) -> Iterator[Fault]:
    """No words that minimise, command or go stale, outside what is quoted."""
    language = find_language(subject.aid.language)
    avoided = _any_of(tuple(language.to_avoid), language.not_after)
    for piece, word in _find(subject, language, avoided):
        better = language.to_avoid[word.lower()]
        yield fault_in(piece, f"instead of {word!r} say {better}: {short(piece.text)}")


def _find(
    subject: Subject, language: Language, words: re.Pattern[str]
) -> Iterator[tuple[TextPiece, str]]:
    """Each word in our own voice; what is denied ("there is no score") is meant."""
    for piece in texts(subject.aid):
        if piece.role not in _SAID_BY_OTHERS and not piece.validated:
            own = piece.own
            for match in words.finditer(own):
                if not language.denied.search(own[max(0, match.start() - 30) : match.start()]):
                    yield piece, match[1]


def option_order_stated(subject: Subject) -> Iterator[Fault]:
    """The imprint says that the options always stand in the same order."""
    imprint = subject.aid.imprint
    if not any(re.search(r"\border\b", p.said.plain) for p in imprint.passages):
        yield Fault("imprint", "the order of the options is not stated")


RULES = (
    CheckRule(
        "same-rows-answered",
        "Every row is answered in words for every option.",
        ("B1", "O4", "IPDAS 2.1.1", "IPDAS Q2"),
        "Say what is so for this option, that it does not apply, or that it is not known.",
        same_rows_answered,
        of_words=True,
    ),
    CheckRule(
        "columns-alike",
        "The columns of the table are within a quarter of each other in words.",
        ("B1", "IPDAS 2.1.1"),
        "Tell as much about the option with fewer words, or say the rest more shortly.",
        columns_alike,
    ),
    CheckRule(
        "no-emphasis",
        "Nothing makes one option louder than another.",
        ("B2", "NICE EC3"),
        "Take out the exclamation mark, the mark-up or the capitals.",
        no_emphasis,
        of_words=True,
    ),
    CheckRule(
        "loaded-words",
        "No loaded words outside quotations.",
        ("B3", "NICE EC3"),
        "Say what was found in plain words; content that others said belongs in quotes.",
        find_loaded_words,
        of_words=True,
    ),
    CheckRule(
        "words-to-avoid",
        "No words that minimise, command or go stale.",
        ("B3", "NICE EC3"),
        "Use the words named, unless these are really meant.",
        words_to_avoid,
        "warning",
        of_words=True,
    ),
    CheckRule(
        "option-order-stated",
        "The imprint states the order of the options.",
        ("B4", "IPDAS 2.1.1"),
        "Say in the imprint in which order the options always stand.",
        option_order_stated,
        "warning",
    ),
)
