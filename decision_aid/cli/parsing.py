"""A parser that speaks the language of who types, and whose words leave by our own doors."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from decision_aid.cli.output import refuse, refuse_as_it_is, say

if TYPE_CHECKING:
    from decision_aid.words import CommandWords


class Parser(argparse.ArgumentParser):
    """A parser of a command or of the whole line; those of its commands speak as it does."""

    def __init__(self, words: CommandWords, **given: Any) -> None:
        formatter = partial(_Formatter, words.usage)
        super().__init__(add_help=False, formatter_class=formatter, **given)
        self.words = words
        self._positionals.title = words.arguments_title
        self._optionals.title = words.options_title
        self.add_argument("-h", "--help", action="help", help=words.this_help)

    def add_commands(self, **given: Any) -> argparse._SubParsersAction[Parser]:
        """Where its commands are added."""
        made: Any = partial(Parser, self.words)
        title = self.words.commands_title
        added: argparse._SubParsersAction[Parser] = self.add_subparsers(
            title=title, metavar="", parser_class=made, **given
        )
        return added

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong, and end."""
        self.print_usage(sys.stderr)
        fault = self.words.usage_fault
        self.exit(2, fault.format(program=self.prog, fault=_refusal(self.words, message)))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End with that code, after a last word."""
        if message:
            refuse(message)
        sys.exit(status)

    def _print_message(self, message: str, file: object = None) -> None:
        if file is sys.stderr:
            refuse_as_it_is(message)
        else:
            say(message)


class _Formatter(argparse.HelpFormatter):
    """Begins with the word for how a command is used."""

    def __init__(self, usage: str, prog: str) -> None:
        super().__init__(prog)
        self._usage = usage

    def add_usage(
        self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)


def _refusal(words: CommandWords, message: str) -> str:
    """What is wrong with the command line; as argparse says it where we have no words for it."""
    for pattern, said in _refusals(words):
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return said.format(**found.groupdict())
    return message


def _refusals(words: CommandWords) -> Sequence[tuple[str, str]]:
    """What argparse says of a command line, and what we say."""
    choice = r"invalid choice: (?P<given>.+) \(choose from (?P<there>.+)\)"
    return (
        (r"the\sfollowing\sarguments\sare\srequired:\s", words.command_missing),
        (r"the\sfollowing\s.*required:\s(?P<names>.+)", words.arguments_missing),
        (r"unrecognized arguments:\s(?P<names>.+)", words.arguments_unknown),
        (r"argument (?P<name>.+?): expected .*arguments?", words.argument_cut),
        (f"argument : {choice}", words.command_not_there),
        (f"argument (?P<name>.+?): {choice}", words.argument_not_there),
        (r"argument (?P<name>.+?): not allowed with argument (?P<other>.+)", words.arguments_apart),
        (r"argument (?P<name>.+?): (?P<fault>.+)", words.argument_wrong),
    )
