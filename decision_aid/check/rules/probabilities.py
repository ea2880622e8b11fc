"""Figures: complete, in one unit and time, said both ways, and together only where allowed.

Rule P7 (picture, sentence and count agree) holds by construction: all three are computed from one
record. So does P8: the content has no way to write a formula, so no risk of a person is computed
and nothing is added up to a score; what is checked is that no text claims one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decision_aid import figures
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import sentences, short, texts
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.walk import TextPiece

_PEOPLE = re.compile(r"\b(people|persons?|patients|women|men|children|adults)\b", re.I)
_ONE_IN = re.compile(r"\b(?:1|one) in (?:\d[\d,]*|(?:two|three|four|five|six|ten|twenty)\b)", re.I)
_PERCENT = re.compile(r"\d\s?%|\b(?:per ?cent|percentage|percent)\b", re.I)
_RELATIVE = re.compile(
    r"\b(?:doubl(?:es?|ed|ing)|tripl(?:es?|ed)|halved|halving|half as|twice as|thrice as"
    r"|(?:two|three|four|five|ten|\d+) times (?:as|more|less|higher|lower)"
    r"|relative risk|odds ratio|risk reduction)\b",
    re.I,
)
_CHANCE_WORD = re.compile(
    r"\b(?:rare|rarely|common|commonly|unlikely|likely|likelier|seldom|frequent|frequently"
    r"|(?:small|low|high|slight|little) (?:risk|chance)|high-risk|low-risk)\b",
    re.I,
)
_NO_NUMBER_KNOWN = re.compile(
    r"\bmay (?:not )?be\b|not known|nobody|\bnot say\b|\bmake it\b|\?$", re.I
)
_UNCERTAIN = re.compile(
    r"chance|too few|not (?:very )?sure|fairly sure|nobody (?:was|counted)|not known"
    r"|cannot (?:tell|say)",
    re.I,
)
_SEPARATOR = re.compile(r"(?<=\d)[,.'’\u00a0\u202f](?=\d{3}\b)")
_COUNT = re.compile(r"\b(\d[\d,]*) (?:of|in|out of) (?:every )?(\d[\d,]*)\b")
_NARRATED = frozenset({"choice", "phrase", "say"})
_PERSONAL = re.compile(
    r"\byour (?:own |personal )?(?:risk|chances?|odds|likelihood|score|result)\b"
    r"(?! (?:of|to) talk)",
    re.I,
)


def figure_complete(subject: Subject) -> Iterator[Fault]:
    """A figure has a time, a population, its counts, and sources for each."""
    for outcome in subject.aid.outcomes:
        for name in ("time", "population", "icon", "blank"):
            if not getattr(outcome, name).strip():
                yield Fault(outcome.id, f"{name!r} is empty")
        if not outcome.risks:
            yield Fault(outcome.id, "there are no counts")
        for risk in outcome.risks:
            if not risk.sources:
                yield Fault(outcome.id, f"the count for {risk.arm!r} has no source")
    for question in subject.aid.by_id.values():
        for name in question.drawn():
            if name in subject.aid.outcome and not subject.aid.outcome[name].pictured:
                yield Fault(question.id, f"its picture {name!r} is not drawn: it is not pictured")


def one_time_and_unit(subject: Subject) -> Iterator[Fault]:
    """The sentence before a figure's counts names its time and its unit, and no other unit."""
    for outcome in subject.aid.outcomes:
        opening = outcome.opening.plain
        missing = set(re.findall(r"\d+", outcome.time)) - set(re.findall(r"\d+", opening))
        if missing:
            yield Fault(outcome.id, f"the opening does not name the time {outcome.time!r}")
        if not _names_unit(opening, outcome.unit):
            yield Fault(outcome.id, f"the opening does not say that it counts {outcome.unit}s")
        arms = [risk.arm for risk in outcome.risks]
        if len(set(arms)) != len(arms):
            yield Fault(outcome.id, "an arm is counted twice")


