"""What leaves as a file: page 1 whole in each format, checked, safe, and saved in one step.

The golden files are renewed by `python -m tests.test_report`, and then read before they are kept.
"""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pytest
from jinja2 import Environment, nodes
from page import ValidationProfile, validate_pdf_bytes

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.plain_text import FREE_TEXT_LIMIT
from decision_aid.report import guard, pdf_text
from decision_aid.report.context import MOST_MARKS
from decision_aid.report.editions import PATIENT
from decision_aid.report.format import Paper
from decision_aid.report.glyphs import printable
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.saving import NotSaved, save
from decision_aid.report.templating import WIDTH
from decision_aid.report.typesetting import typeset
from decision_aid.summary.models import Block, Quoted, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.wording import Paragraph, Sentence
from tests import papers
from tests.browser import printed
from tests.conftest import ON

HERE = Path(__file__).parent
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


@pytest.fixture(scope="module")
def summary() -> Summary:
    return mini()


@pytest.fixture(scope="module", params=PATIENTS, ids=lambda path: path.stem)
def patient(request: pytest.FixtureRequest, aid: DecisionAid) -> Summary:
    return paper_of(request.param, aid)


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
        return folded("".join(pdf_text.pages(papers.pdf(summary, "a4"))))
    page = Seen()
    page.feed(papers.html(summary))
    return folded(page.text)


def folded(text: str) -> str:
    return "".join(text.split())


def saying(text: str) -> Summary:
    """A summary with that text where a person's own words stand, and in a heading."""
    own = Block("own", text[:40], (Paragraph("text", (Sentence(text, "own"),)),))
    return replace(mini(), details=(own,))


# --- page 1 ------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_page_1_has_one_order_for_whoever_is_deciding(form: Form, summary: Summary) -> None:
    order = [
        summary.title,
        *(block.heading for block in summary.opening),
        summary.urgent_help.heading,
        summary.recommendation.heading,
        "To fill in by hand",
        summary.table.heading,
    ]
    found = [seen(form, summary).find(folded(heading)) for heading in order]
    assert -1 not in found
    assert found == sorted(found)


@pytest.mark.parametrize("form", FORMS)
def test_whoever_was_treated_reads_urgent_help_before_all_else(form: Form) -> None:
    treated = mini(who=["supporter"])
    words = seen(form, treated)
    assert treated.main
    assert not treated.opening
    for block in treated.main:
        assert words.find(folded(treated.urgent_help.heading)) < words.find(folded(block.heading))
        assert words.find(folded(block.heading)) < words.find(
            folded(treated.recommendation.heading)
        )


@pytest.mark.parametrize("template", ["summary.html.j2", "summary.txt.j2"])
def test_recommendation_and_urgent_help_stand_under_no_condition(template: str) -> None:
    source = (paths.reports() / template).read_text(encoding="utf-8")
    parsed = Environment(autoescape=True).parse(source)
    everywhere = list(named(parsed))
    inside = [
        name
        for part in parsed.find_all((nodes.If, nodes.For, nodes.Macro, nodes.CondExpr))
        for name in named(part)
    ]
    assert {"urgent_help", "recommendation"} <= set(everywhere)
    assert not {"urgent_help", "recommendation"} & set(inside)


def named(part: nodes.Node) -> Iterator[str]:
    """What the template takes from the summary."""
    return (found.attr for found in part.find_all(nodes.Getattr))


def test_in_the_pdf_too_page_1_is_a_plain_list_of_its_parts() -> None:
    source = (paths.reports() / "summary.typ").read_text(encoding="utf-8")
    placed = re.search(r"#one-page\[\n(.*?)\n\]\n", source, re.DOTALL)
    assert placed
    lines = [line for line in placed[1].split("\n") if line.startswith("  ") and line[2] != " "]
    assert lines == [
        "  #warning(data.warning)",
        "  = #data.title",
        "  #runs(data.lead)",
        "  #parts(data.opening)",
        "  #framed(data.urgent_help.heading, runs(data.urgent_help.runs))",
        "  #parts(data.main)",
        "  #part(data.recommendation.heading, above: rule)[",
        "  ]",
    ]


