"""The changes that change nothing anybody could notice, by the line they are made in, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.mutants.changes import Mutant

ONE = "there is one at most"
STYLED = "no page begins with the end of a style"
UNSEEN = "what stands in something unseen is marked unseen too"
SITUATION = "the situation alone, which is the first, may rest on other sources than their copy"
SHOWN = "shown = (*situation, *self._write_staff_blocks(), *self._readiness())"
DETAILS = "return (*changed, *self._blocks(False), *self._list_passed_over())"
BLOCKS = "blocks = (*staff.ask, *staff.opening, *staff.main)"

EQUIVALENT: Mapping[tuple[str, str], str] = {
    # session.py
    ("self._counter = 0", "0 -> 1"): "the reading that follows sets it",
    ("if self._waiting:", "if True"): "with nothing waiting the same is written again, or nothing",
    ("if not found:", "if False"): "the answers, read just before, say that it is gone",
    ("for statement, values in (*keeping, *others):", "only the first of others"): ONE,
    (
        "for slot, at, body in (row[2:] for row in found if row[2] is not None):",
        "2 -> 3",
    ): "an answer's slot and its counter are missing together",
    # guard.py
    ("super().__init__(missing)", "statement dropped"): "Python has set the same on making it",
    ("if styled >= 0:", "GtE -> Gt"): STYLED,
    ("if styled >= 0:", "0 -> 1"): STYLED,
    ("yield reader.take()", "statement dropped"): "the words come with the next piece",
    ("self._unseen.append(hidden or tag in _UNSEEN or any(self._unseen[-1:]))", "1 -> 2"): UNSEEN,
    ("if not any(self._unseen[-1:]):", "1 -> 2"): UNSEEN,
    # patient.py
    (DETAILS, "only the first of changed"): ONE,
    (DETAILS, "only the first of self._list_passed_over()"): ONE,
    # changes.py
    (
        "return tuple(said for q in compared for said in _tell(wording.question(q), q, then, "
        "today))",
        "only the first of _tell(wording.question(q), q, then, today)",
    ): ONE,
    # parts.py
    (
        "if contact.when is None or contact.when.holds(wording.heard) is not False",
        "unknown taken for yes",
    ): "unknown is a yes here: whom to call is shown",
    # blank.py
    (
        "opening = (*empty.opening, *_also_prints(aid, empty))",
        "only the first of _also_prints(aid, empty)",
    ): ONE,
    (
        "there = {block.id for block in (*empty.opening, *empty.main, *empty.details)}",
        "only the first of empty.main",
    ): "where nothing was answered no condition holds, so urgent help is not first",
    # staff.py
    (BLOCKS, "only the first of staff.ask"): ONE,
    (BLOCKS, "only the first of staff.opening"): SITUATION,
    (BLOCKS, "only the first of staff.main"): SITUATION,
    (SHOWN, "only the first of situation"): ONE,
    (SHOWN, "only the first of self._readiness()"): ONE,
    ("return replace(staff, main=(*staff.main, *block))", "only the first of block"): ONE,
    ("return replace(staff, opening=(*staff.opening, *block))", "only the first of block"): ONE,
    ("return replace(changed, said=(*shown, *more))", "only the first of more"): ONE,
    ("yield from situation", "only the first of situation"): ONE,
}


def reason(mutant: Mutant) -> str:
    """Why the change means nothing; empty where it means something."""
    lines = mutant.path.read_text(encoding="utf-8").splitlines()
    return EQUIVALENT.get((lines[mutant.line - 1].strip(), mutant.says), "")


def stale(paths: Iterable[str]) -> list[str]:
    """The lines named here that stand in none of these modules any more."""
    texts = [Path(path).read_text(encoding="utf-8") for path in paths]
    return [line for line, _ in EQUIVALENT if not any(line in text for text in texts)]
