"""The boxes to write in under a page: made before they are needed, then used again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen
from textual.widget import Widget

from decision_aid.screens.page import Entry

if TYPE_CHECKING:
    from decision_aid.tui.widgets.entry import EntryPanel
    from decision_aid.tui.widgets.line_box import LinePanel
    from decision_aid.words import Words

OF_LINES = ("words", "number", "day")
"""The kinds of box that hold a person's own words; the others take one line."""


class Boxes:
    """One box for a person's own words, one for a line; at most one of them is shown."""

    def __init__(
        self, screen: Screen[None], above: Widget, before: Widget, speak: Callable[[], Words]
    ) -> None:
        self._screen = screen
        self._above = above
        """What gives room to a box."""
        self._before = before
        self._speak = speak
        """The words of the language that is spoken now."""
        self._lines: EntryPanel | None = None
        self._line: LinePanel | None = None
        self._shown: EntryPanel | LinePanel | None = None

    @property
    def lines(self) -> int:
        """What the box takes at least, with all that stands under it; 0: there is none now."""
        if self._shown is None:
            return 0
        return 6 if self._shown is self._lines else 4

    @property
    def written(self) -> str | None:
        """What stands in the box; None where there is none."""
        return None if self._shown is None else self._shown.written

    @property
    def has_focus(self) -> bool:
        """Whether letters go into a box."""
        shown = self._shown
        return shown is not None and self._screen.focused is shown.box

    @property
    def is_opening(self) -> bool:
        """Whether a box is shown that takes no letters yet, because it is being made."""
        return self._shown is not None and not self._shown.box.is_mounted

    def may_hold(self, widget: Widget) -> bool:
        """Whether the keys may be there: not in a box that is not shown now."""
        hidden = {self._lines, self._line} - {self._shown, None}
        return hidden.isdisjoint(widget.ancestors_with_self)

    def make(self) -> None:
        """Make both, so that no later key waits for that."""
        self._panel_of_lines()
        self._panel_of_a_line()

    def stand_for(self, entry: Entry | None) -> None:
        """Show the box that the page needs, or none."""
        shown = None if entry is None else self._panel(entry)
        if shown is self._shown:
            return
        # Not by a class of the screen's: all CSS would be matched anew.
        self._above.styles.height = "1fr" if shown is None else "auto"
        self._display(self._shown, False)
        self._display(shown, True)
        self._shown = shown

    def _display(self, panel: Widget | None, is_shown: bool) -> None:
        """Show or hide it. Textual would paint the screen once more after the layout has."""
        if panel is not None:
            is_to_be_painted = self._screen._repaint_required
            panel.display = is_shown
            self._screen._repaint_required = is_to_be_painted

    def ask(self, entry: Entry) -> None:
        """Begin with the text that stands, and with the keys in the box."""
        self._panel(entry).ask(entry)

    def retell(self, entry: Entry | None) -> None:
        """Say in other words what stands under the box, and leave what is written in it.

        Only an answer that stands there is written as the other language writes it.
        """
        if entry is not None and entry.kind in OF_LINES and entry.text != self.written:
            self.ask(entry)
        elif entry is not None:
            self._panel(entry).retell(entry)

    def _panel(self, entry: Entry) -> EntryPanel | LinePanel:
        return self._panel_of_lines() if entry.kind in OF_LINES else self._panel_of_a_line()

    def _panel_of_lines(self) -> EntryPanel:
        from decision_aid.tui.widgets.entry import EntryPanel

        if self._lines is None:
            self._lines = EntryPanel(self._speak)
            self._screen.mount(self._lines, before=self._before)
        return self._lines

    def _panel_of_a_line(self) -> LinePanel:
        from decision_aid.tui.widgets.line_box import LinePanel

        if self._line is None:
            self._line = LinePanel()
            self._screen.mount(self._line, before=self._before)
        return self._line
