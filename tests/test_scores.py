"""A score: a sum of points that is known, bounded or unknown, and proven over all answers."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid.check.graph import in_words
from decision_aid.check.proof.diagrams import Diagram
from decision_aid.check.proof.states import States
from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.rule import Subject
from decision_aid.check.rules.scores import score_picks_no_option
from decision_aid.conditions import Answers, Condition, Value, parse_condition
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit
from tests import papers
from tests.conftest import ON, clock
from tests.small import small_text

ASKED = """\
- {id: heart, type: select_one, text: Heart?,
   choices: [{id: failing, text: A}, {id: well, text: B}, {id: better, text: C}]}
- {id: age, type: number, most: 120, text: Age?}
- {id: had, type: select_multiple, text: Had?,
   choices: [{id: stroke, text: A}, {id: clot, text: B}, {id: sport, text: C}]}
- {id: seen, type: date, least: 2000-01-01, most: 2026-12-31, text: Seen?, prints: never}
"""
SCORES = """\
scores:
  - id: risk
    name: A made-up score
    points:
      heart: {failing: 1, better: -1}
      age: {at_least: {65: 1, 75: 2}}
      had: {includes: {stroke: 2, clot: 1, sport: -1}}
"""
WHENS = [
    {"score": {"risk": {"at_least": 2}}},
    {"score": {"risk": {"at_most": -1}}},
    {"score": {"risk": {"between": [1, 3]}}},
    {"not": {"score": {"risk": {"at_least": 5}}}},
    {"all": [{"score": {"risk": {"at_least": 1}}}, {"heart": "well"}]},
]
BLOCKS = 'blocks: [{id: told, heading: Told, side: 1, passages: ["It comes to {risk}."]}]'
ANSWERS: dict[str, list[Value | None]] = {
    "heart": ["failing", "well", "better", None],
    "age": [0, 64, 65, 74, 75, 120, None],
    "had": [("stroke",), ("stroke", "clot"), ("sport",), ("clot", "sport"), None],
}


def made(folder: Path, asked: str = "", scores: str = SCORES, blocks: str = BLOCKS) -> DecisionAid:
    notes = "".join(
        f"- {{id: note_{n}, type: note, text: Then, body: [So.], when: {when}}}\n"
        for n, when in enumerate(WHENS)
    )
    text = small_text(ASKED + (asked or notes), urgent_first="{heart: failing}")
    path = folder / "questions.yaml"
    path.write_text(scores + text.replace("blocks: []", blocks), encoding="utf-8")
    return load(path)


def conditions_of(aid: DecisionAid) -> list[Condition]:
    return [when for n in range(len(WHENS)) if (when := aid.by_id[f"note_{n}"].when)]


def every_answer() -> Iterator[Answers]:
    for values in itertools.product(*ANSWERS.values()):
        yield dict(zip(ANSWERS, values, strict=True))


@pytest.mark.parametrize(
    ("heard", "bounds"),
    [
        ({"heart": "failing", "age": 80, "had": ("stroke", "clot")}, (6, 6)),
        ({"heart": "well", "age": 64, "had": ("sport",)}, (-1, -1)),
        ({"heart": "better", "age": 65, "had": ("clot", "sport")}, (0, 0)),
        ({"heart": "failing", "age": None, "had": ("stroke",)}, (3, 5)),  # passed over
        ({"age": 70}, (-1, 5)),
        ({}, (-2, 6)),
    ],
)
def test_what_is_missing_leaves_the_sum_between_bounds(
    tmp_path: Path, heard: Answers, bounds: tuple[int, int]
) -> None:
    score = made(tmp_path).score["risk"]
    assert score.points.bounds(heard) == bounds
    assert score.known(heard) == (bounds[0] if bounds[0] == bounds[1] else None)


@pytest.mark.parametrize(
    ("heard", "at_least_two"),
    [
        ({"heart": "failing", "had": ("stroke",)}, True),  # whatever the age is
        ({"heart": "failing", "age": 70}, None),
        ({"heart": "well", "age": 30, "had": ("clot",)}, False),
        ({"heart": "better", "had": ("sport",)}, False),  # no age could bring it to two
        ({}, None),
    ],
)
def test_a_condition_is_decided_as_soon_as_nothing_missing_can_change_it(
    tmp_path: Path, heard: Answers, at_least_two: bool | None
) -> None:
    assert conditions_of(made(tmp_path))[0].holds(heard) is at_least_two


def test_hearing_more_never_takes_back_a_verdict(tmp_path: Path) -> None:
    conditions = conditions_of(made(tmp_path))
    for answers in every_answer():
        for name in answers:
            fewer = {**answers, name: None}
            for condition in conditions:
                verdict = condition.holds(fewer)
                assert verdict is None or condition.holds(answers) is verdict, (fewer, answers)


def test_the_proof_decides_every_answer_as_the_visit_does(tmp_path: Path) -> None:
    aid = made(tmp_path)
    states = States(aid)
    for condition in conditions_of(aid):
        verdict = states.verdict(condition)
        for answers in every_answer():
            here = states.always
            for name, value in answers.items():
                here &= coded(states, name, value)
            found = (here & verdict.true != states.never, here & verdict.false != states.never)
            holds = condition.holds(answers)
            assert found == (holds is True, holds is False), (condition, answers)


def coded(states: States, name: str, value: Value | None) -> Diagram:
    """The states in which a question has that answer."""
    slot = states.slots[name]
    if value is None:
        return slot.codes["?"] if not slot.several else slot.codes["?"] & ~slot.known
    if slot.several:
        picked = states.always
        for choice in ("stroke", "clot", "sport"):
            has = isinstance(value, tuple) and choice in value
            picked &= slot.codes[choice] if has else ~slot.codes[choice]
        return picked & ~slot.codes["?"]
    labels = states.labels(slot.question)
    reached = [label for label, low in labels if isinstance(low, int) and int(str(value)) >= low]
    return slot.codes[reached[-1] if reached else str(value)]


def test_a_sentence_says_the_sum_and_is_left_out_where_it_is_unknown(tmp_path: Path) -> None:
    visit = Visit(made(tmp_path), clock)
    for name, given in (("heart", ["failing"]), ("age", ["80"])):
        visit.answer(given, at=name)
    assert "It comes to" not in papers.text(visit.summary())
    visit.answer(["stroke", "sport"], at="had")
    assert "It comes to 4." in papers.text(visit.summary())


OPEN = "The sum needs an answer to every question in it, and at least one is still open."


@pytest.mark.parametrize(
    ("passage", "given", "said"),
    [
        ("It comes to {risk}.", {"heart": "failing", "age": 80, "had": None}, OPEN),
        ("It comes to {risk}.", {"heart": "failing"}, OPEN),  # the rest was not reached yet
        ("Risk: {risk} of 6.", {"age": 80, "had": None}, f"Risk: {OPEN.replace('The', 'the')}"),
        ("It comes to {risk}.", {"heart": None, "age": None, "had": None}, ""),
        ("It comes to {risk}.", {}, ""),
        ("Heart: {heart}. It comes to {risk}.", {"age": 80}, ""),  # not the sum alone
        ("It comes to {risk}.", {"heart": "failing", "age": 80, "had": ("clot",)}, ""),
    ],
)
def test_a_sum_that_was_begun_says_on_paper_that_it_is_open(
    passage: str, given: Answers, said: str, tmp_path: Path
) -> None:
    aid = made(tmp_path, blocks=BLOCKS.replace("It comes to {risk}.", passage))
    blocks = make_summary(aid, given, ON).side_1
    told = [one.text for block in blocks for one in block.passages]
    assert [one for one in told if "sum needs" in one] == ([said] if said else [])


@pytest.mark.parametrize(
    ("passage", "said"),
    [
        ("Échelle\u00a0: {risk} sur 6.", "Échelle\u00a0: la somme demande une réponse à chacune"),
        ("Elle donne {risk}.", "La somme demande une réponse à chacune de ses questions"),
    ],
)
def test_in_french_it_is_said_in_french(passage: str, said: str, tmp_path: Path) -> None:
    made(tmp_path, blocks=BLOCKS.replace("It comes to {risk}.", passage))
    path = tmp_path / "questions.yaml"
    text = path.read_text(encoding="utf-8").replace("language: en", "language: fr")
    path.write_text(text, encoding="utf-8")
    (block,) = make_summary(load(path), {"heart": "failing", "had": None}, ON).side_1
    assert block.passages[0].text.startswith(said)


@pytest.mark.parametrize("private", ["prints: never", "prints_when: {heart: well}"])
def test_a_sum_does_not_tell_that_a_private_answer_is_missing(private: str, tmp_path: Path) -> None:
    blocks = BLOCKS.replace("{risk}", "{late}")
    scores = f"{SCORES}  - {{id: late, points: {{heart: {{failing: 1}}, seen: {PAST}}}}}\n"
    made(tmp_path, scores=scores, blocks=blocks)
    path = tmp_path / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    for prints, said in ((private, 0), ("prints: always", 1)):
        path.write_text(text.replace("prints: never", prints), encoding="utf-8")
        summary = make_summary(load(path), {"heart": "failing", "seen": None}, ON)
        assert sum(len(block.passages) for block in summary.side_1) == said


PAST = "{after: {2020-01-01: 1}}"


def test_where_a_sum_is_said_to_be_open_is_proven(tmp_path: Path) -> None:
    """The sheet's words are counted with it, and a block that says no more stands all the same."""
    aid = made(tmp_path)
    states = States(aid)
    (block,) = aid.summary.blocks
    stands = Saying(states, on_paper=True).block(block)
    for answers in every_answer():
        here = states.always
        for name, value in answers.items():
            here &= coded(states, name, value)
        has_block = bool(make_summary(aid, answers, ON).side_1)
        assert (here & stands != states.never) is has_block, answers
        assert (here & ~stands & states.possible == states.never) is has_block, answers


