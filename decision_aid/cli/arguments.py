"""What can be written on the command line; reading it imports nothing of what it asks for."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from decision_aid.cli.take import NOTHING_SAID


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    whole = argparse.ArgumentParser(
        prog="decision-aid",
        description="Think a decision through, and print a summary of your own.",
    )
    whole.set_defaults(command="take", **NOTHING_SAID)
    whole.add_argument(
        "--version", action=_Version, nargs=0, help="which version this is, and of which content"
    )
    commands = whole.add_subparsers(title="commands", metavar="")
    _add_take(commands.add_parser("take", help="go through the questions (this is the default)"))
    _add_summary(commands.add_parser("summary", help="print the summary of answers in a file"))
    _add_records(commands.add_parser("records", help="answers that are kept: a clinic's day"))
    _add_check(commands.add_parser("check", help="what is wrong in a questions.yaml, and proofs"))
    schema_parser = commands.add_parser("schema", help="the JSON Schema of questions.yaml")
    schema_parser.set_defaults(command="schema")
    return whole


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, metavar="FILE", help="another questions.yaml")
    parser.add_argument("--language", choices=["en"], default="en", help="the language")


def _add_take(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="take")
    parser.add_argument(
        "--plain", action="store_true", help="one plain line at a time, for screen readers"
    )
    parser.add_argument(
        "--from", dest="brought", type=Path, metavar="FILE", help="go on from exported answers"
    )
    keeping = parser.add_mutually_exclusive_group()
    keeping.add_argument("--keep", nargs="?", const="", metavar="LABEL", help="keep the answers")
    keeping.add_argument("--no-trace", action="store_true", help="write nothing down")
    parser.add_argument("--counsellor", action="store_true", help="for two: prompts and notes")
    parser.add_argument("--records", dest="place", metavar="PLACE", help="where answers are kept")
    _add_shared(parser)


def _add_summary(parser: argparse.ArgumentParser) -> None:
    from decision_aid.cli.print_options import add_options
    from decision_aid.report.formats import FORMATS

    parser.set_defaults(command="summary")
    parser.add_argument("answers", nargs="*", type=Path, metavar="ANSWERS", help="YAML or JSON")
    add_options(parser, FORMATS)
    parser.add_argument("--blank", action="store_true", help="a blank copy, for preview")
    parser.add_argument("--date", type=_date, default=None, help="such as 2026-11-20; else today")
    parser.add_argument(
        "--output", type=Path, metavar="PATH", help="a file, a folder for several, or - "
    )
    parser.add_argument("--print", action="store_true", help="send it to the printer too")
    _add_shared(parser)


def _add_records(parser: argparse.ArgumentParser) -> None:
    from decision_aid.cli.records.arguments import add_to

    parser.set_defaults(command="records")
    add_to(parser, _add_shared, _date)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command="check")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="else the shipped one")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--today", type=_date, default=None, help="the day to judge dates by")
    parser.add_argument("--list", action="store_true", help="every rule and what it serves")
    parser.add_argument("--trace", action="store_true", help="every sentence of fact, its sources")
    parser.add_argument("--graph", type=Path, metavar="PATH", help="draw the interview as SVG")


class _Version(argparse.Action):
    """Says the versions, looked up only when they are asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from decision_aid import __version__, paths
        from decision_aid.cli.content import load_content
        from decision_aid.cli.output import say

        aid = load_content(paths.questions())
        content = f"{aid.id} {aid.version}, {aid.content_hash[:6]}"
        say(f"decision-aid {__version__}. Content: {content}.\n")
        parser.exit()


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a date as 2026-11-20") from None
