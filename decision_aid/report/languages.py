"""Text in another language than its page, between signs that are no characters: HTML and Typst."""

from __future__ import annotations

import re

# `clean` replaces these signs, so that none can come from outside.
_BEGINS, _SAYS, _ENDS = "\ufde0", "\ufde2", "\ufde1"
_MARKED = re.compile(f"{_BEGINS}([^{_SAYS}]*){_SAYS}")


def mark_language(text: str, language: str) -> str:
    """The text with the signs that name its language."""
    return f"{_BEGINS}{language}{_SAYS}{text}{_ENDS}"


def leave_unmarked(text: str, _language: str) -> str:
    """The text alone, where nothing can say its language."""
    return text


def without_language(text: str) -> str:
    """The text without such signs: in an attribute there is no place for an element."""
    return _MARKED.sub("", text).replace(_ENDS, "")


def as_elements(page: str) -> str:
    """The page with an element for each text in another language."""
    if _BEGINS not in page:
        return page
    return _MARKED.sub(r'<span lang="\1">', page).replace(_ENDS, "</span>")
