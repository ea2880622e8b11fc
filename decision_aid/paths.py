"""Where the shipped content and the report templates lie: in a checkout or inside the wheel."""

from __future__ import annotations

from pathlib import Path

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


def reports() -> Path:
    """The folder of the report templates and fonts."""
    return data_folder() / "reports"
