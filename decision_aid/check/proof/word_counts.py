"""How many words can stand together: the most over all answer states, exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.content.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from decision_aid.check.proof.states import Diagram, States
    from decision_aid.check.proof.texts_shown import Saying
    from decision_aid.conditions import Answers
    from decision_aid.content import BlockPlan, Choice, Cited, DecisionAid, Passage, Rule

Part = tuple["Diagram", int]
"""Some words, and the states in which they are said."""

OWN_WORDS = 0
"""A person's typed words are not counted against the author."""


@dataclass(frozen=True)
class Heaviest:
    """The most words, and few answers that bring them about."""

    words: int
    answers: Answers | None


def heaviest(states: States, groups: Iterable[Iterable[Part]], over: int) -> Heaviest:
    """The most words that are said in one state; answers only where they are over the limit.

    Exact: groups are tables from sums to states. One question after the other is taken out of the
    tables that depend on it, leaving for all other answers the best sum (non-serial dynamic
    programming), until one sum is left.
    """
    tables = [_table(states, group) for group in groups]
    tables += [{0: rule} for rule in _rules_for(states, tables)]
    search = _Elimination(states, tables)
    while search.open_questions():
        search.take_out(search.cheapest())
    most = search.best()
    return Heaviest(most, states.shortest(search.trace_back()) if most > over else None)


Table = dict[int, "Diagram"]
"""Sums of words, each with the states that have it; states of no sum are not possible."""


def _table(states: States, group: Iterable[Part]) -> Table:
    table: Table = {0: states.always}
    for where, weight in _merged(group, states.never):
        table = _sum(table, {weight: where, 0: ~where}, states.never)
    return table


def _merged(parts: Iterable[Part], never: Diagram) -> list[Part]:
    """Words that are said in the very same states, together."""
    found: dict[Diagram, int] = {}
    for where, weight in parts:
        if weight and where != never:
            found[where] = found.get(where, 0) + weight
    return list(found.items())


def _sum(one: Table, other: Table, never: Diagram) -> Table:
    found: Table = {}
    for first, states_of in one.items():
        for second, where in other.items():
            part = states_of & where
            if part != never:
                found[first + second] = found.get(first + second, never) | part
    return found


def _rules_for(states: States, tables: Iterable[Table]) -> list[Diagram]:
    """What is possible for the questions that bear on the tables, and those that bear on them."""
    queue = [name for table in tables for name in _questions(states, table)]
    rules: dict[str, Diagram] = {}
    while queue:
        name = queue.pop()
        if name not in rules:
            rules[name] = states.rule_of(name)
            queue.extend(_questions(states, {0: rules[name]}))
    return list(rules.values())


def _questions(states: States, table: Table) -> set[str]:
    """The questions on which a table depends."""
    bits: set[str] = set()
    for where in table.values():
        bits |= set(states.manager.support(where))
    return {bit.partition("#")[0] for bit in bits}


class _Elimination:
    """Tables from which one question after the other is taken out."""

    def __init__(self, states: States, tables: Iterable[Table]) -> None:
        self.states = states
        self.tables = [(table, _questions(states, table)) for table in tables]
        self.done: list[tuple[str, Table]] = []

    def open_questions(self) -> set[str]:
        """The questions that are still in some table."""
        return {name for _, names in self.tables for name in names}

    def cheapest(self) -> str:
        """The question whose tables make the smallest one together."""
        return min(sorted(self.open_questions()), key=self._cost)

    def _cost(self, name: str) -> int:
        touched = [(table, names) for table, names in self.tables if name in names]
        others = {one for _, names in touched for one in names}
        return len(others) * 1000 + sum(len(table) for table, _ in touched)

    def take_out(self, name: str) -> None:
        """Leave for each answer to the other questions the best sum."""
        together: Table = {0: self.states.always}
        rest = []
        for table, names in self.tables:
            if name in names:
                together = _sum(together, table, self.states.never)
            else:
                rest.append((table, names))
        self.done.append((name, together))
        best = self._best_without(together, self.states.slots[name].bits)
        self.tables = [*rest, (best, _questions(self.states, best))]

    def _best_without(self, table: Table, bits: Iterable[str]) -> Table:
        best: Table = {}
        left = self.states.always
        for total in sorted(table, reverse=True):
            where = self.states.manager.exist(list(bits), table[total]) & left
            if where != self.states.never:
                best[total] = where
                left &= ~where
        return best

    def best(self) -> int:
        """The one sum that is left."""
        return sum(max(table) for table, _ in self.tables)

    def trace_back(self) -> Diagram:
        """A state that has the best sum, with few answers.

        The questions get their answers one by one, in turn from the last: all that the table of one
        depends on besides is settled then.
        """
        where = self.states.always
        for name, table in reversed(self.done):
            best = max(total for total, part in table.items() if part & where != self.states.never)
            where = self._settled(name, table[best] & where)
        return where

    def _settled(self, name: str, where: Diagram) -> Diagram:
        """One answer to that question: none where that may be, for the code of none is zero."""
        for bit in self.states.slots[name].bits:
            one = self.states.manager.var(bit)
            where = where & (~one if where & ~one != self.states.never else one)
        return where


