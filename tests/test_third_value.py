"""What a condition decides where the answer it needs is missing: unknown is neither yes nor no."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid.conditions import Answers, parse_condition
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview
from decision_aid.summary.changes import find_changes
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.readiness import measure_readiness
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from tests.conftest import ON
from tests.papers import rendered
from tests.small import small_aid, small_text

YES: Answers = {"who": "you"}
NO: Answers = {"who": "me"}
UNANSWERED: Answers = {}
PASSED_OVER: Answers = {"who": None}

only_a_yes_acts = pytest.mark.parametrize(
    ("given", "acts"),
    [(YES, True), (NO, False), (UNANSWERED, False), (PASSED_OVER, False)],
    ids=["yes", "no", "unanswered", "passed over"],
)

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: gated, type: text, text: Only for you?, when: {who: you}}
- {id: turned, type: text, text: Not for me?, when: {not: {who: me}}}
- id: worded
  type: text
  text: In plain words?
  instead: [{when: {who: you}, text: In your words?}]
- {id: told, type: note, text: Told, body: [Always., {text: For you alone., when: {who: you}}]}
- {id: lean, type: select_one, text: Where do you lean?, prints_when: {may: print},
   choices: [{id: to, text: Towards}, {id: from, text: Away}]}
- {id: may, type: select_one, text: Print it?, choices: [{id: print, text: Print},
   {id: private, text: Private}]}
"""
SUMMARY = """
summary:
  title: Mine
  urgent_first: {who: you}
  blocks:
    - {id: always, heading: Always, side: 1, passages: ["Said to all. {address}"]}
    - id: some
      heading: Some
      side: 1
      passages: [{item: For you only., when: {who: you}}, {item: For all.}]
    - {id: gated, heading: Gated, side: 1, when: {who: you}, passages: [A gated block.]}
    - {id: found, heading: Found, side: 1, passages: [{findings: list}]}
    - {id: lean, heading: Where I stand, side: 1, passages: ["I lean {lean}."]}
  fill_in: [My nurse]
  passed_over: Passed over
"""
PHRASES = """
phrases:
  address: [{when: {who: you}, text: Said to you.}, {text: Said to anybody.}]
"""
RULES = """
rules:
  - {id: always, list: list, says: A finding for all.}
  - {id: sometimes, list: list, when: {who: you}, says: A finding for you.}
"""


@pytest.fixture
def addressed(tmp_path: Path) -> DecisionAid:
    return small_aid(tmp_path, QUESTIONS, summary=SUMMARY, phrases=PHRASES, rules=RULES)


def texts(summary: Summary | StaffSummary) -> list[str]:
    if isinstance(summary, StaffSummary):
        blocks = (*summary.opening, *summary.main)
    else:
        blocks = (*summary.side_1, *summary.side_2)
    return [said.text for block in blocks for said in block.passages if block.id != "changed"]


def texts_on_paper(aid: DecisionAid, given: Answers) -> Iterator[list[str]]:
    """What stands in the blocks of the patient's paper, and what on the staff's."""
    yield texts(make_summary(aid, given, ON))
    yield texts(make_staff_summary(aid, given, ON))


# --- the questions asked -------------------------------------------------------------------------


@only_a_yes_acts
def test_a_gate_opens_for_a_yes_alone(addressed: DecisionAid, given: Answers, acts: bool) -> None:
    assert ("gated" in conduct_interview(addressed, given).positions) is acts


@only_a_yes_acts
def test_a_gate_that_asks_for_no_answer_but_one_stays_shut_without_any(
    addressed: DecisionAid, given: Answers, acts: bool
) -> None:
    assert ("turned" in conduct_interview(addressed, given).positions) is acts


@only_a_yes_acts
def test_a_question_is_worded_otherwise_for_a_yes_alone(
    addressed: DecisionAid, given: Answers, acts: bool
) -> None:
    wording = conduct_interview(addressed, given).wording
    assert wording.question(addressed.by_id["worded"]) == (
        "In your words?" if acts else "In plain words?"
    )


# --- what is said --------------------------------------------------------------------------------


@only_a_yes_acts
@pytest.mark.parametrize("said", ["For you only.", "A gated block.", "A finding for you."])
def test_what_is_for_some_is_printed_for_a_yes_alone(
    addressed: DecisionAid, given: Answers, acts: bool, said: str
) -> None:
    for printed in texts_on_paper(addressed, given):
        assert (said in printed) is acts
        assert {"For all.", "A finding for all."} <= set(printed)


