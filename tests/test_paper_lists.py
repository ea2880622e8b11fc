"""Whatever a paper has several of is all there, each once and in its order."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from decision_aid.conditions import Answers, parse_condition
from decision_aid.content import DecisionAid, Note, parse_passage
from decision_aid.content.load import load
from decision_aid.content.text import Cited, Statement
from decision_aid.interview import conduct_interview
from decision_aid.summary.blank import make_blank_copy
from decision_aid.summary.changes import find_changes
from decision_aid.summary.models import Block, Changed, StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.sources import cited_sources, note_sources
from decision_aid.summary.staff import LETTERS, make_staff_summary
from decision_aid.wording import Wording
from tests.conftest import ON
from tests.papers import rendered
from tests.small import small_text

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: weak, type: select_one, text: Weak, urgent: true, keep: never,
   when: {who: you}, choices: [{id: here, text: weak today}, {id: none, text: none today.}]}
- {id: pain, type: select_one, text: Pain?, urgent: true, when: {who: you},
   choices: [{id: here, text: it hurts}, {id: none, text: none today.}]}
- {id: sore, type: select_one, text: Sore?, urgent: true, when: {who: you},
   choices: [{id: here, text: It is sore}, {id: none, text: none today}]}
- {id: sure, type: select_one, text: How sure?, when: {who: you},
   choices: [{id: sure, text: Sure}, {id: unsure, text: Not sure}]}
- {id: well, type: select_one, text: How well?,
   choices: [{id: well, text: Well}, {id: badly, text: Badly}]}
- {id: hope, type: select_multiple, text: Hope?, most: 2, choices: [
   {id: rest, text: Rest}, {id: walk, text: Walking}]}
- {id: age, type: number, text: Age?, most: 99}
- {id: words, type: text, text: Your words}
- {id: more, type: text, text: More words?}
- {id: secret, type: text, text: Secret?, prints: never}
- {id: known, type: knowledge_check, text: Known?, explained: a, agreed: [Yes.], otherwise: ["So."],
   choices: [{id: a, text: A}, {id: b, text: B}]}
- {id: note, type: note, text: A note, lead: ["Lead [guide].", "Lead [nice]."],
   body: ["Body [trial, guide]. Also [nice].", "More [letter]."],
   comes_from: [From somewhere., "It comes from [nice, survey]."]}
- {id: lean, type: select_one, text: Lean?,
   prints_when: {any: [{may: print}, {tells: print}]},
   choices: [{id: to, text: Towards}, {id: from, text: Away}]}
- {id: may, type: select_one, text: May it print?, choices: [{id: print, text: Print},
   {id: private, text: Private}]}
- {id: then, type: select_one, text: After that?, instead: [{text: "After {words}?"}],
   choices: [{id: well, text: Well}, {id: badly, text: Badly}]}
- {id: tells, type: select_one, text: May it be told?, choices: [{id: print, text: Print},
   {id: private, text: Private}]}
- {id: sure_now, type: select_one, text: How sure?,
   choices: [{id: sure, text: Sure}, {id: unsure, text: Not sure}]}
- {id: well_now, type: select_one, text: How well?,
   choices: [{id: well, text: Well}, {id: badly, text: Badly}]}
"""
SUMMARY = """
summary:
  title: "Mine, as {who}"
  lead: ["I am {who}.", "Filled in on {today}."]
  urgent_first: {who: you}
  blocks:
    - {id: late, heading: "Late.", passages: ["Said of {who}. It rests on [letter]."], record: true}
    - {id: first, heading: "First:", side: 1, staff: true, record: true,
       passages: [{heading: A heading}, {say: What helps?},
                  "A fact [trial, nice]. A fact [letter]."]}
    - {id: second, heading: Second, side: 1, passages: [For all., "I hope for {hope}."]}
    - {id: third, heading: Third, staff: true, passages: [{findings: list}]}
    - {id: same, heading: For one, when: {who: me}, passages: [For me.]}
    - {id: other, heading: For one, when: {who: you}, passages: [For you.]}
    - {id: named, heading: "For {who}", passages: ["You are {who}.", "I said: {words}."]}
    - {id: counts, heading: Counts, passages: ["{tests.balloon} of 100, {tests.balloon.rest} not.",
       "{veins.sham} of 100 veins.", "Told {who.moment}."]}
    - {id: some, heading: Some, passages: [{findings: list, after: 1, first: 2}]}
    - {id: figure, heading: Figures, passages: [{figure: veins}]}
  fill_in: [My nurse, My doctor]
  passed_over: Passed over
"""
RULES = """
rules:
  - {id: r0, list: list, when: {who: you, hope: {includes: rest}}, says: "Never said of {age}."}
  - {id: r1, list: list, says: Rule 1.}
  - {id: r2, list: other, says: Rule of another list.}
  - {id: r3, list: list, says: Rule 3.}
  - {id: r4, list: list, says: Rule 4.}
  - {id: r5, list: list, says: Rule 5.}
"""
SEVERAL = {
    "  - {id: balloon, name: Balloon, says: A balloon.}\n": """\
  - {id: stent, name: Stent, says: A tube., compared: false}
  - {id: balloon, name: Balloon, says: A balloon.}
""",
    "comparison:\n": """\
  - id: unseen
    name: Not drawn
    time: 1 year
    population: 40 people
    kind: clinic_count
    opening: Counted by a clinic.
    says: "{arm}: {count} of {of}, {rest} not."
    icon: yes it did
    blank: did not
    caption: [Not sure.]
    risks: [{arm: balloon, events: 1, denominator: 40, sources: [survey]}]
  - id: veins
    name: Veins
    unit: vein
    time: 6 months
    population: 80 veins
    kind: comparison
    opening: "Of 100 veins [letter]."
    says: "{arm}: {count} of {of} veins, {rest} not."
    icon: open
    blank: closed
    caption: ["Not sure [guide].", Ask.]
    pictured: true
    risks:
      - {arm: sham, events: 1, denominator: 40, sources: [letter]}
comparison:
""",
    "  lead: [Never compared fairly.]\n": """\
  lead: [Never compared fairly., "Nor elsewhere [survey]."]
""",
    "  box_title: Has happened\n": """\
    - id: harm
      name: Harm
      cells: {none: "No harm. None.", balloon: "Harm [trial]. More harm [nice]."}
  box_title: Has happened
""",
    '  box: [{item: "A stroke [nice]."}]\n': """\
  box: [{item: "A stroke [nice]."}, {item: "A death [trial]."}]
""",
    "  quotations: [": """\
  quotations:
    - {id: p1, by: "Society, 2012", words: Do not., source: letter, beside: [Old., "New [guide]."]}
    - {id: p9, by: "NICE, 2019", words: This should not be used., source: nice}
""",
    "  in_short: They advise against it.\n": """\
  in_short: "They advise against it [nice]. Ask them [letter]. Or us."
""",
    "sources:\n": """\
sources:
  - {id: survey, short: Survey, body: S, kind: survey, address: s.org, read: 2026-11-20, rows: [S1]}
  - {id: letter, short: Letter, body: L, kind: news, address: l.org, read: 2026-11-20, rows: [L1]}
  - {id: guide, short: Guide, body: G, kind: guidance, address: g.org, read: 2026-11-20, rows: [G1]}
""",
    "  passages: [Not yet reviewed.]\n": """\
  passages: [Not yet reviewed., "Read on {evidence_read}.",
    "Version {version}, {content_hash}, grades {grade_fk} and {grade_cl}.", "Due {next_review}."]
""",
}
GIVEN: Answers = {
    "who": "you",
    "weak": "here",
    "pain": "none",
    "sore": "none",
    "hope": ("rest", "walk"),
    "words": "My words",
    "more": "More words of mine",
    "secret": "A secret",
}
MOMENTS = {"who": "Monday", "weak": "Tuesday", "pain": "Wednesday"}


