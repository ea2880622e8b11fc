"""The second validator of accessible PDFs looks at many files in one go."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

OUTLOUD = Path(__file__).parents[1] / ".venv-outloud" / "bin" / "outloud"
"""Where .ci/run puts it."""
MISTAKEN = {
    "ORD-001": "takes a paragraph's words to be read before those of its links and strong words, "
    "wherever they stand in it; test_read_aloud.py looks at the true order",
    "PAG-001": "takes a line for a running foot where three pages happen to end alike, as with "
    "the day on which a source was read; Typst marks each foot as what it is",
}
"""The rules that are not asked, and why."""
FOOT = 31
"""Points from the edge up to which nothing stands on any paper but its foot."""


def heard(pdfs: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """What it says against each file, by the file's name."""
    for name, pdf in pdfs.items():
        (folder / f"{name}.pdf").write_bytes(pdf)
    done = subprocess.run(
        [OUTLOUD, "--skip", ",".join(MISTAKEN), "--json", "-", folder],
        env={"PATH": os.environ["PATH"]},  # PYTHONPATH would lend it packages of ours
        stdout=subprocess.PIPE,
        check=False,  # it ends with 1 where a file has an error
    )
    results = json.loads(done.stdout)["results"]
    return {Path(result["path"]).stem: list(_said_against(result)) for result in results}


def _said_against(result: Mapping[str, Any]) -> Iterator[str]:
    if result["error"]:
        yield f"it was not read: {result['error']}"
    for rule in result["rules"]:
        if rule["status"] == "crashed":
            yield f"{rule['rule']} was not decided: {rule['reason']}"
    for found in result["findings"]:
        if found["severity"] in {"error", "warning"} and not _is_of_a_foot(found):
            yield f"{found['rule']}, page {found.get('page')}: {found['message']}"


def _is_of_a_foot(found: Mapping[str, Any]) -> bool:
    """Whether it takes the foot of a single page for prose that nobody would hear."""
    places = found.get("boxes") or [{"y1": FOOT}]
    return found["rule"] == "TAG-002" and all(place["y1"] < FOOT for place in places)
