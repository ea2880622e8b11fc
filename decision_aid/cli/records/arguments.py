"""The arguments of `records`; reading them loads nothing of what they ask for."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from decision_aid.cli.print_options import add_options
from decision_aid.report.editions import PATIENT
from decision_aid.report.formats import FORMATS

Add = Callable[[argparse.ArgumentParser], None]


def add_to(parser: argparse.ArgumentParser, shared: Add, day: Callable[[str], object]) -> None:
    """The commands on the records; `shared` adds what all of them take, `day` reads a date."""
    commands = parser.add_subparsers(title="commands", metavar="", dest="doing", required=True)
    _add_list(commands.add_parser("list", help="the sessions that are kept, without answers"))
    _add_show(commands.add_parser("show", help="the answers of one session in words"), shared)
    _add_summary(
        commands.add_parser("summary", help="a summary each, and a cover sheet"), shared, day
    )
    _add_line(commands.add_parser("line", help="one paragraph to paste into the record"), shared)
    _add_export(commands.add_parser("export", help="one session as a JSON file"), shared)
    _add_label(commands.add_parser("code", help="another resume code, on a shared store"))
    _add_erase(commands.add_parser("erase", help="erase sessions and their traces"))


def _add_place(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--records",
        dest="place",
        metavar="PLACE",
        help="a folder or a postgresql:// address; else DECISION_AID_RECORDS, else your own folder",
    )


def _add_label(parser: argparse.ArgumentParser, many: str | None = None) -> None:
    """One label, or several of them."""
    told = "a label from `records list`, or the beginning of an id"
    parser.add_argument("labels", nargs=many or 1, metavar="LABEL", help=told)
    _add_place(parser)


def _add_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")
    _add_place(parser)


def _add_show(parser: argparse.ArgumentParser, shared: Add) -> None:
    _add_label(parser)
    shared(parser)


def _add_summary(
    parser: argparse.ArgumentParser, shared: Add, day: Callable[[str], object]
) -> None:
    _add_label(parser, "*")
    parser.add_argument("--all", action="store_true", help="every session")
    parser.add_argument("--since", type=day, metavar="DATE", help="with --all: used since that day")
    parser.add_argument("--mixed", action="store_true", help="also answers to other versions")
    add_options(parser, (name for name, one in FORMATS.items() if one.takes(PATIENT)))
    parser.add_argument("--date", type=day, default=None, help="such as 2026-11-20; else today")
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER", help="a folder")
    parser.add_argument("--print", action="store_true", help="send them to the printer too")
    shared(parser)


def _add_line(parser: argparse.ArgumentParser, shared: Add) -> None:
    _add_label(parser)
    shared(parser)


def _add_export(parser: argparse.ArgumentParser, shared: Add) -> None:
    _add_label(parser)
    parser.add_argument("--output", type=Path, metavar="FILE", help="a file, or - ")
    told = "also what a counsellor asked and noted; such a file is not for the person"
    parser.add_argument("--with-notes", action="store_true", help=told)
    shared(parser)


def _add_erase(parser: argparse.ArgumentParser) -> None:
    _add_label(parser, "+")
    parser.add_argument("--yes", action="store_true", help="do not ask")
