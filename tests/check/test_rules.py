"""Each rule of the catalogue: the smallest damage that breaks it, caught by that very id."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.check import output, run
from decision_aid.check.proof.limits import TooLong
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.run import CheckResult, catalogue, check_file, rule_of
from decision_aid.content import text_hash
from decision_aid.content.faults import Fault
from decision_aid.content.load import load
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from tests.conftest import ON

READ = date(2026, 11, 27)
"""The day on which the sources of the shipped aid were read last."""
SOUND = (Path(__file__).parent / "sound.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Damage:
    """Text put in place of other text, and the rule that must notice."""

    rule: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.new[:40]}"


def d(rule: str, old: str, new: str) -> Damage:
    return Damage(rule, old, new)


LONG = " and".join([" one two three four five"] * 5)
CAPTION = "Allowing for chance, from 30 to 54 and from 32 to 65 in 100"
BODY = "One fair trial looked at this [trial-2018]."
BOX = "A clot [review-2019]."
CONDITION = "A vein can be narrow [review-2019]."
SOME_MORE = "[There is more.]"
TEN_WORDS = "{none: A b c d e f g h i j., balloon: A., stent: A.}"
ROW = "{none: Not known., balloon: Does not apply., stent: Does not apply.}"
STENTS = 'caption: ["Nobody was compared'
STENT_RISKS = "risks: [{arm: stent,"
CHOICES = "choices: [{id: me, text: For me}, {id: you, text: For you}]"
FOR_SOME = "  further: [{when: {who: me}, quotations: []}]\n  in_short:"
SIGNOFF = "signoffs: [{{kind: patients, role: {role}, day: {on}, content_hash: {hash}}}]\nwords:\n"

DAMAGES = (
    # slips of the pen
    d("odd-space", "  audience: People", "\u00a0\u00a0audience: People"),
    d("odd-space", "who: me", "who\u200b: me"),
    d("empty-value", "list: ask, when: {who: me}", "list: ask, when: ~"),
    d("empty-value", "text: For me", "text: null"),
    d("unprintable-sign", "title: A sound small aid", 'title: "A \\e[31msmall aid"'),
    d("unprintable-sign", "Hello", "Hel\u202elo"),
    d("text-not-empty", "title: A sound small aid", 'title: ""'),
    d("text-not-empty", "text: For me", 'text: "  "'),
    d("text-not-empty", "text: Who is this for?", 'text: "\\u00a0"'),
    d("text-not-empty", "title: More", 'title: "\\u200d"'),
    d("text-not-empty", "title: More", 'title: "\u3164"'),
    d("text-not-empty", SOME_MORE, '["  "]'),
    d("choices-differ", "text: For you", "text: For me"),
    d("choices-differ", "text: For you", 'text: "FOR  me."'),
    d("names-differ", "title: More", "title: start"),
    d("names-differ", "name: A balloon", "name: A  Stent"),
    d("text-as-written", "title: A sound small aid", "title: A sound #1 aid"),
    d("text-as-written", "  setting: At home.", "  setting: At home\n    - and away."),
    d("no-remark-in-text", "  setting: At home.", "  setting: >\n    At home.\n    # or not"),
    d("ambiguous-word", "setting: At home.", "setting: 1e3"),
    d("ambiguous-word", "setting: At home.", "setting: True"),
    # the decision and its options
    d("decision-stated", "Shall I have a balloon?", "A balloon."),
    d("decision-stated", "setting: At home.", 'setting: ""'),
    d("two-options", "stay: true", "stay: false"),
    d("rows-of-every-kind", "about: burden", "about: what"),
    d("natural-course", "about: course", "about: what"),
    d("figure-with-its-option", 'says: "A tube is put in [review-2019]."}',
      'says: "A tube is put in [review-2019].", when: {who: me}}'),
    d("cell-never-empty", "balloon: It can clot.", 'balloon: "{words}"'),
    d("score-picks-no-option", "balloon: It can clot.", 'balloon: "It can clot, as {told} told."'),
    d("score-picks-no-option", "balloon: It can clot.", 'balloon: "It can clot {how_many}."'),
    d("score-picks-no-option", "  in_short:",
      FOR_SOME.replace("{who: me}", "{score: {told: {at_least: 1}}}")),
    d("score-picks-no-option", "  urgent_first:",
      "  compare_when: {score: {told: {at_most: 1}}}\n  urgent_first:"),
    d("score-picks-no-option", SOME_MORE,
      "[{text: Ask about a balloon., when: {score: {told: {at_least: 1}}}}]"),
    # balance
    d("same-rows-answered", "balloon: It can clot.", 'balloon: "-"'),
    d("columns-alike", "balloon: A balloon goes in.", "balloon: In" + " and out" * 30 + "."),
    d("no-emphasis", "It can clot., stent", "It can clot!, stent"),
    d("no-emphasis", "It can clot., stent", "It can CLOTT., stent"),
    d("loaded-words", "There is more.", "A miracle."),
    d("words-to-avoid", "There is more.", "It is just a vein."),
    d("option-order-stated", "The options stand in the same order.", "They stand."),
    # figures
    d("figure-complete", "population: One centre", 'population: ""'),
    d("figure-complete", "denominator: 35, sources: [trial-2018]", "denominator: 35, sources: []"),
    d("figure-complete", "pictures: [tests, harms]", "pictures: [stents]"),
    d("one-time-and-unit", "Out of 100 people, after 12 months", "Out of 100 people, after a year"),
    d("one-time-and-unit", "Out of 100 procedures", "Out of 100 people"),
    d("range-holds-the-figure", "low: 30, high: 54", "low: 45, high: 54"),
    d("range-holds-the-figure", "low: 30, high: 54", "low: 30"),
    d("uncertainty-said", "Nobody was compared, so chance may play a part", "It was seen"),
    d("uncertainty-said", "from 30 to 54", "from 31 to 54"),
    d("no-one-in-x", SOME_MORE, '["It came to 1 in 20 people [trial-2018]."]'),
    d("no-percentages", SOME_MORE, '["It came to 5% [trial-2018]."]'),
    d("no-relative-figures", SOME_MORE, '["Twice as many did better [trial-2018]."]'),
    d("no-word-only-chance", SOME_MORE, '["A clot is rare [trial-2018]."]'),
    d("one-round-base", SOME_MORE, '["3 of 100 did, 2 of 1,000 did not [trial-2018]."]'),
    d("counts-of-one-size", SOME_MORE, '["3 of 65 did, and 2 of 46 others [trial-2018]."]'),
    d("figures-apart", "pictures: [tests, harms]", "pictures: [tests, stents]"),
    d("figures-apart", "may_stand_beside: [tests]", "may_stand_beside: []"),
    d("figures-apart", "{tests.balloon} of 100", "{tests.balloon} and {stents.stent} of 100"),
    d("procedures-apart", "{arm: stent, events: 21", "{arm: balloon, events: 1, denominator: 9, "
      "sources: [trial-2018]}, {arm: stent, events: 21"),
    d("procedures-apart", "may_stand_beside: [harms]", "may_stand_beside: [harms, stents]"),
    d("base-tells-apart", "events: 3, denominator: 72", "events: 1, denominator: 172"),
    d("one-base-together", "    name: Any harm", "    base: 1000\n    name: Any harm"),
    d("drawn-is-counted", "events: 2, denominator: 39", "events: 1, denominator: 19"),
    d("drawn-is-counted", "name: Any harm", "name: The rate of harm"),
    d("drawn-is-counted", "time: 12 months", "time: 12 months of survival"),
    d("drawn-is-counted", "{count} of {of} had harm", "on average {count} of {of} had it"),
    d("base-as-said", "Out of 100 people, within 12", "Out of 1,000 people, within 12"),
    d("base-as-said", "{count} of {of} had harm", "{count} of 1,000 had harm"),
    d("base-as-said", "{tests.balloon} of 100", "{tests.balloon} of 72"),
    d("no-personal-risk", SOME_MORE, "[Your risk is this.]"),
    # sources
    d("fact-has-source", BODY, "One study found this."),
    d("fact-has-source", BOX, "3 of 100 people had a clot."),
    d("source-used", "advised against it [nice-2012]", "was heard"),
    d("superseded-with-date", "In 2012 NICE advised", "NICE advised"),
    d("quotation-word-for-word", SOME_MORE, '["NICE: “should not be taken” [nice-2019]."]'),
    d("quotation-word-for-word", SOME_MORE, '["NICE: “should not be used”. It said so."]'),
    d("source-complete", "address: JAMA", 'address: ""'),
    d("row-in-evidence", "rows: [E4]", "rows: [E44]"),
    # dates and disclosure
    d("dates-in-order", "expires: 2028-11-20", "expires: 2038-11-20"),
    d("dates-in-order", "next_review: 2027-11-20", "next_review: 2025-11-20"),
    d("review-due", "next_review: 2027-11-20", "next_review: 2026-11-19"),
    d("out-of-date", "expires: 2028-11-20", "expires: 2026-11-19"),
    d("out-of-date", "update_policy:",
      "withdrawn: {day: 2026-11-20, because: New.}\nupdate_policy:"),
    d("owner-and-funding", "funding: none", 'funding: ""'),
    d("gains-stated", "Nobody who made it gains or loses by your choice.", "It is made."),
    d("update-policy-stated", "update_policy: We read the evidence again each year.\n", ""),
    # what matters
    d("values-asked", "What matters most to you?", "Which?"),
    d("one-scale", "How calm do you feel?,", "How calm do you feel?, most: 9,"),
    d("choice-to-have-none", ", alone: true", ""),
    d("own-words-asked", "type: text\n        text: What else matters to you?",
      "type: number\n        most: 9\n        text: How many?"),
    d("values-in-summary", '"{matters}", ', ""),
    d("no-verdict", SOME_MORE, "[The balloon is the best choice.]"),
    # guidance
    d("questions-to-ask", "When can we talk?", "I can talk."),
    d("list-printed", ", {findings: steps}", ""),
    d("counsellor-prompts", "text: Who is this for?",
      "text: Who is this for?\n        prompt: Wait."),
    d("step-for-each-not-yet", "when: {ready: not_yet}, says", "when: {ready: ready}, says"),
    # language
    d("sentence-too-long", "There is more.", f"It was{LONG} and{LONG}."),
    d("sentence-long", "There is more.", "It was one two three four five six seven eight nine ten "
      "one two three four five six seven eight nine ten."),
    d("sentences-short-on-average", SOME_MORE, "[" + ", ".join([f"It was{LONG[:90]}."] * 9) + "]"),
    d("few-words-on-a-screen", BODY, "Word. " * 125),
    d("few-words-in-a-reply", "      - {id: sure,", "      - {id: c, type: knowledge_check, text: "
      "Which?, choices: [{id: a, text: A}], explained: a, agreed: [" + "Word. " * 125
      + "], otherwise: [No.]}\n      - {id: sure,"),
    d("sentence-has-verb", "There is more.", "A small trial of it."),
    d("few-short-sentences", SOME_MORE, "[" + ", ".join(["We met then."] * 30) + "]"),
    d("few-sources-on-a-sentence", "[Face drooping or a weak arm.]",
      '["Call now [trial-2018, review-2019, trial-2018, review-2019]."]'),
    d("way-not-too-long", "example: {}", "bound: {screens: 2, words: 999}"),
    d("way-not-too-long", "example: {}", "budget: {screens: 99, words: 9}"),
    d("way-minutes-true", "example: {}", "minutes: 99"),
    d("few-choices", CHOICES, "choices: [{id: me, text: A}, {id: you, text: B}, "
      + ", ".join(f"{{id: x{n}, text: X}}" for n in range(7)) + "]"),
    d("medical-word-explained", "There is more.", "It is a thrombosis."),
    d("medical-word-explained", "There is more.", "It is a TIA."),
    d("reading-grade", SOME_MORE, "[" + ", ".join(["Considerable organisational responsibilities "
      "necessitate multidisciplinary communication."] * 20) + "]"),
    d("imprint-grade-true", "flesch_kincaid: 0.2", "flesch_kincaid: 0.5"),
    d("listed-word-explained", "words:\n", "to_explain: [balloon]\nwords:\n"),
    d("listed-word-avoided", "words:\n", "avoid: [{word: trial, say: study}]\nwords:\n"),
    d("instrument-named", "text: Who is this for?",
      "text: Who is this for?\n        validated: WHO test"),
    # the recommendation and urgent help
    d("recommendation-complete", "NICE, 2019\", words", "NICE\", words"),
    d("recommendation-word-for-word", "words: This procedure should", "words: This method should"),
    d("recommendation-unconditional", "[Face drooping or a weak arm.]",
      "[{text: Face drooping., when: {who: me}}]"),
    d("recommendation-unconditional", "  in_short:", FOR_SOME),
    d("recommendation-everywhere", "  in_short:", FOR_SOME),
    d("recommendation-outside-comparison", "stent: A tube stays.",
      "stent: This procedure should not be used at all."),
    d("urgent-help-complete", "purpose: emergency", "purpose: soon"),
    # sign-offs
    d("reviewed", "", ""),
    d("signoffs-current", "words:\n", SIGNOFF.format(role="Us", on="2026-11-01", hash="ab" * 32)),
    d("signoffs-complete", "words:\n", SIGNOFF.format(role='""', on="2026-11-01", hash="ab" * 32)),
    d("signoffs-complete", "words:\n", SIGNOFF.format(role="Us", on="2027-11-01", hash="ab" * 32)),
    # the proof
    d("recommendation-everywhere", "in_short: They advise against it [nice-2019].",
      'in_short: "{who}: they advise against it [nice-2019]."'),
    d("question-reachable", "text: How sure do you feel?,",
      "text: How sure do you feel?, when: {all: [{who: me}, {who: you}]},"),
    d("everything-comes-and-goes", "{text: This is for you., when: {who: me}}",
      "{text: This is for you., when: {all: [{who: me}, {who: you}]}}"),
    d("no-gap-left", "title: My summary", 'title: "My {who}"'),
    d("gaps-known-together", SOME_MORE, '["Sure: {sure}, calm: {calm}."]'),
    d("sheet-never-empty", "side: 1, passages", "side: 1, when: {who: me}, passages"),
    d("gates-cover-somebody", "{text: This is for you., when: {who: me}}",
      "{text: A., when: {who: me}}\n          - {text: B., when: {who: you}}"),
    d("sheet-budget", "lead: [\"{today}\"]", "lead: [" + "Word. " * 450 + "]"),
    d("sheet-fits", "lead: [\"{today}\"]", "lead: [" + "Word. " * 1500 + "]"),
    d("sheet-cells-short", "cells: {none: Not known.,",
      f"short: {TEN_WORDS}, cells: {{none: Not known.,"),
    d("staff-page-fits", "lead: [\"{today}\"]", "lead: [" + "Word. " * 1500 + "]"),
    # loading
    d("broken-yaml", "id: sound", "id: [sound"),
    d("two-documents", "id: sound", "---\na: b\n---\nid: sound"),
    d("too-deep", "id: sound", "id: " + "[" * 40 + "]" * 40),
    d("too-many", "id: sound", "id: [" + "a," * 100_001 + "]"),
    d("alias", "id: sound", "id: &a sound"),
    d("tag", "id: sound", "id: !!str sound"),
    d("key-not-text", "id: sound", "? [a]\n: b\nid: sound"),
    d("duplicate-key", "id: sound", "id: sound\nid: again"),
    d("ambiguous-word", "id: sound", "id: yes"),
    d("shape", "funding: none", "funding: 3"),
    d("unknown-name", "funding: none", "fundign: none"),
    d("odd-id", "id: calm", "id: Calm"),
    d("odd-language", "language: en", "language: English"),
    d("empty-range", "How calm do you feel?,", "How calm do you feel?, least: 9, most: 2,"),
    d("test-does-not-fit", "when: {ready: ready}, says", "when: {ready: {at_least: 2}}, says"),
    d("example-not-taken", "example: {}", "example: {who: gone}"),
    d("use-does-not-fit", "text: What else matters to you?",
      "text: What else matters to you?\n        use: notes"),
    d("use-does-not-fit", "{id: sure, type: rating,", "{id: sure, use: agenda, type: rating,"),
    d("phrase-looks-forward", '- {text: "999 or 112"}', '- {text: "{number}"}'),
    d("unfilled-placeholder", "{id: me, text: For me}", '{id: me, text: A, printed: "{sure}"}'),
    d("unfilled-placeholder", "{id: me, text: For me}", '{id: me, text: "{today}"}'),
    d("duplicate-id", "id: calm", "id: sure"),
    d("unknown-score", "score: {told:", "score: {tolt:"),
    d("ambiguous-score", "{id: told, name", "{id: who, name"),
    d("unknown-question", "when: {ready: ready}, says", "when: {gone: ready}, says"),
    d("looks-forward", "text: What matters most to you?",
      "text: What matters most to you?\n        when: {ready: ready}"),
    d("odd-was", "text: Who is this for?",
      "text: Who is this for?\n        was: {whom: {you: gone}}"),
    d("unknown-choice", "when: {ready: ready}, says", "when: {ready: gone}, says"),
    d("unknown-source", BOX, "A clot [gone]."),
    d("unknown-placeholder", "{today}", "{gone}"),
    d("unknown-outcome", "figure: tests", "figure: gone"),
    d("unknown-list", "{findings: steps}", "{findings: gone}"),
    d("unknown-arm", STENT_RISKS, "risks: [{arm: gone,"),
    d("unknown-option", "balloon, option: balloon", "balloon, option: gone"),
    d("unknown-row", "pictures: [tests, harms]", "rows: [gone]"),
    d("unknown-note", "pictures: [tests, harms]", "see: [gone]"),
    d("hole-in-table", ROW, "{none: Not known., balloon: Does not apply.}"),
    d("one-sided-figure", "{count} of {of} had harm, {rest} did not.", "{count} of {of} had harm."),
    d("impossible-figure", "events: 21", "events: 36"),
    d("urgent-help-owed", "words:\n", "without: {urgent_help: Nothing is urgent.}\nwords:\n"),
    d("odd-stay", "words:\n", "without: {stay: The old way is closed.}\nwords:\n"),
    d("contacts-unchecked", "contacts_checked: Checked.\n", ""),
)  # fmt: skip

ON_TEMPLATES = {"templates-there", "advice-surely-printed", "advice-not-hidden", "paper-dated"}
ELSEWHERE = ON_TEMPLATES | {
    "no-file", "too-large", "not-utf-8", "translation-loads", "translation-whole",
    "translation-complete", "asked-again-alike", "translation-signed-off", "not-proven",
}  # fmt: skip
"""Rules that the tests below break: not by the text of one content file."""


def outcome_of(folder: Path, text: str, reports: Path | None = None) -> CheckResult:
    """What is found in a file of that text, with evidence beside it."""
    (folder / "docs").mkdir(exist_ok=True)
    rows = '| **P9** | a |\n| **E1** | b |\n| <a id="e4"></a>**E4** | c |\n'
    (folder / "docs" / "evidence.md").write_text(rows)
    path = folder / "questions.yaml"
    path.write_text(text, encoding="utf-8")
    return check_file(path, reports or paths.reports(), ON)


def ids(outcome: CheckResult) -> set[str]:
    return {rule_of(fault.id).id for fault in outcome.faults}


def damaged(damage: Damage) -> str:
    assert damage.old in SOUND, damage.old
    return SOUND.replace(damage.old, damage.new, 1)


def test_the_sound_aid_has_no_fault_but_what_needs_a_person(tmp_path: Path) -> None:
    found = outcome_of(tmp_path, SOUND)
    assert ids(found) == {"reviewed"}
    assert found.passed
    assert found.states is not None
    assert found.states > 1000


@pytest.fixture
def rules_on_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """All rules but those that look at templates, which no content damages."""
    rules = tuple(rule for rule in catalogue() if rule.id not in ON_TEMPLATES)
    monkeypatch.setattr(run, "catalogue", lambda: rules)


@pytest.fixture
def rules_on_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those that look at templates, and what tells of a rule that could not end."""
    rules = tuple(rule for rule in catalogue() if rule.id in {*ON_TEMPLATES, "not-proven"})
    monkeypatch.setattr(run, "catalogue", lambda: rules)