def changed_lines(text: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join(
        next((new for old, new in SEVERAL.items() if line.startswith(old)), line) for line in lines
    )


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> DecisionAid:
    """An aid with several of everything."""
    path: Path = tmp_path_factory.mktemp("lists") / "questions.yaml"
    path.write_text(changed_lines(small_text(QUESTIONS, summary=SUMMARY, rules=RULES)))
    return load(path)


@pytest.fixture(scope="module")
def of_several(several: DecisionAid) -> Summary:
    return make_summary(several, GIVEN, ON, MOMENTS)


@pytest.fixture(scope="module")
def staff_of_several(several: DecisionAid) -> StaffSummary:
    return make_staff_summary(several, GIVEN, ON, MOMENTS)


def texts(*blocks: Block) -> dict[str, list[str]]:
    return {block.id: [said.text for said in block.passages] for block in blocks}


# --- the patient's paper -------------------------------------------------------------------------


def test_the_blocks_of_side_1_and_of_the_booklet_stand_in_their_order(of_several: Summary) -> None:
    assert [(block.id, block.heading) for block in of_several.side_1] == [
        ("first", "First:"),
        ("second", "Second"),
    ]
    assert [(block.id, block.heading) for block in of_several.details] == [
        ("late", "Late."),
        ("third", "Third"),
        ("other", "For one"),
        ("named", "For You"),
        ("counts", "Counts"),
        ("some", "Some"),
        ("figure", "Figures"),
    ]


def test_all_that_a_block_holds_is_said(of_several: Summary) -> None:
    said = texts(*of_several.side_1, *of_several.details)
    assert said["first"] == ["A heading", "What helps?", "A fact. A fact."]
    assert said["second"] == ["For all.", "I hope for Rest and Walking."]
    assert said["late"] == ["Said of You. It rests on."]
    assert said["counts"] == ["42 of 100, 58 not.", "3 of 100 veins.", "Told Monday."]
    assert said["third"] == ["Rule 1.", "Rule 3.", "Rule 4.", "Rule 5."]
    assert said["some"] == ["Rule 3.", "Rule 4."]
    assert said["named"] == ["You are You.", "I said: My words."]
    assert said["figure"] == ["Of 100 veins.", "With a pretend procedure: 3 of 100 veins, 97 not."]


def test_the_head_of_a_paper_says_who_when_and_what_of(of_several: Summary) -> None:
    assert of_several.title == "Mine, as You"
    assert [said.text for said in of_several.lead] == [
        "I am You.",
        "Filled in on 20 November 2026.",
    ]
    assert of_several.fill_in == ("My nurse", "My doctor")


def test_a_title_with_a_gap_gives_way_to_the_aid_s(several: DecisionAid) -> None:
    empty = make_summary(several, {}, ON)
    assert empty.title == "A small aid"
    assert [said.text for said in empty.lead] == ["Filled in on 20 November 2026."]


def test_the_imprint_says_all_with_its_dates(several: DecisionAid, of_several: Summary) -> None:
    assert texts(of_several.imprint)["imprint"] == [
        "Not yet reviewed.",
        "Read on 20 November 2026.",
        f"Version 0.1.0, {several.content_hash[:6]}, grades 4.0 and 5.0.",
        "Due 20 November 2027.",
    ]


def test_every_quotation_stands_with_all_beside_it(of_several: Summary) -> None:
    said = [
        (one.by, one.words.text, one.words.sources, [p.text for p in one.beside])
        for one in of_several.recommendation.quoted
    ]
    assert said == [
        ("Society, 2012", "Do not.", ("letter",), ["Old.", "New."]),
        ("NICE, 2019", "This should not be used.", ("nice",), []),
    ]


@pytest.mark.parametrize(
    ("given", "heading"), [({"who": "you"}, "Call for You"), ({}, "Call for {who}")]
)
def test_urgent_help_never_loses_its_heading(
    several: DecisionAid, given: Answers, heading: str
) -> None:
    assert several.urgent_help is not None
    urgent = replace(several.urgent_help, printed_title="Call for {who}")
    aid = replace(several, urgent_help=urgent)
    assert make_summary(aid, given, ON).urgent_help.heading == heading
    assert make_staff_summary(aid, given, ON).urgent_help.heading == heading


def test_the_table_has_every_row_of_every_option_compared(of_several: Summary) -> None:
    table = of_several.table
    assert table.columns == ("No procedure", "Balloon")
    rows = [(row.id, [(cell.option, cell.text) for cell in row.cells]) for row in table.rows]
    assert rows == [
        ("what", [("none", "All goes on."), ("balloon", "A balloon goes in.")]),
        ("harm", [("none", "No harm. None."), ("balloon", "Harm. More harm.")]),
    ]
    assert [said.text for said in table.lead] == ["Never compared fairly.", "Nor elsewhere."]
    assert texts(table.box)["box"] == ["A stroke.", "A death."]


def test_every_outcome_that_is_drawn_is_drawn_for_each_arm(of_several: Summary) -> None:
    pictures = [
        (one.id, [(array.title, array.alt, sum(map(sum, array.rows))) for array in one.arrays])
        for one in of_several.pictures
    ]
    assert pictures == [
        (
            "tests",
            [
                ("With the balloon", "With the balloon: 42 of 100 did better, 58 did not.", 42),
                (
                    "With a pretend procedure",
                    "With a pretend procedure: 49 of 100 did better, 51 did not.",
                    49,
                ),
            ],
        ),
        (
            "veins",
            [
                (
                    "With a pretend procedure",
                    "With a pretend procedure: 3 of 100 veins, 97 not.",
                    3,
                )
            ],
        ),
    ]
    assert [said.text for said in of_several.pictures[1].caption] == ["Not sure.", "Ask."]


def test_what_was_passed_over_is_listed_in_full(several: DecisionAid) -> None:
    answers: Answers = dict.fromkeys(["who", "hope", "secret", "lean", "words", "age"])
    *_, last = make_summary(several, answers, ON).details
    assert (last.id, last.heading) == ("passed_over", "Passed over")
    assert texts(last)["passed_over"] == ["Who?", "Hope?", "Age?", "Your words"]
    nothing = make_summary(several, {"secret": None, "lean": None, "who": "me"}, ON)
    assert "passed_over" not in texts(*nothing.details)


def test_few_changes_stand_last_on_side_2(several: DecisionAid) -> None:
    changed = Changed(date(2026, 11, 3), ("One.", "Two.", "Three."))
    summary = make_summary(several, GIVEN, ON, MOMENTS, changed)
    *_, last = summary.side_2
    assert last.heading == "What changed since the summary of 3 November 2026"
    assert texts(last) == {"changed": ["One.", "Two.", "Three."]}
    assert "changed" not in texts(*summary.details)


def test_many_changes_stand_in_the_booklet_before_the_other_blocks(several: DecisionAid) -> None:
    changed = Changed(date(2026, 11, 3), MANY)
    summary = make_summary(several, GIVEN, ON, MOMENTS, changed)
    first, *others = summary.details
    assert texts(first) == {"changed": list(MANY)}
    assert [block.id for block in others][:2] == ["late", "third"]
    assert "changed" not in texts(*summary.side_2)


# --- sources -------------------------------------------------------------------------------------


def test_sources_are_numbered_from_1_what_stands_in_every_paper_first(
    several: DecisionAid, of_several: Summary
) -> None:
    numbers = [(one.number, one.source.id) for one in of_several.sources]
    assert numbers == [(1, "letter"), (2, "guide"), (3, "nice"), (4, "survey"), (5, "trial")]
    empty = make_summary(several, {}, ON)
    assert [(one.number, one.source.id) for one in empty.sources] == numbers
    assert [of_several.number(name) for _, name in numbers] == [1, 2, 3, 4, 5]


def test_a_source_that_only_a_block_or_a_contact_rests_on_is_listed_last(
    several: DecisionAid,
) -> None:
    bare = replace(several, comparison=replace(several.comparison, rows=(), box=()))
    bare = replace(bare, outcomes=bare.outcomes[1:])
    plans = [plan for plan in bare.summary.blocks if plan.id == "third"]
    bare = replace(bare, summary=replace(bare.summary, blocks=tuple(plans)))
    contact = replace(bare.contacts[0], sources=("trial",))
    with_contact = replace(bare, contacts=(contact,))
    names = [one.source.id for one in make_summary(with_contact, {}, ON).sources]
    assert names == ["letter", "guide", "nice", "survey", "trial"]
    alone = replace(bare, contacts=())
    assert [one.source.id for one in make_summary(alone, {}, ON).sources] == names[:4]


def test_each_sentence_has_the_sources_that_stand_behind_it(of_several: Summary) -> None:
    (first, *_) = of_several.side_1
    last = first.passages[-1]
    assert [one.sources for one in last.sentences] == [("trial", "nice"), ("letter",)]
    assert last.sources == ("trial", "nice", "letter")


def test_a_note_names_the_sources_of_all_its_parts_each_once(several: DecisionAid) -> None:
    note = several.by_id["note"]
    assert isinstance(note, Note)
    names = [one.id for one in note_sources(conduct_interview(several, {}).wording, note)]
    assert names == ["guide", "nice", "trial", "letter", "survey"]


def test_a_text_names_each_of_its_sources(several: DecisionAid) -> None:
    said = several.by_id["note"]
    assert isinstance(said, Note)
    names = [[one.id for one in cited_sources(several, passage.said)] for passage in said.body]
    assert names == [["trial", "guide", "nice"], ["letter"]]


def test_the_staff_s_paper_numbers_sources_as_the_patient_s_does(
    several: DecisionAid, of_several: Summary, staff_of_several: StaffSummary
) -> None:
    assert staff_of_several.sources == of_several.sources
    assert staff_of_several.more_sources == ()
    fewer = replace(several, summary=replace(several.summary, staff_lead=several.summary.lead))
    assert make_staff_summary(fewer, GIVEN, ON).more_sources == ()


# --- what changed --------------------------------------------------------------------------------


def test_every_answer_that_changed_is_told_in_the_order_of_the_questions(
    several: DecisionAid,
) -> None:
    now: Answers = {
        **GIVEN,
        "pain": "here",
        "hope": ("walk",),
        "words": "Other words",
        "more": None,
        "well": "well",
    }
    assert find_changes(GIVEN, now, several, ON) == (
        "Pain? Before: none today. Now: it hurts.",
        "How well? Before: not answered. Now: Well.",
        "Hope? Before: Rest and Walking. Now: Walking.",
        "Your words: The words changed.",
        "More words? The words changed.",
    )


def test_no_typed_word_is_told_with_a_question_that_changed(several: DecisionAid) -> None:
    assert find_changes({**GIVEN, "then": "well"}, {**GIVEN, "then": "badly"}, several, ON) == (
        "After that? Before: Well. Now: Badly.",
    )


def test_what_is_not_asked_any_more_is_told_as_such(several: DecisionAid) -> None:
    assert find_changes(GIVEN, {**GIVEN, "who": "me"}, several, ON) == (
        "Who? Before: You. Now: Me.",
        "Pain? Before: none today. Now: not asked.",
        "Sore? Before: none today. Now: not asked.",
    )


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({}, {}),
        ({"weak": "here"}, {"weak": "none"}),
        ({"secret": "A"}, {"secret": "B"}),
        ({"known": "a"}, {"known": "b"}),
        ({}, {"note": "seen"}),
        ({"may": "print"}, {"may": "private"}),
        ({"tells": "print"}, {"tells": "private"}),
        ({"lean": "to"}, {"lean": "from"}),
        ({"lean": "to", "may": "print"}, {"lean": "from", "may": None}),
        ({"lean": "to", "may": "private"}, {"lean": "from", "may": "print"}),
        ({}, {"hope": None}),
    ],
)
def test_what_is_no_change_on_paper_is_not_told(
    several: DecisionAid, before: Answers, now: Answers
) -> None:
    assert find_changes({**GIVEN, **before}, {**GIVEN, **before, **now}, several, ON) == (
        () if "hope" not in now else ("Hope? Before: Rest and Walking. Now: not answered.",)
    )


