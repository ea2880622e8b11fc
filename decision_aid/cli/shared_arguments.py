"""The arguments that several commands take: which questionnaire, in which language, which day."""

from __future__ import annotations

import argparse
import os
import re
from datetime import date
from pathlib import Path

from decision_aid.start import REPORT_TO
from decision_aid.words import CommandWords


def add_content(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    """Which questionnaire, and in which language."""
    parser.add_argument("--content", type=Path, metavar="FILE", help=words.content)
    add_language(parser, words)


class _ReportTo(argparse.Action):
    """What is said here stands above what the environment says."""

    def __call__(self, _parser: object, _given: object, value: object, *_rest: object) -> None:
        os.environ[REPORT_TO] = str(value)


def add_report_to(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    """Whom the imprint names for errors in the content."""
    parser.add_argument("--report-to", action=_ReportTo, metavar="TEXT", help=words.report_to)


def add_overwrite(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    """Whether an output may replace a file that this program did not make."""
    parser.add_argument("--overwrite", action="store_true", help=words.overwrite)


def add_language(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    """In which language the command speaks."""
    parser.add_argument("--language", metavar="LANGUAGE", help=words.language)


def add_staff_language(parser: argparse.ArgumentParser, words: CommandWords) -> None:
    """In which language what is for the staff is written."""
    parser.add_argument("--staff-language", metavar="LANGUAGE", help=words.staff_language)


def parse_date(words: CommandWords, text: str) -> date:
    """A day written as `2026-11-20`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(words.not_a_date) from None


def parse_language(words: CommandWords, text: str) -> str:
    """A language written as `fr` or `fr-CA`."""
    if not re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", text):
        raise argparse.ArgumentTypeError(words.not_a_language)
    return text