@pytest.mark.usefixtures("rules_on_content")
@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_a_damage_is_caught_by_the_rule_meant_for_it(damage: Damage, tmp_path: Path) -> None:
    assert damage.rule in ids(outcome_of(tmp_path, damaged(damage)))


def test_every_rule_has_a_test() -> None:
    assert {rule.id for rule in catalogue()} == {d.rule for d in DAMAGES} | ELSEWHERE


def test_ids_of_the_catalogue_stand_once_and_say_what_to_do() -> None:
    names = [rule.id for rule in catalogue()]
    assert len(names) == len(set(names))
    assert all(rule.says and rule.mend and rule.serves for rule in catalogue())


# --- the shipped content ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> CheckResult:
    return check_file(paths.questions(), paths.reports(), READ)


def test_the_shipped_content_has_no_error(shipped: CheckResult) -> None:
    assert [str(fault) for fault in shipped.of("error")] == []


def test_the_shipped_content_is_proven_over_every_answer_state(shipped: CheckResult) -> None:
    assert shipped.states is not None
    assert shipped.states > 10**37


# --- what the content says of itself ---------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "opening", "fits"),
    [
        ("meeting", "Out of 100 meetings, within 30 days", True),
        ("meeting", "Out of 100 people, within 30 days", False),
        ("delivery", "Out of 100 deliveries, within 30 days", True),
        ("leg", "Out of 100 legends, within 30 days", False),
        ("person", "Out of 100 women, within 30 days", True),
        ("person", "Out of 100 legs, within 30 days", False),
    ],
)
def test_an_opening_names_its_unit_whatever_that_is(
    unit: str, opening: str, fits: bool, tmp_path: Path
) -> None:
    text = SOUND.replace("unit: procedure", f"unit: {unit}")
    text = text.replace("Out of 100 procedures, within 30 days", opening)
    assert ("one-time-and-unit" not in ids(outcome_of(tmp_path, text))) is fits


