"""A fault: something wrong in a file, told with its place, its mend and what shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content.walk import TextPiece

Severity: TypeAlias = Literal["error", "warning", "needs a person"]


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file: where, what, and how to mend it.

    Whoever finds it knows the part that has it, or else the line; the rest is filled in later.
    """

    owner: str
    """The id of the part that has it; empty where the line is known at once."""
    message: str
    answers: Answers | None = None
    """The fewest answers that show it."""
    _: KW_ONLY
    id: str = ""
    """Of which kind it is: an id of the catalogue."""
    mend: str = ""
    text: str = ""
    """The words that have it, where one text of its owner does."""
    file: str = ""
    line: int = 1
    place: str = ""
    """The place in words."""
    severity: Severity = "error"

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " + (f"{self.place}: " if self.place else "")
        return f"{where}{self.message}. Do this: {self.mend}"


class InvalidContent(ValueError):
    """A file with faults: all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))


def fault_in(piece: TextPiece, message: str) -> Fault:
    """A fault of one text, so that its line can be told."""
    return Fault(piece.owner, message, text=piece.text)


def file_fault(id_: str, file: str, message: str, mend: str, line: int = 1) -> Fault:
    """A fault of a file as a whole, or of one of its lines."""
    return Fault("", message, id=id_, mend=mend, file=file, line=line)
