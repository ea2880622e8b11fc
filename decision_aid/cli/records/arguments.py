"""The arguments of `records`; reading them loads nothing of what they ask for."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from decision_aid.cli.parsing import Parser
from decision_aid.cli.print_options import add_options
from decision_aid.cli.shared_arguments import (
    add_content,
    add_language,
    add_overwrite,
    add_report_to,
    add_staff_language,
    parse_date,
)
from decision_aid.report.editions import PATIENT
from decision_aid.report.formats import FORMATS
from decision_aid.words import CommandWords


def add_to(parser: Parser, words: CommandWords) -> None:
    """The commands on the records."""
    commands = parser.add_commands(dest="doing", required=True)
    _add_list(commands.add_parser("list", help=words.records_list), words)
    _add_show(commands.add_parser("show", help=words.records_show), words)
    _add_summary(commands.add_parser("summary", help=words.records_summary), words)
    _add_line(commands.add_parser("line", help=words.records_line), words)
    _add_export(commands.add_parser("export", help=words.records_export), words)
    _add_backup(commands.add_parser("backup", help=words.records_backup), words)
    _add_code(commands.add_parser("code", help=words.records_code), words)
    _add_erase(commands.add_parser("erase", help=words.records_erase), words)


def _add_place(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.add_argument("--records", dest="place", metavar="PLACE", help=words.place)


def _add_label(
    parser: argparse.ArgumentParser, words: CommandWords, many: str | None = None
) -> None:
    """One label, or several of them."""
    parser.add_argument("labels", nargs=many or 1, metavar="LABEL", help=words.label)
    _add_place(parser, words)


def _add_list(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.add_argument("--format", choices=["text", "json"], default="text")
    _add_place(parser, words)
    add_content(parser, words)


def _add_show(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    _add_label(parser, words)
    add_content(parser, words)


def _add_summary(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    _add_label(parser, words, "*")
    parser.add_argument("--all", action="store_true", help=words.every_session)
    parser.add_argument(
        "--since", type=partial(parse_date, words), metavar="DATE", help=words.since
    )
    parser.add_argument("--mixed", action="store_true", help=words.mixed)
    parser.add_argument("--with-facts", action="store_true", help=words.with_facts)
    add_options(parser, (name for name, one in FORMATS.items() if one.takes(PATIENT)), words)
    parser.add_argument("--date", type=partial(parse_date, words), default=None, help=words.date)
    parser.add_argument("--output", type=Path, required=True, metavar="FOLDER", help=words.folder)
    add_overwrite(parser, words)
    parser.add_argument("--print", action="store_true", help=words.print_them)
    add_report_to(parser, words)
    add_content(parser, words)
    add_staff_language(parser, words)


def _add_line(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    _add_label(parser, words)
    add_content(parser, words)
    add_staff_language(parser, words)


def _add_export(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    _add_label(parser, words)
    parser.add_argument("--output", type=Path, metavar="FILE", help=words.export_file)
    add_overwrite(parser, words)
    parser.add_argument("--with-notes", action="store_true", help=words.with_notes)
    add_content(parser, words)


def _add_backup(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=words.backup_file)
    _add_place(parser, words)
    add_language(parser, words)


def _add_code(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    _add_label(parser, words)
    add_language(parser, words)


def _add_erase(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    _add_label(parser, words, "+")
    parser.add_argument("--yes", action="store_true", help=words.sure)
    add_language(parser, words)
