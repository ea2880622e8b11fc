"""The gallery has each kind of page, so that whoever looks at it has looked at all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import pytest

from decision_aid.content import Question
from decision_aid.screens.every import SCREENS
from decision_aid.words import words

ELSEWHERE = {"notes", "covered"}
"""Screens of a counsellor: no browser comes to them."""


def test_every_screen_and_every_kind_of_question_hangs_there(gallery: Mapping[str, str]) -> None:
    for code in ("en", "fr"):
        names = {name.split()[1] for name in gallery if name.startswith(f"{code} ")}
        assert SCREENS.keys() - ELSEWHERE - names == set()
    asked = {name.split()[2] for name in gallery if " question " in name}
    assert {kind.__name__ for kind in get_args(Question)} - asked == set()
    assert "ChecklistLine" in asked
    refused = {name.split()[2] for name in gallery if name.startswith("fr refusal ")}
    assert refused == words("fr").serve.refused.keys()


@pytest.mark.parametrize("kind", ["note one", "words", "sources", "sources 2", "overview", "table"])
def test_a_page_that_is_only_looked_at_counts_no_step(
    gallery: Mapping[str, str], kind: str
) -> None:
    for code, step in (("en", "Step"), ("fr", "Étape")):
        assert f">{step} " in gallery[f"{code} question SelectOne"]
        assert f">{step} " not in gallery[f"{code} {kind}"]
        assert 'class="stages"' not in gallery[f"{code} {kind}"]
