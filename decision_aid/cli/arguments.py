"""What can be written on the command line; reading it imports nothing of what it asks for."""

from __future__ import annotations

import argparse
import re
from functools import partial
from pathlib import Path
from typing import Any

from decision_aid.cli.output import say
from decision_aid.cli.parsing import Parser
from decision_aid.cli.shared_arguments import (
    add_content,
    add_overwrite,
    add_report_to,
    add_staff_language,
    parse_date,
    parse_language,
)
from decision_aid.cli.take import NOTHING_SAID
from decision_aid.words import CommandWords


def parser(words: CommandWords) -> Parser:
    """The parser of the whole command line."""
    whole = Parser(words, prog="decision-aid", description=words.program)
    whole.set_defaults(command="take", **NOTHING_SAID)
    version: Any = partial(_Version, words)
    whole.add_argument("--version", action=version, nargs=0, help=words.version)
    commands = whole.add_commands()
    _add_take(commands.add_parser("take", help=words.take), words)
    _add_serve(commands.add_parser("serve", help=words.serve), words)
    _add_summary(commands.add_parser("summary", help=words.summary), words)
    _add_records(commands.add_parser("records", help=words.records), words)
    _add_check(commands.add_parser("check", help=words.check), words)
    _add_preview(commands.add_parser("preview", help=words.preview), words)
    _add_translate(commands.add_parser("translate", help=words.translate), words)
    schema_parser = commands.add_parser("schema", help=words.schema)
    schema_parser.set_defaults(command="schema")
    schema_parser.add_argument("--guide", action="store_true", help=words.guide)
    return whole


def _add_take(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.set_defaults(command="take")
    parser.add_argument("--plain", action="store_true", help=words.plain)
    parser.add_argument("--from", dest="brought", type=Path, metavar="FILE", help=words.brought)
    keeping = parser.add_mutually_exclusive_group()
    keeping.add_argument("--keep", nargs="?", const="", metavar="LABEL", help=words.keep)
    keeping.add_argument("--no-trace", action="store_true", help=words.no_trace)
    parser.add_argument("--counsellor", action="store_true", help=words.counsellor)
    parser.add_argument("--records", dest="place", metavar="PLACE", help=words.records_of_visit)
    parser.add_argument("--font", type=Path, metavar="FILE", help=words.font)
    add_report_to(parser, words)
    add_content(parser, words)


def _add_serve(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.set_defaults(command="serve")
    parser.add_argument("--host", default="127.0.0.1", metavar="ADDRESS", help=words.host)
    parser.add_argument(
        "--port", type=partial(_parse_port, words), default=8000, metavar="PORT", help=words.port
    )
    parser.add_argument("--certificate", type=Path, metavar="FILE", help=words.certificate)
    parser.add_argument("--key", type=Path, metavar="FILE", help=words.key)
    parser.add_argument("--insecure-lan", action="store_true", help=words.insecure_lan)
    parser.add_argument("--counsellor", action="store_true", help=words.counsellors)
    parser.add_argument(
        "--idle",
        type=partial(_parse_minutes, words),
        default=60,
        metavar="MINUTES",
        help=words.idle,
    )
    parser.add_argument("--kiosk", action="store_true", help=words.kiosk)
    parser.add_argument("--printer", default="", metavar="NAME", help=words.printer)
    parser.add_argument("--records", dest="place", metavar="PLACE", help=words.records_of_visit)
    add_report_to(parser, words)
    add_content(parser, words)


def _parse_port(words: CommandWords, text: str) -> int:
    return _parse_number(text, 0, 65_535, words.not_a_port)


def _parse_minutes(words: CommandWords, text: str) -> int:
    return _parse_number(text, 20, 1_440, words.not_minutes)


def _parse_number(text: str, least: int, most: int, fault: str) -> int:
    if re.fullmatch("[0-9]{1,5}", text) and least <= int(text) <= most:
        return int(text)
    raise argparse.ArgumentTypeError(fault)


def _add_summary(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    from decision_aid.cli.print_options import add_options
    from decision_aid.report.formats import FORMATS

    parser.set_defaults(command="summary")
    parser.add_argument("answers", nargs="*", type=Path, metavar="ANSWERS", help=words.answers)
    add_options(parser, FORMATS, words)
    parser.add_argument("--blank", action="store_true", help=words.blank)
    parser.add_argument("--date", type=partial(parse_date, words), default=None, help=words.date)
    parser.add_argument("--output", type=Path, metavar="PATH", help=words.output)
    add_overwrite(parser, words)
    parser.add_argument("--print", action="store_true", help=words.print_it)
    add_report_to(parser, words)
    add_content(parser, words)
    add_staff_language(parser, words)


def _add_records(parser: Parser, words: CommandWords) -> None:
    from decision_aid.cli.records.arguments import add_to

    parser.set_defaults(command="records")
    add_to(parser, words)


def _add_check(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.set_defaults(command="check")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=words.checked_file)
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--today", type=partial(parse_date, words), default=None, help=words.today)
    parser.add_argument(
        "--language", dest="translation", type=partial(parse_language, words), metavar="LANGUAGE",
        help=words.translation,
    )  # fmt: skip
    parser.add_argument("--complete", action="store_true", help=words.complete)
    parser.add_argument("--list", action="store_true", help=words.rules)
    parser.add_argument("--trace", action="store_true", help=words.trace)
    parser.add_argument("--graph", type=Path, metavar="PATH", help=words.graph)
    add_overwrite(parser, words)


def _add_preview(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    parser.set_defaults(command="preview")
    parser.add_argument("file", type=Path, metavar="FILE", help=words.previewed_file)
    parser.add_argument("--answers", type=Path, metavar="FILE", help=words.preview_answers)
    parser.add_argument("--serve", action="store_true", help=words.preview_served)
    parser.add_argument(
        "--port", type=partial(_parse_port, words), default=8000, metavar="PORT", help=words.port
    )


def _add_translate(parser: Parser, words: CommandWords) -> None:
    parser.set_defaults(command="translate")
    steps = parser.add_commands(dest="step", required=True)
    export = steps.add_parser("export", help=words.translate_export)
    export.add_argument(
        "to", type=partial(parse_language, words), metavar="LANGUAGE", help=words.translated_to
    )
    export.add_argument("--output", type=Path, metavar="PATH", help=words.export_file)
    add_overwrite(export, words)
    taken = steps.add_parser("import", help=words.translate_import)
    taken.add_argument("file", type=Path, metavar="FILE", help=words.po_file)
    status = steps.add_parser("status", help=words.translate_status)
    status.add_argument(
        "to", type=partial(parse_language, words), metavar="LANGUAGE", help=words.translated_to
    )
    for step in (export, taken, status):
        add_content(step, words)


class _Version(argparse.Action):
    """Says the versions, looked up only when they are asked for."""

    def __init__(self, words: CommandWords, **given: Any) -> None:
        super().__init__(**given)
        self._words = words

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> None:
        from decision_aid import __version__, paths
        from decision_aid.cli.content import load_content

        aid = load_content(paths.questions())
        former = ", ".join(one[:6] for one in aid.former_hashes)
        content = {"content": aid.id, "version": aid.version, "hash": aid.content_hash[:6]}
        told = self._words.versions
        say(told.format(program=__version__, former=former, **content) + "\n")
        parser.exit()
