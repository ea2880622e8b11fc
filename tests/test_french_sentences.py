"""Sentences in French: where they end, what their marks are torn from, and how gaps are filled."""

from __future__ import annotations

import pytest

from decision_aid.check.texts import sentences
from decision_aid.content.text import parse_cited
from decision_aid.words import words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Est-ce sûr [nice]\u00a0? Demandez.", ["Est-ce sûr\u00a0?", "Demandez."]),
        ("Appelez [nice]\u00a0! Vite.", ["Appelez\u00a0!", "Vite."]),
        (
            "Il dit\u00a0: «\u00a0Non [nice].\u00a0» Demandez.",
            ["Il dit\u00a0: «\u00a0Non.\u00a0»", "Demandez."],
        ),
        ("Voici [nice]\u00a0: un. Deux.", ["Voici\u00a0:", "un. Deux."]),
        ("Une phrase [nice]. Une autre.", ["Une phrase.", "Une autre."]),
        ("Is it safe [nice]? Ask “why [trial].” Yes.", ["Is it safe?", "Ask “why.”", "Yes."]),
    ],
)
def test_no_mark_is_torn_from_the_end_of_its_sentence(written: str, read: list[str]) -> None:
    assert [one.text for one in parse_cited(written).statements] == read


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Est-ce sûr\u00a0? Demandez\u00a0! Oui.", 3),
        ("Dites\u00a0: «\u00a0Est-ce sûr\u00a0?\u00a0» Écoutez.", 2),
        ("À 14\u00a0h\u00a005, 18\u00a0201 personnes.", 1),
    ],
)
def test_a_sentence_ends_behind_its_own_signs(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (["Auprès de ", "le groupe avec ballon", " : oui."], "Auprès du groupe avec ballon : oui."),
        (["De ", "les veines", ""], "Des veines"),
        (["à ", "le cou", "."], "au cou."),
        (["à ", "les jambes", "."], "aux jambes."),
        (["l’avis de ", "une amie", ""], "l’avis d’une amie"),
        (["parce que ", "il le dit", ""], "parce qu’il le dit"),
        (["si ", "il va", " là"], "s’il va là"),
        (["si ", "elle va", " là"], "si elle va là"),
        (["Le ", "examen", " vient."], "L’examen vient."),
        (["près de", " aucun", " côté"], "près d’aucun côté"),
        (["douleur de ", "hanche", ""], "douleur de hanche"),
        (["douleur de ", "huit", " jours"], "douleur de huit jours"),
        (["à ", "elle", ""], "à elle"),
        (["grande ", "le cou", ""], "grande le cou"),
        (["avis de le centre, ", "oui", ""], "avis de le centre, oui"),
    ],
)
def test_french_is_short_at_the_borders_of_what_was_filled_in(pieces: list[str], said: str) -> None:
    assert words("fr").joined(pieces) == said
    assert words("en").joined(pieces) == "".join(pieces)