def test_a_question_can_be_asked_by_a_score(tmp_path: Path) -> None:
    aid = made(tmp_path)
    path = conduct_interview(aid, {"heart": "failing", "had": ("stroke",)}).path
    assert [one.id for one in path if one.id.startswith("note")] == ["note_0"]


def test_what_may_not_be_printed_is_unknown_to_the_score_on_paper(tmp_path: Path) -> None:
    scores = SCORES + "  - {id: late, points: {seen: {after: {2020-01-01: 1}}}}\n"
    blocks = BLOCKS.replace("It comes to {risk}.", "Late: {late}.")
    visit = Visit(made(tmp_path, scores=scores, blocks=blocks), clock)
    visit.answer(["2021-01-01"], at="seen")
    assert visit.interview.wording.fill("{late}") == "1"
    assert "Late" not in papers.text(visit.summary())
    states, late = States(visit.aid), parse_condition({"score": {"late": {"at_least": 1}}})
    assert states.can_be(states.verdict(late).true)
    assert not states.can_be(states.printed_verdict(late).true)
    assert not states.can_be(states.printed_verdict(late).false)


@pytest.mark.parametrize(
    ("when", "owners"),
    [
        ("{score: {risk: {at_least: 2}}}", ["recommendation"]),
        ("{asked: x}", ["recommendation"]),  # who answers it was asked because of the score
        ("{heart: well}", []),
    ],
)
def test_no_advice_hangs_on_a_score_nor_on_a_question_that_it_asks(
    tmp_path: Path, when: str, owners: list[str]
) -> None:
    path = tmp_path / "questions.yaml"
    asked = (
        "- {id: asked, type: select_one, text: Q?, when: {score: {risk: {at_least: 2}}},\n"
        "   choices: [{id: x, text: X}, {id: z, text: Z}]}\n"
    )
    text = small_text(ASKED + asked, urgent_first="{heart: failing}")
    further = f"  further: [{{when: {when}, quotations: []}}]\n  in_short:"
    path.write_text(SCORES + text.replace("  in_short:", further), encoding="utf-8")
    found = score_picks_no_option(Subject(load(path), tmp_path, ON))
    assert [fault.owner for fault in found] == owners


