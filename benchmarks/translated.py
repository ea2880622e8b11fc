"""What another language costs, when every text of the content has one."""

from __future__ import annotations

import shutil
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from benchmarks.measures import NO_TRACE, TALL, Measure, walk
from benchmarks.terminal import Terminal
from decision_aid import paths
from decision_aid.content.load import load
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.paths import overlay_beside

MADE_UP = "qx"


def loading_translated(runs: int) -> Measure:
    """The same loaded once more in one process, with an overlay of all texts; processor time."""
    with tempfile.TemporaryDirectory() as folder:
        content = _translate(Path(folder), MADE_UP)
        alone, both = [], []
        for _ in range(runs):
            alone.append(_load(content, ""))
            both.append(_load(content, MADE_UP))
    return Measure("loaded again, in another language", both, "content alone", alone)


def changing_language(runs: int) -> Measure:
    """From the key to the same question in the other language, beside that to the next question."""
    with tempfile.TemporaryDirectory() as folder:
        content = _translate(Path(folder), "fr")
        ours: list[float] = []
        beside: list[float] = []
        for _ in range(max(1, runs // 3)):
            beside += walk()
            ours += _change(content, 40)
    return Measure("other language painted", ours, "next question painted", beside, "ratio 2")


def _change(content: Path, times: int) -> list[float]:
    """The time of each key that changes the language of the first question."""
    terminal = Terminal([*NO_TRACE, "--content", str(content)], TALL)
    taken: list[float] = []
    try:
        for keys, text in (
            ("", "How do you want to read?"),
            ("\r", " minutes"),
            ("1", "[ Go on ]"),
        ):
            terminal.press(keys)
            terminal.wait(text)
        for says in islice(cycle(("u aide urgente", "u urgent help")), times):
            terminal.settle()
            sent = terminal.press("l")
            taken.append((terminal.wait(says) - sent) * 1000)
    finally:
        terminal.close()
    return taken


def _translate(folder: Path, language: str) -> Path:
    """The content in that folder, with all its texts in a made-up language."""
    content = Path(shutil.copy(paths.questions(), folder))
    written = find_texts(read_yaml(content.read_bytes()).data)
    lines = {place: (mark_of(one.text), f"{one.text} É") for place, one in written.items()}
    overlay_beside(content, language).write_text(write_lines(lines), encoding="utf-8")
    return content


def _load(content: Path, language: str) -> float:
    begun = time.process_time()
    load(content, language)
    return (time.process_time() - begun) * 1000
