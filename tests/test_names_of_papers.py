"""Each paper has one name in all that people read: nobody looks for a page that is a summary."""

from __future__ import annotations

import re

import pytest

from decision_aid import paths
from decision_aid.content.load import load
from decision_aid.content.walk import take_inventory

OTHER_NAMES = {
    "en": r"\b(my|your|their) page\b|\ba sheet\b|staff's copy",
    "fr": r"\b(ma|votre|sa) page\b|\bune feuille\b|copie de l’équipe",
}
FIRST = {"en": "a booklet of facts", "fr": "un livret des faits"}


@pytest.mark.parametrize("language", OTHER_NAMES)
def test_a_paper_is_called_a_summary_or_a_booklet_of_facts(language: str) -> None:
    texts = [one.text for one in take_inventory(load(paths.questions(), language)).texts]
    assert [text for text in texts if re.search(OTHER_NAMES[language], text, re.I)] == []


@pytest.mark.parametrize("language", FIRST)
def test_the_booklet_is_explained_where_it_is_first_named(language: str) -> None:
    texts = [one.text for one in take_inventory(load(paths.questions(), language)).texts]
    named = next(text for text in texts if re.search(r"\b(booklet|livret)\b", text))
    assert FIRST[language] in named