# --- the blank copy ------------------------------------------------------------------------------


def test_the_blank_copy_names_what_else_prints_each_heading_once(several: DecisionAid) -> None:
    blank = make_blank_copy(several, ON)
    (also,) = blank.side_2
    assert [block.id for block in blank.side_1] == ["first", "second"]
    assert also.heading == "What else prints, by what is answered"
    assert texts(also)["also_prints"] == ["Late.; For one."]
    assert (blank.blank, blank.warning) == (True, "Blank copy, for preview.")


def test_the_blank_copy_names_several_headings_apart(several: DecisionAid) -> None:
    plans = tuple(
        replace(plan, heading=f"Only for {plan.id}") if plan.id in ("same", "other") else plan
        for plan in several.summary.blocks
    )
    blank = make_blank_copy(replace(several, summary=replace(several.summary, blocks=plans)), ON)
    assert texts(blank.side_2[-1])["also_prints"] == ["Late.; Only for same; Only for other."]


def test_a_blank_copy_of_all_that_prints_names_nothing_else(several: DecisionAid) -> None:
    plans = tuple(plan for plan in several.summary.blocks if plan.id in ("first", "third"))
    blank = make_blank_copy(replace(several, summary=replace(several.summary, blocks=plans)), ON)
    assert [block.id for block in (*blank.side_1, *blank.side_2)] == ["first"]


