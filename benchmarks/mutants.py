"""Changes one thing at a time in the core and sees whether the tests notice.

    python -m benchmarks.mutants decision_aid/conditions.py tests/test_conditions.py ...

Without arguments all that TARGETS names is gone through. What stayed alive is printed with its
line. A tool for whoever works on the code, not a test: a live mutant is a test that is missing, or
a change without meaning. The tests are run once without any change, for two reasons: where they
fail anyway they notice nothing, and how long they take tells when a change made them endless.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib.abc
import importlib.machinery
import os
import random
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType

CORE = ("tests/test_conditions.py", "tests/test_third_value.py", "tests/test_interview.py")
PAPER = (
    "tests/test_paper_lists.py",
    "tests/test_third_value.py",
    "tests/test_summary.py",
    "tests/test_dates.py",
)
TARGETS: dict[str, tuple[str, ...]] = {
    "decision_aid/conditions.py": (*CORE, "tests/test_load.py"),
    "decision_aid/interview.py": (*CORE, "tests/test_visit.py"),
    "decision_aid/wording.py": (*PAPER, "tests/test_visit.py"),
    "decision_aid/summary/patient.py": PAPER,
    "decision_aid/summary/parts.py": PAPER,
    "decision_aid/summary/sources.py": PAPER,
    "decision_aid/summary/changes.py": PAPER,
    "decision_aid/summary/readiness.py": PAPER,
    "decision_aid/summary/blank.py": PAPER,
    "decision_aid/summary/staff.py": PAPER,
    "decision_aid/summary/record_line.py": PAPER,
    "decision_aid/report/guard.py": ("tests/test_guard.py",),
    "decision_aid/record/session.py": ("tests/record/test_session.py",),
}
"""Each module with the tests that are aimed at it; they take seconds."""

SLACK, AT_LEAST = 3, 10
"""A mutant counts as noticed, for it never ends, when its tests take so many times as long as
without it, and so many seconds of processor time more."""

Change = Callable[[ast.AST], None]


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    path: Path
    line: int
    says: str
    code: ast.Module


# --- what can be changed ---------------------------------------------------------------------

_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE,
    ast.GtE: ast.Gt, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip


def mutants(path: Path) -> Iterator[Mutant]:
    """Every change of the module, one at a time."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    aside = {id(part) for node in ast.walk(tree) for part in _without_meaning(node)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in aside:
            continue
        for says, change in _changes(node):
            changed = copy.deepcopy(tree)
            change(next(n for i, n in enumerate(ast.walk(changed)) if i == number))
            line = getattr(node, "lineno", getattr(getattr(node, "target", None), "lineno", 0))
            yield Mutant(path, line, says, ast.fix_missing_locations(changed))


def _without_meaning(node: ast.AST) -> Iterator[ast.AST]:
    """What no test can notice: how a dataclass is made, what only a type checker reads, and
    whether `zip` would complain of lengths that are equal by construction."""
    for decorator in getattr(node, "decorator_list", ()):
        yield from ast.walk(decorator)
    if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
        yield from ast.walk(node)
    if isinstance(node, ast.keyword) and node.arg == "strict":
        yield node.value


def _changes(node: ast.AST) -> Iterator[tuple[str, Change]]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        yield from _of_comparison(node)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield f"{type(node.op).__name__} -> {other.__name__}", lambda n: _set(n, op=other())
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "not dropped", lambda n: _set(n, op=ast.UAdd(), operand=_truth(n))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield f"{node.value} -> {not node.value}", lambda n: _set(n, value=not _value(n))
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield f"{node.value} -> {node.value + 1}", lambda n: _set(n, value=_value(n) + 1)
    elif isinstance(node, ast.If | ast.IfExp):
        yield "if True", lambda n: _set(n, test=ast.Constant(True))
        yield "if False", lambda n: _set(n, test=ast.Constant(False))
    elif isinstance(node, ast.comprehension):
        yield from _of_loop(node)
    elif isinstance(node, ast.For):
        yield "only the first", lambda n: _set(n, iter=_first(n, "iter"))
    elif isinstance(node, ast.YieldFrom) or _is_spread(node):
        yield "only the first", lambda n: _set(n, value=_first(n, "value"))
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "holds":
        yield "unknown taken for yes", _take_unknown_for_yes
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield):
        yield "statement dropped", lambda n: _set(n, value=ast.Constant(None))


def _is_spread(node: ast.AST) -> bool:
    return isinstance(node, ast.Starred) and isinstance(node.ctx, ast.Load)


def _of_comparison(node: ast.Compare) -> Iterator[tuple[str, Change]]:
    old, new = type(node.ops[0]), _OPPOSITES[type(node.ops[0])]
    yield f"{old.__name__} -> {new.__name__}", lambda n: _set(n, ops=[new()])
    constant = node.comparators[0]
    if isinstance(constant, ast.Constant) and isinstance(constant.value, bool):
        other = not constant.value
        yield (
            "the third value: is not the other",
            lambda n: _set(n, ops=[_turned(n)], comparators=[ast.Constant(other)]),
        )
    if isinstance(constant, ast.Tuple | ast.Set) and len(constant.elts) > 1:
        for at in range(len(constant.elts)):
            yield f"one of several dropped: {ast.unparse(constant.elts[at])}", partial(_drop, at)