@pytest.mark.parametrize(("open_", "needs_a_step"), [(", leaves_open: true", True), ("", False)])
def test_a_choice_of_any_name_that_leaves_something_open_needs_a_step(
    open_: str, needs_a_step: bool, tmp_path: Path
) -> None:
    choice = "{id: not_yet, text: Not yet, leaves_open: true}"
    text = SOUND.replace(choice, f"{choice}, {{id: torn, text: I am torn{open_}}}")
    assert ("step-for-each-not-yet" in ids(outcome_of(tmp_path, text))) is needs_a_step


@pytest.mark.parametrize(
    ("text", "is_fact"),
    [
        ("Sureness: {sure} of 5.", False),
        ("You told of {told} out of 2 things.", False),
        ("{sure} / 5, as you said.", False),
        ("Sureness: {sure} of 10.", True),
        ("{sure} of 5, and 3 of 100 had a clot.", True),
        ("Of 5 people one had a clot: {sure}.", True),
        ("A trial found {sure} of 5.", True),
        ("{tests.balloon} of 5 did better.", True),
        ("{who} of 5.", True),
        ("How sure in the last 7 days: {sure}.", False),  # so the question says
        ("How sure in the last 30 days: {sure}.", True),
        ("In 7 days 7 had a clot. How sure: {sure}.", True),
        ("How sure, of 7: {calm}.", True),
    ],
)
def test_what_an_answer_comes_to_is_no_fact_and_a_fact_beside_it_is_one(
    text: str, is_fact: bool, tmp_path: Path
) -> None:
    """The sureness goes to 5, and the score to 2; nobody else can say of how many that is."""
    asked = SOUND.replace("How sure do you feel?", "How sure were you in the last 7 days?")
    changed = asked.replace("[There is more.]", f'["{text}"]')
    assert ("fact-has-source" in ids(outcome_of(tmp_path, changed))) is is_fact


