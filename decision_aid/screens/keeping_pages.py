"""The pages about keeping answers and going on with them later."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from decision_aid.plain_text import has_controls
from decision_aid.record.labels import CODE_LENGTH
from decision_aid.record.sealing import LEAST_PASSPHRASE
from decision_aid.record.session_rows import describe_damage
from decision_aid.screens.kept_words import where
from decision_aid.screens.page import Entry, Page, Prose, Row

if TYPE_CHECKING:
    from decision_aid.record import DamagedSession, RecordsFault, SessionInfo
    from decision_aid.screens.sitting import Sitting
    from decision_aid.start import Recap
    from decision_aid.visit import Visit
    from decision_aid.words import Words

LONGEST = 200
"""The most characters of a label, a code or a passphrase that a box takes."""


@dataclass
class KeepingSoFar:
    """What was decided and found so far."""

    label: str = ""
    """The label that the answers get."""
    entries: tuple[SessionInfo, ...] = ()
    """What is kept here from earlier."""
    damaged: tuple[DamagedSession, ...] = ()
    """What is kept here and cannot be read."""
    wanted: tuple[SessionInfo | None, str] = (None, "")
    """The entry, or the code, that is to be opened."""
    opening: bool = False
    """Whether answers kept earlier are being opened; else a new session is begun."""
    fault: RecordsFault | None = None
    """Why answers cannot be kept or opened, where no other try at the same step mends it."""


def step_page(sitting: Sitting, step: str, state: KeepingSoFar, written: str) -> Page:
    """The page of that step; `written` stands in its box, if it has one."""
    words, shared = sitting.words, sitting.shared
    if step in TEXTS:
        kind, texts = TEXTS[step]
        return write_page(words, kind, written, *texts(sitting, state))
    draws: Mapping[str, Callable[[], Page]] = {
        "working": partial(working_page, words),
        "ask": partial(ask_page, words, shared=shared, at=0 if sitting.decided else 2),
        "label": partial(label_page, words, state.label, shared=shared),
        "new_code": partial(new_code_page, words, sitting.code),
        "failed": partial(_failed_page, words, state, shared=shared),
        "list": partial(by_code_page, words) if shared else partial(list_page, words, state),
        "in_use": partial(in_use_page, words),
        "recap": partial(recap_page, sitting.begun),
        "brought": partial(brought_page, sitting.begun),
    }
    return draws[step]()


def _asks_of_signs(visit: Visit) -> bool:
    return visit.question is not None and visit.question.keep == "never"


def _own_label(sitting: Sitting, _state: KeepingSoFar) -> tuple[str, ...]:
    says = sitting.words.screens
    return says.label_own_title, says.label_own_lead


def why_no_passphrase(words: Words, written: str) -> str:
    """Why it cannot be taken; what one face takes must be possible to type in every other."""
    says, count = words.screens, len(written)
    if count < LEAST_PASSPHRASE:
        return says.lock_short.format(count=count, least=LEAST_PASSPHRASE)
    if count > LONGEST:
        return says.lock_long.format(count=count, most=LONGEST)
    return says.lock_no_text if has_controls(written) else ""


def why_no_code(words: Words, written: str) -> str:
    """That it is not as long as a code, or else that no answers are under it."""
    says, signs = words.screens, sum(map(str.isalnum, written))
    if signs == CODE_LENGTH:
        return says.code_wrong
    return says.code_length.format(whole=CODE_LENGTH, signs=signs)


def why_label(words: Words, fault: RecordsFault) -> str:
    """Why the label cannot be taken, as a sentence."""
    said = words.fault_alone(fault)
    return f"{said[:1].upper()}{said[1:]}."


def _passphrase(sitting: Sitting, _state: KeepingSoFar) -> tuple[str, ...]:
    says, unseen = sitting.words.screens, sitting.of_keys.unseen
    lead = says.lock_lead.format(least=LEAST_PASSPHRASE, unseen=unseen)
    return says.lock_title, sitting.words.if_lost, lead


def _passphrase_again(sitting: Sitting, _state: KeepingSoFar) -> tuple[str, ...]:
    says = sitting.words.screens
    return says.lock_again_title, says.lock_again_lead


def _code(sitting: Sitting, _state: KeepingSoFar) -> tuple[str, ...]:
    says = sitting.words.screens
    return says.code_enter_title, says.code_enter_lead


def _unlock(sitting: Sitting, state: KeepingSoFar) -> tuple[str, ...]:
    (entry, code), says = state.wanted, sitting.words.screens
    label, unseen = entry.label if entry else code, sitting.of_keys.unseen
    return says.unlock_title, says.unlock_lead.format(label=label, unseen=unseen)


Texts = Callable[["Sitting", KeepingSoFar], tuple[str, ...]]

TEXTS: Mapping[str, tuple[Literal["line", "secret"], Texts]] = {
    "own": ("line", _own_label),
    "passphrase": ("secret", _passphrase),
    "passphrase_again": ("secret", _passphrase_again),
    "code": ("line", _code),
    "unlock": ("secret", _unlock),
}
"""The steps at which something is written: the kind of box, and what is said above it."""


def write_page(
    words: Words, kind: Literal["line", "secret"], written: str, heading: str, *texts: str
) -> Page:
    """What is to be written, on one line; a secret is read by nobody."""
    return Page(
        words.screens.keeping,
        heading,
        tuple(Prose("text", text) for text in texts),
        entry=Entry(kind, LONGEST, written, words.screens.go_on),
    )


def _page(
    words: Words, heading: str, parts: Sequence[Prose], rows: Sequence[Row], at: int | None = 0
) -> Page:
    first = at if rows else None
    return Page(words.screens.keeping, heading, tuple(parts), tuple(rows), at=first)


def working_page(words: Words) -> Page:
    """While something slow is done elsewhere."""
    return _page(words, words.screens.one_moment, (), ())


def ask_page(words: Words, *, shared: bool, at: int) -> Page:
    """Whether to keep, with the keys on that row."""
    says, place = words.screens, where(words, shared=shared)
    title = says.ask_title_shared if shared else says.ask_title
    staff = (Prose("text", says.ask_staff),) if shared else ()
    lead = Prose("text", says.ask_lead.format(where=place))
    rows = (
        Row("keep", says.ask_keep.format(where=place)),
        Row("lock", says.ask_lock),
        Row("no_trace", says.ask_no_trace),
    )
    return _page(words, title, (lead, *staff), rows, at)


def label_page(words: Words, label: str, *, shared: bool) -> Page:
    """The label that the answers get, and other ways to get one."""
    says = words.screens
    lead = says.label_lead_shared if shared else says.label_lead
    rows = (
        Row("begin", says.label_take),
        Row("other", says.label_other),
        Row("own", says.label_own),
    )
    return _page(words, says.label_title, (Prose("accent", label), Prose("text", lead)), rows)


def new_code_page(words: Words, code: str) -> Page:
    """The code to write down: large, and no key is ready to leave it by accident."""
    says = words.screens
    return _page(
        words, says.code_title, code_words(words, code), (Row("done", says.code_done),), None
    )


def code_words(words: Words, code: str) -> tuple[Prose, ...]:
    """The code letter by letter and whole, and what it is for."""
    wide = "   ".join(" ".join(part) for part in code.split("-"))
    return Prose("heading", wide), Prose("text", words.screens.code_lead), Prose("accent", code)


def not_kept_page(words: Words, reason: str, *, shared: bool) -> Page:
    """What one can do all the same; then, for those who can mend it, why."""
    says = words.screens
    rows = (Row("ask", says.try_another), Row("no_trace", says.go_on_without))
    parts = (Prose("text", says.keep_failed), *_to_be_mended(words, reason, shared=shared))
    return _page(words, says.keep_failed_title, parts, rows)


def _failed_page(words: Words, state: KeepingSoFar, *, shared: bool) -> Page:
    draw = not_opened_page if state.opening else not_kept_page
    return draw(words, words.fault(state.fault) if state.fault else "", shared=shared)


def not_opened_page(words: Words, reason: str, *, shared: bool) -> Page:
    """The same where answers kept earlier do not open."""
    says = words.screens
    rows = (Row("list", says.try_another), Row("new", says.resume_new))
    parts = (Prose("text", says.open_failed), *_to_be_mended(words, reason, shared=shared))
    return _page(words, says.open_failed_title, parts, rows)


def _to_be_mended(words: Words, reason: str, *, shared: bool) -> tuple[Prose, ...]:
    says = words.screens
    if not shared:
        return (Prose("soft", says.reason_here.format(reason=reason)),)
    return Prose("text", says.tell_staff), Prose("soft", says.reason_staff.format(reason=reason))


def list_page(words: Words, state: KeepingSoFar) -> Page:
    """The labels on one's own computer."""
    says = words.screens
    rows = (
        Row(f"open:{place}", one.label, beside=_beside(words, one))
        for place, one in enumerate(state.entries)
    )
    faults = (words.fault_alone(describe_damage(one)) for one in state.damaged)
    notices = (Prose("notice", f"{one[:1].upper()}{one[1:]}.") for one in faults)
    lead = says.resume_lead if state.entries else says.resume_nothing
    parts = (Prose("text", lead), *notices)
    return _page(words, says.resume_title, parts, (*rows, Row("new", says.resume_new)))


