"""What is written for a terminal comes there whole and in order, and nobody waits for it."""

from __future__ import annotations

import asyncio
import os
import pty
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TextIO

import pytest

from decision_aid.tui import outlet
from decision_aid.tui.outlet import Outlet

LONG = "".join(f"{number};" for number in range(60_000))
"""More than a terminal holds that nobody reads from."""


@pytest.fixture
def ends() -> Iterator[tuple[int, TextIO]]:
    """Where a terminal is read, and where a program writes to it."""
    reading, writing = pty.openpty()
    with os.fdopen(writing, "w", encoding="utf-8") as terminal:
        yield reading, terminal
    with suppress(OSError):
        os.close(reading)


def read_up_to(reading: int, end: str) -> str:
    read = b""
    while not read.endswith(end.encode()):
        read += os.read(reading, 65_536)
    return read.decode()


async def test_what_a_terminal_does_not_take_at_once_follows_in_order(
    ends: tuple[int, TextIO],
) -> None:
    reading, terminal = ends
    there = Outlet(terminal)
    for text in ("é", LONG, "the end"):
        there.write(text)
    read = await asyncio.to_thread(read_up_to, reading, "the end")
    there.close()
    assert read == f"é{LONG}the end"


async def test_the_end_does_not_wait_for_ever_for_a_terminal_that_takes_nothing(
    ends: tuple[int, TextIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "PATIENCE", 0.0)
    reading, terminal = ends
    there = Outlet(terminal)
    there.write(LONG)
    there.close()
    assert LONG.startswith(os.read(reading, 1_000).decode())


async def test_a_terminal_that_is_gone_is_no_fault(ends: tuple[int, TextIO]) -> None:
    reading, terminal = ends
    there = Outlet(terminal)
    os.close(reading)
    there.write("Who is there?")
    there.close()


async def test_what_is_no_terminal_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "file").open("w", encoding="utf-8") as file, pytest.raises(OSError):
        Outlet(file)