@pytest.mark.parametrize(
    ("passage", "is_found"),
    [
        ('"Sure: {sure}, calm: {calm}."', True),
        ('"You told of {told}, and are sure: {sure}."', True),
        ('"You told of {told}: {matters}."', False),  # the one is made of the other
        ('"Sure: {sure}, on {today}, of {tests.balloon}."', False),
        ('{text: "Sure: {sure}, calm: {calm}.", when: {sure: {at_least: 1}}}', False),
        ('"Sure: {sure} [trial-2018]. Calm: {calm} [trial-2018]."', False),
    ],
)
def test_two_gaps_that_can_be_unknown_apart_are_told(
    passage: str, is_found: bool, tmp_path: Path
) -> None:
    """In the fifth the sureness is known wherever it is said, and its loss is that of the calm."""
    text = SOUND.replace('"{matters}", ', f'"{{matters}}", {passage}, ')
    assert text != SOUND
    assert ("gaps-known-together" in ids(outcome_of(tmp_path, text))) is is_found


@pytest.mark.parametrize(
    ("old", "new", "is_found"),
    [
        ("text: Do you feel ready?", "text: How often do you say “I am tired”?", False),
        ("most_means: very}", "most_means: so much that I say “no more”}", False),
        ("[There is more.]", "[They say “I am tired”.]", True),
        ("title: My summary", "title: My summary of “I am tired”", True),
        ("text: What a trial found", "text: What “I am tired” means", True),
    ],
)
def test_words_in_quotes_are_looked_up_where_a_source_can_be_named(
    old: str, new: str, is_found: bool, tmp_path: Path
) -> None:
    """A question and its answers read no marks; titles are the author's own claims."""
    assert old in SOUND
    told = ids(outcome_of(tmp_path, SOUND.replace(old, new, 1)))
    assert ("quotation-word-for-word" in told) is is_found