@pytest.mark.parametrize(
    ("plain", "told_to_some", "owner"),
    [
        ("says: A balloon.}", "says: A balloon., when: WHEN}", "balloon"),
        ("    name: Doing better\n", "    name: Doing better\n    when: WHEN\n", "tests"),
        ("    - id: what\n", "    - id: what\n      when: WHEN\n", "what"),
    ],
)
def test_no_option_row_or_figure_is_told_because_of_a_score(
    tmp_path: Path, plain: str, told_to_some: str, owner: str
) -> None:
    text = SCORES + small_text(ASKED, urgent_first="{heart: failing}")
    changed = told_to_some.replace("WHEN", "{score: {risk: {at_least: 2}}}")
    path = tmp_path / "questions.yaml"
    path.write_text(text.replace(plain, changed), encoding="utf-8")
    found = score_picks_no_option(Subject(load(path), tmp_path, ON))
    assert [fault.owner for fault in found] == [owner]


def test_a_reviewer_reads_it_in_the_picture(tmp_path: Path) -> None:
    aid = made(tmp_path)
    assert in_words(aid, parse_condition(WHENS[0])) == "risk is at least 2"


@pytest.mark.parametrize(
    ("points", "said"),
    [
        ("{hart: {failing: 1}}", "a score reads 'hart', which is no question"),
        ("{heart: {failed: 1}}", "a score reads 'failed', which is no choice of 'heart'"),
        ("{heart: {includes: {failing: 1}}}", "no answer to 'heart' gives these points"),
        ("{had: {stroke: 1}}", "no answer to 'had' gives these points"),
        ("{age: {at_least: {old: 1}}}", "'old' is no number"),
        ("{age: {at_least: {65: 1}, at_most: {3: 1}}}", "have one table under 'at_least'"),
        ("{heart: {failing: 1.5}}", "are whole numbers"),
        ("{heart: {}}", "are a table such as"),
        ("{}", "points are a table"),
        ("{seen: {after: {soon: 1}}}", "a day stands there"),
    ],
)
def test_points_that_can_never_be_given_are_refused(tmp_path: Path, points: str, said: str) -> None:
    with pytest.raises(InvalidContent) as faulty:
        made(tmp_path, "\n", f"scores: [{{id: risk, points: {points}}}]\n")
    assert said in str(faulty.value)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("{score: {risc: {at_least: 2}}}", "'risc', which is no score"),
        ("{score: {risk: {before: 2020-01-01}}}", "has one of at_least, at_most, between"),
        ("{score: {risk: high}}", "has one of at_least, at_most, between"),
        ("{score: {risk: {at_least: many}}}", "a number stands there"),
        ("{score: {risk: {between: [2020-01-01, 2021-01-01]}}}", "numbers stand there, not days"),
        ("{score: risk}", "'score' takes a score"),
        ("{score: {risk: {at_least: 2}}}", "a condition reads 'later', which is not asked before"),
    ],
)
def test_a_test_of_a_score_that_makes_no_sense_is_refused(
    tmp_path: Path, when: str, said: str
) -> None:
    asked = (
        f"- {{id: then, type: note, text: Then, body: [So.], when: {when}}}\n"
        "- {id: later, type: select_one, text: Q?, choices: [{id: x, text: X}, {id: z, text: Z}]}\n"
    )
    scores = SCORES + "      later: {x: 1}\n"
    with pytest.raises(InvalidContent) as faulty:
        made(tmp_path, asked, scores)
    assert said in str(faulty.value)


@pytest.mark.parametrize("name", ["heart", "age"])
def test_a_score_has_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidContent, match="is also a question or a phrase"):
        made(
            tmp_path, "\n", SCORES.replace("id: risk", f"id: {name}"), BLOCKS.replace("risk", name)
        )
