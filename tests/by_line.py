"""Somebody who types lines at the line by line face, and all that is told to them."""

from __future__ import annotations

from decision_aid.line import Console, LineFace
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests.conftest import NOWHERE


def hear(visit: Visit, *lines: str) -> list[str]:
    """What is told, prompts too, until the lines have come to an end."""
    typed, told = iter(lines), list[str]()

    def ask(prompt: str) -> str:
        told.append(prompt)
        line = next(typed, None)
        if line is None:
            raise EOFError
        return line

    LineFace(visit, Console(ask, told.append, 300), Start(keep=False), NOWHERE).run()
    return told
