"""What checking brought to light, as text for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from decision_aid.content.faults import by_mend, do_this
from decision_aid.plain_text import keep_to_line

if TYPE_CHECKING:
    from decision_aid.check.rule import CheckRule
    from decision_aid.check.run import CheckResult
    from decision_aid.conditions import Answers
    from decision_aid.content.faults import Fault, Severity

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "needs a person")


def as_text(outcome: CheckResult) -> str:
    """Each fault with its line and its mend, then how many there are and what was proven.

    Faults with the same mend stand together, and it stands once after them.
    """
    lines = [line for group in by_mend(outcome.faults) for line in _faults(group)]
    return "".join(f"{keep_to_line(line)}\n" for line in (*lines, *_in_short(outcome)))


def _faults(group: Sequence[Fault]) -> Iterator[str]:
    for fault in group:
        yield f"{fault.file}:{fault.line}: {fault.severity}: {fault.id}"
        yield f"    {fault.place}: {fault.message}." if fault.place else f"    {fault.message}."
        yield from _shown_by(fault)
    yield f"    {do_this(group)}"


def _shown_by(fault: Fault) -> Iterator[str]:
    if fault.answers is not None:
        yield "    These answers show it (a file for `decision-aid summary`):"
        yield from (f"        {line}" for line in answers_file(fault.answers).splitlines())


def answers_file(answers: Answers) -> str:
    """The answers as a file that `decision-aid summary` takes; null is asked and passed over."""
    if not answers:
        return "# no answers at all\n"
    plain = _plain_answers(answers)
    shown = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in plain.items())
    return "\n".join(shown) + "\n"


def _in_short(outcome: CheckResult) -> Iterator[str]:
    errors, warnings, people = (len(outcome.of(severity)) for severity in _SEVERITIES)
    counts = f"{_number(errors, 'error')}, {_number(warnings, 'warning')}"
    yield f"{outcome.file}: {counts}, {people} for people to do."
    if outcome.states is not None:
        covered = f"Looked at {outcome.states} answer states, all of them"
        yield f"{covered}, in {outcome.seconds:.1f} seconds."
    if outcome.text_hash:
        yield f"The texts have the hash {outcome.text_hash[:12]} (for sign-offs)."
    if outcome.passed:
        yield "No errors found. Whether it is right, kind and clear, only people can say."


def _number(count: int, word: str) -> str:
    return f"{count} {word}" + ("" if count == 1 else "s")


def as_json(outcome: CheckResult) -> str:
    """The same for machines."""
    shown: dict[str, Any] = {
        "file": outcome.file,
        "errors": len(outcome.of("error")),
        "warnings": len(outcome.of("warning")),
        "needs_a_person": len(outcome.of("needs a person")),
        "answer_states": None if outcome.states is None else str(outcome.states),
        "seconds": round(outcome.seconds, 3),
        "text_hash": outcome.text_hash,
        "faults": [_as_data(fault) for fault in outcome.faults],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _as_data(fault: Fault) -> dict[str, Any]:
    names = ("id", "severity", "file", "line", "place", "message", "mend")
    data = {name: getattr(fault, name) for name in names}
    return data | {"answers": None if fault.answers is None else _plain_answers(fault.answers)}


def _plain_answers(answers: Answers) -> dict[str, object]:
    """The answers as JSON has them: a day is a text there."""
    return {name: str(one) if isinstance(one, date) else one for name, one in answers.items()}


def catalogue_as_text(rules: Iterable[CheckRule]) -> str:
    """Every rule with what it says, its severity and the standards that it serves."""
    return "\n".join(line for rule in rules for line in _rule(rule)) + "\n"


def _rule(rule: CheckRule) -> Iterator[str]:
    yield f"{rule.id} ({rule.severity})"
    yield f"    {rule.says}"
    yield f"    Serves: {', '.join(rule.serves)}"
    yield f"    Mend: {rule.mend}"
    if rule.of_words:
        yield "    It is asked of each translation too."


def catalogue_as_json(rules: Iterable[CheckRule]) -> str:
    """The same for machines."""
    names = ("id", "severity", "says", "serves", "mend", "of_words")
    shown = [{name: getattr(rule, name) for name in names} for rule in rules]
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"
