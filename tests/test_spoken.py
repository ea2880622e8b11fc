"""Text that knows which of its words are in another language stays text, and keeps knowing."""

from __future__ import annotations

import pickle
from dataclasses import replace

from decision_aid import paths
from decision_aid.interview import conduct_interview
from decision_aid.spoken import Spoken, fill_in, in_language, join, language_of, runs_of
from tests.bilingual import languages_of

HELLO = in_language("Good day", "en")


def test_it_is_the_same_text() -> None:
    assert (HELLO, hash(HELLO), HELLO.upper()) == ("Good day", hash("Good day"), "GOOD DAY")
    assert in_language("Bonjour", "") == "Bonjour"
    assert not isinstance(in_language("Bonjour", ""), Spoken)


def test_joined_with_others_each_keeps_its_language() -> None:
    said = join(("Bonjour.", HELLO))
    assert said == "Bonjour. Good day"
    assert [run for run in runs_of(said) if run[0].strip()] == [
        ("Bonjour.", ""),
        ("Good day", "en"),
    ]
    assert language_of(said) == ""
    assert language_of(HELLO) == language_of(join((HELLO,))) == "en"


def test_in_the_place_that_a_template_has_for_it_too() -> None:
    said = fill_in("{title}, lu le {read}.", title=HELLO, read="1er mai")
    assert said == "Good day, lu le 1er mai."
    assert ("Good day", "en") in runs_of(said)
    assert "".join(text for text, language in runs_of(said) if not language) == ", lu le 1er mai."


def test_it_comes_back_from_where_it_was_stored() -> None:
    assert runs_of(pickle.loads(pickle.dumps(HELLO))) == runs_of(HELLO)


def test_a_phrase_in_a_sentence_that_is_not_translated_keeps_its_own_language() -> None:
    french = languages_of(paths.questions()).take("fr")
    left = ("Call {emergency} now.", "{emergency}", "{tests_12_months.balloon} of 100 did better.")
    half = replace(french, laid_over=replace(french.laid_over, untranslated=left))
    wording = conduct_interview(half, {"country": "uk"}).wording
    call, alone, count = (wording.fill(text) or "" for text in left)
    assert runs_of(call) == (("Call ", "en"), ("le 999", ""), (" now.", "en"))
    assert runs_of(alone) == (("le 999", ""),)
    assert (count, language_of(count)) == ("42 of 100 did better.", "en")
