"""`translate`: the texts for translators, and their work taken back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.endings import DONE, UsageError
from decision_aid.cli.output import say, write_file
from decision_aid.content.faults import InvalidContent
from decision_aid.translation.overlay_file import Original, describe
from decision_aid.words import USUAL, words

if TYPE_CHECKING:
    from argparse import Namespace


def translate(given: Namespace) -> int:
    """Write the texts for translators, take their work, or say how far it is."""
    steps = {"export": _export, "import": _import, "status": _tell_status}
    try:
        steps[given.step](Original.at(given.content or paths.questions()), given)
    except InvalidContent as error:
        raise UsageError(*map(str, error.faults)) from None
    return DONE


def _export(original: Original, given: Namespace) -> None:
    from decision_aid.cli.replacing import replacing
    from decision_aid.translation.po_file import write_po

    language = given.to
    project = f"{original.aid.id} {original.aid.version}"
    po = write_po(language, project, original.texts, original.overlay(language))
    target = given.output or Path(f"{original.path.stem}.{language}.po")
    may = replacing(given.overwrite, [original.path])
    write_file(po.encode(), target, words(USUAL), may)


def _import(original: Original, given: Namespace) -> None:
    from decision_aid.cli.replacing import replacing
    from decision_aid.content.load import read_file
    from decision_aid.translation.po_file import language_of, read_po

    raw = read_file(given.file)
    language = language_of(raw, given.file.name)
    if language == original.aid.language:
        raise UsageError(words(USUAL).translation.same.format(language=language))
    before = original.overlay(language)
    overlay = original.with_work(before, read_po(raw, given.file.name, before), given.file.name)
    may = replacing(True, [original.path, given.file])
    write_file(overlay.encode(), paths.overlay_beside(original.path, language), words(USUAL), may)


def _tell_status(original: Original, given: Namespace) -> None:
    say(describe(given.to, original, original.overlay(given.to)))
