"""The shipped content: every made-up patient's path and paper, and what must be in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid, Picks
from decision_aid.interview import conduct_interview
from decision_aid.screens.note import place
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit
from tests.by_line import hear
from tests.conftest import ON, clock

PATIENTS = sorted((Path(__file__).parent / "patients").glob("*.yaml"))


@pytest.fixture(params=PATIENTS, ids=lambda path: path.stem)
def made_up(request: pytest.FixtureRequest) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(request.param.read_text(encoding="utf-8"))
    return loaded


def answers_of(aid: DecisionAid, written: dict[str, Any]) -> Answers:
    return {name: _value(aid, name, given) for name, given in written["answers"].items()}


def _value(aid: DecisionAid, name: str, given: Any) -> Any:
    if given is None:
        return aid.by_id[name].passed()
    return aid.by_id[name].parse(given if isinstance(given, list) else [str(given)])


def printed(summary: Summary) -> Iterator[tuple[str, str]]:
    """Every sentence on paper with the block that it stands in."""
    blocks = (*summary.side_1, summary.urgent_help, *summary.side_2, *summary.details)
    for block in (*blocks, summary.table.box, summary.imprint):
        yield block.id, block.heading
        for said in block.passages:
            yield block.id, said.text
            yield from ((block.id, sentence.text) for sentence in said.sentences)
    for row in summary.table.rows:
        yield from ((row.id, said.text) for cell in row.cells for said in cell.sentences)
    for picture in summary.pictures:
        yield from ((picture.id, said.text) for said in (*picture.said, *picture.caption))
    yield from (("summary.lead", said.text) for said in summary.lead)
    yield from (("summary.noted", said.text) for said in summary.noted)
    yield "title", summary.title


def test_a_patient_is_led_along_the_expected_path(
    aid: DecisionAid, made_up: dict[str, Any]
) -> None:
    interview = conduct_interview(aid, answers_of(aid, made_up))
    assert [question.id for question in interview.path] == made_up["path"]


def test_a_patient_s_paper_says_what_it_must_and_nothing_that_it_must_not(
    aid: DecisionAid, made_up: dict[str, Any]
) -> None:
    answers = answers_of(aid, made_up)
    moments = dict.fromkeys(answers, "20 November 2026 at 14:05")
    said = list(printed(make_summary(aid, answers, ON, moments)))
    missing = [one for one in made_up["says"] if (one["block"], one["text"]) not in said]
    assert missing == []
    everything = "\n".join(text for _, text in said)
    assert [text for text in made_up["never_says"] if text in everything] == []


def test_there_are_nine_patients_or_more_for_a_clinician_to_review() -> None:
    assert len(PATIENTS) >= 9


def test_the_sections_stand_in_the_order_that_readers_need(aid: DecisionAid) -> None:
    assert [section.id for section in aid.sections] == [
        "start", "care_now", "hopes", "stories", "evidence", "risks", "help", "offer", "if_you_go",
        "matters", "stand", "more",
    ]  # fmt: skip


def test_all_questions_and_checks_are_there(aid: DecisionAid) -> None:
    asked = {question.id.partition(".")[0] for question in aid.questions}
    needed = """
        country length who situation signs done_when done_what papers told thinner ms_medicine now
        hope before heard scan offered_as offer_check told_you which unknown_harm health sorted
        last matters after lean ask c1 c3 c5 c6 c8 decision why_people leave_veins
    """
    assert set(needed.split()) - asked == set()


def test_seven_objections_are_answered_on_the_shelf(aid: DecisionAid) -> None:
    assert len([note for note in aid.shelf if note.id.startswith("but_")]) == 7


def test_no_screen_offers_more_than_eight_choices_beside_none_of_these(aid: DecisionAid) -> None:
    offered = {q.id: q.takes() for q in aid.questions}
    told = {
        n: [c for c in t.choices if not c.alone] for n, t in offered.items() if isinstance(t, Picks)
    }
    assert [name for name, choices in told.items() if len(choices) > 8] == []


def test_exactly_two_pictures_are_drawn_and_none_has_a_stent(aid: DecisionAid) -> None:
    drawn = [outcome for outcome in aid.outcomes if outcome.pictured]
    assert [(o.id, tuple(r.arm for r in o.risks)) for o in drawn] == [
        ("tests_12_months", ("balloon", "sham")),
        ("severe_31_weeks", ("mixed",)),
    ]


def test_warning_signs_are_asked_again_at_each_opening_and_passing_over_counts(
    aid: DecisionAid,
) -> None:
    for name in ("signs", "signs_call", "signs_called", "signs_today"):
        assert aid.by_id[name].keep == "never"
    assert aid.by_id["signs"].passed() == ("unsure",)
    unsure: Answers = {"situation": "had", "signs": ("unsure",)}
    assert "signs_say" in conduct_interview(aid, unsure).positions


def test_a_supporter_of_somebody_treated_is_asked_about_warning_signs_first(
    aid: DecisionAid,
) -> None:
    interview = conduct_interview(aid, {"who": "supporter", "situation": "had"})
    assert interview.positions["signs"] == interview.positions["situation"] + 1


def test_supporters_are_asked_for_no_leaning_and_no_values(aid: DecisionAid) -> None:
    for situation in SITUATIONS:
        interview = conduct_interview(
            aid, {"length": "full", "who": "supporter", "situation": situation}
        )
        assert not {"lean", "matters", "matters_words", "last"} & set(interview.positions)


SITUATIONS = ("understand", "thinking", "booked", "against", "had", "another", "unsaid")


@pytest.mark.parametrize("situation", SITUATIONS)
def test_who_works_with_people_with_ms_is_not_asked_as_if_they_had_ms(
    aid: DecisionAid, situation: str
) -> None:
    start: Answers = {"length": "full", "situation": situation}
    professional = conduct_interview(aid, {**start, "who": "professional"})
    supporter = conduct_interview(aid, {**start, "who": "supporter"})
    asked = [professional.wording.question(question) for question in professional.path]
    of_supporters = [supporter.wording.question(question) for question in supporter.path]
    assert set(asked) <= set(of_supporters)


@pytest.mark.parametrize(
    "thinner", [None, "known_who", "unknown_who", "ended", "stopped", "never", "unsure"]
)
def test_each_treated_person_reads_not_to_change_a_blood_thinner_alone(
    aid: DecisionAid, thinner: str | None
) -> None:
    given: Answers = {"who": "me", "situation": "had", "thinner": thinner}
    said = "\n".join(text for _, text in printed(make_summary(aid, given, ON)))
    assert "Do not start or stop a blood thinner on your own." in said


@pytest.mark.parametrize(
    ("which", "says"), [("balloon", True), ("either", True), ("unknown", True), ("stent", False)]
)
def test_who_may_wake_up_with_a_stent_is_given_words_for_it(
    aid: DecisionAid, which: str, says: bool
) -> None:
    given: Answers = {"who": "me", "situation": "booked", "which": which}
    said = [text for _, text in printed(make_summary(aid, given, ON))]
    assert ("Do not put in a stent without asking me first." in said) is says


def heard(aid: DecisionAid, *lines: str) -> str:
    """What the line by line face tells somebody who types these lines."""
    return "\n".join(hear(Visit(aid, clock), *lines))


def test_no_face_gives_a_total_before_the_length_is_chosen(aid: DecisionAid) -> None:
    before, after = (
        conduct_interview(aid, {"country": "uk"}),
        conduct_interview(aid, {"length": "short"}),
    )
    length, who = aid.by_id["length"], aid.by_id["who"]
    assert place(before, who) == ("Start and safety", "step 2", "step 2")
    assert place(before, length) == ("Start and safety", "", "")
    assert place(after, who)[1] == "step 2 of about 21"
    assert "Start and safety. Step 1 of about 21.\n" in heard(aid, "1", "1")


def test_urgent_help_by_line_says_where_to_find_each_society(aid: DecisionAid) -> None:
    somewhere_else = heard(aid, "5", "u")
    assert "MS International Federation. Its members are" in somewhere_else
    assert "countries. msif.org\n" in somewhere_else
    europe = heard(aid, "4", "u")
    assert "Emergency, Europe. 112. In the European Union. Elsewhere in Europe:" in europe


def test_passing_over_everything_still_leads_to_the_end(aid: DecisionAid) -> None:
    given: dict[str, Any] = {}
    while (question := conduct_interview(aid, given).next) is not None:
        given[question.id] = question.passed()
    assert "largest_trial" in given


def test_every_society_claim_is_carried_or_left_out_with_a_reason() -> None:
    facts = (Path(__file__).parents[1] / "docs" / "evidence.md").read_text(encoding="utf-8")
    claims = [f"S-A{n}" for n in range(1, 24)] + [f"S-B{n}" for n in range(1, 17)]
    assert [claim for claim in claims if claim not in facts] == []
