"""In which order questions are taken out of tables, so that few questions ever stand together."""

from __future__ import annotations

from collections.abc import Iterable


def order_of_elimination(tables: Iterable[Iterable[str]]) -> list[str]:
    """All questions of the tables, each time the one that brings fewest new pairs together.

    Taking a question out makes one table of all that have it. So those that stand together
    with it stand together afterwards; where they did already, nothing grows (minimum fill).
    """
    beside = _neighbours(tables)
    cost = {name: _cost(beside, name) for name in sorted(beside)}
    order: list[str] = []
    while cost:
        name = min(cost, key=cost.__getitem__)
        order.append(name)
        del cost[name]
        others = beside.pop(name)
        for one in others:
            beside[one] = (beside[one] | others) - {name, one}
        cost |= {one: _cost(beside, one) for one in others}
    return order


def _neighbours(tables: Iterable[Iterable[str]]) -> dict[str, set[str]]:
    """For each question those that stand in a table with it."""
    beside: dict[str, set[str]] = {}
    for table in tables:
        names = set(table)
        for name in names:
            beside.setdefault(name, set()).update(names - {name})
    return beside


def _cost(beside: dict[str, set[str]], name: str) -> tuple[int, int]:
    """How many pairs would be new, and how many questions there would be in that table."""
    others = beside[name]
    known = sum(len(others & beside[one]) for one in others)
    return len(others) * (len(others) - 1) - known, len(others)
