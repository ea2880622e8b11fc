"""The words of tested instruments stay as they are, and an author's own lists are heard."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.check.run import check_file, rule_of
from decision_aid.content.faults import Fault
from tests.conftest import ON

SOUND = (Path(__file__).parent / "sound.yaml").read_text(encoding="utf-8")
LONG = (
    "Notwithstanding considerable organisational responsibilities and whatever other people may"
    " say or think, do you simply feel that you are as sure of it as anybody could be?"
)
WORDING = {
    "sentence-too-long", "sentence-long", "sentences-short-on-average", "sentence-has-verb",
    "few-short-sentences", "reading-grade", "imprint-grade-true", "words-to-avoid",
}  # fmt: skip


def found(folder: Path, *changes: tuple[str, str]) -> list[Fault]:
    text = SOUND
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    return list(check_file(path, paths.reports(), ON).faults)


def ids(faults: list[Fault]) -> set[str]:
    return {rule_of(fault.id).id for fault in faults}


QUESTION = "text: Do you feel ready?"
LINE = "- {id: more_note, type: note, text: More, body: [There is more.]}"
PLACES = {
    "a question": (QUESTION, f'text: "{LONG}"', "\n        validated: Calm test"),
    "a passage": ("[There is more.]", f'[{{text: "{LONG}"', ", validated: Calm test}]"),
}


@pytest.mark.parametrize("place", PLACES)
def test_words_of_an_instrument_are_left_alone_by_the_rules_of_wording(
    place: str, tmp_path: Path
) -> None:
    old, long, validated = PLACES[place]
    ours = found(tmp_path, (old, long + ("" if place == "a question" else "}]")))
    theirs = found(tmp_path, (old, long + validated))
    assert "sentence-too-long" in ids(ours)
    assert ids(theirs) & WORDING == set()
    assert "instrument-named" in ids(theirs)


def test_a_line_of_a_checklist_is_left_alone_and_the_lead_over_it_is_not(tmp_path: Path) -> None:
    checklist = (
        "- {id: more_check, type: checklist, lead: [LEAD], validated: Calm test,"
        f' items: [{{id: a, text: "{LONG}"}}], answers: [{{id: yes_, text: "Yes"}}]}}\n'
        "      - {id: sure, type: rating"
    )
    old = "- {id: sure, type: rating"
    theirs = found(tmp_path, (old, checklist.replace("LEAD", "We ask this.")))
    assert "sentence-too-long" not in ids(theirs)
    ours = found(tmp_path, (old, checklist.replace("LEAD", f'"{LONG}"')))
    assert "sentence-too-long" in ids(ours)


def test_a_fact_in_an_instrument_needs_its_source(tmp_path: Path) -> None:
    fact = "[{text: A survey found that 30 people came., validated: Calm test}]"
    assert "fact-has-source" in ids(found(tmp_path, ("[There is more.]", fact)))


def test_only_a_text_can_be_an_instrument_s(tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    figure = "- {figure: tests, validated: Calm test}"
    (fault,) = found(tmp_path, ("- figure: tests", figure))
    line = path.read_text(encoding="utf-8").split(figure)[0].count("\n") + 1
    assert fault.line == line
    assert "'validated' is the name of the instrument" in fault.message


# --- the author's own lists -----------------------------------------------------------------------

AVOID = ("words:\n", "avoid: [{word: patient, also: [sick person], say: person}]\nwords:\n")
MORE = "[There is more.]"


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Two patients were asked.", True),
        ("A sick person was asked.", True),
        ("Patient people were asked.", True),
        ("They were impatient.", False),
        ("They wrote “patients can wait” [review-2019].", False),
    ],
)
def test_a_word_to_avoid_is_found_whole_and_outside_quotations(
    text: str, is_found: bool, tmp_path: Path
) -> None:
    faults = found(tmp_path, AVOID, (MORE, f'["{text}"]'))
    told = [one for one in faults if one.id == "listed-word-avoided"]
    assert bool(told) is is_found
    for one in told:
        assert "say 'person'" in one.message
        assert one.place == "section shelf, question more_note, body 1"


def test_it_may_stand_in_the_name_of_whom_to_call_and_in_an_instrument(tmp_path: Path) -> None:
    contact = ("name: Emergency", "name: Patient line")
    asked = (QUESTION, "text: Are you a patient person?\n        validated: Calm test")
    assert "listed-word-avoided" not in ids(found(tmp_path, AVOID, contact, asked))


@pytest.mark.parametrize(
    ("listed", "is_found"), [("vein", True), ("stent", False), ("camel", False)]
)
def test_a_listed_word_is_to_be_explained_where_it_is_used(
    listed: str, is_found: bool, tmp_path: Path
) -> None:
    """The sound aid uses veins, and explains stents; it has no camels."""
    faults = found(tmp_path, ("words:\n", f"to_explain: [{listed}]\nwords:\n"))
    assert ("listed-word-explained" in ids(faults)) is is_found
