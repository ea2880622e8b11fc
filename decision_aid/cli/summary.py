"""`summary`: finished papers from files of answers; none is written if any file has a fault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.content import loaded
from decision_aid.cli.endings import DONE, PARTLY_FAILED, UsageError
from decision_aid.cli.output import complain, put
from decision_aid.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.cli.answers import FromFile
    from decision_aid.content import DecisionAid
    from decision_aid.content.faults import Fault
    from decision_aid.report.files import PrintOptions

EN = words("en").records


def summary(given: Namespace) -> int:
    """Print the summaries of files of answers, or a blank copy."""
    from decision_aid.report.files import PrintOptions

    _refuse_what_does_not_fit(given)
    if given.print:
        _refuse_to_print(given)
    aid = loaded(given.content or paths.questions())
    on = given.date or date.today()
    every = [None] if given.blank else _all_answers(given.answers, aid, on)
    names = [Path("blank-copy")] if given.blank else given.answers
    look = PrintOptions(given.format, given.edition, given.paper, given.with_words)
    targets = _targets(names, given.output, look.ending)
    for found, target in zip(every, targets, strict=True):
        put(_paper(aid, found, on, look), target)
        _tell_unread(found)
    return DONE if not given.print or _printed(targets) else PARTLY_FAILED


# --- what is refused before anything is written ----------------------------------------------


def _refuse_what_does_not_fit(given: Namespace) -> None:
    if bool(given.answers) is given.blank:
        raise UsageError(
            "usage: decision-aid summary ANSWERS... or decision-aid summary --blank",
            "Name files of answers, or --blank for a blank copy: one of the two.",
        )
    if given.edition != "staff" and (given.format == "line" or given.with_words):
        raise UsageError("--format line and --with-words belong to --edition staff.")
    if given.format == "json" and given.edition != "patient":
        raise UsageError("--format json is of the patient's edition.")
    if given.blank and given.edition == "staff":
        raise UsageError("--blank is a copy of the patient's edition, or of the large print.")


def _refuse_to_print(given: Namespace) -> None:
    """A printer takes neither a page nor standard output."""
    from decision_aid.report.printing import PRINTABLE

    if given.format not in PRINTABLE or str(given.output) == "-":
        raise UsageError(EN.cannot_print)


def _all_answers(paths: Sequence[Path], aid: DecisionAid, on: date) -> list[FromFile]:
    from decision_aid.cli.answers import answers_in
    from decision_aid.content.faults import InvalidContent

    every: list[FromFile] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            every.append(answers_in(path, aid, on))
        except InvalidContent as error:
            faults.extend(error.faults)
    if faults:
        raise UsageError(*map(str, faults))
    return every


def _targets(answers: Sequence[Path], output: Path | None, ending: str) -> list[Path]:
    """Where each summary goes; `-` is standard output."""
    if len(answers) == 1 and output is not None and not output.is_dir():
        return [output]
    folder = output or Path.cwd()
    if not folder.is_dir():
        raise UsageError(
            f"{folder}: several summaries need a folder. Do this: name one that is there."
        )
    targets = [folder / f"{path.stem}{ending}" for path in answers]
    if len(set(targets)) < len(targets):
        raise UsageError("Two files of answers have the same name. Do this: rename one of them.")
    return targets


# --- what is written and printed -------------------------------------------------------------


def _paper(aid: DecisionAid, found: FromFile | None, on: date, look: PrintOptions) -> bytes:
    """One finished file; without answers a blank copy."""
    from decision_aid.report.files import made, rendered
    from decision_aid.summary.blank import make_blank_copy

    if found is None:
        return rendered(make_blank_copy(aid, on), look.form, look.paper, look.edition)
    return made(look, aid, found.said, on)


def _tell_unread(found: FromFile | None) -> None:

    for question in found.unread if found else ():
        complain(EN.not_taken_from_file.format(question=question))


def _printed(targets: Sequence[Path]) -> bool:
    from decision_aid.cli.printer import to_printer

    return to_printer(targets, complain)
