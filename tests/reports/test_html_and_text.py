"""The HTML page, also as a browser prints it, and the plain text."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.report.addresses import find_addresses
from decision_aid.report.templating import WIDTH
from decision_aid.summary.models import Summary
from tests import papers
from tests.browser import printed
from tests.reports.reading import (
    CARRIED,
    PATIENTS,
    by_poppler,
    folded,
    fonts_in,
    is_without_colour,
    paper_of,
    saying,
    where_each_word_stands,
)


def test_the_page_asks_for_nothing_and_runs_nothing(summary: Summary) -> None:
    page = papers.html(summary)
    assert "<script" not in page
    fonts = re.findall(r'src: url\("data:font/woff2;base64,[\w+/]+=*"\) format\("woff2"\);', page)
    assert page.count("url(") == page.count("data:") - 1 == len(fonts) == 4
    assert not re.search(r"(src|action|formaction|@import)\s*[=(]", page)
    leads_to = ("#", "https://", "tel:", "mailto:")
    assert all(link.startswith(leads_to) for link in re.findall(r'href="(.*?)"', page))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)
    assert policy
    digest = hashlib.sha256(style[1].encode()).digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy[1].replace("&#39;", "'")
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert policy[1].endswith("&#39;; font-src data:")
    assert "unsafe" not in policy[1]


def test_the_page_has_the_structure_that_a_screen_reader_needs(summary: Summary) -> None:
    page = papers.html(summary)
    assert '<html lang="en">' in page
    assert f"<title>{summary.title} – Decision aid summary</title>" in page
    assert page.count("<main>") == page.count("<h1>") == 1
    assert page.count('scope="col"') == len(summary.table.columns)
    assert page.count('scope="row"') == len(summary.table.rows)
    labels = re.findall(r'<svg role="img" aria-label="(.*?)"', page)
    assert labels == [array.alt for picture in summary.pictures for array in picture.arrays]
    for number in re.findall(r'href="#source-(\d+)"', page):
        assert f'<li id="source-{number}">' in page


def test_each_icon_is_three_millimetres_or_more(patient: Summary) -> None:
    for width, icons in re.findall(
        r'viewBox="0 0 ([\d.]+) [\d.]+">\n<path fill="cur.*? d="(.*?)"', papers.html(patient)
    ):
        assert float(width) >= 10 * 3.5  # ten in a row, of millimetres
        assert set(re.findall(r"a([\d.]+) ", icons)) <= {"1.55"}


def test_the_version_cannot_break_out_of_the_style_sheet(summary: Summary) -> None:
    page = papers.html(replace(summary, version='1"} body{display:none} </style><script>'))
    assert "body{display" not in page.split("<main>")[0]
    assert "<script" not in page


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
def test_a_browser_prints_all_of_the_longest_copy_and_its_page_1_on_one_page(
    aid: DecisionAid, tmp_path: Path
) -> None:
    longest = max((paper_of(path, aid) for path in PATIENTS), key=words_on_page_1)
    pdf = printed(papers.html(longest), tmp_path)
    assert is_without_colour(pdf)
    pages = by_poppler(pdf)
    assert "Page 1 of" in pages[0]  # which only the style sheet says
    assert folded(longest.recommendation.in_short[-1].text) in folded(pages[0])
    assert folded("What we agreed") in folded(pages[1])
    assert len(pages) == 2
    said = "".join(page.split("\n", 2)[2] for page in pages)  # two lines are the foot
    words = folded(
        re.sub("[•☐]", "", said)
    )  # the sign of an item that goes on comes after its page
    for block in (*longest.side_1, longest.urgent_help, *longest.side_2):
        sentences = (one.text for said in block.passages for one in said.sentences)
        for part in (block.heading, *sentences):
            assert folded(part) in words, part


SIGNS = "Ξένη кожа đủ ąęł → ☐ ☒ ● ○ ★ ✓ ≤ ½ ⅓ ⁴ № … “…”"


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
@pytest.mark.parametrize("bare", [True, False], ids=["only DejaVu", "the fonts of this machine"])
def test_a_browser_sets_every_letter_and_sign_in_the_fonts_that_the_page_carries(
    bare: bool, tmp_path: Path
) -> None:
    pdf = printed(papers.html(saying(SIGNS)), tmp_path, bare=bare)
    assert fonts_in(pdf) == CARRIED
    assert folded(SIGNS) in folded("".join(by_poppler(pdf)))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
def test_page_1_is_the_same_whatever_fonts_the_machine_has(
    summary: Summary, tmp_path: Path
) -> None:
    page = papers.html(summary)
    bare, here = (printed(page, tmp_path, bare=bare) for bare in (True, False))
    assert where_each_word_stands(bare) == where_each_word_stands(here)


def words_on_page_1(summary: Summary) -> int:
    return len(papers.text(summary).partition("What we agreed")[0].split())


def test_the_text_is_narrow_and_plain(patient: Summary) -> None:
    text = papers.text(patient)
    wide = [line.strip() for line in text.split("\n") if len(line) > WIDTH]
    assert not any(" " in line for line in wide)
    assert all(any(find_addresses(line)) for line in wide)
    assert not re.search(r"[\u2500-\u259f\x00-\x09\x0b-\x1f\x7f-\x9f]| $", text, re.MULTILINE)
    assert text.endswith(".\n")
    assert "\n\n\n\n" not in text
    facts = papers.rendered(patient, "txt", edition="facts").decode()
    for picture in patient.pictures:
        for array in picture.arrays:
            assert folded(array.alt.rstrip(".")) in folded(facts)
