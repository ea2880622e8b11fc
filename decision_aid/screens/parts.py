"""What the content says, as parts of a page: passages, pictures, the comparison and sources."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from decision_aid.calls import Call
from decision_aid.screens.page import Array, Arrays, Grid, Part, Prose
from decision_aid.spoken import in_language, join

if TYPE_CHECKING:
    from decision_aid.content import Contact, Source
    from decision_aid.summary.models import Picture, Table
    from decision_aid.wording import Paragraph, Wording

_KINDS: dict[str, str] = {"finding": "item"}


def prose(said: Iterable[Paragraph]) -> tuple[Prose, ...]:
    """The passages as words of a page."""
    return tuple(Prose(_KINDS.get(one.kind, one.kind), one.text, one.calls) for one in said)  # type: ignore[arg-type]


def source_ids(said: Iterable[Paragraph]) -> tuple[str, ...]:
    """The ids of the sources behind the passages, each once."""
    return tuple(dict.fromkeys(name for one in said for name in one.sources))


def picture_parts(one: Picture) -> tuple[Part, ...]:
    """An outcome's counts, its icon arrays, and how sure that is."""
    arrays = tuple(Array(array.title, array.alt, array.rows) for array in one.arrays)
    drawn = (Arrays(arrays, one.icon, one.blank),) if arrays else ()
    return (*prose(one.said), *drawn, *prose(one.caption))


def table_parts(one: Table, names: Iterable[str]) -> tuple[Part, ...]:
    """These rows of the comparison, and the box that never leaves it."""
    wanted = set(names)
    rows = [row for row in one.rows if row.id in wanted]
    grid = Grid(one.columns, tuple((row.name, tuple(c.text for c in row.cells)) for row in rows))
    box = (Prose("heading", one.box.heading), *prose(one.box.passages))
    return (*prose(one.lead), *((grid,) if rows else ()), *box)


def source_parts(wording: Wording, one: Source) -> tuple[Prose, ...]:
    """A source with all that finds it again."""
    words, laid_over = wording.words, wording.aid.laid_over
    address = in_language(one.address, laid_over.language_of_address(one.address))
    told = (one.title, one.body, address, one.remark)
    about = join((in_language(text, laid_over.language_of(text)) for text in told if text), ". ")
    details = wording.put_into(words.screens.source_read, about=about, read=words.day(one.read))
    return (Prose("heading", one.short), Prose("text", details))


def contact_item(one: Contact) -> Prose:
    """Whom to call, with all that is known of it."""
    parts = (one.name, one.number, one.about, one.address)
    line = ". ".join(text.removesuffix(".") for text in parts if text)
    start = len(one.name.removesuffix(".")) + len(". ")
    calls = (Call(start, start + len(one.number), one.by),) if one.number else ()
    return Prose("item", line, calls)
