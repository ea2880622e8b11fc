"""The summary as a page and as plain text: content is data and never a template."""

from __future__ import annotations

import base64
import hashlib
import textwrap
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.plain_text import decode
from decision_aid.report.addresses import find_addresses
from decision_aid.report.calling import as_links, mark_calls, without_calls
from decision_aid.report.context import make_context
from decision_aid.report.glyphs import fonts
from decision_aid.report.languages import as_elements, mark_language, without_language
from decision_aid.report.web_fonts import SOURCES, faces

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2 import Environment
    from markupsafe import Markup

    from decision_aid.report.editions import Edition
    from decision_aid.report.tidying import Data
    from decision_aid.summary.models import StaffSummary, Summary

WIDTH = 72
_STYLE = "<style>"


def render_page(summary: Summary | StaffSummary, edition: Edition) -> str:
    """The summary as one HTML file that asks for nothing else."""
    data = make_context(summary, mark=mark_language, dial=mark_calls)
    carried, style = faces(fonts()), _style(edition.styles, data)
    policy = f"default-src 'none'; style-src '{_fingerprint(carried, style)}'; {SOURCES}"
    name = f"{edition.template}.html.j2"
    template = _environment(paths.reports(), autoescape=True).get_template(name)
    said = template.render(summary=data, words=data["words"], style=_verbatim(style), policy=policy)
    # The fonts are most of the file; set in at the end, no template has to carry them along.
    return as_links(as_elements(said)).replace(_STYLE, f"{_STYLE}{carried}", 1)


def render_text(summary: Summary | StaffSummary, edition: Edition) -> str:
    """The summary as plain text, no line wider than 72 characters but for an address."""
    data, name = make_context(summary), f"{edition.template}.txt.j2"
    template = _environment(paths.reports(), autoescape=False).get_template(name)
    return template.render(summary=data, words=data["words"])


@cache
def _environment(folder: Path, *, autoescape: bool) -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(lambda name: decode((folder / name).read_bytes())),
        autoescape=autoescape,  # noqa: S701
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "broken": _line_breaker(),
        "wrapped": _wrap_text,
        "unmarked": without_language,
        "uncalled": without_calls,
    }
    return environment


def _style(sheets: tuple[str, ...], data: Data) -> str:
    """The style sheets, with the foot of each printed page as quoted CSS strings."""
    texts = (
        decode((paths.reports() / f"{one}.css").read_bytes()) for one in (*sheets, *_shapes(data))
    )
    sheet, words = "".join(texts), data["words"]
    before, _, after = words["page"].partition("{page}")
    between, _, after = after.partition("{pages}")
    said = (data["foot"], words["evidence"], data["sources_at"], words["version"])
    left = _quote(" ".join(filter(None, said)))
    right = (_quote(before), "counter(page)", _quote(between), "counter(pages)", _quote(after))
    foot = f"@bottom-left {{ content: {left} }} @bottom-right {{ content: {' '.join(right)} }}"
    return f"{sheet}@page {{ {foot} }}\n"


def _shapes(data: Data) -> list[str]:
    """The style sheets of the shapes that icon arrays have besides the usual square."""
    every = (array for picture in data.get("pictures", ()) for array in picture["arrays"])
    return sorted({shape for array in every if (shape := array["drawing"]["shape"])})


def _quote(text: str) -> str:
    """The text as a CSS string, with every character that could end it as its number."""
    return '"' + "".join(c if c.isalnum() or c in " .,:" else f"\\{ord(c):x} " for c in text) + '"'


def _fingerprint(carried: str, style: str) -> str:
    digest = _begin_hash(carried).copy()
    digest.update(style.encode())
    return "sha256-" + base64.b64encode(digest.digest()).decode()


@cache
def _begin_hash(carried: str) -> hashlib._Hash:
    """Kept, since the fonts are most of the page and the same in each."""
    return hashlib.sha256(carried.encode())


def _verbatim(style: str) -> Markup:
    """The project's own style sheet; it holds no text from content but quoted strings."""
    from markupsafe import Markup

    return Markup(style)  # noqa: S704


def _line_breaker() -> Callable[[str], Markup]:
    """What escapes a text, and makes its line ends <br> and its addresses links."""
    from markupsafe import Markup, escape

    end, link = Markup("<br>"), Markup('<a class="to" href="{}">{}</a>')

    def break_lines(text: str) -> Markup:
        found = find_addresses(text)
        if not found:
            return break_plain(text)
        done, at = Markup(), 0
        for start, stop, to in found:
            done += break_plain(text[at:start]) + link.format(to, text[start:stop])
            at = stop
        return done + break_plain(text[at:])

    def break_plain(text: str) -> Markup:
        return end.join(text.split("\n")) if "\n" in text else escape(text)

    return break_lines


def _wrap_text(text: str, first: str = "", rest: str = "") -> str:
    """The text in lines of 72 characters; none begins after a no-break space."""
    wrapped: list[str] = []
    for line in text.split("\n"):
        start = rest if wrapped else first
        wrapped += _wrap(line, start, rest) or [start.rstrip()]
    return "\n".join(wrapped).replace("\u00a0", " ")


def _wrap(line: str, first: str, rest: str) -> list[str]:
    wrapper = _Wrapper(
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
    return wrapper.wrap(line)


class _Wrapper(textwrap.TextWrapper):
    """Breaks words that no line can hold, but never an address: that is copied whole."""

    def _handle_long_word(
        self, reversed_chunks: list[str], cur_line: list[str], cur_len: int, width: int
    ) -> None:
        if not any(find_addresses(reversed_chunks[-1])):
            super()._handle_long_word(reversed_chunks, cur_line, cur_len, width)
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())
