"""How finished papers are read, and the summaries that are made into papers."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import pikepdf

from decision_aid.answers_file import load_answers
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid, Text
from decision_aid.content.load import load
from decision_aid.report.format import Paper
from decision_aid.summary.models import Block, Changed, StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.wording import Paragraph, Sentence
from tests import papers
from tests.conftest import ON

HERE = Path(__file__).parents[1]
GOLDEN = HERE / "reports"
PATIENTS = sorted((HERE / "patients").glob("*.yaml"))
PAPERS: tuple[Paper, ...] = ("a4", "letter")
ANSWERS = {
    "country": ["uk"],
    "who": ["me"],
    "hope": ["fatigue"],
    "words": ["Will I sleep better?\nAnd who looks after me?"],
}
Form = Literal["html", "txt", "pdf"]
FORMS: tuple[Form, ...] = ("html", "txt", "pdf")


def mini(**answers: list[str]) -> Summary:
    """The summary of the small aid that uses everything a summary can hold."""
    aid = load(GOLDEN / "mini.yaml")
    return make_summary(aid, aid.parse_answers(ANSWERS | answers), ON)


def paper_of(path: Path, aid: DecisionAid) -> Summary:
    answers = load_answers(path, aid)
    return make_summary(aid, answers, ON, dict.fromkeys(answers, "20 November 2026 at 14:05"))


class Seen(HTMLParser):
    """The text of a page that a reader can see."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipping = tag in {"head", "style"} or (self.skipping and tag != "body")

    def handle_data(self, data: str) -> None:
        self.text += "" if self.skipping else data


def seen(form: Form, summary: Summary) -> str:
    """The words of the finished file, without its white space."""
    if form == "txt":
        return folded(papers.text(summary))
    if form == "pdf":
        return folded("".join(papers.pages(papers.pdf(summary, "a4"))))
    page = Seen()
    page.feed(papers.html(summary))
    return folded(page.text)


def folded(text: str) -> str:
    return "".join(text.split())


def saying(text: str) -> Summary:
    """A summary with that text where a person's own words stand, and in a heading."""
    own = Block("own", text[:40], (Paragraph("text", (Sentence(text, "own"),)),), "own_words")
    return replace(mini(), side_1=(own,))


def letters_set_in(page: pikepdf.Page) -> Iterator[Any]:
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tf":
            yield instruction.operands[1]


def made(form: Form, summary: Summary) -> bytes:
    """The file, made another time at each call."""
    return papers.rendered_anew(summary, form)


def in_process(program: str, *arguments: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | environment,
        cwd=HERE.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def by_poppler(pdf: bytes) -> list[str]:
    command = ["pdftotext", "-raw", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def drawn(pdf: bytes) -> Iterator[bytes]:
    """Each page as red, green and blue dots."""
    command = ["pdftoppm", "-r", "18", "-"]
    rest = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    while rest:
        _, size, _, rest = rest.split(b"\n", 3)
        width, height = map(int, size.split())
        length = 3 * width * height
        yield rest[:length]
        rest = rest[length:]


def fullness(pdf: bytes) -> list[float]:
    """How much of each page's height has something on it, in bands of 5 mm, without its foot."""
    command = ["pdftoppm", "-gray", "-r", "25.4", "-"]
    rest = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    found = []
    while rest:
        _, size, _, rest = rest.split(b"\n", 3)
        width, height = map(int, size.split())
        dots, rest = rest[: width * height], rest[width * height :]
        body = dots[: width * (height - FOOT)]
        bands = [body[at : at + 5 * width] for at in range(0, len(body), 5 * width)]
        found.append(sum(min(band) < 128 for band in bands) / len(bands))
    return found


FOOT = 17
"""Millimetres of a page at its bottom edge that its foot and margin take."""


def is_without_colour(pdf: bytes) -> bool:
    """Whether all of its pages, and there are some, hold nothing but black, grey and white."""
    pages = list(drawn(pdf))
    return bool(pages) and all(dots[0::3] == dots[1::3] == dots[2::3] for dots in pages)


CARRIED = {
    "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold", "DejaVuSans",
    "DejaVuSans-Bold",
}  # fmt: skip


def fonts_in(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
        return {str(font.BaseFont).rpartition("+")[2].lstrip("/") for font in fonts}


def where_each_word_stands(pdf: bytes, page: int = 1) -> list[str]:
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return re.findall("<word.*?</word>", done.stdout.decode())


MARKER = "ZEBRAQUX"
EVERY_FORM: tuple[str, ...] = ("html", "txt", "pdf", "json")
MOMENT = "20 November 2026 at 14:05"


def answers_of(name: str, aid: DecisionAid) -> Answers:
    return load_answers(HERE / "patients" / f"{name}.yaml", aid)


def words_of(data: bytes, form: str) -> str:
    """The words of a finished file, without its white space."""
    if form == "pdf":
        return folded("".join(papers.pages(data)))
    text = data.decode()
    if form == "html":
        page = Seen()
        page.feed(text)
        text = page.text
    return folded(text)


def sizes(pdf: bytes) -> set[float]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {float(size) for page in opened.pages for size in letters_set_in(page)}


CHANGES = tuple(
    f"Question {number} of those asked? Before: {'this, ' * (number % 7)}that. Now: other."
    for number in range(40)
)

MUCH = Changed(date(2026, 11, 3), CHANGES)


def walk(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    """The bookmarks with those beneath them."""
    for item in items:
        yield item
        yield from walk(item.children)


def headings(staff: StaffSummary) -> list[str]:
    return [block.heading for block in (*staff.opening, *staff.main)]


def sentences(staff: StaffSummary) -> list[str]:
    blocks = (*staff.ask, *staff.opening, *staff.main)
    return [said.text for block in blocks for said in block.passages]


def planted(aid: DecisionAid, given: Answers) -> Answers:
    """The answers, with the marker in every question that takes typed words."""
    return {**given, **{q.id: f"{MARKER} {q.id}" for q in aid.questions if isinstance(q, Text)}}