@only_a_yes_acts
def test_the_first_wording_that_surely_fits_is_printed(
    addressed: DecisionAid, given: Answers, acts: bool
) -> None:
    said = "Said to all. Said to you." if acts else "Said to all. Said to anybody."
    for printed in texts_on_paper(addressed, given):
        assert said in printed


@only_a_yes_acts
def test_urgent_help_stands_first_for_a_yes_alone(
    addressed: DecisionAid, given: Answers, acts: bool
) -> None:
    summary = make_summary(addressed, given, ON)
    assert summary.urgent_first is acts
    staff = make_staff_summary(addressed, given, ON)
    assert (bool(staff.ask), bool(staff.main), bool(staff.opening)) == (acts, acts, not acts)


# --- agreements ----------------------------------------------------------------------------------

AGREEMENTS = pytest.mark.parametrize(
    ("may", "prints"),
    [
        ({"may": "print"}, True),
        ({"may": "private"}, False),
        ({}, False),
        ({"may": None}, False),
    ],
    ids=["agreed", "refused", "unanswered", "passed over"],
)
LEANS: Answers = {"who": "me", "lean": "to"}


@AGREEMENTS
def test_a_leaning_is_printed_only_where_that_was_agreed_to(
    addressed: DecisionAid, may: Answers, prints: bool
) -> None:
    given = {**LEANS, **may}
    for printed in texts_on_paper(addressed, given):
        assert ("I lean Towards." in printed) is prints
    staff = make_staff_summary(addressed, given, ON)
    assert ("Towards" in make_record_line(staff)) is prints


@AGREEMENTS
@pytest.mark.parametrize("form", ["txt", "html", "json"])
@pytest.mark.parametrize("edition", ["patient", "large-print", "staff"])
def test_no_file_tells_a_leaning_that_nobody_agreed_to_print(
    addressed: DecisionAid, may: Answers, prints: bool, form: str, edition: str
) -> None:
    given = {**LEANS, **may}
    summary = make_summary(addressed, given, ON)
    staff = make_staff_summary(addressed, given, ON)
    file = rendered(staff if edition == "staff" else summary, form, "a4", edition).decode()
    assert ("I lean Towards." in file) is prints


@AGREEMENTS
def test_a_leaning_that_changed_is_told_only_if_that_was_agreed_to_on_both_days(
    addressed: DecisionAid, may: Answers, prints: bool
) -> None:
    agreed: Answers = {"who": "me", "lean": "from", "may": "print"}
    other: Answers = {**LEANS, **may}
    told = ("Where do you lean? Before: Away. Now: Towards.",)
    assert find_changes(agreed, other, addressed, ON) == (told if prints else ())
    assert find_changes(other, agreed, addressed, ON) == (
        ("Where do you lean? Before: Towards. Now: Away.",) if prints else ()
    )


@AGREEMENTS
def test_in_the_shipped_aid_an_unanswered_agreement_is_no_agreement(
    aid: DecisionAid, may: Answers, prints: bool
) -> None:
    asked: Answers = {"who": "me", "situation": "thinking", "lean": "against"}
    picked = {"print": ("lean",), "private": ("nothing",)}
    agreement = {} if not may else {"print_what": picked.get(str(may["may"]))}
    given = {**asked, **agreement}
    for printed in texts_on_paper(aid, given):
        assert ("I lean towards not having it." in printed) is prints


# --- whom to call --------------------------------------------------------------------------------

CONTACTS = """
contacts:
  - {id: anybody, name: Anybody, number: "1", purpose: talk, sources: [nice]}
  - {id: yours, name: Yours, number: "2", purpose: talk, when: {who: you}, sources: [nice]}
  - {id: mine, name: Mine, number: "3", purpose: talk, when: {who: me}, sources: [nice]}
"""


@pytest.fixture
def calling(tmp_path: Path) -> DecisionAid:
    """A small aid with a contact for all and one for each answer."""
    text = small_text(QUESTIONS, summary=SUMMARY, phrases=PHRASES, rules=RULES)
    before, after = text.index("contacts:"), text.index("contacts_checked:")
    path = tmp_path / "questions.yaml"
    path.write_text(text[:before] + CONTACTS.lstrip() + text[after:])
    return load(path)


