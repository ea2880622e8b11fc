"""What is known of a format before any file is made in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, get_args

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import StaffSummary, Summary

Paper: TypeAlias = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

Render: TypeAlias = "Callable[[Summary | StaffSummary, Edition, Paper, GivenFont | None], bytes]"
"""Makes the finished file, where it holds fonts with that one too; raises IncompleteReport."""


IsOwn: TypeAlias = Callable[[bytes], bool]
"""Whether these bytes are a file that this program made in the format."""


def is_unknown(_data: bytes) -> bool:
    """Of a format whose files cannot be told from others: none is known to be its own."""
    return False


# Named tuples here, in editions and in options: dataclasses would cost `--help` 10 ms.


class Format(NamedTuple):
    """A kind of file that a summary can be saved as.

    Its module imports what renders it only when a file is made: names are asked for far oftener.
    """

    name: str
    """As the command line has it."""
    render: Render
    ending: str
    """Of the file's name, without the dot."""
    template: str = ""
    """How the name of its template ends, if it is made from one."""
    papers: tuple[Paper, ...] = ()
    """The sizes of paper that it is laid out for, each one on its own."""
    is_printable: bool = False
    """Whether a printer takes it as it is."""
    is_for_people: bool = True
    """Whether people read it: then the faces offer it, and saving it counts as printing."""
    editions: tuple[str, ...] = ()
    """The names of the editions that it is made of; none named means every edition."""
    file_name: str = ""
    """How its files' names begin, if not as the edition says."""
    is_own: IsOwn = is_unknown
    """Knows a file that was made in it: only such a one is replaced unasked."""

    def takes(self, edition: Edition) -> bool:
        """Whether it is made of that edition."""
        return not self.editions or edition.name in self.editions