def test_a_rating_of_too_many_steps_names_the_kind_that_is_typed(tmp_path: Path) -> None:
    sure = "{id: sure, type: rating, "
    text = SOUND.replace(sure, f"{sure}least: 0, most: 10, ")
    (fault,) = (one for one in outcome_of(tmp_path, text).faults if one.id == "few-choices")
    assert "11 steps" in fault.message
    assert "`type: scale`" in fault.mend


# --- files ----------------------------------------------------------------------------------


def test_what_is_no_file_too_large_or_no_text_is_named(tmp_path: Path) -> None:
    assert ids(check_file(tmp_path, paths.reports(), ON)) == {"no-file"}
    path = tmp_path / "questions.yaml"
    path.write_bytes(b"a" * 5_000_001)
    assert ids(check_file(path, paths.reports(), ON)) == {"too-large"}
    path.write_bytes(b"\xff\xfe\x00")
    assert ids(check_file(path, paths.reports(), ON)) == {"not-utf-8"}


def test_a_fault_names_line_place_and_mend(tmp_path: Path) -> None:
    text = SOUND.replace("There is more.", "It is a thrombosis.")
    found = next(f for f in outcome_of(tmp_path, text).faults if f.id == "medical-word-explained")
    line = text[: text.index("It is a thrombosis")].count("\n") + 1
    assert (found.line, found.place) == (line, "section shelf, question more_note, body 1")
    assert found.mend


