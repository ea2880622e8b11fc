"""`summary`: finished papers from files of answers; none is written if any file has a fault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import places
from decision_aid.cli.content import loaded
from decision_aid.cli.endings import DONE, PARTLY_FAILED, Refused
from decision_aid.cli.output import complain, put

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid
    from decision_aid.load import Fault


def summary(given: Namespace) -> int:
    """Print the summaries of files of answers, or a blank copy."""
    _refuse_what_does_not_fit(given)
    if given.print:
        _refuse_to_print(given)
    aid = loaded(given.content or places.questions())
    every = [None] if given.blank else _all_answers(given.answers, aid)
    names = [Path("blank-copy")] if given.blank else given.answers
    targets = _targets(names, given.output, given.format)
    on = given.date or date.today()
    for answers, target in zip(every, targets, strict=True):
        put(_paper(aid, answers, on, given), target)
    return DONE if not given.print or _printed(targets) else PARTLY_FAILED


# --- what is refused before anything is written ----------------------------------------------


def _refuse_what_does_not_fit(given: Namespace) -> None:
    if bool(given.answers) is given.blank:
        raise Refused(
            "usage: decision-aid summary ANSWERS... or decision-aid summary --blank",
            "Name files of answers, or --blank for a blank copy: one of the two.",
        )
    if given.edition != "staff" and (given.format == "line" or given.with_words):
        raise Refused("--format line and --with-words belong to --edition staff.")
    if given.format == "json" and given.edition != "patient":
        raise Refused("--format json is of the patient's edition.")
    if given.blank and given.edition == "staff":
        raise Refused("--blank is a copy of the patient's edition, or of the large print.")


def _refuse_to_print(given: Namespace) -> None:
    """A printer takes neither a page nor standard output."""
    from decision_aid.report.printing import PRINTABLE
    from decision_aid.words.clinic_en import EN

    if given.format not in PRINTABLE or str(given.output) == "-":
        raise Refused(EN.cannot_print)


def _all_answers(paths: Sequence[Path], aid: DecisionAid) -> list[Answers]:
    from decision_aid.answers_file import load_answers
    from decision_aid.load import Faulty

    every: list[Answers] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            every.append(load_answers(path, aid))
        except Faulty as error:
            faults.extend(error.faults)
    if faults:
        raise Refused(*map(str, faults))
    return every


def _targets(answers: Sequence[Path], output: Path | None, form: str) -> list[Path]:
    """Where each summary goes; `-` is standard output."""
    if len(answers) == 1 and output is not None and not output.is_dir():
        return [output]
    folder = output or Path.cwd()
    if not folder.is_dir():
        raise Refused(
            f"{folder}: several summaries need a folder. Do this: name one that is there."
        )
    suffix = "txt" if form == "line" else form
    targets = [folder / f"{path.stem}.{suffix}" for path in answers]
    if len(set(targets)) < len(targets):
        raise Refused("Two files of answers have the same name. Do this: rename one of them.")
    return targets


# --- what is written and printed -------------------------------------------------------------


def _paper(aid: DecisionAid, answers: Answers | None, on: date, given: Namespace) -> bytes:
    """One finished file, in the edition and format asked for."""
    from decision_aid.report.blank import blank_copy
    from decision_aid.report.files import Look, made, rendered
    from decision_aid.summary import day

    if answers is None:
        return rendered(blank_copy(aid, on), given.format, given.paper, given.edition)
    look = Look(given.format, given.edition, given.paper, given.with_words)
    return made(look, aid, answers, on, dict.fromkeys(answers, day(on)))


def _printed(targets: Sequence[Path]) -> bool:
    from decision_aid.clinic.printer import to_printer

    return to_printer(targets, complain)
