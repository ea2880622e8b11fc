"""Urgent help: open from every screen, and before any content is there."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.tui import saying
from decision_aid.tui.page import Page, Part, Words
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.wording import Wording
from decision_aid.words.screens_en import EN


class UrgentScreen(Overlay):
    """The number first, then the signs. No row is ready to be pressed by accident."""

    def page(self) -> Page:
        if self.face.visit is None:
            return Page(EN.urgent_help, EN.urgent_title, _own_words(), (CLOSE,), urgent=True)
        wording = self.face.wording()
        help_ = wording.aid.urgent_help
        heading = wording.fill(help_.title) or EN.urgent_title
        said = wording.passages(help_.lead, "urgent_help")
        parts = (*saying.words(said), *_levels(wording, heading))
        names = (name for one in help_.levels for sign in one.signs for s in sign.statements
                 for name in s.sources)  # fmt: skip
        sources = tuple(dict.fromkeys(names))
        return Page(EN.urgent_help, heading, parts, (CLOSE,), urgent=True, sources=sources)

    def keys(self) -> tuple[Key, ...]:
        return (
            (Key("←", EN.bar_back, "back"), *self.common_keys())
            if self.face.visit
            else (Key("←", EN.bar_back, "back"),)
        )


def _levels(wording: Wording, title: str) -> Iterator[Part]:
    for level in wording.aid.urgent_help.levels:
        heading = wording.fill(level.heading) or level.heading
        if heading != title:
            yield Words("heading", heading)
        for sign in level.signs:
            text = " ".join(one.text for one in wording.sentences(sign, "urgent_help"))
            if text:
                yield Words("item", text)
        yield from saying.words(wording.passages(level.then, "urgent_help"))


def _own_words() -> tuple[Words, ...]:
    signs = tuple(Words("item", sign) for sign in EN.urgent_signs)
    return (
        Words("text", EN.urgent_first),
        Words("text", EN.urgent_lead),
        *signs,
        Words("text", EN.urgent_numbers),
        Words("text", EN.urgent_even_if),
    )