def _names_unit(text: str, unit: str) -> bool:
    """Whether the text says the unit, in one or in several; people have many words."""
    if unit == "person":
        return _PEOPLE.search(text) is not None
    plural = rf"{re.escape(unit.removesuffix('y'))}(?:y|ies)" if unit.endswith("y") else ""
    return re.search(rf"\b(?:{plural or re.escape(unit) + '(?:e?s)?'})\b", text, re.I) is not None


def range_holds_the_figure(subject: Subject) -> Iterator[Fault]:
    """What chance allows lies between 0 and the base and holds the count itself."""
    for outcome in subject.aid.outcomes:
        for risk in outcome.risks:
            low, high = risk.low, risk.high
            if (low is None) != (high is None):
                yield Fault(outcome.id, f"the range for {risk.arm!r} has one end")
            elif low is not None and high is not None and risk.denominator > 0:
                count = figures.count(risk, outcome.base)
                if not 0 <= low <= count <= high <= outcome.base:
                    message = f"the range {low}-{high} for {risk.arm!r} does not hold {count}"
                    yield Fault(outcome.id, message)


def uncertainty_said(subject: Subject) -> Iterator[Fault]:
    """After a figure's counts stands how sure it is, and the range where one is given."""
    for outcome in subject.aid.outcomes:
        caption = " ".join(passage.said.plain for passage in outcome.caption)
        if not _UNCERTAIN.search(caption):
            yield Fault(outcome.id, "the caption does not say how sure the figure is")
        numbers = set(re.findall(r"\d+", _SEPARATOR.sub("", caption)))
        for risk in outcome.risks:
            ends = {str(end) for end in (risk.low, risk.high) if end is not None}
            if len(outcome.risks) > 1 and not ends <= numbers:
                message = f"the caption does not say the range {risk.low}-{risk.high}"
                yield Fault(outcome.id, f"{message} for {risk.arm!r}")


def _in_own_voice(subject: Subject) -> Iterator[TextPiece]:
    """What its author says and could say otherwise: the words of an instrument stay as they are."""
    worded = (piece for piece in texts(subject.aid) if not piece.validated)
    return (piece for piece in worded if piece.role not in _NARRATED)


def _matching(subject: Subject, pattern: re.Pattern[str], what: str) -> Iterator[Fault]:
    for piece in _in_own_voice(subject):
        for match in pattern.finditer(piece.own):
            yield fault_in(piece, f"{what} {match[0]!r}: {short(piece.text)}")


def no_one_in_x(subject: Subject) -> Iterator[Fault]:
    """No "1 in X": people take a larger X for a larger chance."""
    yield from _matching(subject, _ONE_IN, "a chance told as")


def no_percentages(subject: Subject) -> Iterator[Fault]:
    """No percentages: counts of people instead."""
    yield from _matching(subject, _PERCENT, "a percentage,")


def no_relative_figures(subject: Subject) -> Iterator[Fault]:
    """No "doubles", "half as many": they hide how many people that is."""
    yield from _matching(subject, _RELATIVE, "a figure without its base,")


def no_word_only_chance(subject: Subject) -> Iterator[Fault]:
    """No "rare" or "likely" without a number, unless it is said that nobody knows."""
    for piece in _in_own_voice(subject):
        for sentence in sentences(piece.own):
            match = _CHANCE_WORD.search(sentence)
            if match and not re.search(r"\d", sentence) and not _NO_NUMBER_KNOWN.search(sentence):
                yield fault_in(piece, f"{match[0]!r} without a number: {short(sentence)}")


def one_round_base(subject: Subject) -> Iterator[Fault]:
    """Chances of one text have one round base: not 100 here and 1,000 there."""
    for piece in _in_own_voice(subject):
        bases = {int(of.replace(",", "")) for _, of in _COUNT.findall(piece.own)}
        round_ = sorted(base for base in bases if base in (10, 100, 1000, 10_000, 100_000))
        if len(round_) > 1:
            said = " and ".join(f"of {base}" for base in round_)
            yield fault_in(piece, f"counts {said} in one text: {short(piece.text)}")


