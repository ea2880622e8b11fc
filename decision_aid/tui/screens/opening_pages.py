"""The pages about keeping answers and going on with them later: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from decision_aid.summary import day
from decision_aid.tui.page import Page, Row, Words
from decision_aid.tui.saying import where
from decision_aid.words.screens_en import EN

if TYPE_CHECKING:
    from decision_aid.record import Entry
    from decision_aid.visit import Recap


def _page(heading: str, parts: Sequence[Words], rows: Sequence[Row], at: int | None = 0) -> Page:
    return Page(EN.keeping, heading, tuple(parts), tuple(rows), at=at if rows else None)


def working() -> Page:
    """While something slow is done elsewhere."""
    return _page(EN.one_moment, (), ())


def asking(shared: bool) -> Page:
    """Whether to keep; the keys are on leaving no trace."""
    title = EN.ask_title_shared if shared else EN.ask_title
    staff = (Words("text", EN.ask_staff),) if shared else ()
    lead = Words("text", EN.ask_lead.format(where=where(shared)))
    rows = (
        Row("keep", EN.ask_keep.format(where=where(shared))),
        Row("lock", EN.ask_lock),
        Row("no_trace", EN.ask_no_trace),
    )
    return _page(title, (lead, *staff), rows, 2)


def labelled(label: str, shared: bool) -> Page:
    """The label that the answers get, and other ways to get one."""
    code = (Words("text", EN.label_code),) if shared else ()
    rows = (
        Row("begin", EN.label_take),
        Row("other", EN.label_other),
        Row("own", EN.label_own),
    )
    parts = (Words("accent", label), Words("text", EN.label_lead), *code)
    return _page(EN.label_title, parts, rows)


def writing(heading: str, *texts: str, notice: str = "") -> Page:
    """What is to be written in the box below."""
    noticed = (Words("notice", notice),) if notice else ()
    return _page(heading, (*(Words("text", text) for text in texts), *noticed), ())


def code(shown: str) -> Page:
    """The code to write down: large, and no key is ready to leave it by accident."""
    wide = "   ".join(" ".join(part) for part in shown.split("-"))
    parts = (Words("text", EN.code_lead), Words("accent", shown))
    return _page(EN.code_title, (Words("heading", wide), *parts), (Row("done", EN.code_done),))


def refused(heading: str, reason: str, *, opening: bool) -> Page:
    """Why the records do not do it, and what one can do."""
    own = Words("text", EN.keep_failed)
    again = Row("list" if opening else "ask", EN.try_another)
    rows = (again, Row("new" if opening else "no_trace", _without(opening)))
    return _page(heading, (Words("notice", reason), *(() if opening else (own,))), rows)


def _without(opening: bool) -> str:
    return EN.resume_new if opening else EN.go_on_without


def listed(entries: Sequence[Entry]) -> Page:
    """The labels on one's own computer."""
    rows = (
        Row(f"open:{place}", one.label, beside=_beside(one)) for place, one in enumerate(entries)
    )
    parts = (Words("text", EN.resume_lead),)
    return _page(EN.resume_title, parts, (*rows, Row("new", EN.resume_new)))


def _beside(entry: Entry) -> str:
    used = EN.last_used.format(day=day(entry.last.date()))
    return f"{used}, {EN.locked}" if entry.locked else used


def by_code() -> Page:
    """On a shared store nobody sees a list."""
    rows = (Row("code", EN.resume_code), Row("new", EN.resume_new))
    return _page(EN.resume_shared, (), rows, 1)


def in_use() -> Page:
    """Another program holds the answers."""
    rows = (Row("look", EN.look), Row("again", EN.try_again), Row("new", EN.resume_new))
    return _page(EN.in_use_title, (Words("text", EN.in_use_lead),), rows)


def reached(recap: Recap) -> str:
    """How far it went."""
    words = EN.recap_reached if recap.section else EN.recap_end
    return words.format(section=recap.section, answered=recap.answered)


def welcome_back(recap: Recap, *, urgent: bool) -> Page:
    """How far it went, and what is asked again."""
    parts = [Words("text", reached(recap))]
    if urgent:
        parts.append(Words("text", EN.recap_urgent))
    if recap.asked_again:
        parts.append(Words("notice", EN.recap_again))
        parts += [Words("item", text) for text in recap.asked_again]
    return _page(EN.recap_title, parts, (Row("go_on", EN.go_on), Row("look", EN.look)))


def brought(recap: Recap) -> Page:
    """Answers given at home, before going on with them together."""
    page = welcome_back(recap, urgent=False)
    rows = (Row("look", EN.look), Row("carry_on", EN.carry_on))
    lead = Words("text", EN.brought_lead)
    return _page(EN.brought_title, (*_words(page), lead), rows)


def _words(page: Page) -> tuple[Words, ...]:
    return tuple(part for part in page.parts if isinstance(part, Words))