@dataclass(frozen=True)
class Weighing:
    """Texts as words and the states in which they are said."""

    saying: Saying
    paragraph: int = 0
    """What a paragraph takes besides its words."""

    @property
    def aid(self) -> DecisionAid:
        """The aid that is weighed."""
        return self.saying.states.aid

    def text(self, text: str, where: Diagram) -> Iterator[Part]:
        """A text with its placeholders."""
        said = where & self.saying.text(text)
        yield said, len(PLACEHOLDER.sub("", text).split())
        for name in PLACEHOLDER.findall(text):
            yield from self._placeholder(name, said)

    def cited(self, said: Cited, where: Diagram) -> Iterator[Part]:
        """Each statement that can be said."""
        for statement in said.statements:
            yield from self.text(statement.text, where)

    def passages(self, passages: Iterable[Passage], where: Diagram) -> Iterator[Part]:
        """Passages, with figures and findings spelled out."""
        for passage in passages:
            holds = where & self.saying.verdict(passage.when).true
            if passage.kind == "figure":
                yield holds, self._figure(passage.name)
            elif passage.kind == "findings":
                yield from self._findings(passage, holds)
            else:
                yield holds & self.saying.cited(passage.said), self.paragraph
                yield from self.cited(passage.said, holds)

    def block(self, block: BlockPlan) -> Iterator[Part]:
        """A block with its heading."""
        where = self.saying.block(block)
        yield where, self.paragraph
        yield from self.text(block.heading, where)
        yield from self.passages(block.passages, where)

    def _placeholder(self, name: str, where: Diagram) -> Iterator[Part]:
        if name in self.aid.phrases:
            for variant, chosen in self.saying.choices(self.aid.phrases[name]):
                yield from self.text(variant.text, where & chosen)
        elif choices := self._own_choices(name):
            slot = self.saying.states.slots[name]
            for choice in choices:
                words = len((choice.printed or choice.text).split())
                yield where & slot.codes[choice.id], words
        elif name in self.aid.by_id:
            yield where, OWN_WORDS
        else:
            yield where, 1

    def _own_choices(self, name: str) -> tuple[Choice, ...]:
        question = self.aid.by_id.get(name)
        return question.own_choices() if question else ()

    def _figure(self, name: str) -> int:
        outcome = self.aid.outcome[name]
        counts = (figures.sentence(self.aid, outcome, risk) for risk in outcome.risks)
        return sum(len(text.split()) for text in (outcome.opening.plain, *counts))

    def _findings(self, passage: Passage, where: Diagram) -> Iterator[Part]:
        """The rules that fire, where as many before them have as the passage wants."""
        never = self.saying.states.never
        last = None if passage.first is None else passage.after + passage.first
        fired = [where, *([never] * (passage.after if last is None else last))]
        for rule in self.aid.rules:
            if rule.list == passage.name:
                fires = self._fires(rule)
                said = self._wanted(fired, passage, last) & fires
                yield said, self.paragraph
                yield from self.cited(rule.says, said)
                fired = self._counted(fired, fires, capped=last is None)

    def _fires(self, rule: Rule) -> Diagram:
        return self.saying.verdict(rule.when).true & self.saying.cited(rule.says)

    def _wanted(self, fired: list[Diagram], passage: Passage, last: int | None) -> Diagram:
        wanted = self.saying.states.never
        for one in fired[passage.after : last]:
            wanted |= one
        return wanted

    def _counted(self, fired: list[Diagram], fires: Diagram, *, capped: bool) -> list[Diagram]:
        """Where so many have fired; with `capped` the last stands for that many or more."""
        moved = [self.saying.states.never, *(one & fires for one in fired)]
        stayed = [*(one & ~fires for one in fired), self.saying.states.never]
        counts = [a | b for a, b in zip(moved, stayed, strict=True)]
        if capped:
            counts[-2] |= counts[-1]
        return counts[:-1]
