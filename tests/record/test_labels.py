"""Labels and codes: kind words, no names of files, and nothing that could be guessed."""

from __future__ import annotations

from itertools import combinations

import pytest

from decision_aid.record import RecordsFault
from decision_aid.record.label_words import WORDS
from decision_aid.record.labels import (
    code_handle,
    label_handle,
    make_code,
    make_label,
    parse_label,
)

OF_ILLNESS_OR_STEPS = (
    "vein balloon stent clot pain nerve neck heart blood pill walk run dance step cane chair fall "
    "dark alone lost sad black war gun knife death grave tear cry snail sloth slow weak blind"
)


def test_there_are_enough_words_and_each_is_plain() -> None:
    assert len(set(WORDS)) == len(WORDS) >= 512
    assert all(word.isascii() and word.islower() and 3 <= len(word) <= 11 for word in WORDS)
    assert not set(WORDS) & set(OF_ILLNESS_OR_STEPS.split())


def test_no_two_words_are_a_slip_of_the_pen_apart() -> None:
    for one, other in combinations(WORDS, 2):
        if len(one) == len(other):
            assert sum(a != b for a, b in zip(one, other, strict=True)) > 1, (one, other)
        assert not other.startswith(one), (one, other)


def test_random_labels_and_codes_do_not_repeat() -> None:
    drawn = [make_label() for _ in range(200)]
    assert len(set(drawn)) == 200
    assert all(len(set(label.split("-"))) == 3 and parse_label(label) == label for label in drawn)
    assert len({make_code() for _ in range(200)}) == 200
    assert len(make_code().replace("-", "")) * 5 >= 50


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("  Anna's \n second  go ", "Anna's second go"),
        ("../../etc/passwd", "../../etc/passwd"),
        ("a\x1b[2Jb\u202e", "a\ufffd[2Jb\ufffd"),
        ("\ud800x", "\ufffdx"),
        ("x" * 40, "x" * 40),
        ("❤️ 2", "❤️ 2"),
    ],
)
def test_a_chosen_label_is_one_harmless_line(typed: str, label: str) -> None:
    assert parse_label(typed) == label


@pytest.mark.parametrize("typed", ["", "  \n", "x" * 41, "\u200d", "\u200c\u200d \t"])
def test_what_is_no_label_is_refused(typed: str) -> None:
    with pytest.raises(RecordsFault, match="1 to 40 characters"):
        parse_label(typed)


def test_small_differences_in_typing_do_not_matter() -> None:
    assert label_handle("River-Teapot daisy") == label_handle("river teapot  DAISY")
    assert label_handle("❤️") != label_handle("★")
    assert code_handle("k7qm 3xhd-9t2p") == code_handle("K7QM-3XHD-9T2P")
    assert code_handle("O1IL") == code_handle("0111")
    assert code_handle("K7QM") != label_handle("K7QM")
