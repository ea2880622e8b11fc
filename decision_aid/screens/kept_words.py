"""Short sentences that tell a person whether answers are kept, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit
    from decision_aid.words import Words


def where(words: Words, *, shared: bool) -> str:
    """Where answers are kept."""
    return words.screens.at_the_clinic if shared else words.screens.here


def keeping(sitting: Sitting) -> str:
    """Whether answers are kept, in a few words; empty before anybody could know."""
    visit = sitting.visit
    if visit is None:
        return ""
    says, session = visit.words.screens, visit.session
    if session is None:
        return says.nothing_kept if sitting.keeping_is_decided else ""
    if session.only_looking:
        return says.only_looking
    if visit.not_kept:
        return says.not_kept_now
    return says.kept_here.format(where=where(visit.words, shared=sitting.shared))


def is_kept(visit: Visit) -> bool:
    """Whether every answer is on the disk, to be gone on with."""
    session = visit.session
    return session is not None and not session.only_looking and not visit.not_kept


def not_kept_yet(words: Words, reason: str, *, shared: bool) -> str:
    """What the person needs to know, then the reason for those who can mend it."""
    says = words.screens
    for_whom = f"{says.tell_staff} {says.reason_staff}" if shared else says.reason_here
    return says.not_kept_yet.format(reason=for_whom.format(reason=reason))


def left_not_kept(visit: Visit) -> str:
    """How many answers are lost if the visit ends now; nothing if none are."""
    session = visit.session
    count = session.unsaved if session and not session.only_looking else 0
    return visit.words.screens.left_not_kept.format(count=count) if count else ""


def goodbye(sitting: Sitting) -> str:
    """The last words, with what became of the answers."""
    visit = sitting.begun
    says, session = visit.words.screens, visit.session
    if session is None or not is_kept(visit):
        return " ".join(filter(None, (says.goodbye, left_not_kept(visit))))
    place = where(visit.words, shared=sitting.shared)
    return says.goodbye_kept.format(where=place, label=session.entry.label)


def becomes_of_answers(sitting: Sitting) -> str:
    """What becomes of the answers if the visit ends now."""
    visit, says = sitting.visit, sitting.words.screens
    session = visit.session if visit else None
    if visit is None or session is None or session.only_looking:
        return says.stop_not_kept
    place = where(visit.words, shared=sitting.shared)
    kept = says.stop_kept.format(where=place, label=session.entry.label)
    return " ".join(filter(None, (kept, left_not_kept(visit))))


def what_is_left(sitting: Sitting) -> tuple[str, ...]:
    """What became of the answers and the paper, where the program stops for a fault of its own."""
    says, saved = sitting.words.screens, sitting.saved
    paper = () if saved is None else (says.left_saved.format(path=saved),)
    return (*_answers_left(sitting), *paper)


def _answers_left(sitting: Sitting) -> tuple[str, ...]:
    visit, says = sitting.visit, sitting.words.screens
    if visit is None or (visit.session is not None and visit.session.only_looking):
        return ()
    if visit.session is None:
        return (says.left_in_memory,) if visit.held.given else ()
    place = where(visit.words, shared=sitting.shared)
    kept = says.left_kept.format(where=place, label=visit.session.entry.label)
    return tuple(filter(None, (left_not_kept(visit), kept)))