@pytest.mark.parametrize("paper", PAPERS)
def test_page_1_of_every_patient_fits_on_one_page(patient: Summary, paper: Paper) -> None:
    first, second, *_ = pdf_text.pages(papers.pdf(patient, paper))
    in_short = patient.recommendation.in_short[-1].text
    assert folded(first).endswith(folded(in_short))
    assert second.startswith("To fill in by hand")


@pytest.mark.parametrize("paper", PAPERS)
def test_page_1_is_set_in_12_point(patient: Summary, paper: Paper) -> None:
    with pikepdf.open(io.BytesIO(papers.pdf(patient, paper))) as pdf:
        sizes = {float(size) for size in letters_set_in(pdf.pages[0])}
    assert sizes == {16.0, 12.0, 9.5, 9.0}  # title, body, foot, source marks


def letters_set_in(page: pikepdf.Page) -> Iterator[Any]:
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "Tf":
            yield instruction.operands[1]


def test_a_page_1_that_is_too_long_loses_nothing(summary: Summary) -> None:
    long = replace(summary, opening=summary.opening * 12)
    first, second, *_ = pdf_text.pages(papers.pdf(long, "a4"))
    assert folded(first + second).count(folded(summary.opening[0].heading)) == 12


@pytest.mark.parametrize("form", FORMS)
def test_a_guide_past_its_day_says_so_first(form: Form, summary: Summary) -> None:
    warning = "This guide is out of date. It was good until 20 November 2028."
    words = seen(form, replace(summary, warning=warning, out_of_date=True))
    assert words.removeprefix("outofdate").startswith(folded(warning))


def test_out_of_date_stands_across_every_page(summary: Summary) -> None:
    sound, old = (
        typeset(replace(summary, out_of_date=late), PATIENT, "a4") for late in (False, True)
    )
    for before, after in zip(drawn_at_64_point(sound), drawn_at_64_point(old), strict=True):
        assert (before, after) == (0, 1)
    assert validate_pdf_bytes(old, profile=ValidationProfile.PDF_UA_1).is_compliant


def drawn_at_64_point(data: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [[float(size) for size in letters_set_in(page)].count(64.0) for page in pdf.pages]


# --- nothing leaves without the recommendation and urgent help ------------------------------------


def without(summary: Summary, lost: str) -> Summary:
    """The summary as it would be set if a template lost something."""
    advice, urgent = summary.recommendation, summary.urgent_help
    one = advice.quoted[0]
    words = replace(one.words, text="It should perhaps not be used.")
    if lost == "urgent help":
        return replace(summary, urgent_help=replace(urgent, passages=()))
    if lost == "its heading":
        return replace(summary, urgent_help=replace(urgent, heading="Good to know"))
    quoted = {
        "a quotation": (),
        "a quotation's words": (replace(one, words=words),),
        "who said it": (Quoted("Somebody", one.words, one.beside),),
    }
    return replace(summary, recommendation=replace(advice, quoted=quoted[lost]))


LOST = ["urgent help", "its heading", "a quotation", "a quotation's words", "who said it"]


@pytest.mark.parametrize("lost", LOST)
def test_a_file_that_lost_something_is_refused(summary: Summary, lost: str) -> None:
    less = without(summary, lost)
    with pytest.raises(IncompleteReport):
        guard.check_html(papers.html(less), summary)
    with pytest.raises(IncompleteReport):
        guard.check_text(papers.text(less), summary)
    with pytest.raises(IncompleteReport):
        guard.check_pdf(typeset(less, PATIENT, "a4"), summary)


BROKEN = {
    "html": ("{{ quotations(summary.recommendation.quoted) -}}", ""),
    "txt": ("{{ runs(summary.urgent_help.runs) -}}", ""),
    "pdf": ("“#one.words.text”", "“…”"),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_template_that_drops_a_part_makes_no_file(
    form: Form, summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "reports"
    shutil.copytree(paths.reports(), templates)
    name = "summary.typ" if form == "pdf" else f"summary.{form}.j2"
    source = (templates / name).read_text(encoding="utf-8")
    before, after = BROKEN[form]
    assert before in source
    (templates / name).write_text(source.replace(before, after), encoding="utf-8")
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path)
    with pytest.raises(IncompleteReport):
        seen(form, summary)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        "<div hidden><p>{}</p></div>",
        '<p style="display:none">{}</p>',
        "<style>{}</style>",
        "<template>{}</template>",
        "<!-- {} -->",
        '<p title="{}"></p>',
    ],
)
def test_what_a_page_hides_does_not_count(summary: Summary, hidden: str) -> None:
    said = "This procedure should not be used."
    page = papers.html(summary)
    with pytest.raises(IncompleteReport):
        guard.check_html(page.replace(said, hidden.format(said)), summary)