@pytest.mark.parametrize(
    ("given", "called"),
    [
        (YES, ["anybody", "yours"]),
        (NO, ["anybody", "mine"]),
        (UNANSWERED, ["anybody", "yours", "mine"]),
        (PASSED_OVER, ["anybody", "yours", "mine"]),
    ],
)
def test_only_a_contact_that_surely_does_not_fit_is_left_out(
    calling: DecisionAid, given: Answers, called: list[str]
) -> None:
    assert [one.id for one in make_summary(calling, given, ON).contacts] == called


COUNTRY_NOT_KNOWN: list[Answers] = [{}, {"country": None}, {"country": "unsaid"}]


@pytest.mark.parametrize("given", COUNTRY_NOT_KNOWN, ids=["unanswered", "passed over", "unsaid"])
def test_where_the_country_is_not_known_the_shipped_paper_names_every_contact(
    aid: DecisionAid, given: Answers
) -> None:
    summary = make_summary(aid, given, ON)
    by_country = {
        contact.id
        for contact in aid.contacts
        if contact.when is None or contact.when.holds({"country": "uk"}) is not None
    }
    assert by_country <= {one.id for one in summary.contacts}
    assert {"999", "112", "911", "116 123"} <= {one.number for one in summary.contacts}
    text = rendered(summary, "txt", "a4").decode()
    assert all(one.number in text for one in summary.contacts)


def test_in_the_uk_the_shipped_paper_names_no_other_country_s_emergency_number(
    aid: DecisionAid,
) -> None:
    numbers = {one.number for one in make_summary(aid, {"country": "uk"}, ON).contacts}
    assert "999" in numbers
    assert not {"911", "112", "811"} & numbers


# --- how many screens there are ------------------------------------------------------------------

CHAIN = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: then, type: select_one, text: Then?, when: {who: you},
   choices: [{id: a, text: A}, {id: b, text: B}]}
- {id: last, type: text, text: Last?, when: {then: a}}
- {id: both, type: text, text: Both?, when: {who: you, then: a}}
- {id: notes, type: text, text: Notes, audience: counsellor, prints: never}
"""


@pytest.mark.parametrize(
    ("given", "screens"),
    [
        ({}, 4),
        ({"who": None}, 1),
        ({"who": "me"}, 1),
        ({"who": "you"}, 4),
        ({"who": "you", "then": None}, 2),
        ({"who": "you", "then": "b"}, 2),
        ({"who": "you", "then": "a"}, 4),
        ({"who": "me", "then": "a"}, 1),
    ],
)
def test_what_may_still_come_is_counted_and_what_was_passed_over_brings_nothing(
    tmp_path: Path, given: Answers, screens: int
) -> None:
    aid = small_aid(tmp_path, CHAIN)
    assert conduct_interview(aid, given).about == screens
    assert conduct_interview(aid, given, audience="counsellor").about == screens + 1


# --- what is asked twice -------------------------------------------------------------------------

TWICE = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: sure, type: select_one, text: How sure?, when: {who: you},
   choices: [{id: yes_sure, text: Sure}, {id: not_sure, text: Not sure}]}
- {id: sure_now, type: select_one, text: How sure?,
   choices: [{id: yes_sure, text: Sure}, {id: not_sure, text: Not sure}]}
- {id: also, type: select_one, text: How well?, when: {who: you},
   choices: [{id: good, text: Well}, {id: bad, text: Badly}]}
- {id: also_now, type: select_one, text: How well?, when: {who: you},
   choices: [{id: good, text: Well}, {id: bad, text: Badly}]}
"""
STEPS = """
rules:
  - {id: s1, list: one, when: {sure_now: not_sure}, says: "Read it again [nice]. Slowly."}
  - {id: s2, list: two, when: {sure_now: not_sure}, says: Ask somebody.}
  - {id: s3, list: two, when: {not: {sure_now: not_sure}}, says: Go on.}
  - {id: s4, list: two, when: {also_now: bad}, says: Rest.}
  - {id: s5, list: two, says: For all.}
"""


