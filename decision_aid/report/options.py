"""What can be asked of a printed summary: format, edition and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from decision_aid.report.editions import PATIENT, Edition
from decision_aid.report.format import PAPERS, Format, Paper

if TYPE_CHECKING:
    from decision_aid.report.given_font import GivenFont


class PrintOptions(NamedTuple):
    """How a summary is printed, whoever's answers it is made of."""

    format: Format
    edition: Edition = PATIENT
    paper: Paper = PAPERS[0]
    with_words: bool = False
    """Whether typed words stand in an edition that has them only on request."""
    font: GivenFont | None = None
    """A font of this machine, for letters that the shipped ones do not have."""

    @property
    def ending(self) -> str:
        """How its files' names end, so that no edition takes the place of another."""
        edition = "" if self.edition is PATIENT else f"-{self.edition.name}"
        return f"{edition}.{self.format.ending}"
