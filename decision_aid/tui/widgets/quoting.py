"""Words that somebody says stand on a page between the quotation marks of its language."""

from __future__ import annotations

from decision_aid.frozen import replace
from decision_aid.screens.page import Page, Prose
from decision_aid.words import Words


def quote(page: Page, words: Words) -> Page:
    """The page as it is shown, with what somebody says between quotation marks."""
    said = (*page.parts, *page.after, *(page.aside.parts if page.aside is not None else ()))
    if not any(isinstance(one, Prose) and one.kind == "say" for one in said):
        return page

    def quoted(said: Prose) -> Prose:
        return replace(said, text=words.quoted(said.text)) if said.kind == "say" else said

    parts = tuple(quoted(one) if isinstance(one, Prose) else one for one in page.parts)
    aside = page.aside
    if aside is not None:
        aside = replace(aside, parts=tuple(map(quoted, aside.parts)))
    return replace(page, parts=parts, after=tuple(map(quoted, page.after)), aside=aside)