@pytest.mark.parametrize(
    ("given", "before", "after", "steps"),
    [
        ({"who": "you"}, "not answered", "not answered", ()),
        ({"who": "me"}, "not asked", "not answered", ()),
        ({"who": "you", "sure": None, "sure_now": None}, "not answered", "not answered", ()),
        (
            {"who": "you", "sure": "not_sure"},
            "Not sure",
            "not answered",
            ("Read it again. Slowly.", "Ask somebody."),
        ),
        (
            {"who": "you", "sure": "not_sure", "sure_now": None},
            "Not sure",
            "not answered",
            ("Read it again. Slowly.", "Ask somebody."),
        ),
        (
            {"who": "you", "sure": "yes_sure", "sure_now": "not_sure"},
            "Sure",
            "Not sure",
            ("Read it again. Slowly.", "Ask somebody."),
        ),
        (
            {"who": "you", "sure": "not_sure", "sure_now": "yes_sure"},
            "Not sure",
            "Sure",
            ("Go on.",),
        ),
        ({"who": "me", "sure": "not_sure"}, "not asked", "not answered", ()),
    ],
)
def test_a_step_is_told_for_the_answer_that_holds_now_and_never_for_a_missing_one(
    tmp_path: Path, given: Answers, before: str, after: str, steps: tuple[str, ...]
) -> None:
    area = measure_readiness(conduct_interview(small_aid(tmp_path, TWICE, rules=STEPS), given))[0]
    assert (area.question, area.before, area.after, area.steps) == (
        "How sure?",
        before,
        after,
        steps,
    )


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ({}, ["How sure?"]),
        ({"who": "me"}, ["How sure?"]),
        ({"who": "you"}, ["How sure?", "How well?"]),
    ],
)
def test_what_is_asked_of_nobody_is_no_area(
    tmp_path: Path, given: Answers, asked: list[str]
) -> None:
    areas = measure_readiness(conduct_interview(small_aid(tmp_path, TWICE, rules=STEPS), given))
    assert [area.question for area in areas] == asked


def test_each_need_has_its_own_step(tmp_path: Path) -> None:
    given: Answers = {"who": "you", "sure_now": "not_sure", "also_now": "bad"}
    areas = measure_readiness(conduct_interview(small_aid(tmp_path, TWICE, rules=STEPS), given))
    assert [area.steps for area in areas] == [
        ("Read it again. Slowly.", "Ask somebody."),
        ("Rest.",),
    ]


# --- a condition made of several -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "verdict"),
    [
        ({"all": [{"a": "x"}, {"gone": "x"}, {"b": "y"}]}, None),
        ({"all": [{"gone": "x"}, {"a": "x"}, {"b": "z"}]}, False),
        ({"all": [{"a": "x"}, {"b": "y"}]}, True),
        ({"any": [{"gone": "x"}, {"a": "z"}, {"b": "y"}]}, True),
        ({"any": [{"gone": "x"}, {"a": "z"}, {"b": "z"}]}, None),
        ({"any": [{"a": "z"}, {"b": "z"}, {"gone": "x"}]}, None),
        ({"not": {"any": [{"a": "z"}, {"gone": "x"}]}}, None),
        ({"not": {"all": [{"a": "z"}, {"gone": "x"}]}}, True),
        ({"not": {"not": {"gone": "x"}}}, None),
        ({"not": {"a": "x"}}, False),
        ({"a": {"includes": "x"}}, False),
        ({"several": "one"}, False),
        ({"a": {"at_least": 1}}, False),
        ({"a": {"at_most": 1}}, False),
    ],
)
def test_a_missing_answer_decides_nothing_that_the_others_leave_open(
    when: object, verdict: bool | None
) -> None:
    heard: Answers = {"a": "x", "b": "y", "gone": None, "several": ("one", "two")}
    assert parse_condition(when).holds(heard) is verdict
    assert parse_condition(when).holds({k: v for k, v in heard.items() if k != "gone"}) is verdict


def test_a_section_s_gate_is_shut_where_its_answer_is_missing(tmp_path: Path) -> None:
    sections = """
    - id: start
      title: Start
      items:
        - {id: who, type: select_one, text: Who?,
           choices: [{id: me, text: Me}, {id: you, text: You}]}
    - {id: yours, title: Yours, when: {who: you}, items: [{id: a, type: text, text: A?}]}
    """
    aid = small_aid(tmp_path, sections=sections)
    for given, path in ((YES, ["who", "a"]), (NO, ["who"]), ({}, ["who"]), (PASSED_OVER, ["who"])):
        assert [q.id for q in conduct_interview(aid, given).path] == path
