"""The least that a Textual app can be: one Static, which a key changes."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Bare(App[None]):
    """What the decision aid's start and its keys are measured against."""

    presses = 0

    def compose(self) -> ComposeResult:
        """One Static."""
        yield Static("bare screen 0")

    def on_key(self, _event: Key) -> None:
        """Show how many keys were pressed."""
        self.presses += 1
        self.query_one(Static).update(f"bare screen {self.presses}")


if __name__ == "__main__":
    Bare().run()
