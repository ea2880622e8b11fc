"""Input in any pieces and keys in bursts on the full screen, and whether it still hears after."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.tui.anything import KEYS, PIECES, Fed, impatient, in_pieces

A_VISIT = 20
"""So often one visit is fed, unless its keys end it before."""


def in_random_pieces(chance: random.Random) -> Sequence[bytes]:
    """Letters, key codes, pastes, halves of them and bytes that are none, cut anywhere."""
    data = b"".join(chance.choices((*PIECES, chance.randbytes(8)), k=chance.randrange(1, 20)))
    cuts = [chance.randrange(len(data) + 1) for _ in range(chance.randrange(12))]
    return in_pieces(data.replace(b"\x03", b""), cuts)


def in_a_burst(chance: random.Random) -> Sequence[bytes]:
    """Forty keys in one write."""
    return ["".join(chance.choices(KEYS, k=40)).encode()]


WAYS: dict[str, Callable[[random.Random], Sequence[bytes]]] = {
    "input in pieces": in_random_pieces,
    "keys in bursts": in_a_burst,
}


def fed_in_every_way(folder: Path, times: int) -> Iterator[str]:
    """A line for each way: how often, how much, and what was wrong after it."""
    for name, make in WAYS.items():
        chance = random.Random(name)
        fed = [make(chance) for _ in range(times)]
        visits, wrong = 0, list[str]()
        for start in range(0, times, A_VISIT):
            visits += 1
            wrong += _visit(folder, fed[start : start + A_VISIT])
        size = sum(len(piece) for pieces in fed for piece in pieces)
        yield (
            f"{name}: {times} times in {visits} visits, {size} bytes in "
            f"{sum(map(len, fed))} writes; {len(wrong)} WRONG {wrong or ''}"
        )


def _visit(folder: Path, fed: Sequence[Sequence[bytes]]) -> Iterator[str]:
    """What was wrong in one visit: no answer, an end that no key meant, or none that is clean."""
    with Fed(folder, impatient) as visit:
        try:
            visit.begin()
            for pieces in fed:
                visit.feed(pieces)
                visit.still_answers()
                if visit.has_ended:
                    return
            visit.end_cleanly()
        except AssertionError as error:
            yield str(error)[:300]
