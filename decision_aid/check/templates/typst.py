"""What a Typst template surely sets: read with a small tokenizer of its own.

It follows brackets, so that for each place it knows what stands around it: calls, `if`, `for`,
the body of a function. Strings and remarks are blanked out first. A function is taken to set its
argument if its body names the parameter outside every `if`, `for` and `while` at least once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from decision_aid.check.templates.advice import ADVICE, MAY_BE_WITHOUT

FAITHFUL = frozenset(
    {"par", "strong", "heading", "block", "box", "grid", "text", "list", "enum", "layout",
     "measure", "pad", "stack", "align", "map", "join", "table", "rect", "context", "page",
     "spelled", "columns"}
)  # fmt: skip
"""Functions and methods of Typst, and of ours before each template, that lose no word."""

HIDING = re.compile(
    r"\b(?:hide|place|move|scale|rotate|skew)\s*(?=[(\[])|\bclip\s*:\s*true|\bfill\s*:\s*white"
)
_BLANKED = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\])*\"", re.S)
_FILL = re.compile(r"\bfill\s*:\s*([\w.()\"#-]+)")
_SIZE = re.compile(r"\bsize\s*:\s*(\d*\.?\d+)(pt|em|mm)")
_SHOWN_AS_NOTHING = re.compile(
    r"#?show\b[^\n:]*:\s*(?:none\b|\[\s*\]|it\s*=>\s*(?:none|\[\s*\]|\{\s*\}))"
)
_LEAST = {"pt": 9.0, "em": 0.7, "mm": 3.0}
_BRANCH = re.compile(r"(?:^|[^\w-])(?:(?:if|for|while)\b[^;{}\[\]]*|else\s*)$")
_DEFINITION = re.compile(r"#?\blet\s+([\w-]+)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*=\s*$")
_KEPT = re.compile(r"#let\s+([\w-]+)\s*=\s*(?:if data\.[\w-]+ != none\s*|[\w-]*)$")
_PRESENCE = re.compile(rf"(?<![\w-])if data\.(?:{'|'.join(MAY_BE_WITHOUT)}) != none\s*$")
_CALLED = re.compile(r"([\w-]+)\s*$")


@dataclass(frozen=True)
class Around:
    """An open bracket and the words before it."""

    head: str
    bracket: str

    @property
    def branch(self) -> bool:
        """Whether what is inside stands under an if, a for or a while, but whether it is there."""
        asks = _PRESENCE.search(self.head) is None and _BRANCH.search(self.head)
        return self.bracket in "{[" and bool(asks)

    @property
    def called(self) -> str:
        """The function whose argument this is, if it is one."""
        match = _CALLED.search(self.head) if self.bracket in "([" else None
        return match[1] if match and not _BRANCH.search(self.head) else ""


@dataclass(frozen=True)
class TypstSource:
    """The source of a Typst template."""

    source: str

    @cached_property
    def code(self) -> str:
        """The source with strings and remarks blanked out, of the same length."""
        return _BLANKED.sub(lambda m: re.sub(r"[^\n]", " ", m[0]), self.source)

    @cached_property
    def functions(self) -> dict[str, tuple[list[str], str]]:
        """The functions that the template defines: parameters and body."""
        found = {}
        for match in re.finditer(r"\blet\s+([\w-]+)\s*\(", self.code):
            close = _closing(self.code, match.end() - 1)
            rest = re.match(r"\s*=\s*", self.code[close + 1 :])
            if rest:
                names = _parameters(self.code[match.end() : close])
                found[match[1]] = (names, _body(self.code, close + 1 + rest.end()))
        return found

    def missing(self) -> Iterator[tuple[str, str]]:
        """What of the advice is not surely set."""
        for thing, parts in ADVICE.items():
            for part in parts:
                pattern = re.compile(rf"\bdata\.{thing}\.{part}\b")
                places = (match.start() for match in pattern.finditer(self.code))
                if not any(self._sure(place) for place in places):
                    yield thing, part

    def hiding(self) -> Iterator[str]:
        """What could hide the advice, in words. What is set behind the text hides nothing."""
        code = self._without_background()
        for match in HIDING.finditer(code):
            yield f"{match[0]!r} could hide or move text"
        for match in _SHOWN_AS_NOTHING.finditer(code):
            yield f"{match[0].strip()!r} sets nothing for what it shows"
        for match in _FILL.finditer(code):
            if match[1] not in ("black", "none"):
                yield f"fill: {match[1]} could be white on white"
        for match in _SIZE.finditer(code):
            if float(match[1]) < _LEAST[match[2]]:
                yield f"size: {match[1]}{match[2]} could be too small to read"

    def _without_background(self) -> str:
        code = self.code
        for match in reversed(list(re.finditer(r"\bbackground\s*:\s*[\w-]*\(", code))):
            code = code[: match.start()] + code[_closing(code, match.end() - 1) + 1 :]
        return code

    def _sure(self, place: int) -> bool:
        around = self._around(self.code, place)
        if any(one.branch or _DEFINITION.search(one.head) for one in around):
            return False
        if any(not self._is_named(one.head) for one in around):
            return False
        return all(self._sets(one.called, ()) for one in around if one.called)

    def _is_named(self, head: str) -> bool:
        """What is kept under a name is set where it is named again."""
        kept = _KEPT.search(head)
        return not kept or len(re.findall(rf"(?<![\w-]){kept[1]}(?![\w-])", self.code)) > 1

    def _sets(self, name: str, calls: tuple[str, ...]) -> bool:
        """Whether the function sets its argument: one of Typst's own, or one defined here."""
        if name not in self.functions:
            return name in FAITHFUL or not name
        if name in calls:
            return False
        names, body = self.functions[name]
        return all(self._names(body, one) for one in names if one.endswith(("body", "some", "one")))

    def _names(self, body: str, parameter: str) -> bool:
        """Whether the body names the parameter outside every if, for and while."""
        for match in re.finditer(rf"(?<![\w.-]){re.escape(parameter)}(?![\w-])", body):
            if not any(one.branch for one in self._around(body, match.start())):
                return True
        return not parameter

    def _around(self, code: str, place: int) -> list[Around]:
        """What is open at this place, from the outside in."""
        stack: list[tuple[Around, int]] = []
        start = 0
        for match in re.finditer(r"[(){}\[\];\n]", code[:place]):
            sign = match[0]
            if sign in "([{":
                stack.append((Around(code[start : match.start()], sign), start))
                start = match.end()
            elif sign in ")]}":
                start = stack.pop()[1] if stack else start
            elif sign == ";" or not stack or stack[-1][0].bracket in "{[":
                start = match.end()
        return [around for around, _ in stack]


def _parameters(text: str) -> list[str]:
    names = (part.partition(":")[0].strip().lstrip(".") for part in text.split(","))
    return [name for name in names if re.fullmatch(r"[\w-]+", name)]


def _closing(code: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(code)):
        depth += code[place] in "([{"
        depth -= code[place] in ")]}"
        if depth == 0:
            return place
    return len(code)


def _body(code: str, start: int) -> str:
    """What follows up to the end of the line that closes all brackets."""
    depth = 0
    for place in range(start, len(code)):
        depth += code[place] in "([{"
        depth -= code[place] in ")]}"
        if code[place] == "\n" and depth <= 0:
            return code[start:place]
    return code[start:]
