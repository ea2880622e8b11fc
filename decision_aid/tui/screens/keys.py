"""What the keys do."""

from __future__ import annotations

from decision_aid.tui.page import Page, Words
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.words.screens_en import EN


class KeysScreen(Overlay):
    """What the keys do."""

    def page(self) -> Page:
        parts = [Words("text", EN.keys_lead)]
        parts += [Words("item", f"{key}: {does}") for key, does in EN.keys]
        parts.append(Words("text", EN.keys_text))
        return Page("", EN.keys_title, tuple(parts), (CLOSE,), at=0)