def test_a_paper_that_is_filled_in_is_no_blank_copy(of_several: Summary) -> None:
    assert not of_several.blank


# --- the staff's page ----------------------------------------------------------------------------


def test_the_staff_s_page_asks_every_warning_sign_again(staff_of_several: StaffSummary) -> None:
    (ask,) = staff_of_several.ask
    assert ask.heading == "Ask about warning signs now"
    assert texts(ask)["ask"] == [
        "Ask today, whatever was answered before. Answered on Tuesday:",
        "Weak: Weak today.",
        "Pain? None today.",
        "Sore? None today.",
    ]


def test_the_staff_s_page_says_whether_warning_signs_were_answered(several: DecisionAid) -> None:
    asked = "Ask today, whatever was answered before."
    (ask,) = make_staff_summary(several, GIVEN, ON).ask
    assert ask.passages[0].text == f"{asked} Answered before:"
    for given in ({"who": "you"}, {"who": "you", "pain": None}):
        (ask,) = make_staff_summary(several, given, ON).ask
        assert texts(ask)["ask"] == [f"{asked} No answer came with this copy."]
    assert make_staff_summary(several, {"who": "me"}, ON).ask == ()


def test_who_may_have_been_treated_is_asked_where_warning_signs_are_asked_at_all(
    several: DecisionAid,
) -> None:
    never = replace(several.summary, urgent_first=parse_condition({"who": "me"}))
    asked = make_staff_summary(replace(several, summary=never), GIVEN, ON)
    assert [block.id for block in asked.ask] == ["ask"]
    assert (bool(asked.opening), bool(asked.main)) == (False, True)


