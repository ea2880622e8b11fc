"""Has each text of a page say its language, where that is not the one of the aid."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from decision_aid.frozen import Frozen, replace
from decision_aid.spoken import in_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision_aid.content import DecisionAid
    from decision_aid.content.laid_over import LaidOver
    from decision_aid.screens.page import Page

NOT_READ = frozenset(
    {"id", "kind", "marked", "sources", "doors", "keys", "mark", "file", "state", "calls"}
)
"""The fields that nobody reads: names, and what is picked."""


def tell_languages(page: Page, laid_over: LaidOver) -> Page:
    """The page, in which whoever reads aloud can tell what the translation lacks."""
    if not laid_over.untranslated:
        return page
    told: Page = _tell(page, laid_over.language_of)
    return told


def title_of(aid: DecisionAid) -> str:
    """The name of the guide, which a translation may lack too."""
    return in_language(aid.title, aid.laid_over.language_of(aid.title))


def _tell(said: Any, foreign: Callable[[str], str]) -> Any:
    """The same with the languages told; what is no text and holds none is as it was."""
    if isinstance(said, str):
        return in_language(said, foreign(said))
    if isinstance(said, tuple):
        return tuple(map(partial(_tell, foreign=foreign), said))
    if isinstance(said, Frozen):
        read = {name: value for name, value in vars(said).items() if name not in NOT_READ}
        told = {name: _tell(value, foreign) for name, value in read.items()}
        return replace(said, **told)  # type: ignore[type-var]
    return said
