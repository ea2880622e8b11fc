"""What another language costs on loading, when every text of the content has one."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from benchmarks.measures import Measure
from decision_aid import paths
from decision_aid.content.load import load
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.paths import overlay_beside

MADE_UP = "qx"


def loading_translated(runs: int) -> Measure:
    """The content with an overlay of all its texts, beside the content alone; processor time."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copy(paths.questions(), folder))
        written = find_texts(read_yaml(content.read_bytes()).data)
        lines = {place: (mark_of(one.text), f"{one.text} É") for place, one in written.items()}
        overlay_beside(content, MADE_UP).write_text(write_lines(lines), encoding="utf-8")
        alone, both = [], []
        for _ in range(runs):
            alone.append(_load(content, ""))
            both.append(_load(content, MADE_UP))
    return Measure("content in another language", both, "content alone", alone, "aim 1.25")


def _load(content: Path, language: str) -> float:
    begun = time.process_time()
    load(content, language)
    return (time.process_time() - begun) * 1000
