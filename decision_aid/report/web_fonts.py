"""The fonts that a page carries inside itself, so that it looks the same on every machine."""

from __future__ import annotations

import base64
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SOURCES = "font-src data:"
"""What a page's policy has to allow for them."""

_FACES = (
    ("Atkinson Hyperlegible Next", "normal", "AtkinsonHyperlegibleNext-Regular.woff2"),
    ("Atkinson Hyperlegible Next", "bold", "AtkinsonHyperlegibleNext-Bold.woff2"),
    ("DejaVu Sans", "normal", "DejaVuSans-subset.woff2"),
    ("DejaVu Sans", "bold", "DejaVuSans-Bold-subset.woff2"),
)


@cache
def faces(fonts: Path) -> str:
    """The style sheet's rules that hold the fonts of that folder."""
    return "\n" + "".join(_face(family, weight, fonts / name) for family, weight, name in _FACES)


def _face(family: str, weight: str, font: Path) -> str:
    data = base64.b64encode(font.read_bytes()).decode()
    source = f'url("data:font/woff2;base64,{data}") format("woff2")'
    return f'@font-face {{ font-family: "{family}"; font-weight: {weight}; src: {source}; }}\n'
