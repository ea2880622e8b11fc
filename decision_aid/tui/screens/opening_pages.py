"""The pages about keeping answers and going on with them later: pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from decision_aid.screens.page import Page, Prose, Row
from decision_aid.tui.saying import where
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.record import SessionInfo
    from decision_aid.visit import Recap

EN = words("en").screens
in_words = words("en").moment


def _page(heading: str, parts: Sequence[Prose], rows: Sequence[Row], at: int | None = 0) -> Page:
    return Page(EN.keeping, heading, tuple(parts), tuple(rows), at=at if rows else None)


def working() -> Page:
    """While something slow is done elsewhere."""
    return _page(EN.one_moment, (), ())


def asking(shared: bool, at: int) -> Page:
    """Whether to keep, with the keys on that row."""
    title = EN.ask_title_shared if shared else EN.ask_title
    staff = (Prose("text", EN.ask_staff),) if shared else ()
    lead = Prose("text", EN.ask_lead.format(where=where(shared)))
    rows = (
        Row("keep", EN.ask_keep.format(where=where(shared))),
        Row("lock", EN.ask_lock),
        Row("no_trace", EN.ask_no_trace),
    )
    return _page(title, (lead, *staff), rows, at)


def labelled(label: str, shared: bool) -> Page:
    """The label that the answers get, and other ways to get one."""
    lead = EN.label_lead_shared if shared else EN.label_lead
    rows = (
        Row("begin", EN.label_take),
        Row("other", EN.label_other),
        Row("own", EN.label_own),
    )
    return _page(EN.label_title, (Prose("accent", label), Prose("text", lead)), rows)


def writing(heading: str, *texts: str) -> Page:
    """What is to be written in the box below."""
    return _page(heading, tuple(Prose("text", text) for text in texts), ())


def code(shown: str) -> Page:
    """The code to write down: large, and no key is ready to leave it by accident."""
    return _page(EN.code_title, code_words(shown), (Row("done", EN.code_done),), None)


def code_words(shown: str) -> tuple[Prose, ...]:
    """The code letter by letter and whole, and what it is for."""
    wide = "   ".join(" ".join(part) for part in shown.split("-"))
    return Prose("heading", wide), Prose("text", EN.code_lead), Prose("accent", shown)


def not_kept(reason: str, shared: bool) -> Page:
    """What one can do all the same; then, for those who can mend it, why."""
    rows = (Row("ask", EN.try_another), Row("no_trace", EN.go_on_without))
    parts = (Prose("text", EN.keep_failed), *_to_be_mended(reason, shared))
    return _page(EN.keep_failed_title, parts, rows)


def not_opened(reason: str, shared: bool) -> Page:
    """The same where answers kept earlier do not open."""
    rows = (Row("list", EN.try_another), Row("new", EN.resume_new))
    parts = (Prose("text", EN.open_failed), *_to_be_mended(reason, shared))
    return _page(EN.open_failed_title, parts, rows)


def _to_be_mended(reason: str, shared: bool) -> tuple[Prose, ...]:
    if not shared:
        return (Prose("soft", EN.reason_here.format(reason=reason)),)
    return Prose("text", EN.tell_staff), Prose("soft", EN.reason_staff.format(reason=reason))


def listed(entries: Sequence[SessionInfo]) -> Page:
    """The labels on one's own computer."""
    rows = (
        Row(f"open:{place}", one.label, beside=_beside(one)) for place, one in enumerate(entries)
    )
    parts = (Prose("text", EN.resume_lead),)
    return _page(EN.resume_title, parts, (*rows, Row("new", EN.resume_new)))


def _beside(entry: SessionInfo) -> str:
    used = EN.last_used.format(moment=in_words(entry.last))
    return f"{used}, {EN.locked}" if entry.locked else used


def by_code() -> Page:
    """On a shared store nobody sees a list."""
    rows = (Row("code", EN.resume_code), Row("new", EN.resume_new))
    return _page(EN.resume_shared, (), rows, 1)


def in_use() -> Page:
    """Another program holds the answers."""
    rows = (Row("look", EN.look), Row("again", EN.try_again), Row("new", EN.resume_new))
    return _page(EN.in_use_title, (Prose("text", EN.in_use_lead),), rows)


def reached(recap: Recap) -> str:
    """How far it went."""
    words = EN.recap_reached if recap.section else EN.recap_end
    return words.format(section=recap.section, answered=recap.answered)


def welcome_back(recap: Recap, *, urgent: bool) -> Page:
    """How far it went, and what is asked again."""
    parts = [Prose("text", reached(recap))]
    if urgent:
        parts.append(Prose("text", EN.recap_urgent))
    if recap.asked_again:
        parts.append(Prose("notice", EN.recap_again))
        parts += [Prose("item", text) for text in recap.asked_again]
    return _page(EN.recap_title, parts, (Row("go_on", EN.go_on), Row("look", EN.look)))


def brought(recap: Recap) -> Page:
    """Answers given at home, before going on with them together."""
    page = welcome_back(recap, urgent=False)
    rows = (Row("look", EN.look), Row("carry_on", EN.carry_on))
    lead = Prose("text", EN.brought_lead)
    return _page(EN.brought_title, (*_words(page), lead), rows)


def _words(page: Page) -> tuple[Prose, ...]:
    return tuple(part for part in page.parts if isinstance(part, Prose))