def test_a_proof_gives_answers_that_summary_takes(tmp_path: Path) -> None:
    text = SOUND.replace("side: 1, passages", "side: 1, when: {who: me}, passages")
    outcome = outcome_of(tmp_path, text)
    answers = next(f for f in outcome.faults if f.id == "sheet-never-empty").answers
    assert answers == {}
    full = SOUND.replace(
        'lead: ["{today}"]', "lead: [{text: " + "Word. " * 450 + ", when: {who: me}}]"
    )
    answers = next(f for f in outcome_of(tmp_path, full).faults if f.id == "sheet-budget").answers
    assert answers is not None
    path = tmp_path / "answers.yaml"
    path.write_text(output.answers_file(answers))
    aid = load(tmp_path / "questions.yaml")
    assert load_answers(path, aid) == answers
    assert answers["who"] == "me"


# --- templates and styles ----------------------------------------------------------------------


@pytest.fixture
def reports(tmp_path: Path, rules_on_templates: None) -> Path:
    """A copy of the report templates that may be damaged."""
    target = tmp_path / "reports"
    shutil.copytree(paths.reports(), target, ignore=shutil.ignore_patterns("fonts"))
    return target


def broken_by(folder: Path, reports: Path, name: str, old: str, new: str) -> set[str]:
    path = reports / name
    source = path.read_text(encoding="utf-8")
    assert old in source, (name, old)
    path.write_text(source.replace(old, new, 1), encoding="utf-8")
    return ids(outcome_of(folder, SOUND, reports))


NAMED = "summary.recommendation.heading,"
HEADING = (
    "{{ advice(summary.recommendation.heading, summary.recommendation.lead,"
    " summary.recommendation.quoted, summary.recommendation.in_short) -}}"
)
JINJA = (
    ("sheet.html.j2", HEADING, "{% if summary.side_1 %}" + HEADING + "{% endif %}"),
    ("sheet.html.j2", HEADING, "{# " + HEADING + " #}"),
    ("sheet.html.j2", HEADING, "{{ summary.title }}"),
    ("sheet.html.j2", HEADING, "{% for one in summary.side_1 %}" + HEADING + "{% endfor %}"),
    ("sheet.html.j2", NAMED, "summary.recommendation.heading | truncate(3),"),
    ("sheet.html.j2", NAMED, "summary.recommendation.heading if summary.side_1 else '',"),
    ("sheet.html.j2", HEADING, "{% macro gone() %}" + HEADING + "{% endmacro %}"),
    ("sheet.html.j2", "{% for one in quoted %}", "{% for one in quoted if one.beside %}"),
    (
        "sheet.html.j2",
        "{% macro sentence(one) -%}\n{{ one.text",
        "{% macro sentence(one) -%}\n{{ one.marks",
    ),
    ("sheet.txt.j2", "summary.urgent_help.runs) -}}", "[]) -}}"),
    # Only of urgent help may a template ask whether the aid has it, and of nothing besides.
    ("sheet.html.j2", HEADING, "{% if summary.recommendation %}" + HEADING + "{% endif %}"),
    ("facts.html.j2", "{% if summary.urgent_help %}", "{% if not summary.urgent_help %}"),
    ("facts.html.j2", "{% if summary.urgent_help %}", "{% if summary.urgent_help.runs %}"),
    ("facts.txt.j2", "{% if summary.urgent_help %}", "{% if summary.urgent_help and side_1 %}"),
    ("staff.txt.j2", "{% if summary.urgent_help %}", "{% if summary.urgent_first %}"),
)


@pytest.mark.parametrize(("name", "old", "new"), JINJA)
def test_a_template_that_may_not_print_the_advice_is_caught(
    tmp_path: Path, reports: Path, name: str, old: str, new: str
) -> None:
    assert "advice-surely-printed" in broken_by(tmp_path, reports, name, old, new)


CARD = """card-columns(
  data.urgent_help.heading,
  data.urgent_help.runs,
  largest: largest,
)"""
TYPST = (
    ("data.recommendation.heading", "data.title"),
    (CARD, f"if data.side_1 != () {{ {CARD} }}"),
    (CARD, f"for one in data.side_1 {{ {CARD} }}"),
    (CARD, f"none /* {CARD} */"),
    ("data.urgent_help.runs", "()"),
    ("if data.urgent_help != none {", "if data.urgent_help == none {"),
    ("if data.urgent_help != none {", "if data.urgent_help != none and data.side_1 != () {"),
    ("  advice\n", ""),
)


@pytest.mark.parametrize(("old", "new"), TYPST)
def test_a_typst_template_that_may_not_set_the_advice_is_caught(
    tmp_path: Path, reports: Path, old: str, new: str
) -> None:
    path = reports / "sheet.typ"
    if old not in path.read_text(encoding="utf-8"):
        pytest.fail(f"the template has changed: {old}")
    assert "advice-surely-printed" in broken_by(tmp_path, reports, "sheet.typ", old, new)


STYLES = (
    ".recommendation { display: none; }",
    ".frame { visibility: hidden; }",
    "section { opacity: 0; }",
    "@media print { .part > h2 { font-size: 1pt; } }",
    "p { color: white; }",
    "* { position: absolute; left: -9999px; }",
    ".side { clip-path: inset(50%); }",
    "main { content-visibility: hidden; }",
    ".frame p { margin-left: -200em; }",
    "h2, .frame { max-width: 0; }",
    ".frame { color: black; }",
    ".frame a { margin-inline: -2em; }",
    "@media screen and (prefers-color-scheme: dark) { html { color: #777777; } }",
    "@media screen and (prefers-color-scheme: dark) { html { background: white; } }",
    "@media screen and (prefers-color-scheme: dark) { .frame { background: #101010; } }",
    "@import url(other.css);",
    "@IMPORT url(other.css);",
    '@font-face { font-family: "DejaVu Sans"; src: url(data:font/woff2;base64,AAAA); }',
)


