"""What an author is told of a slip: where a word belongs, which name is near, and each once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest

from decision_aid import content, paths
from decision_aid.answers_file import load_answers
from decision_aid.check.output import as_text
from decision_aid.check.run import CheckResult, check_file
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.load import load
from decision_aid.content.misplaced import PLURALS, content_types
from decision_aid.content.nearest import mend_of, nearest
from tests.conftest import ON

SECOND = Path(__file__).parents[1] / "second_aid" / "questions.yaml"
AID = SECOND.read_text(encoding="utf-8")


@dataclass(frozen=True)
class Slip:
    """Text in place of other text, and what the fault that follows says and advises."""

    old: str
    new: str
    says: str
    mend: str

    def __str__(self) -> str:
        return self.new.strip()[:50]


def faults_of(folder: Path, text: str) -> tuple[Fault, ...]:
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidContent) as faulty:
        load(path)
    return faulty.value.faults


def slipped(slip: Slip) -> str:
    assert slip.old in AID, slip.old
    return AID.replace(slip.old, slip.new, 1)


ROWS = '- "Both ways are told in the same rows."'
LEAN = '        text: "Shall your leaning stand in your summary?"'
HIDDEN = '        text: "Why are the numbers made up?"'
ARM = "option: in_person"
LEVEL = '      heading: "Call {emergency} now"'

MISPLACED = (
    Slip(ROWS, '- {text: "Both ways.", side: 1}', "'side' is not known here",
         "Take it out of here. 'side' belongs to the blocks of the summary."),
    Slip(ARM, f"{ARM}, when: {{role: organiser}}", "'when' is not known",
         "Take it out of here. 'when' belongs to questions, sections, checklists, "),
    Slip(HIDDEN, f"{HIDDEN}\n        choices: [A]", "'choices' is not known here",
         "'choices' belongs to questions of the type select_one, select_multiple or knowledge"),
    Slip(LEAN, f"{LEAN}\n        body: [Hello.]", "'body' is not known here",
         "'body' belongs to sources and questions of the type note."),
    Slip("    stay: true", "    stay: true\n    cells: {}", "'cells' is not known here",
         "'cells' belongs to the rows of the comparison."),
    Slip("{findings: ask, first: 2}", "{findings: ask, pictured: true}", "'pictured' is not",
         "'pictured' belongs to outcomes."),
    Slip(ARM, f"{ARM}, whne: {{role: organiser}}", "'whne' is not known",
         "Take it out of here. 'when' belongs to "),
    Slip("    stay: true", "    stay: true\n    colour: red", "'colour' is not known here",
         "Take it out. What can stand here: id, name, says, stay, compared, when."),
    Slip('      heading: "Our question"', '      title: "Our question"', "'title' is not known",
         "Did you mean 'heading', which is missing here? 'title' belongs to "),
    Slip("    sources: [handbook-2026]", "    source: handbook-2026", "'source' is not known",
         "Did you mean 'sources'? 'source' belongs to quotations."),
)  # fmt: skip


@pytest.mark.parametrize("slip", MISPLACED, ids=str)
def test_a_word_in_the_wrong_place_says_where_it_belongs(slip: Slip, tmp_path: Path) -> None:
    told = [one for one in faults_of(tmp_path, slipped(slip)) if one.id == "unknown-name"]
    assert len(told) == 1
    assert slip.says in told[0].message
    assert slip.mend in told[0].mend


def test_a_word_for_a_missing_one_with_a_slip_in_it_is_one_fault(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, AID.replace("        body:\n", "        bdoy:\n", 1))
    assert (fault.message, fault.mend) == ("'bdoy' is not known here", "Did you mean 'body'?")


NEAR = (
    Slip("{lean: [room, video]}", "{laen: [room, video]}", "'laen', which is no", "'lean'"),
    Slip("{lean: [room, video]}", "{lean: [rom, video]}", "'rom', which is no choice", "'room'"),
    Slip("{ready.device: not_yet}", "{redy.device: not_yet}", "'redy.device'", "'ready.device'"),
    Slip("[council-2026]", "[concil-2026]", "the source 'concil-2026'", "'council-2026'"),
    Slip("source: council-2026", "source: council-2062", "'council-2062'", "'council-2026'"),
    Slip("option: video", "option: vidoe", "'vidoe' is no option", "'video'"),
    Slip("        video: ", "        vido: ", "cell 'vido' is no option", "'video'"),
    Slip("may_stand_beside: [came]", "may_stand_beside: [cane]", "'cane' is no outcome", "'came'"),
    Slip("arm: by_video", "arm: by_vido", "'by_vido' is no arm", "'by_video'"),
    Slip("{findings: ask, first: 2}", "{findings: aks}", "'aks' is no list", "'ask'"),
    Slip("passed_over_as: private", "passed_over_as: privat", "'privat' is no", "'private'"),
    Slip("explained: ", "explained: x", "is no choice", "Did you mean '"),
    Slip("{own_words}", "{own_wrods}", "nothing fills {own_wrods}", "{own_words}"),
    Slip("{emergency}", "{emergncy}", "nothing fills {emergncy}", "{emergency}"),
    Slip("{minutes_", "{minuts_", "nothing fills {minuts_", "{minutes_"),
    Slip("{came.in_room.rest}", "{came.inroom.rest}", "nothing fills", "{came.in_room.rest}"),
    Slip("{next_review}", "{next_reviw}", "nothing fills {next_reviw}", "{next_review}"),
    Slip("purpose: talk", "purpose: tlak", "it should be 'emergency'", "'talk'"),
    Slip("type: select_one", "type: slect_one", "no type 'slect_one'", "'select_one'"),
    Slip("{item: ", "{itme: ", "a passage has one of", "'item'"),
)  # fmt: skip


@pytest.mark.parametrize("slip", NEAR, ids=str)
def test_a_name_with_one_letter_wrong_names_the_one_that_exists(slip: Slip, tmp_path: Path) -> None:
    told = [one for one in faults_of(tmp_path, slipped(slip)) if slip.says in one.message]
    assert told
    assert {"Did you mean " in one.mend and slip.mend in one.mend for one in told} == {True}


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("{reach: {at_least: 3}}", "Write {score: {reach: {at_least: 3}}}."),
        ("{reach: {at_most: 2}}", "Write {score: {reach: {at_most: 2}}}."),
        ("{reach: {between: [1, 3]}}", "Write {score: {reach: {between: [1, 3]}}}."),
        ("{reach: high}", "Write {score: {reach: {at_least: 1}}}."),
    ],
)
def test_a_score_that_is_tested_like_a_question_is_shown_as_it_is_written(
    written: str, mend: str, tmp_path: Path
) -> None:
    (fault,) = faults_of(tmp_path, AID.replace("{lean: [room, video]}", written, 1))
    assert fault.message == "a condition reads the score 'reach' as if it were a question"
    assert fault.mend == mend


@pytest.mark.parametrize(
    ("points", "says", "mend"),
    [
        ("travel: {far: 1}", "no answer to 'travel' gives these points",
         "Write {travel: {at_least: {a_number: 1}}}."),
        ("matters: {ease: 2}", "no answer to 'matters' gives these points",
         "Write {matters: {includes: {a_choice: 1}}}."),
        ("role: {at_least: {3: 1}}", "no answer to 'role' gives these points",
         "Write {role: {a_choice: 1}}."),
        ("own_words: {tea: 1}", "no answer to 'own_words' gives these points",
         "Take it out: choices, numbers and days give points, and nothing else does."),
        ("role: {organisr: 1}", "a score reads 'organisr', which is no choice of 'role'",
         "Did you mean 'organiser'?"),
        ("reach: {at_least: {3: 1}}", "a score reads the score 'reach' as if it were a question",
         "Name the questions of that score."),
    ],
)  # fmt: skip
def test_points_for_what_gives_none_are_shown_as_they_are_written(
    points: str, says: str, mend: str, tmp_path: Path
) -> None:
    start, end = AID.index("    points:\n"), AID.index("\nsections:")
    text = f"{AID[:start]}    points:\n      {points}\n{AID[end:]}"
    (fault,) = faults_of(tmp_path, text)
    assert (fault.message, fault.mend) == (says, mend)


def test_a_checklist_that_is_tested_as_a_whole_names_its_lines(tmp_path: Path) -> None:
    text = AID.replace("{lean: [room, video]}", "{ready: not_yet}", 1)
    (fault,) = faults_of(tmp_path, text)
    assert fault.mend == "Name one line of that checklist: ready.device, ready.helper, ready.room."


def test_a_wrong_arm_is_not_told_again_of_each_text_that_counts_it(tmp_path: Path) -> None:
    (fault,) = faults_of(tmp_path, AID.replace("arm: by_video", "arm: by_vido", 1))
    assert fault.mend == "Did you mean 'by_video'?"


def test_a_count_that_is_not_there_is_not_taken_for_one_of_another_outcome(tmp_path: Path) -> None:
    text = AID.replace("arm: by_video, events: 30", "arm: in_room, events: 30")
    told = [one for one in faults_of(tmp_path, text) if "{came.by_video" in one.message]
    assert told
    assert {one.mend for one in told} == {"Use one of: {came.in_room}, {came.in_room.rest}."}


def test_a_hole_is_told_in_its_row_though_a_section_has_the_same_id(tmp_path: Path) -> None:
    old = '        video: "{came.by_video} of 100 came to most'
    assert old in AID
    for fault in faults_of(tmp_path, AID.replace(old, old.replace("video:", "vido:"))):
        assert fault.place.startswith("comparison, row counted")


@pytest.mark.parametrize(
    "condition",
    ["{travel: far}", "{own_words: {includes: tea}}", "{made_up: seen}", "{ease: {includes: x}}"],
)
def test_a_question_without_choices_is_told_of_once_and_offers_no_empty_list(
    condition: str, tmp_path: Path
) -> None:
    (fault,) = faults_of(tmp_path, AID.replace("{lean: [room, video]}", condition, 1))
    assert fault.id == "test-does-not-fit"
    assert fault.mend.startswith("Write ")


@pytest.mark.parametrize("known", [[], ["a"], [f"long_{n}" for n in range(99)]])
def test_a_list_of_names_is_never_empty_and_never_endless(known: list[str]) -> None:
    mend = mend_of("quite_other", known, "Add it.")
    assert mend == ("Use one of: a." if known == ["a"] else "Add it.")


def test_what_is_not_alike_is_not_taken_for_what_was_meant() -> None:
    assert nearest("aks", ["ask", "steps"]) == "ask"
    assert nearest("In Person", ["both", "in_person"]) == "in_person"
    assert nearest("ne", ["me", "you"]) == "me"
    assert nearest("b", ["a", "c"]) == ""
    assert nearest("price", ["experience", "burden"]) == ""


THIRTEEN = [
    ("[count-2026]", "[cuont-2026]", "Did you mean 'count-2026'?"),
    ("    side: 1\n", "    sied: 1\n", "Did you mean 'side'?"),
]


@pytest.mark.parametrize(("old", "new", "mend"), THIRTEEN)
def test_a_remedy_for_many_places_stands_once(
    old: str, new: str, mend: str, tmp_path: Path
) -> None:
    """As check prints it, and as every other command does."""
    path = tmp_path / "questions.yaml"
    path.write_text(AID.replace(old, new), encoding="utf-8")
    outcome = check_file(path, paths.reports(), ON)
    with pytest.raises(InvalidContent) as faulty:
        load(path)
    of_slip = [fault for fault in outcome.faults if fault.mend == mend]
    assert len(of_slip) > 5
    for said in (as_text(outcome), str(faulty.value)):
        assert said.count(mend) == 1
        assert f"Do this in all {len(of_slip)} places: {mend}" in said
        assert [one.line for one in of_slip if f":{one.line}: " not in said] == []


def test_faults_with_remedies_of_their_own_keep_them() -> None:
    faults = [
        Fault("", message, id="shape", mend=mend, file="a.yaml", line=line)
        for line, (message, mend) in enumerate([("x", "Do x."), ("y", "Do y."), ("z", "Do x.")], 1)
    ]
    told = as_text(CheckResult("a.yaml", tuple(faults), None, 0.0)).splitlines()
    assert told[:8] == [
        "a.yaml:1: error: shape",
        "    x.",
        "a.yaml:3: error: shape",
        "    z.",
        "    Do this in all 2 places: Do x.",
        "a.yaml:2: error: shape",
        "    y.",
        "    Do this: Do y.",
    ]


def test_every_part_that_an_author_writes_has_a_name_for_messages() -> None:
    unnamed = set(content_types()) - PLURALS.keys() - set(get_args(content.Question))
    assert unnamed == set()


@pytest.mark.parametrize(
    ("old", "new", "says", "mend"),
    [
        (f"\n    {ROWS}", "\n      Both ways.", "it should be a list", "after a dash"),
        ("          - {id: room, ", "          - Room\n          - {id: room, ",
         "it should be a mapping", "Write it as in {id: ..., text: ...}."),
        ("    stay: true", '    stay: "yes"', "it should be true or false", "without quotes"),
        ("events: 24", "events: 24.5", "it should be a whole number", "in digits"),
        ("published: ", "published: soon # ", "a day such as 2026-11-20", "in digits"),
        ("        type: select_one\n", "", "'type' is missing", "docs/authors.md"),
        ("{lean: [room, video]}", "{al: [{lean: room}]}", "stand in a list under 'all'", "docs"),
    ],
)  # fmt: skip
def test_a_value_of_another_kind_is_told_in_an_author_s_words(
    old: str, new: str, says: str, mend: str, tmp_path: Path
) -> None:
    faults = faults_of(tmp_path, AID.replace(old, new, 1))
    told = [fault for fault in faults if says in fault.message]
    assert told
    assert mend in told[0].mend


def test_a_file_of_answers_names_the_question_that_is_near(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("rloe: member\n", encoding="utf-8")
    with pytest.raises(InvalidContent) as faulty:
        load_answers(path, load(SECOND))
    assert faulty.value.faults[0].mend == "Did you mean 'role'? Then write that."
