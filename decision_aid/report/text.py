"""The summary as plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from decision_aid.report.format import Format, Paper
from decision_aid.words import LANGUAGES, words

if TYPE_CHECKING:
    from decision_aid.report.editions import Edition
    from decision_aid.report.given_font import GivenFont
    from decision_aid.summary.models import StaffSummary, Summary

_END = 400


def _render(
    summary: Summary | StaffSummary, edition: Edition, _paper: Paper, _font: GivenFont | None
) -> bytes:
    from decision_aid.report.guard import check_text
    from decision_aid.report.templating import render_text

    return check_text(render_text(summary, edition), summary).encode()


def _is_own(data: bytes) -> bool:
    """A text that ends as all papers do: with the day of the evidence and the version."""
    end = " ".join(data[-_END:].decode(errors="replace").split())
    return any(_ending(words(one).paper).search(end) for one in LANGUAGES)


def _ending(paper: Mapping[str, str]) -> re.Pattern[str]:
    sentence = re.escape(f"{paper['evidence']} {paper['version']}")
    return re.compile(re.sub(r"\\{\w+\\}", ".+", sentence) + "$")


TEXT = Format("txt", _render, "txt", template=".txt.j2", is_printable=True, is_own=_is_own)
