"""What the content says, as parts of a page: passages, pictures and rows of the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from decision_aid.screens.page import Array, Arrays, Grid, Part, Prose
from decision_aid.words import words

if TYPE_CHECKING:
    from decision_aid.content import Source
    from decision_aid.record.session import Session
    from decision_aid.summary.models import Picture, Table
    from decision_aid.visit import Visit
    from decision_aid.wording import Paragraph

EN = words("en").screens
day = words("en").day

_KINDS: dict[str, str] = {"finding": "item"}


def prose(said: Iterable[Paragraph]) -> tuple[Prose, ...]:
    """The passages as words of a page."""
    return tuple(Prose(_KINDS.get(one.kind, one.kind), one.text) for one in said)  # type: ignore[arg-type]


def sources(said: Iterable[Paragraph]) -> tuple[str, ...]:
    """The ids of the sources behind the passages, each once."""
    return tuple(dict.fromkeys(name for one in said for name in one.sources))


def picture(one: Picture) -> tuple[Part, ...]:
    """An outcome's counts, its icon arrays, and how sure that is."""
    arrays = tuple(Array(array.title, array.alt, array.rows) for array in one.arrays)
    return (*prose(one.said), Arrays(arrays, one.icon, one.blank), *prose(one.caption))


def table(one: Table, names: Iterable[str]) -> tuple[Part, ...]:
    """These rows of the comparison, and the box that never leaves it."""
    wanted = set(names)
    rows = [row for row in one.rows if row.id in wanted]
    grid = Grid(one.columns, tuple((row.name, tuple(c.text for c in row.cells)) for row in rows))
    box = (Prose("heading", one.box.heading), *prose(one.box.passages))
    return (*prose(one.lead), *((grid,) if rows else ()), *box)


def source(one: Source) -> tuple[Prose, ...]:
    """A source with all that finds it again."""
    title = f"{one.title}. " if one.title else ""
    details = EN.source_read.format(
        body=f"{title}{one.body}", address=one.address, read=day(one.read)
    )
    return (Prose("heading", one.short), Prose("text", details))


def keeping(visit: Visit, session: Session | None, place: str) -> str:
    """Whether answers are kept, and at which place, in a few words."""
    if session is None or visit.session is None:
        return EN.nothing_kept
    if session.only_looking:
        return EN.only_looking
    return EN.not_kept_now if visit.not_kept else EN.kept_here.format(where=place)


def is_kept(visit: Visit, session: Session | None) -> bool:
    """Whether every answer is on the disk, to be gone on with."""
    return session is not None and not session.only_looking and not visit.not_kept


def not_kept_yet(reason: str, shared: bool) -> str:
    """What the person needs to know, then the reason for those who can mend it."""
    words = f"{EN.tell_staff} {EN.reason_staff}" if shared else EN.reason_here
    return EN.not_kept_yet.format(reason=words.format(reason=reason))


def goodbye(visit: Visit, session: Session | None, shared: bool) -> str:
    """The last words, with what became of the answers."""
    if session is None or not is_kept(visit, session):
        return EN.goodbye
    return EN.goodbye_kept.format(where=where(shared), label=session.entry.label)


def where(shared: bool) -> str:
    """Where answers are kept."""
    return EN.at_the_clinic if shared else EN.here
