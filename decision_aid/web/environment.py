"""Where templates of pages are filled: everything is escaped, and each language is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.web.foreign import mark_languages

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment


def make_environment(templates: Path) -> Environment:
    """What fills the templates of that folder; what a template names must be there."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    return Environment(
        loader=FunctionLoader(lambda name: (templates / name).read_text("utf-8")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=mark_languages,
        trim_blocks=True,
        lstrip_blocks=True,
    )