def test_the_staff_s_page_has_the_blocks_marked_for_it_in_their_order(
    staff_of_several: StaffSummary,
) -> None:
    assert [block.id for block in staff_of_several.main] == ["situation", "first", "third"]
    assert texts(*staff_of_several.main)["situation"] == [
        "I am You.",
        "Filled in on 20 November 2026.",
    ]


def without_marks(aid: DecisionAid, *, staff: bool = False) -> DecisionAid:
    """The aid with no block marked for the line for the record, nor for the staff."""
    plans = (replace(plan, record=False) for plan in aid.summary.blocks)
    blocks = tuple(replace(plan, staff=plan.staff and staff) for plan in plans)
    return replace(aid, summary=replace(aid.summary, blocks=blocks))


def test_without_blocks_marked_for_it_the_staff_s_page_has_those_of_side_1(
    several: DecisionAid,
) -> None:
    staff = make_staff_summary(without_marks(several), GIVEN, ON)
    assert [block.id for block in staff.main] == ["situation", "first", "second"]


def test_the_line_says_the_signs_the_situation_and_every_block_marked_for_it(
    several: DecisionAid, staff_of_several: StaffSummary
) -> None:
    assert [block.id for block in staff_of_several.recorded] == [
        "signs",
        "situation",
        "late",
        "first",
    ]
    assert texts(*staff_of_several.recorded)["signs"] == ["Weak today.", "None today."]
    assert make_record_line(staff_of_several) == (
        f"Decision aid “Small”, version 0.1.0, {several.content_hash[:6]}, 20 November 2026. "
        "“I” is whoever answered. "
        "Warning signs: Weak today. None today. "
        "Situation: I am You. Filled in on 20 November 2026. "
        "Late: Said of You. It rests on. "
        "First: A heading “What helps?” A fact. A fact. "
        "What is advised: They advise against it. Ask them. Or us."
    )


