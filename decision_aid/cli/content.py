"""The questionnaire that a command works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.endings import Refused

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid


def loaded(path: Path) -> DecisionAid:
    """The aid in that file; raises Refused with all its faults."""
    from decision_aid.load import Faulty, load

    try:
        return load(path)
    except Faulty as error:
        raise Refused(*map(str, error.faults)) from None
