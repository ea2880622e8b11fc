"""What is wrong with the text of a file, in words that help whoever wrote it."""

from __future__ import annotations

import re

import yaml

from decision_aid.content.faults import Fault


def yaml_fault(name: str, line: int, message: str, mend: str) -> Fault:
    """A fault of the text itself, in a file that is named later."""
    return Fault("", message, id=name, line=line, mend=mend)


LOOK = "Look at this line and the one before it: indents, colons, quotes and brackets."


_PLAIN: dict[str, tuple[str, str]] = {
    "mapping values are not allowed in this context": (
        "a colon stands where none can", "Put a text with a colon in quotes; look at the indents."
    ),
    "found character that cannot start any token": (
        "a text cannot begin with this sign", "Put it in quotes."
    ),
}  # fmt: skip
"""What the parser says of an author's most frequent slips, in words that help."""

_TAB = re.compile(r"[ -]*\t")
_UNSEEN = re.compile(r"[^\S \t\n]|[\xad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_UNSEEN_INDENT = re.compile(rf"[ \t-]*({_UNSEEN.pattern})")
_NO_TAB = ("a tab stands where spaces must stand", "Indent with spaces.")
NO_SPACE = (
    "here stands a space or a sign that cannot be seen, and that YAML takes for a letter",
    "Delete it, and write an ordinary space where one is needed.",
)


def broken_yaml(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """What is broken: what cannot be seen in the line, or else what the parser makes of it."""
    mark = error.problem_mark or error.context_mark
    at = mark.line if mark else 0
    lines = text.splitlines()[max(at - 1, 0) : at + 1]
    if any(map(_UNSEEN_INDENT.match, lines)):
        return yaml_fault("odd-space", at + 1, *NO_SPACE)
    if any(map(_TAB.match, lines)):
        return yaml_fault("broken-yaml", at + 1, *_NO_TAB)
    problem = error.problem or "it cannot be read"
    return yaml_fault(
        "broken-yaml", at + 1, *_PLAIN.get(problem, (f"broken YAML: {problem}", LOOK))
    )


def is_odd(plain: str, *, key: bool) -> bool:
    """Whether what cannot be seen was read as part of the word, and is surely not meant."""
    return bool(_UNSEEN.search(plain) if key else _UNSEEN.match(plain))