def test_without_blocks_marked_for_it_the_line_says_those_of_the_staff_s_page(
    several: DecisionAid,
) -> None:
    staff = make_staff_summary(without_marks(several, staff=True), GIVEN, ON)
    assert [block.id for block in staff.recorded] == ["signs", "situation", "first", "third"]
    staff = make_staff_summary(without_marks(several), GIVEN, ON)
    assert [block.id for block in staff.recorded] == ["signs", "situation", "first", "second"]


def test_typed_words_stand_on_the_staff_s_page_only_where_they_were_asked_for(
    several: DecisionAid, staff_of_several: StaffSummary
) -> None:
    assert staff_of_several.own_words == ()
    assert staff_of_several.says.startswith("Picked answers only")
    words = make_staff_summary(several, GIVEN, ON, with_words=True)
    assert texts(*words.own_words)["own_words"] == [
        "Your words",
        "My words",
        "More words?",
        "More words of mine",
    ]
    assert not words.says.startswith("Picked answers only")
    passed: Answers = {**GIVEN, "words": None, "more": None}
    none = make_staff_summary(several, passed, ON, with_words=True)
    assert none.own_words == ()
    assert none.says.startswith("Picked answers only: no name, nothing typed.")


@pytest.mark.parametrize(
    ("given", "readiness"),
    [
        ({}, None),
        ({"sure_now": None}, None),
        ({"sure_now": "sure"}, ["How sure? Sure."]),
        ({"who": "you", "sure_now": "sure"}, ["How sure? not answered Sure"]),
        (
            {"who": "you", "sure": "unsure", "well": "badly", "well_now": "well"},
            ["How sure? Not sure not answered", "How well? Badly Well"],
        ),
    ],
)
def test_each_question_asked_twice_that_has_an_answer_stands_on_the_staff_s_page(
    several: DecisionAid, given: Answers, readiness: list[str] | None
) -> None:
    staff = make_staff_summary(several, given, ON)
    assert texts(*staff.opening, *staff.main).get("readiness") == readiness


