"""A person who types a whole visit on the full screen, and knows what has to be on the disk."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from decision_aid.content import ChecklistLine, DecisionAid, Note, Picks, Question, Writes
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.conftest import clock
from tests.record.ended_visits import MARKER

EN = words("en").screens

ENTER, TAB, BACK, PASS_OVER = "\r", "\t", "\x1bOR", "\x1bOS"
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
_IN_A_BOX, _OUTSIDE = f"F2 {EN.bar_urgent}", f"u {EN.bar_urgent}"
"""What the lowest lines say while letters are text, and while they are keys."""
WAY = "short"
Given = tuple[str, ...] | None


class Screen(Protocol):
    """What one types on and reads."""

    @property
    def answer(self) -> str:
        """What was painted since the last key."""

    def send(self, key: str) -> None:
        """Press it."""

    def see(self, *texts: str) -> None:
        """Wait until it is painted."""

    def see_one_of(self, *texts: str) -> str:
        """Wait until one of them is painted; which it is."""


@dataclass(frozen=True)
class Keeping:
    """How the visit is to be kept."""

    label: str
    passphrase: str | None = None
    by_code: bool = False


class Typist:
    """Answers whatever is asked, in a visit that runs along in memory; each yield is one key."""

    def __init__(self, aid: DecisionAid, screen: Screen, keeping: Keeping, seed: int) -> None:
        self.visit = Visit(aid, clock)
        self.screen = screen
        self.keeping = keeping
        self.random = random.Random(seed)
        self.code = ""
        self.kept: dict[str, Given] = {}
        """What the screen has said to be kept, by showing what comes next."""
        self.before: dict[str, list[Given]] = {}
        """What was answered before that, by question."""
        self.in_flight: tuple[str, Given] | None = None
        """The answer that was given by the last key."""
        self.with_it: tuple[str, ...] = ()
        """The other lines of a checklist that was passed over by it."""
        self.places: set[str | None] = set()
        """The questions at which the visit may be found now; none before the first is seen."""
        self.number: int | None = None
        """What stands as the number of the screen before."""
        self.awaited: tuple[str, ...] = ()
        """What will show that the last key has done its work."""

    def whole_visit(self) -> Iterator[None]:
        """From the first screen to the summary."""
        yield from self._opening()
        self.screen.see(*self._shown(), *self._box())
        self.kept |= {one.id: (WAY,) for one in self.visit.aid.used_as("way")}
        self.places = {self.visit.shown}
        while self.visit.question is not None:
            yield from self._question()

    def landed(self) -> None:
        """What comes next is on the screen: what was in flight is kept."""
        if self.in_flight is not None:
            question, given = self.in_flight
            if self.visit.aid.by_id[question].keep != "never":
                for name, kept in {question: given, **dict.fromkeys(self.with_it)}.items():
                    self.before[name] = [*self.before.get(name, []), self.kept.get(name, kept)]
                    self.kept[name] = kept
        self.in_flight, self.with_it = None, ()
        self.places = {self.visit.shown}

    # --- to the first question ---

    def _opening(self) -> Iterator[None]:
        # How somebody reads is asked only once where answers are kept on this computer.
        if self.screen.see_one_of(EN.reading_title, EN.see_easier) == EN.reading_title:
            yield from self._pressed(ENTER)
        yield from self._after(EN.see_easier, "1")
        if self.visit.aid.used_as("way"):  # the first row of the welcome takes the first way
            self.visit.choose_way(WAY)
        if self.keeping.passphrase:
            yield from self._locking(self.keeping.passphrase)
        if self.keeping.by_code:
            self.screen.see(EN.code_title, EN.code_done)
            found = CODE.search(self.screen.answer)
            self.code = found.group() if found else ""
            yield from self._pressed("1")

    def _locking(self, passphrase: str) -> Iterator[None]:
        yield from self._after(EN.ask_no_trace, "2")
        self.screen.see(_IN_A_BOX)
        yield from self._after(EN.lock_title, *passphrase, ENTER)
        yield from self._after(EN.lock_again_title, *passphrase, ENTER)
        yield from self._after(EN.label_own, "3")
        self.screen.see(_IN_A_BOX)
        yield from self._after(EN.label_own_title, *self.keeping.label, ENTER)
        yield from self._after(EN.label_take, "1")

    def _after(self, text: str, *keys: str) -> Iterator[None]:
        self.screen.see(text)
        yield from self._pressed(*keys)

    def _pressed(self, *keys: str) -> Iterator[None]:
        for key in keys:
            self.screen.send(key)
            yield

    # --- one question ---

    def _question(self) -> Iterator[None]:
        before = self.visit.shown
        self.number = self.visit.interview.number_of(before) if before else None
        *first, last = self._keys()
        answered, self.in_flight, self.awaited = self.in_flight, None, ()
        yield from self._first(first)
        self.in_flight, self.awaited = answered, self._shown()
        self.places = {before, self.visit.shown}
        yield from self._pressed(last)
        self.screen.see(*self.awaited)
        self.landed()
        self.screen.see(*self._box())

    def _first(self, keys: list[str]) -> Iterator[None]:
        """All keys but the last, which answers. Tab waits for the letters, and is waited for."""
        letters = len(keys) - 1
        for key in keys:
            if key == TAB:
                self.screen.see(f"{letters} of")
            yield from self._pressed(key)
        if TAB in keys:
            self.screen.see(_OUTSIDE)

    def _shown(self) -> tuple[str, ...]:
        """What shows that the visit's question is on the screen."""
        question, interview = self.visit.question, self.visit.interview
        if question is None:
            return (EN.summary_title,)
        if self.visit.is_settled:
            return (EN.you_chose.format(choice="").strip(),)
        place = interview.number_of(question.id)
        if place == self.number:  # on a long way two screens can have one number
            return (self._heading(question),)
        if not interview.length_is_known:
            return (EN.count_alone.format(at=place),)
        whole = EN.count.format(at=place, about=interview.about)
        return (whole.removesuffix(f" {interview.about}"),)

    def _heading(self, question: Question) -> str:
        if isinstance(question, ChecklistLine) and question.title:
            return question.title
        return self.visit.interview.wording.question(question)

    def _box(self) -> tuple[str, ...]:
        """What shows that one can write, where something is to be written."""
        takes = self.visit.question.takes() if self.visit.question else None
        if not isinstance(takes, Writes):
            return ()
        return ("characters",) if takes.kind == "text" else (_IN_A_BOX,)

    # --- answers: the keys, and the same in the visit in memory ---

    def _keys(self) -> list[str]:
        visit, question, self.in_flight = self.visit, self.visit.asked, None
        takes = question.takes()
        if self.random.random() < 0.08 and visit.back():
            return [BACK]
        if visit.is_settled:
            visit.go_on()
            return [ENTER]
        if isinstance(question, Note):
            return self._given((), ENTER)
        is_new = visit.value is None and not _may_stay(takes)
        if isinstance(question, ChecklistLine) or (is_new and self.random.random() < 0.12):
            return self._passed_over(PASS_OVER if isinstance(takes, Writes) else "p")
        if visit.value is not None:
            return self._as_it_stands(takes)
        return self._picked(takes) if isinstance(takes, Picks) else self._written(question)

    def _given(self, given: tuple[str, ...], *keys: str) -> list[str]:
        """Answer, and go on unless there is a reply to read first."""
        self.in_flight = (self.visit.asked.id, given)
        if self.visit.answer(given) is None:
            self.visit.go_on()
        return [*keys]

    def _as_it_stands(self, takes: object) -> list[str]:
        """One went back to it: another choice where there is one to make, else the same again."""
        value = self.visit.value
        if isinstance(takes, Picks) and takes.most == 1:
            return self._picked(takes)
        if isinstance(value, tuple):
            return self._given(value, ENTER)
        return self._given((str(value),), PASS_OVER)

    def _passed_over(self, key: str) -> list[str]:
        self.in_flight = (self.visit.asked.id, None)
        self.with_it = tuple(one.id for one in self.visit.together if one is not self.visit.asked)
        self.visit.pass_over()
        return [key]

    def _picked(self, takes: Picks) -> list[str]:
        heard = self.visit.interview.heard
        offered = [one for one in takes.choices if one.is_offered(heard)][:9]
        going_on = [n for n, one in enumerate(offered, 1) if not (one.ends or one.stays)]
        together = [n for n in going_on if not offered[n - 1].alone]
        picked = [self.random.choice(going_on)]
        if takes.most > 1 and len(together) > 1 and self.random.random() < 0.6:
            picked = sorted(self.random.sample(together, 2))
        names = tuple(offered[number - 1].id for number in picked)
        return self._given(names, *map(str, picked), ENTER)

    def _written(self, question: Question) -> list[str]:
        if getattr(question, "type", "") == "number":
            number = str((getattr(question, "least", 0) + getattr(question, "most", 9)) // 2)
            return self._given((number,), *number, ENTER)
        words = f"{MARKER} {self.random.randrange(10_000)}"
        return self._given((words,), *words, TAB, ENTER)


def _may_stay(takes: object) -> bool:
    """Whether some answer to it, and passing it over, lets it stay on the screen."""
    return isinstance(takes, Picks) and any(one.stays for one in takes.choices)


class Blank:
    """Shows all that one waits for at once: on it the keys of a visit can be counted."""

    answer = ""

    def send(self, key: str) -> None:
        """Nothing happens."""

    def see(self, *texts: str) -> None:
        """It is taken for granted."""

    def see_one_of(self, *texts: str) -> str:
        """The first is taken for granted."""
        return texts[0]


def longest(aid: DecisionAid, keeping: Keeping) -> tuple[int, int]:
    """A seed whose answers lead through many questions, and how many keys that takes."""
    found = [
        (sum(1 for _ in Typist(aid, Blank(), keeping, seed).whole_visit()), seed)
        for seed in range(25)
    ]
    most, seed = max(found)
    return seed, most
