"""Every edition as a page is HTML as the standard has it, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.report.editions import EDITIONS
from decision_aid.summary.models import SummaryInput
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import MOMENT, answers_of
from tests.validators import said_against

PEOPLE = {"en": ("stent_warning_sign", "newly_curious"), "fr": ("balloon_abroad",)}


def pages(aid: DecisionAid, who: str) -> Iterator[tuple[str, str]]:
    """Each edition of what that person's paper says."""
    given = answers_of(who, aid)
    said = SummaryInput(given, dict.fromkeys(given, MOMENT))
    for edition in EDITIONS.values():
        summary = edition.make(aid, said, ON, edition.asks_for_words)
        yield f"{who} {edition.name}", rendered(summary, "html", edition=edition.name).decode()


@pytest.mark.html_validators
def test_nothing_is_said_against_any_edition(tmp_path: Path) -> None:
    every: dict[str, str] = {}
    for code, people in PEOPLE.items():
        aid = load(paths.questions(), code)
        for who in people:
            every |= pages(aid, who)
    assert len(every) == 3 * len(EDITIONS)
    assert said_against(every, tmp_path) == {}