MANY = tuple(f"Sentence {number} of what changed." for number in range(40))


@pytest.mark.parametrize("given", [GIVEN, {"who": "me"}], ids=["treated", "not treated"])
def test_what_changed_stands_last_on_the_staff_s_page_whole_where_there_is_room(
    several: DecisionAid, given: Answers
) -> None:
    changed = Changed(date(2026, 11, 3), MANY[:3])
    staff = make_staff_summary(several, given, ON, changed=changed)
    *_, last = (*staff.opening, *staff.main)
    assert texts(last) == {"changed": list(MANY[:3])}
    assert bool(staff.opening) is not bool(staff.main)


def test_what_has_no_room_on_the_staff_s_page_is_counted(several: DecisionAid) -> None:
    changed = Changed(date(2026, 11, 3), MANY)
    staff = make_staff_summary(several, GIVEN, ON, changed=changed)
    *shown, more = texts(staff.main[-1])["changed"]
    assert tuple(shown) == MANY[: len(shown)]
    assert 2 <= len(shown) < len(MANY)
    assert more.startswith(f"Not shown here: {len(MANY) - len(shown)}.")


def test_a_staff_s_page_without_room_still_shows_two_lines_of_what_changed(
    several: DecisionAid,
) -> None:
    long = (parse_passage("A long sentence of what was said. " * 60),)
    plans = tuple(
        replace(plan, passages=long) if plan.id == "late" else plan
        for plan in several.summary.blocks
    )
    full = replace(several, summary=replace(several.summary, blocks=plans))
    staff = make_staff_summary(full, GIVEN, ON, changed=Changed(date(2026, 11, 3), MANY))
    shown = texts(staff.main[-1])["changed"]
    assert shown[:-1] == list(MANY[:2])
    assert shown[-1].startswith("Not shown here: 38.")


def test_what_changed_fills_the_room_on_the_staff_s_page_to_the_last_letter(
    several: DecisionAid,
) -> None:
    room = LETTERS - len(make_record_line(make_staff_summary(several, GIVEN, ON)))
    for said, fits in (("x" * room, True), ("x" * (room + 1), False)):
        changed = Changed(date(2026, 11, 3), (said,))
        staff = make_staff_summary(several, GIVEN, ON, changed=changed)
        assert (texts(staff.main[-1])["changed"] == [said]) is fits


