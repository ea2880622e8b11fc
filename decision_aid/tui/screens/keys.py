"""What the keys do."""

from __future__ import annotations

from decision_aid.screens.page import Page, Prose
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.words import words

EN = words("en").screens


class KeysScreen(Overlay):
    """What the keys do."""

    def page(self) -> Page:
        parts = [Prose("text", EN.keys_lead)]
        parts += [Prose("item", f"{key}: {does}") for key, does in EN.keys]
        parts.append(Prose("text", EN.keys_text))
        return Page("", EN.keys_title, tuple(parts), (CLOSE,), at=0)
