"""YAML read strictly: plain data with a line for each value, or every fault with its line.

Only what YAML 1.2's core schema and 1.1 agree on is taken: no anchors, aliases, tags or duplicate
keys, and no plain word that YAML 1.1 turns into something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NoReturn

import yaml

from decision_aid.content.faults import Fault
from decision_aid.content.yaml_faults import LOOK, NO_SPACE, broken_yaml, is_odd, yaml_fault
from decision_aid.plain_text import clean, decode

MAX_BYTES = 5_000_000
MAX_DEPTH = 30
MAX_VALUES = 100_000
"""Values in a file: more than ten times the shipped content, and still held in little memory."""
MAX_FAULTS = 200
"""Faults after which reading on tells nothing new."""

KeyPath = tuple[str | int, ...]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TURNED = re.compile(
    r"y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF"
    r"|[-+]?0[0-9_]+|[-+]?0[xbo][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*_[0-9_]*(\.[0-9_]*)?"
    r"|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)|=|<<"
    r"|True|TRUE|False|FALSE|Null|NULL"
    r"|[-+]?(\.[0-9]+|[0-9]+\.|[0-9]+(\.[0-9]*)?[eE][-+]?[0-9]+|\.[0-9]+[eE][-+]?[0-9]+)"
)
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_SEEN = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""A sign that can be seen."""
_WORDS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass
class Document:
    """What was read, with the line of every key and list entry."""

    data: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    blank: list[tuple[KeyPath, int]] = field(default_factory=list)
    """Where nothing is written that can be seen, each with its line."""
    harmful: list[tuple[KeyPath, int]] = field(default_factory=list)
    """Where a text holds what cannot be printed, each with its line."""
    broken: bool = False
    """Whether the reading stopped before the end, so that what is missing tells nothing."""


def read_yaml(raw: bytes) -> Document:
    """The document in these bytes; whatever is wrong with it stands in `faults`."""
    document = Document(broken=True)
    if len(raw) > MAX_BYTES:
        message = f"the file is over {MAX_BYTES // 1_000_000} MB"
        document.faults.append(yaml_fault("too-large", 1, message, "Make it smaller."))
        return document
    try:
        text = decode(raw)
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = "the file is not UTF-8 text"
        document.faults.append(yaml_fault("not-utf-8", line, message, "Save it as UTF-8."))
        return document
    _read(text, document)
    return document


def _read(text: str, document: Document) -> None:
    builder = _Builder(document)
    document.broken = True
    try:
        for event in yaml.parse(text, Loader=LOADER):
            builder.take(event)
        document.broken = False
    except yaml.MarkedYAMLError as error:
        document.faults.append(broken_yaml(error, text))
    except yaml.YAMLError:
        document.faults.append(
            yaml_fault("broken-yaml", _bad_line(text), "a character that YAML does not take", LOOK)
        )
    except _Stopped as stopped:
        document.faults.append(stopped.fault)


def _bad_line(text: str) -> int:
    bad = re.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    return text.count("\n", 0, bad.start()) + 1 if bad else 1


@lru_cache(maxsize=1024)
def _is_turned(text: str) -> bool:
    """Whether some programs read the word as something else; the same few stand in every file."""
    return _TURNED.fullmatch(text) is not None


class _Stopped(Exception):
    """Reading on makes no sense after this fault."""

    def __init__(self, name: str, line: int, message: str, mend: str) -> None:
        super().__init__(message)
        self.fault = yaml_fault(name, line, message, mend)


@dataclass
class _Open:
    """A mapping or list that is being read."""

    container: dict[str, Any] | list[Any]
    place: KeyPath
    key: str | None = None
    refused: bool = False