def _beside(words: Words, entry: SessionInfo) -> str:
    used = words.screens.last_used.format(moment=words.moment(entry.last))
    return f"{used}, {words.screens.locked}" if entry.locked else used


def by_code_page(words: Words) -> Page:
    """On a shared store nobody sees a list."""
    says = words.screens
    rows = (Row("code", says.resume_code), Row("new", says.resume_new))
    return _page(words, says.resume_shared, (), rows, 1)


def in_use_page(words: Words) -> Page:
    """Another program holds the answers."""
    says = words.screens
    rows = (Row("look", says.look), Row("again", says.try_again), Row("new", says.resume_new))
    return _page(words, says.in_use_title, (Prose("text", says.in_use_lead),), rows)


def recap_page(visit: Visit) -> Page:
    """How far it went, and what is asked again."""
    words, says = visit.words, visit.words.screens
    rows = (Row("go_on", says.go_on), Row("look", says.look))
    parts = _recap(words, visit.recap, urgent=_asks_of_signs(visit))
    return _page(words, says.recap_title, parts, rows)


def brought_page(visit: Visit) -> Page:
    """Answers given at home, before going on with them together."""
    words, says = visit.words, visit.words.screens
    rows = (Row("look", says.look), Row("carry_on", says.carry_on))
    parts = (*_recap(words, visit.recap, urgent=False), Prose("text", says.brought_lead))
    return _page(words, says.brought_title, parts, rows)


def _recap(words: Words, recap: Recap, *, urgent: bool) -> tuple[Prose, ...]:
    says = words.screens
    far = says.recap_reached if recap.section else says.recap_end
    parts = [Prose("text", far.format(section=recap.section, answered=recap.answered))]
    if urgent:
        parts.append(Prose("text", says.recap_urgent))
    if recap.asked_again:
        parts.append(Prose("notice", says.recap_again))
        parts += [Prose("item", text) for text in recap.asked_again]
    if recap.asked_no_more:
        parts.append(Prose("text", says.recap_no_more.format(count=recap.asked_no_more)))
    return tuple(parts)
