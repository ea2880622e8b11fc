"""Who answers for an aid, and how its texts read."""

from dataclasses import dataclass
from typing import Annotated

from decision_aid.content.fields import ContentPart, Data, Says
from decision_aid.content.text import Passage


@dataclass(frozen=True, kw_only=True)
class ReadingGrade(ContentPart):
    """School grades of the patient's texts by two formulas, held true by a check."""

    flesch_kincaid: float
    """By the formula of Flesch and Kincaid; `check` computes it."""
    coleman_liau: float
    """By the formula of Coleman and Liau; `check` computes it."""


@dataclass(frozen=True, kw_only=True)
class Imprint(ContentPart):
    """Who made this, who paid, how the evidence was chosen, and what is not yet done."""

    title: Annotated[str, Says("title", "nothing")]
    """Its heading."""
    owner: Annotated[str, Says("name", "nothing")]
    """Who looks after the aid: for `check`, so say it in `passages` too."""
    funding: Annotated[str, Says("name", "nothing")]
    """Who paid, or `none`: for `check`, so say it in `passages` too."""
    reading_grade: Annotated[ReadingGrade, Data(own=True, reviewed=False)]
    """The school grades that it prints."""
    passages: Annotated[tuple[Passage, ...], Says("imprint")]
    """What it says."""
