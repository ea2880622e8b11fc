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
MORE = "[There is more.]"
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


HARD = (
    "A miracle: how often do you, like 20% of people or 1 in 5 of them, feel twice as anxious"
    " about a rare thrombosis as your own risk and your score would have it?"
)
OF_WORDS = {
    "loaded-words", "no-percentages", "no-one-in-x", "no-relative-figures", "no-word-only-chance",
    "no-personal-risk", "medical-word-explained",
}  # fmt: skip


def test_no_rule_of_language_asks_for_other_words_than_an_instrument_s(tmp_path: Path) -> None:
    asked = (QUESTION, f'text: "{HARD}"')
    assert OF_WORDS - ids(found(tmp_path, asked)) == {"no-word-only-chance"}
    theirs = found(tmp_path, (QUESTION, f'text: "{HARD}"\n        validated: Calm test'))
    assert ids(theirs) & OF_WORDS == set()
    alone = "A thrombosis is rare."
    assert "no-word-only-chance" in ids(found(tmp_path, (MORE, f"[{alone}]")))
    passage = f'[{{text: "{alone}", validated: Calm test}}]'
    assert ids(found(tmp_path, (MORE, passage))) & OF_WORDS == set()


NINE = ", ".join(f"{{id: x{n}, text: X{n}}}" for n in range(9))
MANY = f"text: Which?, choices: [{NINE}]"
LINES = f"text: Which?, items: [{{id: a, text: One?}}], answers: [{NINE}]"


@pytest.mark.parametrize("asked", [f"type: select_one, {MANY}", f"type: checklist, {LINES}"])
def test_an_instrument_may_have_as_many_choices_as_it_has(asked: str, tmp_path: Path) -> None:
    sure = "- {id: sure, type: rating"
    for validated, is_found in (("", True), (", validated: Calm test", False)):
        nine = (sure, f"- {{id: nine, {asked}{validated}}}\n      {sure}")
        assert ("few-choices" in ids(found(tmp_path, nine))) is is_found


def test_an_instrument_keeps_its_scale_and_the_choices_that_it_has(tmp_path: Path) -> None:
    """Neither "none of these" nor another number of steps can be added to it."""
    sure = "- {id: sure, type: rating, "
    some = "choices: [{id: a, text: A}, {id: b, text: B}, {id: c, text: C}]"
    for validated, is_found in (("", True), (", validated: Calm test", False)):
        more = f"- {{id: some, type: select_multiple, text: Which?, {some}{validated}}}\n      "
        calm = "text: How calm do you feel?, "
        told = ids(found(tmp_path, (sure, more + sure), (calm, f"{calm}most: 9{validated}, ")))
        assert ({"choice-to-have-none", "one-scale"} <= told) is is_found
        assert not {"choice-to-have-none", "one-scale"} & told or is_found


def test_the_words_of_a_long_instrument_are_not_too_many_for_a_screen(tmp_path: Path) -> None:
    """Its lines stand as they are; what is said over them is the author's."""
    lines = ", ".join(f'{{id: l{n}, text: "Do you feel calm on day {n}?"}}' for n in range(25))
    old = "- {id: sure, type: rating"
    long = f"- {{id: long, type: checklist, LEADvalidated: Calm test, items: [{lines}],"
    long += f' answers: [{{id: present, text: "Yes"}}]}}\n      {old}'
    told = found(tmp_path, (old, long.replace("LEAD", "")))
    assert "few-words-on-a-screen" not in ids(told)
    lead = "lead: [" + "Word. " * 121 + "], "
    assert "few-words-on-a-screen" in ids(found(tmp_path, (old, long.replace("LEAD", lead))))


def test_what_stands_beside_an_instrument_is_the_author_s_to_word(tmp_path: Path) -> None:
    own = "\n        lead: [A thrombosis is just rare.]\n        validated: Calm test"
    told = ids(found(tmp_path, (QUESTION, QUESTION + own)))
    assert {"medical-word-explained", "words-to-avoid", "no-word-only-chance"} <= told


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