@pytest.mark.parametrize("style", STYLES)
def test_a_style_that_hides_the_advice_is_caught(tmp_path: Path, reports: Path, style: str) -> None:
    sheet = reports / "print.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + style, encoding="utf-8")
    assert "advice-not-hidden" in ids(outcome_of(tmp_path, SOUND, reports))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("sheet.html.j2", HEADING, "<!-- " + HEADING + " -->"),
        ("sheet.html.j2", HEADING, "<details>" + HEADING + "</details>"),
        ("sheet.html.j2", HEADING, "<b hidden>" + HEADING + "</b>"),
        ("sheet.html.j2", HEADING, '<b style="display:none">' + HEADING + "</b>"),
        ("sheet.typ", "#let framed(", "#show heading: none\n#let framed("),
        ("sheet.typ", "#let framed(", "#set text(fill: white)\n#let framed("),
        ("sheet.typ", "#let framed(", "#set text(size: 1pt)\n#let framed("),
        ("sheet.typ", "#let framed(", "#let x = hide[a]\n#let framed("),
    ],
)
def test_an_element_or_call_that_hides_the_advice_is_caught(
    tmp_path: Path, reports: Path, name: str, old: str, new: str
) -> None:
    found = broken_by(tmp_path, reports, name, old, new)
    assert found & {"advice-not-hidden", "advice-surely-printed"}


def test_a_missing_or_undated_template_is_caught(tmp_path: Path, reports: Path) -> None:
    source = (reports / "sheet.txt.j2").read_text(encoding="utf-8")
    (reports / "sheet.txt.j2").write_text(source.replace("words.version", "words.evidence"))
    assert "paper-dated" in ids(outcome_of(tmp_path, SOUND, reports))
    (reports / "sheet.txt.j2").unlink()
    assert "templates-there" in ids(outcome_of(tmp_path, SOUND, reports))


# --- sign-offs and translations ----------------------------------------------------------------


def with_signoffs(hashed: str, kinds: Sequence[str]) -> str:
    lines = [
        f'  - {{kind: {kind}, role: Ten of them, day: 2026-11-19, content_hash: "{hashed}"}}'
        for kind in kinds
    ]
    return SOUND + "signoffs:\n" + "\n".join(lines) + "\n"


def test_a_signoff_holds_until_a_text_changes(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, SOUND)
    signed = with_signoffs(outcome.text_hash, ("patients", "professionals"))
    assert ids(outcome_of(tmp_path, signed)) == set()
    later = signed.replace("published: 2026-11-20", "published: 2026-11-20 # a remark")
    assert ids(outcome_of(tmp_path, later)) == set()
    changed = signed.replace("There is more.", "There is less.")
    assert ids(outcome_of(tmp_path, changed)) == {"signoffs-current"}


def test_a_translation_must_be_whole_true_and_signed_off(tmp_path: Path) -> None:
    outcome_of(tmp_path, SOUND)
    content, beside = tmp_path / "questions.yaml", tmp_path / "questions.fr.yaml"
    texts = {place: one.text for place, one in find_texts(read_yaml(SOUND.encode()).data).items()}
    more = next(place for place, text in texts.items() if text == "There is more.")
    said = texts | {more: "Encore un peu."}
    french = write_lines({place: (mark_of(texts[place]), said[place]) for place in texts})
    beside.write_text(french, encoding="utf-8")
    assert ids(outcome_of(tmp_path, SOUND)) == {"reviewed", "translation-signed-off"}
    for old, new in (("after 12 months", "after 13 months"), ("{matters}", "matters")):
        assert old in french
        beside.write_text(french.replace(old, new, 1), encoding="utf-8")
        assert "translation-loads" in ids(outcome_of(tmp_path, SOUND)), old
    later = SOUND.replace("There is more.", "There is less.")
    beside.write_text(french, encoding="utf-8")
    assert "translation-whole" in ids(outcome_of(tmp_path, later))
    outcome_of(tmp_path, SOUND)
    hashed = text_hash(load(content, "fr"))
    assert ids(outcome_of(tmp_path, with_signoffs(hashed, ["translators"]))) == {"reviewed"}
    beside.write_text(french.replace("Encore un peu.", "Un peu."), encoding="utf-8")
    signed = ids(outcome_of(tmp_path, with_signoffs(hashed, ["translators"])))
    assert "translation-signed-off" in signed


# --- telling ------------------------------------------------------------------------------------


def test_only_errors_fail(tmp_path: Path) -> None:
    warned = outcome_of(tmp_path, SOUND.replace("text: More,", "text: Just more,"))
    assert warned.of("warning")
    assert warned.passed
    assert not outcome_of(tmp_path, SOUND.replace("text: More,", "text: A miracle,")).passed


def test_text_and_json_say_the_same_and_never_certify(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, SOUND.replace("text: More,", "text: A miracle,"))
    text, data = output.as_text(outcome), json.loads(output.as_json(outcome))
    assert data["errors"] == 1
    assert data["answer_states"] == str(outcome.states)
    assert all(f"questions.yaml:{fault['line']}: " in text for fault in data["faults"])
    listed = output.catalogue_as_text(catalogue())
    assert "certif" not in (text + listed + output.as_json(outcome)).lower()
    assert len(json.loads(output.catalogue_as_json(catalogue()))) == len(catalogue())


