"""How a command is told what its papers are to be, and what of that does not go together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.report.editions import EDITIONS, PATIENT
from decision_aid.report.format import PAPERS
from decision_aid.report.formats import FORMATS
from decision_aid.report.options import PrintOptions
from decision_aid.words import words

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.words import CommandWords, Words


def add_options(parser: ArgumentParser, formats: Iterable[str], words: CommandWords) -> None:
    """The arguments that say how papers look, and for whom they are."""
    names, editions = list(formats), list(EDITIONS)
    parser.add_argument("--format", choices=names, default=names[0])
    parser.add_argument("--edition", choices=editions, action="append", help=words.edition)
    parser.add_argument("--with-words", action="store_true", help=words.with_words)
    parser.add_argument("--paper", choices=PAPERS, default=PAPERS[0])
    parser.add_argument("--font", type=Path, metavar="FILE", help=words.font)


def print_options(
    given: Namespace, usual: tuple[Edition, ...] = (PATIENT,)
) -> tuple[PrintOptions, ...]:
    """What is asked for, whether it goes together or not, for each edition.

    Where none is named, the usual ones as far as the format has them. Raises UsageError for no
    usable font.
    """
    form, font = FORMATS[given.format], given_font(given.font, words(given.language))
    named = [EDITIONS[name] for name in dict.fromkeys(given.edition or ())]
    editions = named or [one for one in usual if form.takes(one)] or usual
    return tuple(
        PrintOptions(form, one, given.paper, _with_words(given, one, editions), font)
        for one in editions
    )


def _with_words(given: Namespace, edition: Edition, editions: Sequence[Edition]) -> bool:
    """Of several editions, those that have typed words on request have them; one alone is told."""
    return bool(given.with_words) and (edition.asks_for_words or len(editions) == 1)


def given_font(file: Path | None, words: Words) -> GivenFont | None:
    """The font in the file, if one is named; raises UsageError."""
    if file is None:
        return None
    from decision_aid.report.given_font import UnusableFont, read_font

    try:
        return read_font(file)
    except UnusableFont as error:
        raise UsageError(words.unusable(error)) from None


def misfits(options: PrintOptions, words: Words) -> Iterator[str]:
    """What does not go together, each in words."""
    form, edition = options.format, options.edition
    if not form.takes(edition):
        fitting = [one for one in EDITIONS.values() if form.takes(one)]
        yield of_editions(f"--format {form.name}", fitting, words)
    if options.with_words and not edition.asks_for_words:
        fitting = [one for one in EDITIONS.values() if one.asks_for_words]
        yield of_editions("--with-words", fitting, words)


def of_editions(option: str, editions: Iterable[Edition], words: Words) -> str:
    """That the option belongs to these editions alone, in words."""
    names = words.records.either.join(edition.name for edition in editions)
    return words.records.of_edition.format(option=option, editions=names)
