"""How hard a text is to read: by formulas of words, sentences, letters and syllables.

Flesch-Kincaid grade level: Kincaid, Fishburne, Rogers, Chissom: Derivation of new readability
formulas for Navy enlisted personnel. Research Branch Report 8-75, Millington 1975:
0.39 words per sentence + 11.8 syllables per word - 15.59.

Coleman-Liau index: Coleman, Liau: A computer readability formula designed for machine scoring.
Journal of Applied Psychology 1975;60(2):283-4: 0.0588 letters per 100 words
- 0.296 sentences per 100 words - 15.8.

Kandel-Moles, for French, stands in `languages/fr.py`. All look at the length of words and sentences
alone. Two of them differ by several grades on the same text, and none replaces a reader. What is
quoted is not counted, nor what does not end like a sentence (titles, choices, headings): scraps
make a text look easier than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from decision_aid.check.languages import Language, find_language
from decision_aid.check.texts import sentences
from decision_aid.content.placeholders import PLACEHOLDER
from decision_aid.content.walk import QUOTED, TextPiece

_WORD = re.compile(r"[^\W_]+(?:[’'.,:-][^\W_]+)*")
_WHOLE = re.compile(r"[.?!…:][”’»)\"'\xa0]*\s*$")
_UNCOUNTED = frozenset({"phrase", "name", "choice"})


@dataclass(frozen=True)
class Tally:
    """What the formulas count."""

    letters: int = 0
    syllables: int = 0
    words: int = 0
    sentences: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.letters + other.letters,
            self.syllables + other.syllables,
            self.words + other.words,
            self.sentences + other.sentences,
        )

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def flesch_kincaid(self) -> float:
        """The Flesch-Kincaid grade level."""
        if not self.words:
            return 0.0
        return 0.39 * self.mean + 11.8 * self.syllables / self.words - 15.59

    @property
    def coleman_liau(self) -> float:
        """The Coleman-Liau index."""
        if not self.words:
            return 0.0
        per_hundred = 100 / self.words
        return (0.0588 * self.letters - 0.296 * self.sentences) * per_hundred - 15.8

    @property
    def kandel_moles(self) -> float:
        """The ease of reading by Kandel and Moles, of which more is easier."""
        if not self.words:
            return 100.0
        return 207 - 1.015 * self.mean - 73.6 * self.syllables / self.words


def tally(texts: Iterable[str], language: str) -> Tally:
    """The counts of the sentences in several texts."""
    total = Tally()
    for text in texts:
        for sentence in sentences(count_words(text)) if _WHOLE.search(text[-9:]) else ():
            total += _sentence(sentence, find_language(language))
    return total


def count_words(text: str) -> str:
    """The text as it is counted: without quotations, and a short word for each placeholder."""
    return PLACEHOLDER.sub("this", QUOTED.sub("", text))


def words(text: str) -> list[str]:
    """The words of a text; a number is one."""
    return _WORD.findall(text)


def by_area(pieces: Iterable[TextPiece], language: str) -> dict[str, Tally]:
    """The counts of each part of the aid: what patients read; names, choices and the words of
    instruments apart.
    """
    found: dict[str, Tally] = {}
    for piece in pieces:
        if piece.patient and piece.role not in _UNCOUNTED and not piece.validated:
            found[piece.area] = found.get(piece.area, Tally()) + tally([piece.text], language)
    return found


def _sentence(sentence: str, language: Language) -> Tally:
    found = words(sentence)
    if not found:
        return Tally()
    letters = sum(character.isalnum() for word in found for character in word)
    return Tally(letters, sum(map(language.syllables, found)), len(found), 1)
