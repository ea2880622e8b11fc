"""`python -m benchmarks.checking`: checking the shipped content, and ten times as much of it."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from decision_aid import paths
from decision_aid.check.file_subject import FileSubject
from decision_aid.check.run import catalogue
from decision_aid.check.translations import find_translations
from decision_aid.content.load import load

ON = date(2026, 11, 20)
TIMES = 10


def main() -> int:
    """Print the processor time for the content as it is, for ten times as much, and their ratio."""
    with tempfile.TemporaryDirectory() as folder:
        many = Path(folder) / "questions.yaml"
        many.write_text(repeated(paths.questions().read_text("utf-8"), TIMES), encoding="utf-8")
        once, tenfold = seconds(paths.questions(), 5), seconds(many, 1)
    sys.stdout.write(f"as shipped: {once:.2f} s (reach 5)\n")
    for translation in find_translations(paths.questions()):
        both = once + seconds(paths.questions(), 5, translation.language)
        ratio = f"{both / once:.1f} (reach 2)"
        sys.stdout.write(f"and in {translation.language}: {both:.2f} s, ratio {ratio}\n")
    sys.stdout.write(f"{TIMES} times as much: {tenfold:.2f} s\n")
    sys.stdout.write(f"ratio: {tenfold / once:.1f} (reach {TIMES})\n")
    return 0


def seconds(path: Path, runs: int, language: str = "") -> float:
    """The median processor time to load the file, keep every rule and count the answer states."""
    return median(_once(path, language) for _ in range(runs))


def _once(path: Path, language: str) -> float:
    started = time.process_time()
    subject = FileSubject(load(path, language), paths.reports(), ON, path)
    for rule in catalogue():
        if rule.of_words or not subject.is_translated:
            list(rule.inspect(subject))
    subject.states.count()
    return time.process_time() - started


def repeated(text: str, times: int) -> str:
    """The content with its sections, rules and blocks so many times, each with ids of its own."""
    data = yaml.load(text, yaml.BaseLoader)
    ids = set(_ids(data["sections"]))
    grown = {"sections": [*data["sections"]], "rules": [*data["rules"]]}
    blocks = [*data["summary"]["blocks"]]
    for number in range(2, times + 1):
        copy = _Copy(ids, f"_{number}")
        grown["sections"] += copy.of(data["sections"])
        grown["rules"] += copy.of(data["rules"])
        blocks += copy.of(data["summary"]["blocks"])
    data |= grown
    own, copies = blocks[: len(data["summary"]["blocks"])], blocks[len(data["summary"]["blocks"]) :]
    in_booklet = ({name: block[name] for name in block if name != "side"} for block in copies)
    data["summary"]["blocks"] = [*own, *in_booklet]
    return _written(data)


def _ids(sections: Iterable[Any]) -> Iterable[str]:
    for section in sections:
        for item in section["items"]:
            if not _asks_for_the_way(item):
                yield item["id"]


def _asks_for_the_way(part: Any) -> bool:
    """There is one such question, whatever there is ten times."""
    return isinstance(part, dict) and part.get("use") == "way"


_OWN_ID = {"type", "title", "list", "passages"}
"""Questions, sections, rules and blocks have one of these; choices and lines of lists do not."""


_ONCE = {"use", "was"}
"""What one question of a content may have, and its copies may not."""


class _Copy:
    """Renames what names a question, a section, a rule or a block."""

    def __init__(self, ids: set[str], suffix: str) -> None:
        self.ids = ids
        self.suffix = suffix

    def of(self, part: Any, key: str = "") -> Any:
        if isinstance(part, dict) and "findings" in part:
            return {**part, "when": self.of(part["when"])} if "when" in part else part
        if isinstance(part, dict):
            own = _OWN_ID & set(part)
            return {
                self._name(name): value if name == "id" and not own else self.of(value, name)
                for name, value in part.items()
                if name not in _ONCE
            }
        if isinstance(part, list):
            return [self.of(one, key) for one in part if not _asks_for_the_way(one)]
        if key in ("id", "explain", "see"):
            return part + self.suffix
        return re.sub(r"\{([a-z0-9_.]+)\}", self._gap, part)

    def _name(self, name: str) -> str:
        head, dot, tail = name.partition(".")
        return f"{head}{self.suffix}{dot}{tail}" if head in self.ids else name

    def _gap(self, match: re.Match[str]) -> str:
        return "{" + self._name(match[1]) + "}"


_BARE = frozenset({"true", "false"})


def _written(data: Any) -> str:
    """YAML in which every text stands in quotes, and numbers and truths do not."""

    class Dumper(yaml.SafeDumper):
        """Never writes an alias."""

        def ignore_aliases(self, _data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
        plain = value in _BARE or re.fullmatch(r"\d+(\.\d)?|", value)
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, None if plain else '"')

    Dumper.add_representer(str, text)
    return _unquoted(yaml.dump(data, Dumper=Dumper, sort_keys=False, width=10_000))


_NUMBERS = (
    "events|denominator|low|high|first|after|least|most|limit|year|minutes|screens|words|side"
)


def _unquoted(text: str) -> str:
    """Numbers and truths without quotes where the content has them so."""
    text = re.sub(rf"((?:{_NUMBERS})\"?: )'(\d+)'$", r"\1\2", text, flags=re.M)
    text = re.sub(r"((?:flesch_kincaid|coleman_liau)\"?: )'([\d.]+)'$", r"\1\2", text, flags=re.M)
    return re.sub(r"(: )'(true|false|)'$", r"\1\2", text, flags=re.M)


if __name__ == "__main__":
    sys.exit(main())
