"""Whatever bytes a terminal sends, the page answers afterwards and the program ends cleanly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.anything import Fed, impatient

DAMAGED = Path(__file__).parents[1] / "damaged" / "terminals"
KINDS = sorted(path.name for path in DAMAGED.iterdir())


@pytest.fixture
def fed(tmp_path: Path) -> Iterator[Fed]:
    """A visit at its first question."""
    with Fed(tmp_path, impatient) as begun:
        begun.begin()
        yield begun


def test_a_question_answers_after_each_kind_of_damaged_input(fed: Fed) -> None:
    for kind in KINDS:
        fed.feed([(DAMAGED / kind).read_bytes()])
        fed.answers()
    fed.end_cleanly()


def test_boxes_answer_after_each_kind_in_pieces(fed: Fed) -> None:
    fed.go_to_words()
    for kind in KINDS[::3]:
        data = (DAMAGED / kind).read_bytes()[:48]
        fed.feed(data[place : place + 3] for place in range(0, len(data), 3))
        fed.answers()
        fed.press_until("x", "Your summary is ready")
        fed.program.send("3")
    fed.end_cleanly()