def with_lead(aid: DecisionAid, *passages: object) -> DecisionAid:
    """The aid with these passages as the situation on the staff's page."""
    lead = tuple(map(parse_passage, passages))
    return replace(aid, summary=replace(aid.summary, staff_lead=lead))


def test_the_situation_is_told_as_text_whatever_its_passages_are(several: DecisionAid) -> None:
    lead = with_lead(several, {"heading": "A heading"}, {"item": "An item"}, "A text")
    situation, *_ = make_staff_summary(lead, GIVEN, ON).main
    assert [(said.kind, said.text) for said in situation.passages] == [
        ("text", "A heading"),
        ("item", "An item"),
        ("text", "A text"),
    ]


def test_no_typed_word_comes_into_the_situation(several: DecisionAid) -> None:
    lead = with_lead(several, "In my words: {words}.", "I am {who}.")
    for with_words in (False, True):
        staff = make_staff_summary(lead, GIVEN, ON, with_words=with_words)
        assert texts(staff.main[0]) == {"situation": ["I am You."]}


@pytest.mark.parametrize("given", [GIVEN, {"who": "me"}], ids=["treated", "not treated"])
def test_what_only_the_staff_are_told_has_its_source_after_the_patient_s(
    several: DecisionAid, given: Answers
) -> None:
    only_here = replace(several.sources[0], id="staff_only")
    aid = with_lead(replace(several, sources=(*several.sources, only_here)), "Told [letter].")
    (told,) = aid.summary.staff_lead
    cited = replace(told, said=Cited((Statement("Told.", ("staff_only",)),)))
    aid = replace(aid, summary=replace(aid.summary, staff_lead=(cited,)))
    staff = make_staff_summary(aid, given, ON)
    assert [(one.number, one.source.id) for one in staff.more_sources] == [(6, "staff_only")]
    assert staff.sources[:5] == make_summary(aid, given, ON).sources


# --- data ----------------------------------------------------------------------------------------


def test_data_hold_every_block_quotation_row_picture_and_source(
    of_several: Summary, staff_of_several: StaffSummary
) -> None:
    data = json.loads(rendered(of_several, "json", "a4"))
    assert [one["id"] for one in data["side_1"]] == [one.id for one in of_several.side_1]
    assert [one["id"] for one in data["details"]] == [one.id for one in of_several.details]
    assert len(data["recommendation"]["quoted"]) == 2
    assert [one["id"] for one in data["table"]["rows"]] == ["what", "harm"]
    assert [one["id"] for one in data["pictures"]] == ["tests", "veins"]
    assert [one["number"] for one in data["sources"]] == [1, 2, 3, 4, 5]
    data = json.loads(rendered(staff_of_several, "json", "a4", "staff"))
    assert [one["id"] for one in data["main"]] == [one.id for one in staff_of_several.main]
    assert len(data["ask"][0]["said"]) == 4


# --- one text ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nothing to fill.", "Nothing to fill."),
        ("{who} and {hope}", "You and Rest and Walking"),
        ("{who} and {age}", None),
        ("{age} and {who}", None),
        ("{tests.balloon} {tests.sham.rest} {unseen.balloon}", "42 51 3"),
        ("{veins.balloon}", None),
        ("{tests.nobody}", None),
        ("{nothing.balloon}", None),
        ("{who.moment}", "Monday"),
        ("{hope.moment}", None),
        ("{minutes_short}", "12"),
    ],
)
def test_a_text_is_said_when_every_gap_is_filled(
    several: DecisionAid, text: str, said: str | None
) -> None:
    wording = Wording(several, GIVEN, MOMENTS, {"minutes_short": "12"})
    assert wording.fill(text) == said


def test_a_rule_that_fired_names_the_answers_that_it_rests_on(several: DecisionAid) -> None:
    heard: Answers = {"who": "you", "hope": ("rest",)}
    findings = conduct_interview(several, heard).wording.findings("list")
    assert [(one.rule.id, one.answers) for one in findings] == [
        ("r0", heard),
        ("r1", {}),
        ("r3", {}),
        ("r4", {}),
        ("r5", {}),
    ]
