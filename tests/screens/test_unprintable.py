"""Words that no PDF can show are told to their writer at once, and where else they are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.frozen import replace
from decision_aid.report import pdf_text
from decision_aid.report.given_font import read_font
from decision_aid.screens.navigator import Navigator
from tests.font_files import save_font
from tests.screens.sitting_down import NO_TRACE, begin, row_ids, text_of
from tests.small import small_aid

QUESTIONS = """
- {id: own, type: text, text: What do you want to ask?}
- {id: secret, type: text, text: What shall never print?, prints: never}
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
"""
SUMMARY = """
summary:
  title: Mine
  urgent_first: {who: you}
  blocks: [{id: own_words, heading: Own, side: 1, style: own_words, passages: ["I ask: {own}"]}]
  fill_in: [My nurse]
  passed_over: Passed over
"""
SAYS = "A PDF cannot show these letters of yours:"
SCRIPTS = {
    "Chinese": ("我害怕", "我 害 怕"),
    "Japanese": ("こわい", "こ わ い"),
    "Korean": ("무섭다", "무 섭 다"),
    "Hindi": ("डर है", "ड र है"),
    "Thai": ("กลัว", "ก ลั ว"),
    "Punjabi": ("ਡਰ", "ਡ ਰ"),
    "Amharic": ("ፍራት", "ፍ ራ ት"),
    "among letters that can be shown": ("Về ẹ̀jẹ̀ 我?", "我"),
}


@pytest.fixture
def written(tmp_path: Path) -> DecisionAid:
    """An aid that asks for words first, then for words that never print."""
    return small_aid(tmp_path, QUESTIONS, summary=SUMMARY)


def write(navigator: Navigator, words: str) -> Navigator:
    navigator.write(words)
    return navigator


@pytest.mark.parametrize(("words", "letters"), SCRIPTS.values(), ids=SCRIPTS)
def test_it_is_said_as_soon_as_the_words_are_written(
    tmp_path: Path, written: DecisionAid, words: str, letters: str
) -> None:
    navigator = write(begin(tmp_path, aid=written), words)
    assert navigator.at == "question.secret"
    assert f"{SAYS} {letters}" in navigator.page.notice
    assert "HTML" in navigator.page.notice and "--font" in navigator.page.notice
    navigator.press("pass_over")
    assert navigator.page.notice == ""


def test_the_page_with_the_words_says_it_again_and_so_do_the_pages_of_the_summary(
    tmp_path: Path, written: DecisionAid
) -> None:
    navigator = write(begin(tmp_path, aid=written), "我害怕")
    navigator.back()
    assert navigator.at == "question.own"
    assert SAYS in navigator.page.notice
    navigator.press("summary")
    assert SAYS in text_of(navigator.page)
    assert row_ids(navigator.page)[:2] == ["save", "as:html"]
    for row in ("read", "save"):
        navigator.choose(row)
        assert SAYS in text_of(navigator.page)
        navigator.back()
    navigator.choose("as:html")
    (saved,) = tmp_path.glob("my-summary*.html")
    assert "我害怕" in saved.read_text()
    assert navigator.at == "summary.saved"
    assert SAYS not in text_of(navigator.page)


PRINTABLE = (
    "I am afraid.",
    "Về biến chứng?",
    "ẹ̀jẹ̀",
    "Боюсь",
    "می‌ترسم",
    "מפחדת",
    "½ € ☺ → “x”",
    "\u200bx",
)


@pytest.mark.parametrize("words", PRINTABLE)
def test_nothing_is_said_of_words_that_can_be_shown(
    tmp_path: Path, written: DecisionAid, words: str
) -> None:
    navigator = write(begin(tmp_path, aid=written), words)
    assert navigator.page.notice == ""
    navigator.press("summary")
    assert SAYS not in text_of(navigator.page)
    assert "as:html" not in row_ids(navigator.page)


def test_nothing_is_said_of_words_that_never_print(tmp_path: Path, written: DecisionAid) -> None:
    navigator = begin(tmp_path, aid=written)
    navigator.press("pass_over")
    write(navigator, "我害怕")
    assert navigator.at == "question.who"
    assert navigator.page.notice == ""


def test_many_letters_are_not_all_named(tmp_path: Path, written: DecisionAid) -> None:
    words = "".join(chr(code) for code in range(0x4E00, 0x4E40))
    notice = write(begin(tmp_path, aid=written), words).page.notice
    assert f"{chr(0x4E0B)} …" in notice
    assert chr(0x4E0C) not in notice


def test_with_a_font_that_has_the_letters_nothing_is_said_and_the_pdf_shows_them(
    tmp_path: Path, written: DecisionAid
) -> None:
    start = replace(NO_TRACE, font=read_font(save_font(tmp_path, "我害")))
    navigator = write(begin(tmp_path, start, written), "我害")
    assert navigator.page.notice == ""
    navigator.press("summary")
    navigator.choose("save")
    navigator.choose("as:pdf-a4")
    (saved,) = tmp_path.glob("my-summary*.pdf")
    assert "我害" in "".join(pdf_text.pages(saved.read_bytes()))


def test_a_font_that_has_only_some_of_them_leaves_the_others_to_be_told(
    tmp_path: Path, written: DecisionAid
) -> None:
    start = replace(NO_TRACE, font=read_font(save_font(tmp_path, "我害")))
    notice = write(begin(tmp_path, start, written), "我害怕").page.notice
    assert f"{SAYS} 怕" in notice
