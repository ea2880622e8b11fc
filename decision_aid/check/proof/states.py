"""Every way of answering at once: the answer states of an aid as one decision diagram.

A question is open (not asked, or not on the path), passed over, or answered. Typed words count as
given or passed over, numbers and days by the ranges that conditions tell apart. Notes have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TYPE_CHECKING

from decision_aid.check.proof.diagrams import Diagram, all_of, any_of, children, fold, new_manager
from decision_aid.check.proof.scores import Summing
from decision_aid.check.proof.shortest import Shortest
from decision_aid.check.proof.slots import Slot
from decision_aid.conditions import AllOf, Answered, AnyOf, Not, ScoreWithin
from decision_aid.content import Measured, Picks

if TYPE_CHECKING:
    from decision_aid.conditions import Condition, QuestionTest, Value
    from decision_aid.content import DecisionAid, Question


@dataclass(frozen=True)
class Verdict:
    """A condition over all states: where it is true and where it is false; elsewhere unknown."""

    true: Diagram
    false: Diagram


class States:
    """The answer states of an aid, and conditions over them."""

    def __init__(self, aid: DecisionAid) -> None:
        self.aid = aid
        self.manager = new_manager()
        self.slots: dict[str, Slot] = {}
        self.paths: dict[str, Diagram] = {}
        self._rules: dict[str, Diagram] = {}
        self._heard: dict[Condition | None, Verdict] = {}
        self._printed: dict[Condition | None, Verdict] = {}
        """What each condition was found to come to: many texts have the same one."""
        self._ranges = _ranges(aid)
        for question in aid.questions:
            if not question.is_read:
                self.slots[question.id] = self._slot(question)
            self.paths[question.id] = self.verdict(question.when).true

    @property
    def always(self) -> Diagram:
        """All states."""
        return self.manager.true

    @property
    def never(self) -> Diagram:
        """No state."""
        return self.manager.false

    def verdict(self, when: Condition | None) -> Verdict:
        """Where the condition is true and where false (Kleene), for what is heard."""
        if when not in self._heard:
            self._heard[when] = self._verdict(when, self.always)
        return self._heard[when]

    def printed_verdict(self, when: Condition | None) -> Verdict:
        """The same for what may be printed: an answer that may not print is unknown."""
        if when not in self._printed:
            self._printed[when] = self._verdict(when, None)
        return self._printed[when]

    def printable(self, name: str) -> Diagram:
        """The states in which paper may rest on the answer to this question."""
        question = self.aid.by_id[name]
        if question.prints == "never":
            return self.never
        return self.verdict(question.prints_when).true

    def known(self, name: str, *, on_paper: bool) -> Diagram:
        """The states in which the question has an answer (that paper may use)."""
        if name not in self.slots:
            return self.never
        known = self.slots[name].known
        return known & self.printable(name) if on_paper else known

    @cached_property
    def possible(self) -> Diagram:
        """The states a person can reach: each answer allowed, what is off the path unanswered."""
        return self._both(list(map(self.rule_of, self.slots)))

    def _both(self, diagrams: list[Diagram]) -> Diagram:
        """All of them at once, neighbours first, so that what is joined stays small for long."""
        if len(diagrams) <= 1:
            return diagrams[0] if diagrams else self.always
        middle = len(diagrams) // 2
        return self._both(diagrams[:middle]) & self._both(diagrams[middle:])

    def rule_of(self, name: str) -> Diagram:
        """What is possible for one question, given the questions before it."""
        if name not in self._rules:
            self._rules[name] = all_of(self.always, self.rules_of(name))
        return self._rules[name]

    def rules_of(self, name: str) -> Iterator[Diagram]:
        """The same in parts, each of which depends on few questions."""
        slot = self.slots[name]
        yield slot.legal
        yield self.paths[name] | slot.open
        for choice in slot.question.own_choices():
            if choice.when is not None:  # what is not offered is not picked
                yield ~slot.codes[choice.id] | self.verdict(choice.when).true

    def possible_for(self, diagram: Diagram) -> Diagram:
        """The diagram within what is possible for the questions that bear on it.

        A question that bears on nothing here can always stay open, so it can be left out.
        """
        bearing: set[str] = set()
        queue = list(self._questions_in(diagram))
        while queue:
            name = queue.pop()
            if name not in bearing:
                bearing.add(name)
                queue.extend(self._read_by(name))
        return self._both([diagram, *map(self.rule_of, sorted(bearing))])

    def _read_by(self, name: str) -> set[str]:
        """The questions that decide whether this one is asked, and what it offers."""
        question = self.slots[name].question
        conditions = (question.when, *(choice.when for choice in question.own_choices()))
        return {test.question for when in conditions if when for test in when.tests()}

    def can_be(self, diagram: Diagram) -> bool:
        """Whether some possible state lies in the diagram."""
        return bool(self.possible_for(diagram) != self.never)

    def count(self) -> int:
        """How many answer states are possible: an exact number.

        Counted here in whole numbers, because the C library counts in floating point.
        """
        levels = {bit: self.manager.level_of_var(bit) for bit in self.manager.vars}

        def below(node: Diagram) -> int:
            return len(levels) if node.var is None else levels[node.var]

        def joined(node: Diagram, off: int, on: int) -> int:
            low, high = children(node)
            after = below(node) + 1
            return (off << (below(low) - after)) + (on << (below(high) - after))

        return fold(self.manager, self.possible, int, joined) << below(self.possible)

    def shortest(self, diagram: Diagram) -> dict[str, Value | None] | None:
        """A possible state of the diagram with as few answers as can be, as answers."""
        search = Shortest(self.manager, self.slots, self.labels, self.possible_for(diagram))
        return search.answers()

    # --- coding ---

    def _slot(self, question: Question) -> Slot:
        takes = question.takes()
        if isinstance(takes, Picks) and takes.most > 1:
            return self._several(question, takes)
        names = [label for label, _ in self.labels(question)]
        return self._one(question, names)

    def labels(self, question: Question) -> list[tuple[str, Value]]:
        """The answers that are told apart, each with a value that stands for it."""
        if isinstance(question, Measured):
            places = self._ranges[question.id]
            return [(str(place), question.answer_at(place)) for place in places]
        takes = question.takes()
        if isinstance(takes, Picks):
            return [(choice.id, question.parse([choice.id])) for choice in takes.choices]
        return [("given", "own words")]

    def _one(self, question: Question, names: list[str]) -> Slot:
        passing = not question.passed_over_as
        states = ["", *(["?"] if passing else []), *names]
        bits = self._bits(question, max(1, (len(states) - 1).bit_length()))
        codes = {name: self._code(bits, number) for number, name in enumerate(states)}
        known = any_of(self.never, (codes[name] for name in names))
        legal = any_of(self.never, codes.values())
        return Slot(question, bits, codes, known, codes[""], legal, several=False)

    def _several(self, question: Question, takes: Picks) -> Slot:
        names = [choice.id for choice in takes.choices]
        bits = self._bits(question, len(names) + 1)
        picked = {name: self.manager.var(bit) for name, bit in zip(names, bits, strict=False)}
        passed = self.manager.var(bits[-1])
        known = any_of(self.never, picked.values())
        legal = ~(passed & known) & self.at_most(list(picked.values()), takes.most)
        if question.passed_over_as:
            legal &= ~passed
        for choice in takes.choices:
            if choice.alone:
                others = any_of(self.never, (d for n, d in picked.items() if n != choice.id))
                legal &= ~(picked[choice.id] & others)
        codes = {**picked, "?": passed}
        return Slot(question, bits, codes, known, ~known & ~passed, legal, several=True)

    def at_most(self, picked: list[Diagram], most: int) -> Diagram:
        """At most so many of these: a table of how many have been seen, one bit at a time."""
        rows = [self.always] * (most + 1)
        for one in reversed(picked):
            rows = [
                (one & (rows[n - 1] if n else self.never)) | (~one & rows[n])
                for n in range(most + 1)
            ]
        return rows[most]

    def _bits(self, question: Question, number: int) -> tuple[str, ...]:
        bits = tuple(f"{question.id}#{n}" for n in range(number))
        self.manager.declare(*bits)
        return bits

    def _code(self, bits: tuple[str, ...], number: int) -> Diagram:
        literals = (
            self.manager.var(bit) if number >> n & 1 else ~self.manager.var(bit)
            for n, bit in enumerate(bits)
        )
        return reduce(lambda a, b: a & b, literals)

    def _questions_in(self, diagram: Diagram) -> set[str]:
        return {bit.partition("#")[0] for bit in self.manager.support(diagram)}

    # --- conditions ---

    def _verdict(self, when: Condition | None, printable: Diagram | None) -> Verdict:
        """`printable` None: each test is unknown where its question may not print."""
        if when is None:
            return Verdict(self.always, self.never)
        if isinstance(when, Not):
            part = self._verdict(when.part, printable)
            return Verdict(part.false, part.true)
        if isinstance(when, AllOf):
            parts = [self._verdict(part, printable) for part in when.parts]
            return Verdict(
                all_of(self.always, (p.true for p in parts)),
                any_of(self.never, (p.false for p in parts)),
            )
        if isinstance(when, AnyOf):
            parts = [self._verdict(part, printable) for part in when.parts]
            return Verdict(
                any_of(self.never, (p.true for p in parts)),
                all_of(self.always, (p.false for p in parts)),
            )
        if isinstance(when, ScoreWithin):
            return self._score_verdict(when, printable)
        test = next(when.tests())
        may = self.printable(test.question) if printable is None else printable
        return self._test_verdict(test, may)

    def _score_verdict(self, when: ScoreWithin, printable: Diagram | None) -> Verdict:
        def may(name: str) -> Diagram:
            return self.printable(name) if printable is None else printable

        parts = self.aid.score[when.score].points.of
        summing = Summing(self.always, self.never, self.slots, self.labels, may)
        return Verdict(*summing.decide(parts, when.ends))

    def _test_verdict(self, test: QuestionTest, may: Diagram) -> Verdict:
        slot = self.slots.get(test.question)
        if slot is None:
            return Verdict(self.never, self.never)
        passing = (slot.codes[name] for name in self._passing(test, slot))
        true = slot.known if isinstance(test, Answered) else any_of(self.never, passing)
        return Verdict(true & may, slot.known & ~true & may)

    def _passing(self, test: QuestionTest, slot: Slot) -> Iterator[str]:
        if not isinstance(test, slot.question.tests().kinds):
            return
        if slot.several:
            yield from (name for name in test.names() if name in slot.codes)
        else:
            yield from (name for name, value in self.labels(slot.question) if test.passes(value))


def _ranges(aid: DecisionAid) -> dict[str, list[int]]:
    """For each question with a number or a day, the first place of each range told apart."""
    tests: dict[str, list[QuestionTest]] = {}
    for gate in aid.inventory.gates:
        for test in gate.condition.tests():
            tests.setdefault(test.question, []).append(test)
    measured = (one for one in aid.questions if isinstance(one, Measured))
    return {one.id: one.starts(tests.get(one.id, ())) for one in measured}
