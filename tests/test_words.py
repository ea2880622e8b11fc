"""Whatever a person reads stands in the catalogue of words, and all that stands there is said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import decision_aid
from decision_aid.words import words

CODE = Path(decision_aid.__file__).parent
OURS = words("en")

ELSEWHERE: Mapping[str, str] = {
    "words": "the catalogue itself",
    "content": "faults of a content file, told to its author and known by their ids",
    "check": "the rules for authors, known by their ids",
    "condition_shapes.py": "how a condition is written, told to its author",
    "conditions.py": "faults of a condition, told to its author",
    "record/statements.py": "SQL alone",
    "record/label_words.py": "the words of random labels: names, and stored as such",
}
"""Where words stand outside the catalogue, and why."""

NAMES = {
    "Atkinson Hyperlegible Next",  # fonts
    "DejaVu Sans",
    "decision-aid answers",  # the format of an export
    "decision-aid 0: 0",  # what is hashed
    "decision-aid session 0",
    "decision-aid 1",
    "line by line",  # how the full screen says that another face is wanted
}
"""Literals of two words that no person reads; `0` stands for what is filled in."""

FOR_PROGRAMS = re.compile(
    r"""\b(SELECT|INSERT|UPDATE|DELETE|SET|PRAGMA|BEGIN|VACUUM)\b  # SQL
    | <[a-z!/]               # HTML
    | ^\#let\b               # Typst
    | \{\s?[a-z-]+:\s?\S     # CSS
    | ^url\(
    | ^[a-z]+-src\b          # a header of a page
    | ^--[a-z]               # an option of the command line
    """,
    re.VERBOSE,
)
TWO_WORDS = re.compile(r"[^\W\d_]{2,}[^\w\s]* [^\w\s]*\w|\w[^\w\s]* [^\w\s]*[^\W\d_]{2,}")
FOR_PROGRAMMERS = {"AssertionError", "KeyError", "LookupError", "TypeError", "ValueError"}


def texts_for_people(code: str) -> Iterator[str]:
    """Each literal of two words or more that is for no program and no programmer."""
    tree = ast.parse(code)
    passed_by = {id(inner) for node in _for_programmers(tree) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        text = _text_of(node)
        if id(node) in passed_by or text in NAMES or FOR_PROGRAMS.search(text):
            continue
        if TWO_WORDS.search(text):
            yield text


def _text_of(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text_of(part) or "0" for part in parts)
        case _:
            return ""


def _for_programmers(tree: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, types, faults of a caller, and the parts of what is looked at as a whole."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as docstring):
                yield docstring
            case ast.AnnAssign(annotation=ast.Name(id="TypeAlias"), value=ast.expr() as alias):
                yield alias
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name)) as call) if name in FOR_PROGRAMMERS:
                yield call
            case ast.JoinedStr(values=parts):
                yield from (part for part in parts if isinstance(part, ast.Constant))
            case ast.arg(annotation=ast.expr() as annotation):
                yield annotation


@pytest.mark.parametrize(
    "code",
    [
        'complain("Nothing was erased.")',
        'complain(f"Saved: {path}")',
        'raise UsageError("Two files of answers have the same name.")',
        'parser.add_argument("--keep", help="keep the answers")',
        'why = "it cannot be read"',
        'said = "{count} of {limit} characters".format(count=1, limit=2)',
    ],
)
def test_what_reaches_a_person_is_noticed(code: str) -> None:
    assert list(texts_for_people(code))


def test_what_a_person_reads_stands_in_the_catalogue() -> None:
    elsewhere = [CODE / name for name in ELSEWHERE]
    outside = [
        f"{path.relative_to(CODE)}: {text}"
        for path in sorted(CODE.rglob("*.py"))
        if not any(path.is_relative_to(one) for one in elsewhere)
        for text in texts_for_people(path.read_text())
    ]
    assert outside == []


def test_no_module_names_a_language() -> None:
    """So that another language is one module of words and its entry."""
    named = [
        path
        for path in CODE.rglob("*.py")
        if CODE / "words" not in path.parents
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and node.value == "en"
    ]
    assert named == []


def test_no_word_is_dead() -> None:
    nodes = [node for path in CODE.rglob("*.py") for node in ast.walk(ast.parse(path.read_text()))]
    used = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    for part in (OURS, OURS.commands, OURS.screens, OURS.lines, OURS.lines_for_two, OURS.records):
        assert {name for name in vars(type(part)) if not name.startswith("_")} <= used


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        (["less fatigue"], "less fatigue"),
        (["less fatigue", "less pain"], "less fatigue and less pain"),
        (["a nurse", "a doctor", "the clinic"], "a nurse, a doctor and the clinic"),
        (["balance or walking", "a better mood"], "balance or walking, and a better mood"),
        (["a fit or fainting", "fever", "a fall"], "a fit or fainting, fever, and a fall"),
    ],
)
def test_the_last_of_several_stands_after_an_and(said: list[str], listed: str) -> None:
    assert OURS.listed(said) == listed


def test_options_of_which_the_same_is_said_are_named_together() -> None:
    assert OURS.options_alike(["A balloon", "A stent"]) == "A balloon and a stent"
    assert OURS.options_alike(["Video", "MS care"]) == "Video and MS care"
