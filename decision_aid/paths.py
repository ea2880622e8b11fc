"""Where the shipped content and the report templates lie, and what lies beside a content file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
"""How a language is named: `fr` or `fr-CA`."""

_PACKAGE = Path(__file__).resolve().parent


def data_folder() -> Path:
    """The folder that holds `questions.yaml` and `reports/`.

    A checkout and an editable install use the project's top level, so an edit shows at once;
    an installed wheel carries both inside the package.
    """
    top = _PACKAGE.parent
    if (top / "pyproject.toml").is_file() and (top / "questions.yaml").is_file():
        return top
    return _PACKAGE / "_data"


def questions() -> Path:
    """The shipped questionnaire."""
    return data_folder() / "questions.yaml"


def overlay_beside(content: Path, language: str) -> Path:
    """Where the overlay of that content file and that language lies."""
    return content.with_name(f"{content.stem}.{language}{content.suffix}")


def overlays_beside(content: Path) -> Mapping[str, Path]:
    """The overlays that lie beside that content file, by their languages."""
    stem, ending = re.escape(content.stem), re.escape(content.suffix)
    pattern = re.compile(rf"{stem}\.({LANGUAGE.pattern}){ending}")
    try:
        named = ((pattern.fullmatch(one.name), one) for one in sorted(content.parent.iterdir()))
        return {found[1]: one for found, one in named if found}
    except OSError:
        return {}


def reports() -> Path:
    """The folder of the report templates and fonts."""
    return data_folder() / "reports"
