"""`check`: what is wrong in a content file, the trace of its facts, and its picture."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.content import load_faultless
from decision_aid.cli.endings import DONE, PARTLY_FAILED
from decision_aid.cli.output import say, say_json, write_file
from decision_aid.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.content import DecisionAid


def check(given: Namespace) -> int:
    """Say what is wrong with a content file; only errors make it fail."""
    from decision_aid.check import output
    from decision_aid.check.run import catalogue, check_file

    in_json = given.format == "json"
    if given.list:
        if in_json:
            say_json(output.catalogue_as_json(catalogue()))
        else:
            say(output.catalogue_as_text(catalogue()))
        return DONE
    path: Path = given.file or paths.questions()
    language = given.translation or ""
    if given.trace or given.graph:
        return _show(load_faultless(path, language), given)
    today = given.today or date.today()
    outcome = check_file(path, paths.reports(), today, language, complete=given.complete)
    if in_json:
        say_json(output.as_json(outcome))
    else:
        say(output.as_text(outcome))
    return DONE if outcome.passed else PARTLY_FAILED


def _show(aid: DecisionAid, given: Namespace) -> int:
    """Write the picture or the trace that was asked for."""
    if given.graph:
        from decision_aid.check.graph import draw_interview
        from decision_aid.cli.replacing import replacing

        may = replacing(given.overwrite, [given.file])
        write_file(draw_interview(aid).encode(), given.graph, words(given.language), may)
    if given.trace:
        from decision_aid.check.trace import as_json, as_text

        if given.format == "json":
            say_json(as_json(aid))
        else:
            say(as_text(aid))
    return DONE