def test_the_day_is_an_argument(tmp_path: Path) -> None:
    outcome_of(tmp_path, SOUND)
    later = check_file(tmp_path / "questions.yaml", paths.reports(), date(2027, 12, 1))
    assert {"review-due"} <= ids(later)
    assert later.passed
    expired = check_file(tmp_path / "questions.yaml", paths.reports(), date(2029, 1, 1))
    assert not expired.passed


LOST_IN_A_CALLBACK = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def spins(_subject: Subject) -> Iterator[Fault]:
    while True:
        pass
    yield


def spins_on(_subject: Subject) -> Iterator[Fault]:
    """As a callback of C might: what is raised in it gets lost."""
    with contextlib.suppress(TooLong):
        yield from spins(_subject)


@LOST_IN_A_CALLBACK
@pytest.mark.parametrize("look", [spins, spins_on])
def test_a_rule_that_runs_out_of_time_is_an_error_and_never_a_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[Subject], Iterator[Fault]]
) -> None:
    endless = CheckRule("endless", "It ends.", ("R2",), "End it.", look, "warning")
    monkeypatch.setattr(run, "catalogue", lambda: (endless, run.NOT_PROVEN))
    monkeypatch.setattr(run, "MOST_SECONDS", 0.05)
    found = outcome_of(tmp_path, SOUND)
    assert [fault.id for fault in found.of("error")] == ["not-proven"]
    assert "'endless' could not be checked" in found.faults[0].message
    assert not found.passed
    assert output.as_text(found).count("not-proven") == 1


@LOST_IN_A_CALLBACK
def test_without_time_every_rule_that_takes_some_is_not_proven_and_no_states_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "MOST_SECONDS", 0.0)
    found = check_file(paths.questions(), paths.reports(), READ)
    assert "not-proven" in ids(found)
    assert (found.passed, found.states) == (False, None)


@pytest.mark.parametrize(
    ("base", "risks", "hidden", "mend"),
    [
        # 1.05 of 100, and 0.51
        (100, ((5, 476), (3, 588)), "3 of 588 for 'sham' is drawn as none of 100", "1000"),
        (1000, ((5, 476), (3, 588)), None, None),
        (100, ((11, 1000), (14, 1000)), "'balloon' and 'sham' differ, and look equal", "1000"),
        (100, ((11, 1000), (11, 1000)), None, None),
        (10, ((45, 100), (54, 100)), "differ, and look equal of 10", "100"),
        # 0.2 of 100 looks like 1; 0.7 looks like 1
        (100, ((144, 1000), (146, 1000)), "is 0.20 of 100, and looks like 1", "1000"),
        (100, ((102, 1000), (109, 1000)), None, None),
        # 5.4 of 100 look like 6: that is little of it
        (100, ((105, 1000), (51, 1000)), None, None),
        (100, ((0, 1000), (50, 1000)), None, None),
        (100, ((1, 30_000), (0, 30_000)), "1 of 30000 for 'balloon' is drawn as none", "10000"),
        (1000, ((4, 10_000), (0, 30_000)), "4 of 10000 for 'balloon' is drawn as none", "10000"),
        (10_000, ((1, 30_000), (2, 30_000)), "differ, and look equal of 10,000", None),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("rules_on_content")
def test_where_rounding_hides_what_was_found_a_base_is_named_that_shows_it(
    base: int,
    risks: tuple[tuple[int, int], ...],
    hidden: str | None,
    mend: str | None,
    tmp_path: Path,
) -> None:
    text = SOUND
    for old, (events, people) in zip(
        ("3, denominator: 72", "2, denominator: 39"), risks, strict=True
    ):
        text = text.replace(f"events: {old}", f"events: {events}, denominator: {people}", 1)
    text = text.replace("    name: Any harm\n", f"    name: Any harm\n    base: {base}\n", 1)
    found = [f for f in outcome_of(tmp_path, text).faults if f.id == "base-tells-apart"]
    if hidden is None:
        assert found == []
        return
    (fault,) = found
    assert hidden in fault.message
    assert text.splitlines()[fault.line - 1].strip() == "- id: harms"
    assert fault.severity == "warning"
    assert (f"Write `base: {mend}`" if mend else "No base tells them apart") in fault.mend


@pytest.mark.usefixtures("rules_on_content")
def test_an_outcome_of_another_base_is_sound_where_its_texts_say_so(tmp_path: Path) -> None:
    text = SOUND.replace("    name: Pain after", "    base: 1000\n    name: Pain after")
    text = text.replace("Out of 100 procedures", "Out of 1,000 procedures")
    assert ids(outcome_of(tmp_path, text)) == {"reviewed"}


@pytest.mark.usefixtures("rules_on_content")
@pytest.mark.parametrize(
    ("said", "is_said"), [("from 3,000 to 5,400", True), ("from 30 to 54", False)]
)
def test_a_range_of_thousands_is_said_with_the_separator(
    said: str, is_said: bool, tmp_path: Path
) -> None:
    ranged = SOUND.replace("low: 30, high: 54", "low: 3000, high: 5400")
    ranged = ranged.replace("low: 32, high: 65, ", "")
    ranged = ranged.replace("    name: Doing better", "    base: 10000\n    name: Doing better")
    ranged = ranged.replace(f"{CAPTION} [", f"Allowing for chance, {said} of 10,000 [")
    assert ("uncertainty-said" not in ids(outcome_of(tmp_path, ranged))) is is_said
    assert "range-holds-the-figure" not in ids(outcome_of(tmp_path, ranged))