def counts_of_one_size(subject: Subject) -> Iterator[Fault]:
    """Counts that stand in one sentence are out of the same number of people."""
    for piece in _in_own_voice(subject):
        for sentence in sentences(piece.own):
            bases = dict.fromkeys(of for _, of in _COUNT.findall(sentence))
            if len(bases) > 1:
                yield fault_in(
                    piece, f"counts of {', '.join(bases)} in one sentence: {short(sentence)}"
                )


def no_personal_risk(subject: Subject) -> Iterator[Fault]:
    """No text speaks of a risk, a chance or a score of the reader's own."""
    for piece in _in_own_voice(subject):
        for sentence in sentences(piece.own):
            match = _PERSONAL.search(sentence)
            if match and not re.search(r"\b(not|no|never)\b", sentence, re.I):
                yield fault_in(
                    piece, f"{match[0]!r} sounds like a personal figure: {short(sentence)}"
                )


RULES = (
    CheckRule(
        "figure-complete",
        "A figure has counts, a time, a population, and a source for each count.",
        ("P1", "IPDAS Q3", "IPDAS Q4", "IPDAS Q5"),
        "Fill in what is missing, or say in words that it is not known.",
        figure_complete,
    ),
    CheckRule(
        "one-time-and-unit",
        "A figure is said with its one time and its one unit.",
        ("P2", "IPDAS Q6", "IPDAS Q7"),
        "Name the time and what is counted in the opening.",
        one_time_and_unit,
    ),
    CheckRule(
        "range-holds-the-figure",
        "The range of what chance allows holds the figure.",
        ("P6", "IPDAS 2.2.4"),
        "Look at the source, and at counts of the outcome's base.",
        range_holds_the_figure,
    ),
    CheckRule(
        "uncertainty-said",
        "Each figure says how sure it is, and the range where one is known.",
        ("P6", "IPDAS 2.2.4"),
        'Add to the caption: "Allowing for chance, from A to B in 100", or how sure it is.',
        uncertainty_said,
    ),
    CheckRule(
        "no-one-in-x",
        'No chance is told as "1 in X".',
        ("P3", "IPDAS numbers (Bonner, Trevena 2021)"),
        'Say it of 100 people, and both ways: "3 of 100 did, 97 did not".',
        no_one_in_x,
    ),
    CheckRule(
        "no-percentages",
        "No percentages.",
        ("P3", "NICE EC5"),
        'Say it of 100 people: "3 of 100 people".',
        no_percentages,
    ),
    CheckRule(
        "no-relative-figures",
        'No "doubles", "half as many" or other figures without their base.',
        ("P3", "IPDAS numbers (Trevena 2021)"),
        "Say both counts of 100 people.",
        no_relative_figures,
    ),
    CheckRule(
        "no-word-only-chance",
        'No "rare" or "likely" without its number.',
        ("P4", "Making Numbers Meaningful 2025"),
        "Give the number, or say that it has happened and nobody knows how often.",
        no_word_only_chance,
    ),
    CheckRule(
        "one-round-base",
        "The chances of one text have one base.",
        ("P2", "IPDAS Q7"),
        "Use the same base, best 100.",
        one_round_base,
    ),
    CheckRule(
        "counts-of-one-size",
        "Counts that are set against each other in a sentence are of the same number.",
        ("P2", "IPDAS Q7"),
        "Give them of 100, or each in a sentence of its own.",
        counts_of_one_size,
        "warning",
    ),
    CheckRule(
        "no-personal-risk",
        "No risk and no score of the reader's own is told (none is computed, by construction).",
        ("P8",),
        'Speak of "people in this study".',
        no_personal_risk,
    ),
)
