"""What stands above, below and between is drawn harmless too, whatever a content calls itself."""

from __future__ import annotations

from pathlib import Path

from decision_aid.tui.widgets.bars import Banner, Position
from decision_aid.tui.widgets.foot_bar import FootBar, Key
from tests.tui.person import sitting_down

HOSTILE = "a\x1b]52;c;eA==\x07\x9b2J\u202e\u2066\x7f\nb"
DRAWN = "a\ufffd]52;c;eA==\ufffd\ufffd2J\ufffd\ufffd b"


async def test_the_lines_above_and_below_obey_nobody(tmp_path: Path) -> None:
    async with sitting_down(tmp_path) as person:
        screen = person.screen
        screen.query_one(Banner).show(Position(HOSTILE, "part"))
        screen.query_one(FootBar).show((Key("k", HOSTILE, "nothing"),))
        await person.until_sees(DRAWN)
        assert sum(DRAWN in line for line in person.lines) == 2
        assert not [line for line in person.lines if set(line) & set("\x1b\x07\x9b\u202e\n")]
