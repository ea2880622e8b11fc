"""The three ways to read: dark, light and high contrast, each by the same few named colours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rich.style import Style
from textual.theme import Theme

from decision_aid.frozen import Frozen


class Colours(Frozen):
    """The colours of one theme; `at` is the line that the keys are on, `button` a button there.

    A button that the keys are not on stands on `quiet`.
    """

    page: str
    ink: str
    soft: str
    accent: str
    rule: str
    at: str
    at_ink: str
    quiet: str
    button: str
    button_ink: str
    urgent: str
    urgent_ink: str
    notice: str


DARK = Colours(
    page="#11161b",
    ink="#eef1f4",
    soft="#b7c0c9",
    accent="#8fd0ff",
    rule="#5d6b78",
    at="#213d52",
    at_ink="#ffffff",
    quiet="#2b3742",
    button="#8fd0ff",
    button_ink="#0a1219",
    urgent="#b3201a",
    urgent_ink="#ffffff",
    notice="#ffd479",
)

LIGHT = Colours(
    page="#fbfaf6",
    ink="#1a1e22",
    soft="#49525b",
    accent="#0a5583",
    rule="#87919a",
    at="#d5e6f1",
    at_ink="#0d1a24",
    quiet="#e3e2d9",
    button="#0a5583",
    button_ink="#ffffff",
    urgent="#a01c18",
    urgent_ink="#ffffff",
    notice="#734500",
)

HIGH_CONTRAST = Colours(
    page="#000000",
    ink="#ffffff",
    soft="#cfcfcf",
    accent="#ffe94d",
    rule="#ffffff",
    at="#ffe94d",
    at_ink="#000000",
    quiet="#000000",
    button="#ffffff",
    button_ink="#000000",
    urgent="#ffe94d",
    urgent_ink="#000000",
    notice="#ffe94d",
)

_DRAWN: dict[str, tuple[str, str, bool]] = {
    "ink": ("ink", "page", False),
    "soft": ("soft", "page", False),
    "strong": ("ink", "page", True),
    "accent": ("accent", "page", True),
    "rule": ("rule", "page", False),
    "notice": ("notice", "page", True),
    "at": ("at_ink", "at", True),
    "button": ("ink", "quiet", True),
    "focus": ("button_ink", "button", True),
    "urgent": ("urgent_ink", "urgent", True),
}
"""How each style of a page is drawn: letters, ground, and whether bold."""

PAIRS = tuple(dict.fromkeys((ink, ground) for name, (ink, ground, _) in _DRAWN.items()))
"""Every pair of colours that is ever drawn: the letters', then the ground's."""

COLOURS = {"dark": DARK, "light": LIGHT, "high_contrast": HIGH_CONTRAST}


@cache
def styles(theme: str) -> Mapping[str, Style]:
    """The styles of a page in that theme."""
    colours = vars(COLOURS[theme])
    return {
        name: Style(color=colours[ink], bgcolor=colours[ground], bold=bold)
        for name, (ink, ground, bold) in _DRAWN.items()
    }


@cache
def ground(theme: str) -> Style:
    """What stands behind a page in that theme, around its lines."""
    return Style(bgcolor=COLOURS[theme].page)


def _theme(name: str, colours: Colours) -> Theme:
    return Theme(
        name=name,
        primary=colours.accent,
        foreground=colours.ink,
        background=colours.page,
        surface=colours.page,
        panel=colours.page,
        dark=name != "light",
        variables={key.replace("_", "-"): value for key, value in vars(colours).items()},
    )


THEMES = tuple(_theme(name, colours) for name, colours in COLOURS.items())