def test_the_style_sheet_hides_nothing_on_paper_but_the_second_foot() -> None:
    sheet = (paths.reports() / "print.css").read_text(encoding="utf-8")
    assert re.findall(r"([^{}]*)\{[^{}]*display: none", sheet) == ["\n  footer "]
    assert "visibility" not in sheet
    assert "opacity" not in sheet


def test_words_that_no_font_can_print_are_refused_rather_than_printed_as_boxes(
    summary: Summary,
) -> None:
    advice = summary.recommendation
    chinese = replace(advice.quoted[0], words=Sentence("不应使用", "p9", ("nice-2019",)))
    foreign = replace(summary, recommendation=replace(advice, quoted=(chinese,)))
    assert "不应使用" in papers.html(foreign)
    with pytest.raises(IncompleteReport):
        papers.pdf(foreign, "a4")


# --- what every file holds ----------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_everything_that_is_said_is_printed_with_its_sources(form: Form, patient: Summary) -> None:
    words = seen(form, patient)
    blocks = (*patient.opening, *patient.main, *patient.details, patient.imprint)
    for block in (*blocks, patient.urgent_help, patient.table.box):
        assert folded(block.heading) in words
        for sentence in (one for said in block.passages for one in said.sentences):
            assert folded(sentence.text) + marks(patient, sentence) in words
    for source in patient.sources:
        assert f"{source.number}.{folded(source.source.short)}" in words or form == "html"
        assert folded(source.source.address) in words


def marks(summary: Summary, sentence: Sentence) -> str:
    numbers = ",".join(str(summary.number(source)) for source in sentence.sources)
    return f"[{numbers}]" if numbers else ""


@pytest.mark.parametrize("form", ["html", "txt"])
def test_the_file_is_what_it_was(form: Literal["html", "txt"], summary: Summary) -> None:
    assert golden(form, summary) == (GOLDEN / f"mini.{form}").read_bytes()


def golden(form: Literal["html", "txt"], summary: Summary) -> bytes:
    """The file without its style, which lies in reports/, but for the foot made for this one."""
    bare = re.sub(rb"(?s)(?<=<style>).*(?=@page { @bottom)", b"\n", made(form, summary))
    return re.sub(rb"sha256-[\w+/=]+", b"sha256-...", bare)


def made(form: Form, summary: Summary) -> bytes:
    if form == "pdf":
        return papers.pdf(summary, "a4")
    return (papers.html if form == "html" else papers.text)(summary).encode()


PROCESS = """
import hashlib, sys
from tests.test_report import FORMS, made, mini
print([hashlib.sha256(made(form, mini())).hexdigest() for form in FORMS])
"""


def test_the_same_summary_is_the_same_bytes_in_every_process(summary: Summary) -> None:
    here = [hashlib.sha256(made(form, summary)).hexdigest() for form in FORMS]
    assert here == [hashlib.sha256(made(form, summary)).hexdigest() for form in FORMS]
    for seed in ("1", "2"):
        assert in_process(PROCESS, PYTHONHASHSEED=seed, TZ="Asia/Tokyo") == f"{here}\n"


