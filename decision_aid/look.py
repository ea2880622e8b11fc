"""How somebody reads, remembered beside the answers that are kept here; it holds no answer."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Collection
from pathlib import Path

from decision_aid.frozen import Frozen

NAME = "look"
ADDRESS = "DECISION_AID_RECORDS"
"""The environment variable that names another place: a folder or a postgresql:// address."""
LONGEST = 200
"""The most characters of the file; more is none of ours."""
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]+:"
"""How an address begins; one letter alone would be a disk of Windows."""
_FILE = r"theme=([a-z_]{0,40})\nroomy=(yes|no)\nlanguage=([A-Za-z-]{1,20})\n"


class Look(Frozen):
    """The theme, whether there is more room between the lines, and the language."""

    theme: str
    """Empty where nobody was asked for it, as line by line."""
    roomy: bool
    language: str


def recall(place: str | None, themes: Collection[str]) -> Look | None:
    """What is remembered where answers are kept; what is damaged or unknown is not heard."""
    look = _read(place)
    return look if look is not None and look.theme in themes else None


def recall_language(place: str | None) -> str:
    """The language that is remembered there, however one reads; empty where there is none."""
    look = _read(place)
    return look.language if look else ""


def remember_language(place: str | None, language: str) -> None:
    """Remember it beside what is remembered already."""
    look = _read(place) or Look("", False, "")
    if look.language != language:
        remember(place, Look(look.theme, look.roomy, language))


def _read(place: str | None) -> Look | None:
    folder = _folder(place)
    if folder is None:
        return None
    try:
        with (folder / NAME).open(encoding="ascii") as file:
            found = re.fullmatch(_FILE, file.read(LONGEST))
    except (OSError, ValueError):
        return None
    return None if found is None else Look(found[1], found[2] == "yes", found[3])


def remember(place: str | None, look: Look) -> None:
    """Write it whole, or leave what is there; no folder is made for it."""
    folder = _folder(place)
    if folder is None:
        return
    draft = folder / f"{NAME}.{os.getpid()}"
    roomy = "yes" if look.roomy else "no"
    text = f"theme={look.theme}\nroomy={roomy}\nlanguage={look.language}\n"
    with contextlib.suppress(OSError):
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(text)
            draft.replace(folder / NAME)
        except OSError:
            draft.unlink(missing_ok=True)


def is_address(place: str | Path | None) -> bool:
    """Whether the place is a server's, or was meant so, and not a folder."""
    return isinstance(place, str) and bool(re.match(_SCHEME, place))


def _folder(place: str | None) -> Path | None:
    """Where answers are kept on this computer; None on a store that others use too."""
    named = place or os.environ.get(ADDRESS)
    if named:
        return None if is_address(named) else Path(named)
    if sys.platform == "linux":  # the same as below, without a slow import
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        with contextlib.suppress(RuntimeError):
            return (Path(base) if base else Path.home() / ".local" / "share") / "decision-aid"
        return None
    from platformdirs import user_data_path

    return user_data_path("decision-aid", appauthor=False)
