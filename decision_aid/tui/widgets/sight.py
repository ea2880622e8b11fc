"""What of a page is seen and marked, so that it can be shown so again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.frozen import Frozen

if TYPE_CHECKING:
    from decision_aid.tui.widgets.choices import Choices


class Sight(Frozen):
    """The rows with their marks, what is said under them, and the uppermost line."""

    choices: Choices
    notice: str
    top: int
