"""The pages of the end of a visit: what can be done with the summary, and the summary itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.content import Picks
from decision_aid.frozen import replace
from decision_aid.report.formats import BOOKLETS, OFFERS
from decision_aid.screens.kept_words import is_kept, where
from decision_aid.screens.page import Entry, Meaning, Page, Part, Prose, Row
from decision_aid.screens.parts import contact_item, prose
from decision_aid.screens.screen import keys_anywhere
from decision_aid.spoken import join

if TYPE_CHECKING:
    from decision_aid.report.format import Paper
    from decision_aid.screens.sitting import Sitting
    from decision_aid.summary.models import Advice, Block, Summary
    from decision_aid.visit import Visit
    from decision_aid.wording import Sentence
    from decision_aid.words.en import ScreenWords


LONGEST_PATH = 4096
"""The most characters of the name of a folder."""


def _page(
    visit: Visit, heading: str, parts: tuple[Part, ...], rows: tuple[Row, ...], at: int | None = 0
) -> Page:
    return Page(visit.words.screens.summary, heading, parts, rows, at=at, keys=_keys(visit))


def _keys(visit: Visit) -> tuple[Meaning, ...]:
    anywhere = keys_anywhere(counsels=visit.counsels)
    return ("go_on", "back", *(key for key in anywhere if key != "summary"))


def home_page(visit: Visit, saved: Path | None, *, can_print: bool) -> Page:
    """What can be done with the summary."""
    says = visit.words.screens
    so_far = says.summary_so_far if visit.shown is not None else ""
    parts = [Prose("text", text) for text in (says.summary_lead, so_far) if text]
    if saved:
        parts += [Prose("text", says.saved_as), Prose("accent", str(saved))]
    rows = (
        Row("save", says.save_it),
        Row("read", says.read_here),
        Row("questions", says.change_answer),
        *((Row("covered", says.covered),) if visit.counsels else ()),
        Row("finish", says.finish),
        Row("open", says.open_it, early=True),
        *((Row("print_it", says.print_it, early=True),) if can_print else ()),
    )
    return _page(visit, says.summary_title, tuple(parts), rows)


def usual_paper(visit: Visit) -> Paper:
    """The paper that printers have where the person lives."""
    for question in visit.interview.path:
        takes, value = question.takes(), visit.interview.heard.get(question.id)
        if isinstance(takes, Picks) and value is not None:
            picked = value if isinstance(value, tuple) else (str(value),)
            if any(one.paper == "letter" for one in takes.choices if one.id in picked):
                return "letter"
    return "a4"


def offers(visit: Visit) -> list[str]:
    """The forms to save it in; of papers the usual one first."""
    first, booklet = f"pdf-{usual_paper(visit)}", f"facts-{usual_paper(visit)}"
    sheets = (name for name in OFFERS if name != first and name not in BOOKLETS)
    return [first, *sheets, booklet]


def read_page(visit: Visit) -> Page:
    """The whole summary, but for the table and the pictures, which have screens of their own."""
    says, summary = visit.words.screens, visit.summary()
    rows = (Row("save", says.save_it), Row("table", says.show_table), Row("home", says.go_back))
    return Page(
        says.summary,
        summary.title,
        tuple(_read(says, summary)),
        rows,
        at=0,
        long="by_heading",
        chapters=tuple(_chapters(says, summary)),
        sources=tuple(one.source.id for one in summary.sources),
        doors=("table",),
        keys=_keys(visit),
    )


def with_unprintable(visit: Visit, page: Page, said: str) -> Page:
    """The page with what is said of letters that no PDF would show, and a form that shows them."""
    first, rest = page.parts[:1], page.parts[1:]
    says, rows = visit.words.screens, page.rows
    if rows[0].id == "save":
        rows = (rows[0], Row("as:html", says.save_page), *rows[1:])
    return replace(page, parts=(*first, Prose("notice", said), *rest), rows=rows)


def save_page(visit: Visit, folder: Path) -> Page:
    """The forms in which it can be saved."""
    says = visit.words.screens
    rows = (
        *(Row(f"as:{name}", offer_in_words(visit, name)) for name in offers(visit)),
        Row("elsewhere", says.save_elsewhere),
        Row("home", says.go_back),
    )
    parts = (Prose("text", says.save_lead), Prose("accent", str(folder)))
    return _page(visit, says.save_title, parts, rows)


def offer_in_words(visit: Visit, offer: str) -> str:
    """The offer in words; whoever was treated hears that the booklet can be left out."""
    said = visit.words.formats[offer]
    if offer in BOOKLETS and visit.summary().urgent_first:
        return visit.words.screens.can_leave_out.format(offer=said)
    return said


def folder_page(visit: Visit, folder: Path, written: str) -> Page:
    """Where else it may be saved; what was written stands there to be mended."""
    says = visit.words.screens
    return Page(
        says.summary,
        says.folder_title,
        (Prose("text", says.folder_lead.format(folder=folder)),),
        entry=Entry("line", LONGEST_PATH, written, says.go_on),
        keys=_keys(visit),
    )


def saved_page(visit: Visit, saved: Path, printed: str, *, can_print: bool) -> Page:
    """Where it is, and what became of printing it."""
    says = visit.words.screens
    parts = (
        Prose("text", says.saved_as),
        Prose("accent", str(saved)),
        Prose("text", printed or says.saved_next),
    )
    rows = (
        *((Row("print", says.print_now),) if can_print else ()),
        Row("save", says.save_another),
        Row("home", says.go_back),
        Row("finish", says.finish),
        Row("open_saved", says.open_it, early=True),
    )
    return _page(visit, says.saved_title, parts, rows, None)


def not_saved_page(visit: Visit, reason: str) -> Page:
    """Why it was not saved, and what can be tried."""
    says = visit.words.screens
    rows = (
        Row("again", says.try_again),
        Row("at_home", says.save_home),
        Row("elsewhere", says.save_elsewhere),
        Row("save", says.save_another),
        Row("home", says.go_back),
    )
    parts = (Prose("text", says.not_saved.format(reason=reason)),)
    return _page(visit, says.not_saved_title, parts, rows)


def printed_page(visit: Visit) -> Page:
    """What was sent already is sent once more only where that is asked for in words."""
    says = visit.words.screens
    rows = (Row("to_saved", says.go_back), Row("print_again", says.print_again))
    return _page(visit, says.printed_title, (Prose("text", says.printed_lead),), rows)


def leaving_page(sitting: Sitting) -> Page:
    """What becomes of the answers on leaving, where no summary was saved."""
    visit = sitting.begun
    says = visit.words.screens
    rows = (
        Row("save", says.save_first),
        Row("leave", says.finish_anyway),
        Row("home", says.go_back),
        *((Row("keep", says.keep_after_all),) if sitting.may_still_keep else ()),
    )
    return _page(visit, says.not_saved_yet_title, _becomes(sitting), rows)


def _becomes(sitting: Sitting) -> tuple[Prose, ...]:
    visit = sitting.begun
    says, session = visit.words.screens, visit.session
    if session is None or not is_kept(visit):
        return (Prose("text", says.not_saved_yet),)
    place = where(visit.words, shared=sitting.shared)
    kept = says.kept_under.format(where=place, label=session.entry.label)
    code = says.kept_code.format(code=session.code)
    return (Prose("text", kept), *((Prose("text", code),) if session.code else ()))


# --- the summary, in the order in which it is printed ---


def _read(says: ScreenWords, summary: Summary) -> Iterator[Part]:
    yield from prose((*summary.lead, *summary.noted))
    card = (summary.urgent_help,) if summary.urgent_help.heading else ()
    for block in (*(card if summary.urgent_first else ()), *summary.side_1):
        yield from _block(block)
    yield from _advice(says, summary.recommendation)
    for block in (*(() if summary.urgent_first else card), *summary.side_2, *summary.details):
        yield from _block(block)
    yield from _contacts(says, summary)
    yield from _block(summary.imprint)


def _chapters(says: ScreenWords, summary: Summary) -> Iterator[str]:
    """The headings of that, without those within a block."""
    yield from (summary.recommendation.heading, says.contacts)
    blocks = (*summary.side_1, *summary.side_2, *summary.details)
    yield from (one.heading for one in (*blocks, summary.urgent_help, summary.imprint))


def _block(block: Block) -> Iterator[Part]:
    yield Prose("heading", block.heading)
    yield from prose(block.passages)


def _advice(says: ScreenWords, advice: Advice) -> Iterator[Part]:
    yield Prose("heading", advice.heading)
    yield Prose("text", _text(advice.lead))
    for one in (*advice.quoted, *advice.more_quoted):
        yield Prose("text", says.quoted_by.format(by=one.by))
        yield Prose("say", one.words.text)
        yield from prose(one.beside)
    yield Prose("text", _text(advice.in_short))


def _text(sentences: tuple[Sentence, ...]) -> str:
    return join(sentence.text for sentence in sentences)


def _contacts(says: ScreenWords, summary: Summary) -> Iterator[Part]:
    if not summary.contacts:
        return
    yield Prose("heading", says.contacts)
    yield from (contact_item(one) for one in summary.contacts)
    yield Prose("soft", summary.contacts_checked)
