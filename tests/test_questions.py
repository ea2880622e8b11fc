"""The shipped content: every made-up patient's path and paper, and what must be in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid, Picks
from decision_aid.interview import interview
from decision_aid.summary import Summary, summarised
from tests.conftest import ON

PATIENTS = sorted((Path(__file__).parent / "patients").glob("*.yaml"))


@pytest.fixture(params=PATIENTS, ids=lambda path: path.stem)
def patient(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    return loaded


def answers_of(aid: DecisionAid, patient: dict[str, Any]) -> Answers:
    return {name: _value(aid, name, given) for name, given in patient["answers"].items()}


def _value(aid: DecisionAid, name: str, given: Any) -> Any:
    if given is None:
        return aid.by_id[name].passed()
    return aid.by_id[name].parse(given if isinstance(given, list) else [str(given)])


def printed(summary: Summary) -> Iterator[tuple[str, str]]:
    """Every sentence on paper with the block that it stands in."""
    blocks = (*summary.opening, summary.urgent_help, *summary.main, *summary.details)
    for block in (*blocks, summary.table.box, summary.imprint):
        yield block.id, block.heading
        for said in block.passages:
            yield block.id, said.text
            yield from ((block.id, sentence.text) for sentence in said.sentences)
    yield from (("summary.lead", said.text) for said in summary.lead)
    yield "title", summary.title


def test_a_patient_is_led_along_the_expected_path(
    aid: DecisionAid, patient: dict[str, Any]
) -> None:
    walked = interview(aid, answers_of(aid, patient))
    assert [question.id for question in walked.path] == patient["path"]


def test_a_patient_s_paper_says_what_it_must_and_nothing_that_it_must_not(
    aid: DecisionAid, patient: dict[str, Any]
) -> None:
    answers = answers_of(aid, patient)
    moments = dict.fromkeys(answers, "20 November 2026 at 14:05")
    said = list(printed(summarised(aid, answers, ON, moments)))
    missing = [one for one in patient["says"] if (one["block"], one["text"]) not in said]
    assert missing == []
    everything = "\n".join(text for _, text in said)
    assert [text for text in patient["never_says"] if text in everything] == []


def test_there_are_nine_patients_or_more_for_a_clinician_to_review() -> None:
    assert len(PATIENTS) >= 9


def test_the_sections_stand_in_the_order_that_readers_need(aid: DecisionAid) -> None:
    assert [section.id for section in aid.sections] == [
        "start", "care_now", "hopes", "evidence", "offer", "risks", "if_you_go", "help",
        "matters", "stand", "more",
    ]  # fmt: skip


def test_all_questions_and_checks_are_there(aid: DecisionAid) -> None:
    asked = {question.id.partition(".")[0] for question in aid.questions}
    needed = """
        country length who situation signs done_when done_what papers told thinner ms_medicine now
        hope before heard scan offered_as offer_check told_you which unknown_harm health sorted
        last matters after lean ask c1 c2 c3 c4 c5 c6 c7 c8
    """
    assert set(needed.split()) - asked == set()


def test_six_objections_are_answered_on_the_shelf(aid: DecisionAid) -> None:
    assert len([note for note in aid.shelf if note.id.startswith("but_")]) == 6


def test_no_screen_offers_more_than_seven_choices(aid: DecisionAid) -> None:
    offered = {q.id: q.takes() for q in aid.questions}
    assert [n for n, t in offered.items() if isinstance(t, Picks) and len(t.choices) > 7] == []


def test_exactly_four_pictures_are_drawn_and_none_has_a_stent(aid: DecisionAid) -> None:
    drawn = [outcome for outcome in aid.outcomes if outcome.pictured]
    assert [(o.id, tuple(r.arm for r in o.risks)) for o in drawn] == [
        ("tests_12_months", ("balloon", "sham")),
        ("relapse_48_weeks", ("balloon", "sham")),
        ("any_problem_48_weeks", ("balloon", "sham")),
        ("severe_31_weeks", ("mixed",)),
    ]


def test_warning_signs_are_asked_again_at_each_opening_and_passing_over_counts(
    aid: DecisionAid,
) -> None:
    for name in ("signs", "signs_call", "signs_today"):
        assert aid.by_id[name].keep == "never"
    assert aid.by_id["signs"].passed() == ("unsure",)
    unsure: Answers = {"situation": "had", "signs": ("unsure",)}
    assert "signs_say" in interview(aid, unsure).places


def test_a_supporter_of_somebody_treated_is_asked_about_warning_signs_first(
    aid: DecisionAid,
) -> None:
    walked = interview(aid, {"who": "supporter", "situation": "had"})
    assert walked.places["signs"] == walked.places["situation"] + 1


def test_supporters_are_asked_for_no_leaning_and_no_values(aid: DecisionAid) -> None:
    for situation in ("understand", "thinking", "booked", "against", "had", "another", "unsaid"):
        walked = interview(aid, {"length": "full", "who": "supporter", "situation": situation})
        assert not {"lean", "matters", "matters_each.proof", "last"} & set(walked.places)


def test_passing_over_everything_still_leads_to_the_end(aid: DecisionAid) -> None:
    given: dict[str, Any] = {}
    while (question := interview(aid, given).next) is not None:
        given[question.id] = question.passed()
    assert "largest_trial" in given


def test_every_society_claim_is_carried_or_left_out_with_a_reason() -> None:
    facts = (Path(__file__).parents[1] / "docs" / "evidence.md").read_text(encoding="utf-8")
    claims = [f"S-A{n}" for n in range(1, 24)] + [f"S-B{n}" for n in range(1, 17)]
    assert [claim for claim in claims if claim not in facts] == []
