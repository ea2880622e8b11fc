"""Days and times as people write them, in the same way on every machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime


def day(on: date) -> str:
    """The day as `20 November 2026`."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December",
)  # fmt: skip


def in_words(moment: datetime) -> str:
    """The day and time as `20 November 2026 at 14:05`."""
    return f"{day(moment.date())} at {moment:%H:%M}"