class _Builder:
    """Builds plain data from YAML events without recursion, so depth cannot break it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        line = event.start_mark.line + 1 if event.start_mark else 1
        if len(self.document.lines) > MAX_VALUES or len(self.document.faults) > MAX_FAULTS:
            self._stop(line)
        if isinstance(event, yaml.NodeEvent):
            self._refuse_marks(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.AliasEvent):
            self._place(None, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._start({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._start([], line)
        elif isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
        elif isinstance(event, yaml.DocumentStartEvent) and self.document.lines:
            raise _Stopped("two-documents", line, "a second document", "Keep one in a file.")

    def _stop(self, line: int) -> NoReturn:
        if len(self.document.lines) > MAX_VALUES:
            raise _Stopped("too-many", line, f"more than {MAX_VALUES} values", "Make it smaller.")
        message = f"more than {MAX_FAULTS} faults so far"
        raise _Stopped("too-many", line, message, "Mend those first.")

    def _refuse_marks(self, event: yaml.NodeEvent, line: int) -> None:
        if event.anchor is not None:
            self._refuse("alias", line, "anchors and aliases are not taken", "Write it out again.")
        if getattr(event, "tag", None) is not None:
            self._refuse("tag", line, "tags are not taken", "Leave the tag out.")

    def _refuse(self, name: str, line: int, message: str, mend: str) -> None:
        self.document.faults.append(yaml_fault(name, line, message, mend))

    def _start(self, container: dict[str, Any] | list[Any], line: int) -> None:
        if self._expects_key():
            self._refuse("key-not-text", line, "a key must be plain text", "Give the key a name.")
            self.open[-1].key = "?"
            place: KeyPath = (*self.open[-1].place, "?")
        else:
            place = self._place(container, line)
        if len(self.open) >= MAX_DEPTH:
            raise _Stopped("too-deep", line, f"nested over {MAX_DEPTH} deep", "Nest it less.")
        self.open.append(_Open(container, place))

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        text: str = event.value
        plain, is_key = not event.style, self._expects_key()
        if plain and not text.isascii() and is_odd(text, key=is_key):
            raise _Stopped("odd-space", line, *NO_SPACE)
        if is_key:
            self._key(text, line, plain)
            return
        value = self._value(text, line) if plain else text
        place = self._place(value, line)
        if value is None or not (text[:1].isalnum() and text[0].isascii() and text.isprintable()):
            self._note(value, place, line)

    def _note(self, value: object, place: KeyPath, line: int) -> None:
        if value is None or (isinstance(value, str) and not _SEEN.search(value)):
            self.document.blank.append((place, line))
        elif isinstance(value, str) and clean(value) != value:
            self.document.harmful.append((place, line))

    def _expects_key(self) -> bool:
        return (
            bool(self.open)
            and isinstance(self.open[-1].container, dict)
            and (self.open[-1].key is None)
        )

    def _key(self, name: str, line: int, plain: bool) -> None:
        if plain and _is_turned(name):
            self._turned(name, line)
        top = self.open[-1]
        top.key = name
        top.refused = name in top.container
        place = (*top.place, name)
        if top.refused:
            before = self.document.lines.get(place, line)
            self._refuse(
                "duplicate-key", line, f"{name!r} stands here again, after line {before}",
                "Keep one of the two.",
            )  # fmt: skip
        else:
            self.document.lines[place] = line

    def _value(self, text: str, line: int) -> Any:
        if " " in text:  # no word or number that means something else has one
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _is_turned(text):
            self._turned(text, line)
            return text
        if _INTEGER.fullmatch(text):
            return int(text)
        return float(text) if _DECIMAL.fullmatch(text) else text

    def _turned(self, text: str, line: int) -> None:
        self._refuse(
            "ambiguous-word", line, f"some programs read {text[:40]!r} as something else",
            f"Put it in quotes: \"{text[:40]}\".",
        )  # fmt: skip

    def _place(self, value: Any, line: int) -> KeyPath:
        if not self.open:
            self.document.data = value
            self.document.lines[()] = line
            return ()
        top = self.open[-1]
        if isinstance(top.container, list):
            place: KeyPath = (*top.place, len(top.container))
            top.container.append(value)
            self.document.lines[place] = line
            return place
        key = top.key or ""
        top.key = None
        if not top.refused:
            top.container[key] = value
        return (*top.place, key)
