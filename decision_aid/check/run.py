"""One run of every rule over an author's file, and what it brought to light."""

from __future__ import annotations

import contextlib
import importlib
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from time import perf_counter, process_time
from typing import TYPE_CHECKING

from decision_aid.check.file_subject import FileSubject, translated_file
from decision_aid.check.rule import CheckRule
from decision_aid.content.faults import Fault, InvalidContent, Severity
from decision_aid.content.load import ReadFile, read_aid
from decision_aid.content.locations import Locations

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

MOST_SECONDS = 30.0
"""Of the processor's time; after it the rules that are left say that they could not be checked.

The shipped content takes a good three on an idle machine, and twice as many on a busy one.
"""

MOST_OF_ONE = 200
"""So many faults of one rule are told."""

_TOO_MUCH = (MemoryError, OverflowError, RecursionError, RuntimeError)
"""How the decision-diagram library ends where a proof is too large for it."""

NOT_PROVEN = CheckRule(
    "not-proven",
    "Every rule can be checked in half a minute of the processor's time.",
    ("K2", "R2"),
    "Make the content smaller: fewer questions with many choices, and simpler conditions.",
    lambda _subject: iter(()),
)


@dataclass(frozen=True)
class CheckResult:
    """What checking a file brought to light."""

    file: str
    faults: tuple[Fault, ...]
    states: int | None
    """Over how many answer states the proof went, exactly; None without a proof."""
    seconds: float
    text_hash: str = ""
    """The hash of the texts, for sign-offs."""

    def of(self, severity: Severity) -> tuple[Fault, ...]:
        """The faults of that severity."""
        return tuple(fault for fault in self.faults if fault.severity == severity)

    @property
    def passed(self) -> bool:
        """Whether there are no errors; warnings and what needs a person do not fail."""
        return not self.of("error")


@cache
def catalogue() -> tuple[CheckRule, ...]:
    """Every rule, the faults of loading first, family by family."""
    from decision_aid.check.rules import (
        answer_paths,
        balance,
        bases,
        disclosure,
        figures_together,
        gates,
        guidance,
        house_words,
        language,
        loading,
        options,
        papers,
        probabilities,
        recommendation,
        scores,
        signoffs,
        slips,
        sources,
        translations,
        values,
        voice,
        ways,
    )

    families = (
        loading, slips, options, balance, probabilities, figures_together, bases, sources,
        disclosure, values, guidance, language, house_words, recommendation, scores,
        signoffs, translations,
        answer_paths, gates, papers, ways, voice,
    )  # fmt: skip
    return (*(rule for family in families for rule in family.RULES), NOT_PROVEN)


def rule_of(fault: str) -> CheckRule:
    """The rule of the catalogue behind a fault's id, an earlier one too."""
    name = "shape" if fault.startswith("shape-") else fault
    return next(rule for rule in catalogue() if name in (rule.id, *rule.was))


def check_file(
    path: Path, reports: Path, today: date, language: str = "", *, complete: bool = False
) -> CheckResult:
    """Everything that is wrong with the file, as of that day.

    Where a language is named: with the words of its translation, told by the lines of that.
    With `complete` a text that is missing or stale in a translation is an error.
    """
    start = perf_counter()
    try:
        reading = read_aid(path, language)
    except InvalidContent as faulty:
        return CheckResult(path.name, faulty.faults, None, perf_counter() - start)
    if reading.faults or reading.aid is None:
        return CheckResult(path.name, reading.faults, None, perf_counter() - start)
    subject = FileSubject(reading.aid, reports, today, path, reading.document, complete=complete)
    return _Checking(subject, reading, start).outcome()


_NEEDED_LATE = (
    "pyphen", "dd.cudd", "dd.autoref", "typst", "decision_aid.check.rules.papers",
    "decision_aid.report.pdf_text", "decision_aid.summary.staff",
)  # fmt: skip
"""Imported before the time runs: an import that is cut off half done cannot be done again."""


@dataclass
class _Checking:
    """One run over all rules."""

    subject: FileSubject
    reading: ReadFile
    start: float

    def outcome(self) -> CheckResult:
        from decision_aid.content import text_hash

        for name in _NEEDED_LATE:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
        self.used = process_time()
        self.places = Locations(self.reading.document)
        rules = (one for one in catalogue() if one.of_words or not self.subject.is_translated)
        faults = [fault for rule in rules for fault in self._faults(rule)]
        faults.sort(key=lambda fault: (fault.file != self._file, fault.file, fault.line))
        return CheckResult(
            self._file,
            tuple(faults),
            self._states(),
            perf_counter() - self.start,
            text_hash(self.subject.aid),
        )

    @property
    def _file(self) -> str:
        """The file that is looked at."""
        subject = self.subject
        return (subject.translations[0].path if subject.is_translated else subject.path).name

    def _locate(self, fault: Fault) -> Fault:
        """Where it stands: in a translation, unless it says that no text of it is to be mended."""
        if fault.file and fault.file == translated_file(self.subject):
            return self.places.locate(replace(fault, file=""), fault.file)
        if self.subject.is_translated:
            return self.subject.translations[0].locate(fault)
        return self.places.locate(fault, self._file)

    def _states(self) -> int | None:
        from decision_aid.check.proof.limits import TooLong, within

        try:
            with within(self._seconds_left()):
                return self.subject.states.count()
        except (TooLong, *_TOO_MUCH):
            return None

    def _seconds_left(self) -> float:
        return MOST_SECONDS - (process_time() - self.used)

    def _faults(self, rule: CheckRule) -> list[Fault]:
        from decision_aid.check.proof.limits import TooLong, within

        try:
            with within(self._seconds_left()):
                return [
                    self._fault(rule, one)
                    for one in islice(rule.inspect(self.subject), MOST_OF_ONE)
                ]
        except (TooLong, *_TOO_MUCH):
            message = f"the rule {rule.id!r} could not be checked within {MOST_SECONDS:.0f} seconds"
            return [self._fault(NOT_PROVEN, Fault("sections", message))]

    def _fault(self, rule: CheckRule, fault: Fault) -> Fault:
        """The fault with its place, and with what its rule says of it."""
        located = self._locate(fault)
        return replace(located, id=rule.id, mend=located.mend or rule.mend, severity=rule.severity)
