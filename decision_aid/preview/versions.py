"""By what one version of a file, and of what belongs to it, is known from the next."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

from decision_aid.check.evidence_file import evidence_beside
from decision_aid.content.yaml_reader import MAX_BYTES
from decision_aid.paths import overlays_beside


def files_behind(content: Path, answers: Path | None) -> tuple[Path, ...]:
    """The file, the answers, and what lies beside the file and is looked at with it."""
    beside = (*overlays_beside(content).values(), evidence_beside(content.parent))
    return (content, *([answers] if answers else []), *beside)


def fingerprint(files: Iterable[Path]) -> str:
    """The same as long as none of them says anything else."""
    found = hashlib.sha256()
    for path in files:
        found.update(hashlib.sha256(f"{path}\0".encode() + read_leniently(path)).digest())
    return found.hexdigest()


def read_leniently(path: Path) -> bytes:
    """What stands in the file; nothing where it cannot be read."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError:
        return b""
