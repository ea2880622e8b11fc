"""Decision diagrams: the library that holds them, and folds over their nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, TypeVar

Diagram = Any
"""A Boolean function of the answers, as the decision-diagram library holds it."""

T = TypeVar("T")


def new_manager() -> Any:
    """The C library where its wheel has it, else the same in Python."""
    try:
        from dd.cudd import BDD
    except ImportError:
        from dd.autoref import BDD
    manager = BDD()
    manager.configure(reordering=False)
    return manager


def any_of(never: Diagram, diagrams: Iterable[Diagram]) -> Diagram:
    """The states that lie in one of them at least."""
    return reduce(lambda a, b: a | b, diagrams, never)


def all_of(always: Diagram, diagrams: Iterable[Diagram]) -> Diagram:
    """The states that lie in each of them."""
    return reduce(lambda a, b: a & b, diagrams, always)


def children(node: Diagram) -> tuple[Diagram, Diagram]:
    """What is left of a diagram where its first bit is off, and where it is on."""
    low, high = node.low, node.high
    return (~low, ~high) if node.negated else (low, high)


def fold(
    manager: Any,
    diagram: Diagram,
    end: Callable[[bool], T],
    join: Callable[[Diagram, T, T], T],
) -> T:
    """What the diagram comes to from its ends upward, each node once and without recursion."""
    found: dict[int, T] = {int(manager.true): end(True), int(manager.false): end(False)}
    waiting = [diagram]
    while waiting:
        node = waiting.pop()
        if int(node) in found:
            continue
        parts = children(node)
        missing = [part for part in parts if int(part) not in found]
        if missing:
            waiting += [node, *missing]
        else:
            found[int(node)] = join(node, *(found[int(part)] for part in parts))
    return found[int(diagram)]
