"""A fault: something wrong in a file, told with its place, its mend and what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
        return f"{self.found} Do this: {self.mend}"

    @property
    def found(self) -> str:
        """Where it is and what is wrong, without what to do."""
        where = f"{self.file}:{self.line}: " + (f"{self.place}: " if self.place else "")
        return f"{where}{self.message}."


class InvalidContent(ValueError):
    """A file with faults: all of them."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(in_lines(self.faults)))


def by_mend(faults: Iterable[Fault]) -> list[list[Fault]]:
    """Faults with the same remedy together, in the order in which the first of each stands."""
    groups: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in faults:
        groups.setdefault((fault.severity, fault.id, fault.mend), []).append(fault)
    return list(groups.values())


def in_lines(faults: Iterable[Fault]) -> list[str]:
    """Each fault on its line; a remedy for many stands once, after the last of them."""
    return [
        one.found if one is not group[-1] else f"{one.found} {do_this(group)}"
        for group in by_mend(faults)
        for one in group
    ]


def do_this(group: Sequence[Fault]) -> str:
    """The remedy of faults that share it."""
    mend = group[0].mend
    return f"Do this in all {len(group)} places: {mend}" if len(group) > 1 else f"Do this: {mend}"


def fault_in(piece: TextPiece, message: str) -> Fault:
    """A fault of one text, so that its line can be told."""
    return Fault(piece.owner, message, text=piece.text)


def file_fault(id_: str, file: str, message: str, mend: str, line: int = 1) -> Fault:
    """A fault of a file as a whole, or of one of its lines."""
    return Fault("", message, id=id_, mend=mend, file=file, line=line)
