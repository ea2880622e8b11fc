"""What a command on the records cannot do, in words for the staff."""

from __future__ import annotations


class ClinicFault(Exception):
    """What was asked for cannot be done; all that is wrong, a line each."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines
