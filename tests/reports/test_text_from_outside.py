"""Words that somebody typed come out as themselves in every format, and do no harm."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page import ValidationProfile, validate_pdf_bytes

from decision_aid.plain_text import FREE_TEXT_LIMIT
from decision_aid.report.format import Paper
from decision_aid.report.glyphs import printable
from decision_aid.report.tidying import MOST_MARKS
from decision_aid.summary.models import Summary
from decision_aid.wording import Paragraph, Sentence
from tests import papers
from tests.reports.reading import FORMS, PAPERS, Form, folded, saying, seen

HOSTILE = {
    "rich markup": "[bold]loud[/] [/] [@click=app.quit]here[/]",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)> &lt; </style> --> ]]>",
    "typst": '#panic("out") #read("/etc/passwd") @ref <label> $x^2$ *b* _i_ = h // c /* d',
    "a string's end": 'a" + panic() + "b \\" \\\\" \\u{41} \\',
    "an address": "jane@example.com",
    "jinja": "{{ 7 * 7 }} {% raw %} {{ cycler.__init__ }} {# c #}",
    "format": "{0.__class__} %s %(x)s {}",
    "other scripts": "Ελληνικά кириллица ђ ẞ ﬁ İi ½ € “ ” … →",
    "right to left": "שלום abc مرحبا 123",
    "emoji": "☺ ★ ♥ ✓",
    "spread out": "a\tb\n\n\nc",
    "css": "}*{display:none}",
    "spaces": "  a  \n  b  ",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_text_comes_out_as_itself(form: Form, text: str) -> None:
    words = seen(form, saying(text))
    if form == "pdf" and "שלום" in text:  # set from the right, so read letter by letter
        assert "שלום"[::-1] in words or "שלום" in words
    else:
        assert folded(text) in words


UNPRINTABLE = {
    "escape sequences": ("\x1b[31mred\x1b]52;c;aGk=\x07 \x9b1m", "\ufffd[31mred\ufffd]52;c;aGk="),
    "what turns letters round": ("a\u202egnp.exe\u202dx", "a\ufffdgnp.exe\ufffdx"),
    "a lone surrogate": ("a\ud800b", "a\ufffdb"),
    "a null": ("a\x00b", "a\ufffdb"),
    "private use": ("a\ue000b\uffffc", "a\ufffdb\ufffdc"),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("text", "clean"), UNPRINTABLE.values(), ids=UNPRINTABLE)
def test_what_cannot_be_printed_is_replaced_and_noted(form: Form, text: str, clean: str) -> None:
    words = seen(form, saying(text))
    assert folded(clean) in words
    assert folded("Some characters could not be printed.") in words


@pytest.mark.parametrize("form", FORMS)
def test_nothing_is_noted_where_all_could_be_printed(form: Form, summary: Summary) -> None:
    assert folded("could not be printed") not in seen(form, summary)


def test_what_no_font_has_is_replaced_in_the_pdf_alone() -> None:
    own = saying("漢字 and हिन्दी and 🫠")
    words = seen("pdf", own)
    assert "\ufffd\ufffdand" in words
    assert folded("Some characters could not be printed.") in words
    for form in ("html", "txt"):
        assert "漢字and" in seen(form, own)


@pytest.mark.parametrize("form", FORMS)
def test_a_heap_of_marks_is_cut_and_one_word_of_the_longest_text_is_broken(form: Form) -> None:
    words = seen(form, saying("e" + "\u0308" * 1000 + "!"))
    assert "ë" + "\u0308" * MOST_MARKS + "!" in words
    assert "\u0308" * (MOST_MARKS + 1) not in words
    assert "x" * FREE_TEXT_LIMIT in seen(form, saying("x" * FREE_TEXT_LIMIT))


def test_every_character_that_the_fonts_have_can_be_printed() -> None:
    everything = "".join(chr(code) + " " for code in sorted(printable()))
    pdf = papers.pdf(saying(everything), "a4")
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant
    assert {*map(ord, "☐●○•“”’–…\ufffd")} <= printable()


@pytest.mark.parametrize("paper", PAPERS)
def test_hostile_text_in_every_place_still_makes_a_sound_pdf(paper: Paper) -> None:
    text = " ".join([*HOSTILE.values(), *(text for text, _ in UNPRINTABLE.values())])
    summary = saying(text)
    hostile = replace(
        summary,
        title=text,
        lead=(
            Paragraph("heading", (Sentence(text, "x"),)),
            Paragraph("say", (Sentence(text, "x"),)),
        ),
        fill_in=(text,),
        contacts_checked=text,
        version=text,
        pictures=tuple(replace(one, name=text, icon=text) for one in summary.pictures),
        table=replace(summary.table, heading=text, columns=(text,) * 2),
    )
    pdf = papers.pdf(hostile, paper)
    assert validate_pdf_bytes(pdf, profile=ValidationProfile.PDF_UA_1).is_compliant
    assert "<script" not in papers.html(hostile)
    assert "\x1b" not in papers.text(hostile)