def _turned(node: ast.AST) -> ast.cmpop:
    assert isinstance(node, ast.Compare)
    return _OPPOSITES[type(node.ops[0])]()


def _drop(at: int, node: ast.AST) -> None:
    assert isinstance(node, ast.Compare)
    several = node.comparators[0]
    assert isinstance(several, ast.Tuple | ast.Set)
    del several.elts[at]


def _take_unknown_for_yes(node: ast.AST) -> None:
    """`x.holds(heard)` becomes `bool(x.holds(heard) is not False)`."""
    assert isinstance(node, ast.Call)
    asked = copy.copy(node)
    verdict = ast.Compare(asked, [ast.IsNot()], [ast.Constant(False)])
    _set(node, func=ast.Name("bool", ast.Load()), args=[verdict], keywords=[])


def _of_loop(node: ast.comprehension) -> Iterator[tuple[str, Change]]:
    yield "only the first", lambda n: _set(n, iter=_first(n, "iter"))
    for at in range(len(node.ifs)):
        yield "filter dropped", partial(_drop_filter, at)


def _first(node: ast.AST, field: str) -> ast.expr:
    """What the field gives, of several things only the first."""
    loop = getattr(node, field)
    take = ast.parse("__import__('itertools').islice(x, 1)", mode="eval").body
    assert isinstance(take, ast.Call)
    take.args[0] = loop
    return take


def _drop_filter(at: int, node: ast.AST) -> None:
    assert isinstance(node, ast.comprehension)
    del node.ifs[at]


def _truth(node: ast.AST) -> ast.expr:
    assert isinstance(node, ast.UnaryOp)
    return ast.Call(ast.Name("bool", ast.Load()), [node.operand], [])


def _value(node: ast.AST) -> int:
    assert isinstance(node, ast.Constant) and isinstance(node.value, int)
    return node.value


def _set(node: ast.AST, **fields: object) -> None:
    for name, value in fields.items():
        setattr(node, name, value)


# --- whether the tests notice ----------------------------------------------------------------


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module in place of the one on disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = ".".join(mutant.path.with_suffix("").parts)

    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.machinery.ModuleSpec(name, self, origin=str(self.mutant.path))

    def create_module(self, _spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.mutant.path.resolve())
        exec(compile(self.mutant.code, module.__file__, "exec"), module.__dict__)


def is_noticed(mutant: Mutant, tests: Sequence[str], seconds: int) -> bool:
    """Whether any of the tests fails with the change."""
    return not _pass(tests, seconds, mutant)


def _pass(tests: Sequence[str], seconds: int, mutant: Mutant | None = None) -> bool:
    """Whether the tests pass, in a process of their own."""
    pid = os.fork()
    if pid == 0:
        os._exit(_run(tests, seconds, mutant))
    return os.waitpid(pid, 0)[1] == 0


OPTIONS = "-x -q -p no:cacheprovider -p no:xdist --no-header -W ignore --hypothesis-seed=1"


def _run(tests: Sequence[str], seconds: int, mutant: Mutant | None) -> int:
    import resource

    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    if mutant is not None:
        sys.meta_path.insert(0, _Finder(mutant))
    with contextlib.suppress(BaseException):
        return int(pytest.main([*OPTIONS.split(), *tests]))
    return 1


def _seconds_without(tests: Sequence[str]) -> float:
    """The processor time that the tests take when nothing is changed; an error if they fail."""
    before = sum(os.times()[2:4])
    if not _pass(tests, 3600):
        raise SystemExit(f"these tests fail without any change: {' '.join(tests)}")
    return sum(os.times()[2:4]) - before


def _warm_up() -> None:
    """Import what is not ours, and keep what is compiled, so that no mutant waits for either."""
    sys.dont_write_bytecode = False
    for name in ("hypothesis", "jinja2", "pydantic", "pytest", "textual.app", "typst", "yaml"):
        with contextlib.suppress(ImportError):
            __import__(name)


def main() -> int:
    """Go through the modules named, or all; the exit code says whether any mutant is alive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", nargs="?")
    parser.add_argument("tests", nargs="*")
    parser.add_argument("--sample", type=int, help="so many of each module, picked at random")
    given = parser.parse_args()
    chosen = {given.module: given.tests or TARGETS[given.module]} if given.module else TARGETS
    _warm_up()
    alive = sum(_report(Path(path), tests, given.sample) for path, tests in chosen.items())
    return 1 if alive else 0


def _report(path: Path, tests: Sequence[str], sample: int | None) -> int:
    seconds = int(SLACK * _seconds_without(tests)) + AT_LEAST
    every = list(mutants(path))
    if sample is not None and sample < len(every):
        every = random.Random(path.name).sample(every, sample)
    with ThreadPoolExecutor(2) as pool:
        noticed = list(pool.map(lambda one: is_noticed(one, tests, seconds), every))
    for mutant in (one for one, well in zip(every, noticed, strict=True) if not well):
        print(f"alive  {path}:{mutant.line}  {mutant.says}", flush=True)
    alive = noticed.count(False)
    print(f"{path}: {alive} of {len(every)} alive, {alive / len(every):.1%}", flush=True)
    return alive


if __name__ == "__main__":
    sys.exit(main())
