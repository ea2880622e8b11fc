"""A sentence without a verb is told from one with a verb, in the words that a guide uses."""

from __future__ import annotations

import pytest

from decision_aid.check.verbs import has_verb


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody knows how often.",
        "It didn't help.",
        "We’ve looked for it.",
        "Many people tried it.",
        "Please stop.",
        "Three people carried on.",
    ],
)
def test_a_verb_is_found(sentence: str) -> None:
    assert has_verb(sentence)


@pytest.mark.parametrize(
    "sentence",
    ["Number, ethics committee, chance.", "No group by chance.", "Which doctor at home?"],
)
def test_fragments_have_none(sentence: str) -> None:
    assert not has_verb(sentence)
