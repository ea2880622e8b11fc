"""Small aids for tests: the part under test is written in the test, the rest is filled in."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

from decision_aid.content import DecisionAid
from decision_aid.content.load import load

HEAD = """\
id: small
version: 0.1.0
language: en
title: A small aid
short_title: Small
published: 2026-11-20
evidence_read: 2026-11-20
next_review: 2027-11-20
expires: 2028-11-20
decision: {question: Shall I?, audience: All, setting: Anywhere, condition: Something.}
welcome_title: Hello
welcome: [This is a small aid.]
"""

REST = """\
options:
  - {id: none, name: No procedure, says: All goes on., stay: true}
  - {id: balloon, name: Balloon, says: A balloon.}
arms:
  - {id: balloon, name: With the balloon, option: balloon}
  - {id: sham, name: With a pretend procedure}
outcomes:
  - id: tests
    name: Doing better
    time: 12 months
    population: 111 people
    kind: fair_trial
    opening: Out of 100 people, after 12 months.
    says: "{arm}: {count} of {of} did better, {rest} did not."
    icon: did better
    blank: did not
    caption: [The gap could be chance.]
    pictured: true
    risks:
      - {arm: balloon, events: 30, denominator: 72, sources: [trial]}
      - {arm: sham, events: 19, denominator: 39, sources: [trial]}
comparison:
  title: Side by side
  lead: [Never compared fairly.]
  rows:
    - id: what
      name: What it is
      cells: {none: All goes on., balloon: "A balloon goes in [nice]."}
  box_title: Has happened
  box: [{item: "A stroke [nice]."}]
recommendation:
  title: What is advised
  lead: This is printed on every summary.
  quotations: [{id: p9, by: "NICE, 2019", words: This should not be used., source: nice}]
  in_short: They advise against it.
urgent_help:
  title: Call 999
  lead: [After a procedure.]
  levels: [{id: at_once, heading: Call at once, signs: [Face drooping.]}]
  printed_title: Call 999
  printed: [Face drooping or a weak arm.]
contacts:
  - {id: uk_line, name: UK line, number: "1", purpose: talk, sources: [nice]}
contacts_checked: Checked.
words: [{word: stent, means: A tube.}]
sources:
  - {id: nice, short: "NICE, 2019", body: NICE, kind: position, address: nice.org.uk,
     read: 2026-11-20, rows: [P9]}
  - {id: trial, short: "Trial, 2018", body: A, kind: fair_trial, address: JAMA,
     read: 2026-11-20, rows: [E1]}
imprint:
  title: About
  owner: Us
  funding: none
  reading_grade: {flesch_kincaid: 4.0, coleman_liau: 5.0}
  passages: [Not yet reviewed.]
"""

WAYS = "ways: [{id: short, example: {}}]\n"
PHRASES = "phrases: {}\n"
RULES = "rules: []\n"
SUMMARY = """\
summary:
  title: My summary
  urgent_first: {QUESTION: CHOICE}
  blocks: []
  fill_in: [My nurse]
  passed_over: Passed over
"""

QUESTIONS = """\
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
"""


def small_text(
    questions: str = QUESTIONS,
    *,
    sections: str = "",
    rules: str = "",
    summary: str = "",
    phrases: str = "",
    urgent_first: str = "{who: you}",
) -> str:
    """A whole content file: questions stand in one section, unless sections are given."""
    section = "- id: one\n  title: One\n  items:\n" + indent(dedent(questions), "    ")
    return (
        HEAD
        + WAYS
        + (dedent(phrases) or PHRASES)
        + "sections:\n"
        + indent(dedent(sections) or section, "  ")
        + (dedent(rules) or RULES)
        + (dedent(summary) or SUMMARY.replace("{QUESTION: CHOICE}", urgent_first))
        + REST
    )


def small_aid(folder: Path, questions: str = QUESTIONS, **parts: str) -> DecisionAid:
    """The loaded aid of such a file."""
    path = folder / "questions.yaml"
    path.write_text(small_text(questions, **parts), encoding="utf-8")
    return load(path)
