"""What can be looked up from every screen: words and sources."""

from __future__ import annotations

from decision_aid.screens.page import Page, Part, Prose
from decision_aid.tui import saying
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.words import words

EN = words("en").screens


class WordsScreen(Overlay):
    """The words explained."""

    def page(self) -> Page:
        wording = self.face.wording()
        parts: list[Part] = []
        for one in wording.aid.words:
            also = ", ".join(one.also)
            name = EN.words_also.format(word=one.word, also=also) if also else one.word
            means = " ".join(said.text for said in wording.sentences(one.means, "words"))
            parts += [Prose("heading", name), Prose("text", means)]
        return Page("", EN.words_title, tuple(parts), (CLOSE,), at=0)


class SourcesScreen(Overlay):
    """The sources of the screen below, then all."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__()
        self.names = names

    def page(self) -> Page:
        aid = self.face.wording().aid
        here = [part for name in self.names for part in saying.source(aid.source[name])]
        rest = [
            part for one in aid.sources if one.id not in self.names for part in saying.source(one)
        ]
        parts: tuple[Part, ...] = (
            *(here or [Prose("text", EN.sources_none)]),
            Prose("accent", EN.sources_all),
            *rest,
        )
        return Page("", EN.sources_here, parts, (CLOSE,), at=0, sources=self.names)
