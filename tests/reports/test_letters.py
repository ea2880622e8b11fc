"""Each letter is drawn whole on paper and read back as it was written, or its lack is said."""

from __future__ import annotations

import io
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.report import pdf_text
from decision_aid.report.clusters import split_clusters
from decision_aid.report.files import render
from decision_aid.report.given_font import GivenFont, read_font
from decision_aid.report.glyphs import find_unprintable, printable
from decision_aid.report.letters import prepare
from decision_aid.report.typesetting import compile_pdf, with_data
from tests import papers
from tests.conftest import ON
from tests.font_files import save_font
from tests.reports.reading import by_poppler, folded, fonts_in, saying, walk

_needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftoppm"), reason="needs Debian's package poppler-utils"
)
TEMPLATE = b"""
#set document(title: "Letters")
#set page(width: 120mm, height: 40mm, margin: 10mm)
#set text(font: ("Atkinson Hyperlegible Next", "DejaVu Sans"), fallback: false, size: 40pt)
#set text(weight: "bold") if data.bold
#for word in data.words { page(spelled(word)) }
"""


def set_each(words: list[str], font: GivenFont | None = None, *, bold: bool = False) -> bytes:
    """A PDF with a page for each word."""
    more = font.family if font else None
    data = {"words": [prepare(word, more) for word in words], "bold": bold}
    return compile_pdf(with_data(data, TEMPLATE, more), ON, font)


def inks(pdf: bytes) -> list[int]:
    """How dark each page is."""
    command = ["pdftoppm", "-r", "36", "-gray", "-"]
    rest = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    found = []
    while rest:
        _, size, _, rest = rest.split(b"\n", 3)
        width, height = map(int, size.split())
        found.append(sum(255 - dot for dot in rest[: width * height]))
        rest = rest[width * height :]
    return found


MARKED = [
    "e\u0323\u0300",  # Yoruba, as it is typed
    "\u1eb9\u0300",  # with the letter composed
    "\u1eb8\u0300", "o\u0323\u0301", "s\u0323", "m\u0300", "\u025b\u0301", "\u0190\u0301",
    "\u0254\u0303\u0301", "a\u0328\u0301", "q\u0303", "x\u0323\u0300", "\u1ec1", "\u1eaf",
    "\u044b\u0301", "\u0418\u0301", "\u03a9\u0301", "u\u0308\u0304", "\u01eb\u0304",
]  # fmt: skip


@_needs_poppler
@pytest.mark.parametrize("bold", [False, True])
def test_a_letter_with_marks_is_drawn_with_the_letter(bold: bool) -> None:
    bases = [unicodedata.normalize("NFD", letter)[0] for letter in MARKED]
    whole, bare = inks(set_each(MARKED, bold=bold)), inks(set_each(bases, bold=bold))
    drawn_less = [ascii(MARKED[at]) for at in range(len(MARKED)) if whole[at] <= bare[at] * 1.01]
    assert len(whole) == len(bare) == len(MARKED)
    assert drawn_less == []


def two_marks() -> list[str]:
    """Every letter with two marks that Unicode has as one character and our fonts hold."""
    every = map(chr, sorted(printable()))
    return [
        one
        for one in every
        if unicodedata.category(one)[0] == "L"
        and unicodedata.bidirectional(one) == "L"
        and len(unicodedata.normalize("NFD", one)) > 2
    ]


def test_every_letter_with_two_marks_is_read_back_once() -> None:
    letters = two_marks()
    assert {"\u1ec1", "\u1ebf", "\u1eaf", "\u01d6", "\u1f84"} <= set(letters)
    lines = [
        unicodedata.normalize("NFC", "".join(letters[at : at + 8]))
        for at in range(0, len(letters), 8)
    ] + ["v\u1ec1 bi\u1ebfn ch\u1ee9ng"]
    decomposed = [unicodedata.normalize("NFD", line) for line in lines]
    for given in (lines, decomposed):
        pdf = set_each(given)
        assert list(pdf_text.pages(pdf)) == [unicodedata.normalize("NFC", one) for one in given]
    if shutil.which("pdftotext"):
        assert [folded(page) for page in by_poppler(set_each(lines))] == [*map(folded, lines)]