def in_process(program: str, *arguments: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=os.environ | environment,
        cwd=HERE.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_importing_the_report_brings_neither_jinja2_nor_typst() -> None:
    program = "import sys, decision_aid.report; print({'jinja2', 'typst'} & {*sys.modules})"
    assert in_process(program) == "set()\n"


# --- the pdf --------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pdf_passes_pdf_ua(patient: Summary, paper: Paper) -> None:
    verdict = validate_pdf_bytes(papers.pdf(patient, paper), profile=ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in verdict.failures] == []


def structure(node: Any) -> Iterator[Any]:
    """The elements of a tagged PDF in reading order."""
    yield node
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from structure(child)


@pytest.fixture(scope="module")
def opened(patient: Summary) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(papers.pdf(patient, "a4"))) as pdf:
        yield pdf


def test_each_picture_says_in_words_what_it_shows(patient: Summary, opened: pikepdf.Pdf) -> None:
    figures = [one for one in structure(opened.Root.StructTreeRoot) if one.get("/S") == "/Figure"]
    alts = [array.alt for picture in patient.pictures for array in picture.arrays]
    assert [str(figure.Alt) for figure in figures] == alts
    assert all(figure.get("/K") is not None for figure in figures)


def test_each_icon_is_three_millimetres_or_more_and_black_on_white(patient: Summary) -> None:
    page = papers.html(patient)
    for width, drawn in re.findall(
        r'viewBox="0 0 ([\d.]+) [\d.]+">\n<path fill="cur.*? d="(.*?)"', page
    ):
        assert float(width) >= 10 * 3.5
        assert set(re.findall(r"a([\d.]+) ", drawn)) <= {"1.55"}
    assert "rgb" not in page
    assert not re.search(r"#[0-9a-f]{3,6}\b(?!;)", page.split("</style>")[0].split("<style>")[1])


def test_the_fonts_are_ours_and_embedded(opened: pikepdf.Pdf) -> None:
    fonts = {
        str(font.BaseFont).partition("+")[2]: font
        for page in opened.pages
        for font in page.Resources.get("/Font", {}).values()
    }
    ours = {"AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold", "DejaVuSans"}
    assert set(fonts) <= ours | {"DejaVuSans-Bold"}
    for font in fonts.values():
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_the_pdf_has_headings_language_and_a_title_that_tells_nothing(
    patient: Summary, opened: pikepdf.Pdf
) -> None:
    assert str(opened.Root.Lang) == "en"
    assert str(opened.docinfo.Title) == "Decision aid summary"
    assert "/CreationDate" not in opened.docinfo
    headings = [str(item.title) for item in walk(opened.open_outline().root)]
    assert patient.title in headings
    assert patient.urgent_help.heading in headings
    assert patient.recommendation.heading in headings


def test_what_was_typed_stands_on_the_pages_and_nowhere_about_the_pdf(aid: DecisionAid) -> None:
    given = dict(load_answers(PATIENTS[0], aid)) | {"ask_words": "PLANTED-WORDS"}
    made = papers.pdf(make_summary(aid, given, ON), "a4")
    assert "PLANTED-WORDS" in "".join(pdf_text.pages(made))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert "PLANTED" not in str(dict(pdf.docinfo)) + str(pdf.open_metadata())


def walk(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from walk(item.children)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.parametrize("paper", PAPERS)
def test_each_page_says_its_number_the_version_and_where_the_sources_are(
    patient: Summary, paper: Paper
) -> None:
    pages = by_poppler(papers.pdf(patient, paper))
    first = next(
        n for n, page in enumerate(pages, 1) if re.search(r"^Sources$", page, re.MULTILINE)
    )
    said = f"Evidence read 20 November 2026. Sources: page {first}. "
    version = f"Version {patient.version}, {patient.content_hash[:6]}."
    for number, page in enumerate(pages, 1):
        assert said + version in page
        assert f"Page {number} of {len(pages)}." in page


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
def test_our_reading_of_a_pdf_agrees_with_poppler(patient: Summary) -> None:
    pdf = papers.pdf(patient, "letter")
    ours, theirs = list(pdf_text.pages(pdf)), by_poppler(pdf)
    assert len(ours) == len(theirs)
    assert folded(theirs[0]).startswith(folded(ours[0])[:1000])
    assert sorted(folded(ours[0])) == sorted(folded(theirs[0].partition("Evidence read")[0]))


def by_poppler(pdf: bytes) -> list[str]:
    command = ["pdftotext", "-raw", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_row_is_never_split_and_the_box_stands_with_the_last(
    patient: Summary, paper: Paper
) -> None:
    pages = [folded(page) for page in pdf_text.pages(papers.pdf(patient, paper))]
    for row in patient.table.rows:
        parts = [s.text for cell in row.cells for s in cell.sentences]
        assert any(all(folded(part) in page for part in (row.name, *parts)) for page in pages)
    table = patient.table
    (page,) = (page for page in pages if folded(table.box.heading) in page)
    assert folded(table.rows[-1].name) in page


# --- the page and the plain text ------------------------------------------------------------------


def test_the_page_asks_for_nothing_and_runs_nothing(summary: Summary) -> None:
    page = papers.html(summary)
    assert "<script" not in page
    fonts = re.findall(r'src: url\("data:font/woff2;base64,[\w+/]+=*"\) format\("woff2"\);', page)
    assert page.count("url(") == page.count("data:") - 1 == len(fonts) == 4
    assert not re.search(r"(src|action|formaction|@import)\s*[=(]", page)
    assert all(link.startswith("#") for link in re.findall(r'href="(.*?)"', page))
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    policy = re.search(r'Content-Security-Policy" content="(.*?)"', page)
    assert policy
    digest = hashlib.sha256(style[1].encode()).digest()
    assert f"'sha256-{base64.b64encode(digest).decode()}'" in policy[1].replace("&#39;", "'")
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert policy[1].endswith("&#39;; font-src data:")
    assert "unsafe" not in policy[1]


@pytest.mark.parametrize("sheet", ["print", "large-print", "staff"])
def test_a_style_sheet_names_no_font_that_the_page_does_not_carry(sheet: str) -> None:
    text = (paths.reports() / f"{sheet}.css").read_text(encoding="utf-8")
    named = re.findall(r"font(?:-family)?:[^;\"]*(\"[^;]*);", text)
    assert set(named) == {'"Atkinson Hyperlegible Next", "DejaVu Sans", sans-serif'}
    assert len(named) == len(re.findall(r"sans-serif|font-family", text))


def test_the_page_has_the_structure_that_a_screen_reader_needs(summary: Summary) -> None:
    page = papers.html(summary)
    assert '<html lang="en">' in page
    assert "<title>Decision aid summary</title>" in page
    assert page.count("<main>") == page.count("<h1>") == 1
    assert page.count('scope="col"') == len(summary.table.columns)
    assert page.count('scope="row"') == len(summary.table.rows)
    labels = re.findall(r'<svg role="img" aria-label="(.*?)"', page)
    assert labels == [array.alt for picture in summary.pictures for array in picture.arrays]
    for number in re.findall(r'href="#source-(\d+)"', page):
        assert f'<li id="source-{number}">' in page


def test_the_version_cannot_break_out_of_the_style_sheet(summary: Summary) -> None:
    page = papers.html(replace(summary, version='1"} body{display:none} </style><script>'))
    assert "body{display" not in page.split("<main>")[0]
    assert "<script" not in page


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
def test_a_browser_accepts_the_style_and_prints_the_longest_page_1_on_one_page(
    aid: DecisionAid, tmp_path: Path
) -> None:
    longest = max((paper_of(path, aid) for path in PATIENTS), key=words_on_page_1)
    first, second, *_ = by_poppler(printed(papers.html(longest), tmp_path))
    assert "Page 1 of" in first  # which only the style sheet says
    assert folded(longest.recommendation.in_short[-1].text) in folded(first)
    assert "To fill in by hand" in second


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


CARRIED = {
    "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-Bold", "DejaVuSans",
    "DejaVuSans-Bold",
}  # fmt: skip


def fonts_in(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [font for page in opened.pages for font in page.Resources.Font.values()]
        return {str(font.BaseFont).rpartition("+")[2].lstrip("/") for font in fonts}


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs Debian's package poppler-utils")
@pytest.mark.chromium
def test_page_1_is_the_same_whatever_fonts_the_machine_has(
    summary: Summary, tmp_path: Path
) -> None:
    page = papers.html(summary)
    bare, here = (printed(page, tmp_path, bare=bare) for bare in (True, False))
    assert where_each_word_stands(bare) == where_each_word_stands(here)


def where_each_word_stands(pdf: bytes) -> list[str]:
    command = ["pdftotext", "-bbox", "-l", "1", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return re.findall("<word.*?</word>", done.stdout.decode())


def words_on_page_1(summary: Summary) -> int:
    return len(papers.text(summary).partition("To fill in by hand")[0].split())


def test_the_text_is_narrow_and_plain(patient: Summary) -> None:
    text = papers.text(patient)
    assert max(map(len, text.split("\n"))) <= WIDTH
    assert not re.search(r"[\u2500-\u259f\x00-\x09\x0b-\x1f\x7f-\x9f]| $", text, re.MULTILINE)
    assert text.endswith(".\n")
    assert "\n\n\n\n" not in text
    for picture in patient.pictures:
        for array in picture.arrays:
            assert folded(array.alt.rstrip(".")) in folded(text)


# --- text from outside -------------------------------------------------------------------------

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
    "direction marks": ("a\u202egnp.exe\u2066x", "a\ufffdgnp.exe\ufffdx"),
    "a lone surrogate": ("a\ud800b", "a\ufffdb"),
    "a null": ("a\x00b", "a\ufffdb"),
    "a soft hyphen": ("a\xadb", "a\ufffdb"),
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


# --- saving ------------------------------------------------------------------------------------


def test_a_file_is_whole_and_its_owner_s_alone(tmp_path: Path) -> None:
    path = tmp_path / "my summary.pdf"
    before = os.umask(0)
    try:
        save(b"one", path)
        save(b"two", path)
    finally:
        os.umask(before)
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def folder(path: Path) -> None:
    path.mkdir()


def link(path: Path) -> None:
    target = path.with_name("elsewhere")
    target.write_bytes(b"old")
    path.symlink_to(target)


def dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "reason"),
    [(folder, "a folder"), (link, "a link"), (dangling, "a link"), (pipe, "not a file")],
)
def test_all_but_a_file_is_refused(
    tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "there"
    make(path)
    before = [(one.name, one.lstat().st_mode) for one in sorted(tmp_path.iterdir())]
    with pytest.raises(NotSaved, match=reason):
        save(b"new", path)
    assert [(one.name, one.lstat().st_mode) for one in sorted(tmp_path.iterdir())] == before
    if make is link:
        assert path.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["no/such/folder.pdf", "x" * 300, "a\x00b", "\ud800", "."])
def test_a_place_that_cannot_be_is_named_in_plain_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSaved):
        save(b"new", tmp_path / name)
    assert list(tmp_path.iterdir()) == []


CUT_SHORT = """
import resource, sys
from pathlib import Path
from decision_aid.report.saving import NotSaved, save
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    save(b"x" * 5000, Path(sys.argv[1]))
except NotSaved as error:
    print(error)
"""


def test_a_file_cut_short_leaves_the_old_one_and_no_stray(tmp_path: Path) -> None:
    path = tmp_path / "summary.pdf"
    path.write_bytes(b"old")
    assert in_process(CUT_SHORT, str(path)) == f"{path}: it is larger than a file may be there\n"
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


FORBIDDEN = """
import os, sys
from pathlib import Path
from decision_aid.report.saving import NotSaved, save
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    save(b"new", Path(sys.argv[1]))
except NotSaved as error:
    print(error)
"""


def test_a_folder_that_may_not_be_written_stays_as_it_was() -> None:
    closed = Path(tempfile.mkdtemp())  # pytest's own folders are closed to others anyway
    closed.chmod(0o555)
    path = closed / "summary.pdf"
    try:
        assert in_process(FORBIDDEN, str(path)) == f"{path}: you may not write there\n"
        assert list(closed.iterdir()) == []
    finally:
        closed.rmdir()


if __name__ == "__main__":
    for kind in ("html", "txt"):
        (GOLDEN / f"mini.{kind}").write_bytes(golden(kind, mini()))
