"""The style sheet and the fonts, which are the same for everybody."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response

from decision_aid.report.glyphs import fonts
from decision_aid.web import headers
from decision_aid.web.drawing import FOLDER

if TYPE_CHECKING:
    from starlette.requests import Request

FONTS = (
    "AtkinsonHyperlegibleNext-Regular.woff2",
    "AtkinsonHyperlegibleNext-Bold.woff2",
    "DejaVuSans-subset.woff2",
    "DejaVuSans-Bold-subset.woff2",
)


async def style(_request: Request) -> Response:
    """How all pages look."""
    return Response(_style(), media_type="text/css", headers=headers.SHIPPED)


async def font(request: Request) -> Response:
    """A font that the style sheet names."""
    name = request.path_params["name"]
    if name not in FONTS:
        raise HTTPException(404)
    return Response(_font(name), media_type="font/woff2", headers=headers.SHIPPED)


@cache
def _style() -> bytes:
    """Without remarks, spaces and noughts that say nothing, which each visitor would wait for."""
    said = re.sub(r"/\*.*?\*/", "", (FOLDER / "style.css").read_text("utf-8"), flags=re.DOTALL)
    said = re.sub(r"\s*([{};,>])\s*", r"\1", said).strip()
    said = re.sub(r"(?<=[\s:(,])0\.", ".", said)
    return said.replace(": ", ":").replace(";}", "}").encode()


@cache
def _font(name: str) -> bytes:
    return (fonts() / name).read_bytes()
