"""`summary`: finished papers from files of answers; none is written if any file has a fault."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.content import load_aids
from decision_aid.cli.endings import DONE, PARTLY_FAILED, UsageError
from decision_aid.cli.output import complain, folder_here, refuse_targets, write_file
from decision_aid.cli.print_options import misfits, of_editions, print_options
from decision_aid.cli.replacing import replacing
from decision_aid.memory import close_memory
from decision_aid.report.editions import EDITIONS
from decision_aid.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.answers_file import AnswersInFile
    from decision_aid.content import DecisionAid
    from decision_aid.content.faults import Fault
    from decision_aid.report.options import PrintOptions
    from decision_aid.words import Words


def summary(given: Namespace) -> int:
    """Print the summaries of files of answers, or a blank copy."""
    close_memory()
    options, ours = print_options(given), words(given.language)
    _refuse_what_does_not_fit(given, options, ours)
    aids = load_aids(given)
    on = given.date or date.today()
    every = [None] if given.blank else _all_answers(given.answers, aids.patient)
    names = [Path("blank-copy")] if given.blank else given.answers
    targets = _targets(names, given.output, [one.ending for one in options], ours)
    may = replacing(given.overwrite, [given.content, *given.answers])
    refuse_targets(targets, ours, may)
    for (found, one), target in zip(product(every, options), targets, strict=True):
        write_file(_paper(aids.read_in(one.edition), found, on, one), target, ours, may)
    for found in every:
        _tell_unread(aids.patient, found, ours, on)
    return DONE if not given.print or _print(targets, ours) else PARTLY_FAILED


# --- what is refused before anything is written ----------------------------------------------


def _refuse_what_does_not_fit(
    given: Namespace, options: Sequence[PrintOptions], words: Words
) -> None:
    if bool(given.answers) is given.blank:
        raise UsageError(words.commands.usage_of_summary, words.commands.answers_or_blank)
    wrong = [said for one in options for said in misfits(one, words)]
    if given.blank and not all(one.edition.make_blank for one in options):
        fitting = (one for one in EDITIONS.values() if one.make_blank)
        wrong.append(of_editions("--blank", fitting, words))
    if given.print and (not options[0].format.is_printable or str(given.output) == "-"):
        wrong.append(words.records.cannot_print)
    if wrong:
        raise UsageError(*wrong)


def _all_answers(paths: Sequence[Path], aid: DecisionAid) -> list[AnswersInFile]:
    from decision_aid.answers_file import read_answers
    from decision_aid.content.faults import InvalidContent, in_lines

    every: list[AnswersInFile] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            every.append(read_answers(path, aid))
        except InvalidContent as error:
            faults.extend(error.faults)
    if faults:
        raise UsageError(*in_lines(faults))
    return every


def _targets(
    answers: Sequence[Path], output: Path | None, endings: Sequence[str], words: Words
) -> list[Path]:
    """Where each summary goes, edition by edition; `-` is standard output."""
    if len(answers) == len(endings) == 1 and output is not None and not output.is_dir():
        return [output]
    folder = output or folder_here(words)
    if not folder.is_dir():
        raise UsageError(words.commands.several_need_folder.format(folder=folder))
    targets = [folder / f"{path.stem}{ending}" for path in answers for ending in endings]
    if len(set(targets)) < len(targets):
        raise UsageError(words.commands.same_name)
    return targets


# --- what is written and printed -------------------------------------------------------------


def _paper(aid: DecisionAid, found: AnswersInFile | None, on: date, options: PrintOptions) -> bytes:
    """One finished file; without answers a blank copy."""
    from decision_aid.report.files import make_file, render
    from decision_aid.summary.models import SummaryInput

    if found is None and options.edition.make_blank:
        return render(options.edition.make_blank(aid, on), options)
    if found is None:
        raise TypeError(f"the edition {options.edition.name!r} has no blank copy")
    ours = words(aid.language)
    moments = {
        name: ours.moment(found.moments[name]) if name in found.moments else ours.day(on)
        for name in (*found.given, *found.answers)
    }
    return make_file(options, aid, SummaryInput(found.answers, moments), on)


def _tell_unread(aid: DecisionAid, found: AnswersInFile | None, words: Words, on: date) -> None:
    from decision_aid.record.reading import describe

    for one in found.unread if found else ():
        complain(words.records.not_taken_from_file.format(question=describe(aid, one, on)))


def _print(targets: Sequence[Path], words: Words) -> bool:
    from decision_aid.cli.printer import to_printer

    return to_printer(targets, words)