def test_own_words_in_vietnamese_and_yoruba_are_read_back_in_every_edition() -> None:
    own = "V\u1ec1 bi\u1ebfn ch\u1ee9ng: \u1eb8\u0300j\u1eb9\u0300, \u1ecd\u0300r\u1ecd\u0300."
    pdf = papers.rendered(saying(own), "pdf", "a4", "large-print")
    for made in (papers.pdf(saying(own), "a4"), pdf):
        assert folded(own) in folded("".join(papers.pages(made)))
        assert "could not be printed" not in "".join(papers.pages(made))


def test_a_letter_with_a_mark_before_the_plain_one_does_not_have_the_paper_refused() -> None:
    own = "".join(
        chr(code) + "\u0303" for code in range(ord("A"), ord("z") + 1) if chr(code).isalpha()
    )
    pages = papers.pages(papers.pdf(saying(own), "a4"))
    assert unicodedata.normalize("NFC", own)[:20] in "".join(pages)


SCRIPTS = {
    "Chinese": ("漢字", 2),
    "Japanese": ("かな", 2),
    "Korean": ("한국", 2),
    "Korean in parts": ("\u1112\u1161\u11ab", 1),
    "Hindi": ("हिन्दी", 3),
    "Thai": ("ที่", 1),
    "Punjabi": ("ਪੰਜਾਬੀ", 3),
    "Amharic": ("አማ", 2),
    "a family of emoji": ("👩\u200d👩\u200d👧", 1),
    "a flag": ("🇬🇧", 1),
    "a letter that no font has with a mark that one has": ("漢\u0301", 1),
}


@pytest.mark.parametrize(("words", "letters"), SCRIPTS.values(), ids=SCRIPTS)
def test_what_no_font_has_is_replaced_letter_by_letter_and_said_beside_it(
    words: str, letters: int
) -> None:
    assert len(find_unprintable(unicodedata.normalize("NFC", words))) == letters
    said = folded("".join(papers.pages(papers.pdf(saying(f"<{words}>"), "a4"))))
    note = folded("Some characters could not be printed. The sign \ufffd stands in their place.")
    assert "<" + "\ufffd" * letters + ">" + note in said
    for form in ("html", "txt"):
        made = papers.rendered(saying(words), form).decode()
        assert unicodedata.normalize("NFC", words) in made


def test_the_letters_of_a_text_are_the_text() -> None:
    for words, _ in SCRIPTS.values():
        assert "".join(split_clusters(f"a {words}, b")) == f"a {words}, b"


@_needs_poppler
def test_a_font_that_is_named_draws_what_the_shipped_ones_lack(tmp_path: Path) -> None:
    font = read_font(save_font(tmp_path, "漢字한हिन्दी\u200d"))
    words = ["漢字", "한", "हिन्दी", "字 ề 漢"]
    pdf = set_each(words, font)
    assert list(pdf_text.pages(pdf)) == words
    assert min(inks(pdf)) > max(inks(set_each(["."])))
    assert find_unprintable("漢字 ไ", font.family) == ("ไ",)


def test_a_font_that_is_named_is_carried_in_the_paper(tmp_path: Path) -> None:
    font = read_font(save_font(tmp_path, "漢字"))
    options = papers.options("pdf")._replace(font=font)
    pdf = render(saying("漢字 and Tiếng Việt"), options)
    assert "漢字andTiếngViệt" in folded("".join(pdf_text.pages(pdf)))
    assert "TestScript" in fonts_in(pdf)
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant
    without = papers.pdf(saying("漢字 and Tiếng Việt"), "a4")
    assert "\ufffd\ufffdandTiếngViệt" in folded("".join(pdf_text.pages(without)))


def test_bookmarks_have_the_plain_words_of_headings() -> None:
    own = "Về ẹ̀jẹ̀ see example.org/a-b"
    with pikepdf.open(io.BytesIO(papers.pdf(saying(own), "a4"))) as opened:
        titles = [str(item.title) for item in walk(opened.open_outline().root)]
    assert own in titles
