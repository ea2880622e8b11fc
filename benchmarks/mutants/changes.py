"""Every change of a module that a test should notice, one at a time."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

JUDGED = 50
"""A greater number is a size that somebody judged: no test tells it from the next one."""

Change = Callable[[ast.AST], None]


@dataclass(frozen=True)
class Mutant:
    """One change of one module."""

    path: Path
    line: int
    says: str
    code: ast.Module


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
    elif isinstance(node, ast.Constant) and isinstance(node.value, int) and node.value <= JUDGED:
        yield f"{node.value} -> {node.value + 1}", lambda n: _set(n, value=_value(n) + 1)
    elif isinstance(node, ast.If | ast.IfExp):
        yield "if True", lambda n: _set(n, test=ast.Constant(True))
        yield "if False", lambda n: _set(n, test=ast.Constant(False))
    elif isinstance(node, ast.comprehension):
        yield from _of_loop(node)
    elif isinstance(node, ast.For):
        yield _only(node.iter), lambda n: _set(n, iter=_first(n, "iter"))
    elif isinstance(node, ast.YieldFrom | ast.Starred) and _is_of_several(node):
        yield _only(node.value), lambda n: _set(n, value=_first(n, "value"))
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "holds":
        yield "unknown taken for yes", _take_unknown_for_yes
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call | ast.Yield):
        yield "statement dropped", lambda n: _set(n, value=ast.Constant(None))


def _is_of_several(node: ast.YieldFrom | ast.Starred) -> bool:
    """Not what is stored into, nor a call over a list of one, such as `_filled([block])`."""
    given = node.value.args if isinstance(node.value, ast.Call) else []
    single = len(given) == 1 and isinstance(given[0], ast.List) and len(given[0].elts) == 1
    return not single and not isinstance(getattr(node, "ctx", None), ast.Store)


def _only(several: ast.expr) -> str:
    return f"only the first of {ast.unparse(several)}"


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
    yield _only(node.iter), lambda n: _set(n, iter=_first(n, "iter"))
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
