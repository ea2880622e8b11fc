"""Urgent help: open from every screen, and before any content is there."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.screens.page import Page, Part, Prose
from decision_aid.tui import saying
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.wording import Wording
from decision_aid.words import words

EN = words("en").screens


class UrgentScreen(Overlay):
    """The number first, then the signs. No row is ready to be pressed by accident."""

    def page(self) -> Page:
        if self.face.visit is None:
            return Page(EN.urgent_help, EN.urgent_title, _own_words(), (CLOSE,), urgent=True)
        wording = self.face.wording()
        help_ = wording.aid.urgent_help
        heading = wording.fill(help_.title) or EN.urgent_title
        said = wording.passages(help_.lead, "urgent_help")
        parts = (*saying.prose(said), *_levels(wording, heading))
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
            yield Prose("heading", heading)
        for sign in level.signs:
            text = " ".join(one.text for one in wording.sentences(sign, "urgent_help"))
            if text:
                yield Prose("item", text)
        yield from saying.prose(wording.passages(level.then, "urgent_help"))


def _own_words() -> tuple[Prose, ...]:
    signs = tuple(Prose("item", sign) for sign in EN.urgent_signs)
    return (
        Prose("text", EN.urgent_first),
        Prose("text", EN.urgent_lead),
        *signs,
        Prose("text", EN.urgent_numbers),
        Prose("text", EN.urgent_even_if),
    )
