"""What a visit asks of whoever writes its answers down."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol


class NotKept(Exception):
    """An answer could not be written; the reason is for the person."""


class Keeper(Protocol):
    """Writes each answer down as it is given, where the person agreed to that."""

    def keep(self, question: str, given: Sequence[str] | None, moment: datetime) -> None:
        """Write down what was picked or typed (None: passed over); raises NotKept."""
