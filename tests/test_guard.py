"""Nothing leaves without each quotation, its body's name, and each line of urgent help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.report import guard
from decision_aid.report.editions import EDITIONS
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.typesetting import typeset
from decision_aid.summary.models import Advice, Block, StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from decision_aid.wording import Paragraph, Sentence
from decision_aid.words import Words, words
from tests import papers
from tests.conftest import ON
from tests.papers import FILES, rendered, rendered_anew
from tests.small import small_text

QUOTATIONS = """\
  quotations:
    - {id: p1, by: "MS Society, 2012", words: Do not have it outside a trial., source: nice}
    - {id: p2, by: "MS Society, 2018", words: The trials found no benefit., source: nice}
    - {id: p9, by: "NICE, 2019", words: This should not be used., source: nice}
  further:
    - when: {who: me}
      quotations: [{id: p5, by: "FDA, 2012", words: Not for me., source: nice}]
    - quotations: [{id: p22, by: "CIHR, 2017", words: We do not support it., source: nice}]
"""
PRINTED = """\
  printed: [Face drooping or a weak arm., "Sudden pain [nice]. Or swelling.", Call at once.]
"""
PIECES = (
    "Call 999",
    "Face drooping or a weak arm.",
    "Sudden pain.",
    "Or swelling.",
    "Call at once.",
    "MS Society, 2012: “Do not have it outside a trial.”",
    "MS Society, 2018: “The trials found no benefit.”",
    "NICE, 2019: “This should not be used.”",
    "CIHR, 2017: “We do not support it.”",
)


@pytest.fixture(scope="module")
def quoting(tmp_path_factory: pytest.TempPathFactory) -> DecisionAid:
    """An aid with three quotations and several lines of urgent help."""
    lines = small_text().splitlines(keepends=True)
    several = {"  quotations:": QUOTATIONS, "  printed: [": PRINTED}
    text = "".join(
        next((new for old, new in several.items() if line.startswith(old)), line) for line in lines
    )
    path: Path = tmp_path_factory.mktemp("guard") / "questions.yaml"
    path.write_text(text)
    return load(path)


@pytest.fixture(scope="module")
def quoted(quoting: DecisionAid) -> Summary:
    return make_summary(quoting, {}, ON)


@pytest.fixture(scope="module")
def staff_quoted(quoting: DecisionAid) -> StaffSummary:
    return make_staff_summary(quoting, {}, ON)


def test_these_are_all_the_pieces_without_which_nothing_leaves(quoted: Summary) -> None:
    assert tuple(guard.must_stand(quoted)) == PIECES


# --- each piece, in each format ------------------------------------------------------------------


def lacking(summary: Summary | StaffSummary, at: int) -> Summary | StaffSummary:
    """The summary as it would be set if a template lost that piece."""
    gone = Sentence("…", "gone")
    urgent, advice = summary.urgent_help, summary.recommendation
    number = iter(range(1, len(PIECES)))

    def cut(sentence: Sentence) -> Sentence:
        return gone if next(number) == at else sentence

    passages = tuple(replace(p, sentences=tuple(map(cut, p.sentences))) for p in urgent.passages)
    heading = "…" if at == 0 else urgent.heading
    quoted = tuple(replace(one, words=cut(one.words)) for one in advice.quoted)
    return replace(
        summary,
        urgent_help=Block(urgent.id, heading, passages),
        recommendation=replace(advice, quoted=quoted),
    )


@pytest.mark.parametrize("edition", ["patient", "staff"])
@pytest.mark.parametrize("lost", range(len(PIECES)), ids=PIECES)
def test_a_page_or_text_that_lost_one_piece_is_refused(
    quoted: Summary, staff_quoted: StaffSummary, edition: str, lost: int
) -> None:
    whole: Summary | StaffSummary = staff_quoted if edition == "staff" else quoted
    less = lacking(whole, lost)
    with pytest.raises(IncompleteReport, match=PIECES[lost]):
        guard.check_html(papers.html(less), whole)
    with pytest.raises(IncompleteReport, match=PIECES[lost]):
        guard.check_text(papers.text(less), whole)


@pytest.mark.parametrize("edition", ["patient", "large-print"])
@pytest.mark.parametrize("lost", range(len(PIECES)), ids=PIECES)
def test_a_pdf_that_lost_one_piece_is_refused(quoted: Summary, edition: str, lost: int) -> None:
    with pytest.raises(IncompleteReport, match=PIECES[lost]):
        guard.check_pdf(typeset(lacking(quoted, lost), EDITIONS[edition], "a4"), quoted)


@pytest.mark.parametrize("lost", range(len(PIECES)), ids=PIECES)
def test_a_staff_s_pdf_that_lost_one_piece_is_refused(
    staff_quoted: StaffSummary, lost: int
) -> None:
    with pytest.raises(IncompleteReport, match=PIECES[lost]):
        guard.check_pdf(typeset(lacking(staff_quoted, lost), EDITIONS["staff"], "a4"), staff_quoted)


def test_the_name_of_a_body_is_asked_for_too(quoted: Summary) -> None:
    advice = quoted.recommendation
    for at, one in enumerate(advice.quoted):
        named = [*advice.quoted]
        named[at] = replace(one, by="Somebody")
        less = replace(quoted, recommendation=replace(advice, quoted=tuple(named)))
        with pytest.raises(IncompleteReport, match=one.by):
            guard.check_text(papers.text(less), quoted)


@pytest.mark.parametrize(("form", "edition"), FILES)
def test_no_format_leaves_unguarded(
    quoted: Summary,
    staff_quoted: StaffSummary,
    form: str,
    edition: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    summary: Summary | StaffSummary = staff_quoted if edition == "staff" else quoted
    file = rendered_anew(summary, form, "a4", edition)
    assert file
    wanted = [*PIECES, "A piece that no template prints."]
    monkeypatch.setattr(guard, "must_stand", lambda _summary: iter(wanted))
    with pytest.raises(IncompleteReport, match="A piece that no template prints"):
        rendered_anew(summary, form, "a4", edition)


@pytest.mark.parametrize("form", ["txt", "json"])
@pytest.mark.parametrize("edition", ["patient", "staff"])
def test_every_piece_stands_in_every_file(
    quoted: Summary, staff_quoted: StaffSummary, form: str, edition: str
) -> None:
    file = rendered(staff_quoted if edition == "staff" else quoted, form, "a4", edition).decode()
    visible = "".join(file.split())
    for piece in PIECES:
        assert "".join(piece.split()) in visible


def test_the_line_for_the_record_says_what_the_bodies_advise(quoting: DecisionAid) -> None:
    assert "What is advised: They advise against it." in make_record_line(
        make_staff_summary(quoting, {}, ON)
    )


# --- what counts as seen -------------------------------------------------------------------------


@dataclass(frozen=True)
class Asking:
    """What must stand in a file."""

    urgent_help: Block
    recommendation: Advice
    words: Words


def asking_for(heading: str, *others: str) -> Asking:
    """Something that must show these texts, the first of them as a heading."""
    passages = tuple(Paragraph("text", (Sentence(one, "x"),)) for one in others)
    return Asking(Block("urgent_help", heading, passages), Advice("", (), (), ()), words("en"))


@pytest.mark.parametrize(
    "page",
    [
        "<p>Call 999</p>",
        "<p>Call<br>999</p>",
        "<p>Call <b>999</b></p>",
        "<p>Call\u200b 999</p>",
        "<p>Call &#57;99",
        "<p>Call 999 &amp",
        "<div hidden><br></div><p>Call 999</p>",
        "<div hidden><p>No</p><hr><img></div><p>Call 999</p>",
        "<style>p {}</style><p>Call 999</p>",
        "<p>Call 999</p><style>p {}</style>",
        "<link><meta><p>Call 999</p>",
        "</p><p>Call 999</p>",
        f"<p>{'x' * 5000} Call 999</p>",
        f"<p>{'x' * 4089}Call 999</p>",
        f"<p>{'x' * 4092}Call 999",
        "<ul><li>One<li>Call 999</ul>",
    ],
)
def test_what_a_page_shows_counts(page: str) -> None:
    assert guard.check_html(page, asking_for("Call 999")) == page


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<p>Call 99</p>",
        "<p hidden>Call 999</p>",
        "<div hidden><p>Call 999</p></div>",
        "<div hidden><br>Call 999</div>",
        "<div hidden><p>No</p>Call 999</div>",
        "<div hidden><p><b>No</b></p><p>Call 999</p></div>",
        '<p style="display:none">Call 999</p>',
        '<p class="x" hidden>Call 999</p>',
        "<style>Call 999</style>",
        "<script>Call 999</script>",
        "<template><p>Call 999</p></template>",
        "<noscript>Call 999</noscript>",
        "<head><title>Call 999</title></head>",
        "<title>Call 999</title>",
        "<head><x>Call 999</x></head>",
        "<!-- Call 999 -->",
        '<p title="Call 999"></p>',
        "<p>999 Call</p>",
    ],
)
def test_what_a_page_does_not_show_does_not_count(page: str) -> None:
    with pytest.raises(IncompleteReport, match="Call 999"):
        guard.check_html(page, asking_for("Call 999"))


def test_the_first_that_is_missing_is_named() -> None:
    with pytest.raises(IncompleteReport, match="it would lack 'Second'"):
        guard.check_text("First. Fourth.", asking_for("First", "Second", "Third", "Fourth"))


def test_two_ways_of_writing_a_letter_are_one() -> None:
    assert guard.check_text("Caf\u00e9", asking_for("Cafe\u0301"))


def test_words_that_are_split_over_two_pages_count(quoted: Summary) -> None:
    for edition in ("patient", "large-print"):
        data = typeset(quoted, EDITIONS[edition], "letter")
        assert guard.check_pdf(data, quoted) == data


def several(summary: Summary) -> Iterator[Summary]:
    """With the words of each quotation under another body's name."""
    advice = summary.recommendation
    names = [one.by for one in advice.quoted]
    for shift in (1, 2):
        turned = [*names[shift:], *names[:shift]]
        mixed = tuple(replace(one, by=by) for one, by in zip(advice.quoted, turned, strict=True))
        yield replace(summary, recommendation=replace(advice, quoted=mixed))


def test_words_under_another_body_s_name_are_refused(quoted: Summary) -> None:
    for mixed in several(quoted):
        with pytest.raises(IncompleteReport, match="MS Society, 2012"):
            guard.check_text(papers.text(mixed), quoted)
