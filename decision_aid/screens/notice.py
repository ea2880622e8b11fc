"""What is to be said with a page, in whatever language is spoken when the page is drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Notice: TypeAlias = Callable[[], str]


def nothing() -> str:
    """There is nothing to say."""
    return ""


def say_both(one: Notice, other: Notice) -> Notice:
    """Both, as far as they say anything."""
    return lambda: " ".join(filter(None, (one(), other())))
