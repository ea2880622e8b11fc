"""What stays in the language of the first file where another language is laid over it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from decision_aid.content.text import parse_cited


@dataclass(frozen=True)
class LaidOver:
    """The texts that an overlay lacks, and what it makes of quotations; empty without one."""

    original: str = ""
    """The language of the first file."""
    untranslated: tuple[str, ...] = ()
    """The texts that are shown as they stand there: missing in the overlay, or stale."""
    kept: tuple[str, ...] = ()
    """Names and titles of sources that a translation leaves as they are."""
    quotations: Mapping[str, str] = field(default_factory=dict, hash=False)
    """A body's own words, which stay, and our translation to stand beside them."""

    first_words: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What the first file says, for each text that the overlay says in its place."""

    def first_said(self, text: str) -> str:
        """What the first file says there."""
        return self.first_words.get(text, text)

    def language_of(self, text: str) -> str:
        """The language of a text that is not in the language of the aid; else nothing."""
        return self.original if self._left and text in self._left else ""

    def language_of_address(self, address: str) -> str:
        """The same of a source's address, which a translation need not say."""
        return self.original if address not in self.first_words else ""

    @cached_property
    def _left(self) -> frozenset[str]:
        """Those texts, whole and statement by statement."""
        said = (one.text for text in self.untranslated for one in parse_cited(text).statements)
        return frozenset((*self.untranslated, *said, *self.kept))
