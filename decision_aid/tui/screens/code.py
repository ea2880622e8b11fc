"""The code that opens the answers again, to be looked at once more in the same visit."""

from __future__ import annotations

from decision_aid.screens.page import Page
from decision_aid.tui.screens.opening_pages import code_words
from decision_aid.tui.screens.overlay import CLOSE, Overlay
from decision_aid.words import words

EN = words("en").screens


class CodeScreen(Overlay):
    """The code letter by letter and whole."""

    def page(self) -> Page:
        return Page(EN.keeping, EN.my_code, code_words(self.face.code), (CLOSE,), at=0)
