"""What can be looked up from every screen: urgent help, words, pictures, the table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from decision_aid.screens.counselling import values
from decision_aid.screens.keeping_pages import code_words
from decision_aid.screens.opening import close_row
from decision_aid.screens.page import Aside, Meaning, Page, Part, Prose, Row
from decision_aid.screens.parts import picture_parts, prose, source_ids, table_parts
from decision_aid.screens.screen import Leaves, keys_anywhere
from decision_aid.spoken import in_language, join
from decision_aid.summary.parts import choose_contacts, make_picture, make_table

if TYPE_CHECKING:
    from decision_aid.content import Contact, DecisionAid, UrgentHelp
    from decision_aid.screens.sitting import Sitting
    from decision_aid.visit import Visit
    from decision_aid.wording import Wording


TO_CALL_NOW = ("emergency", "soon", "talk", "distress")
"""The purposes of the contacts that belong to urgent help."""


def _keys(visit: Visit) -> tuple[Meaning, ...]:
    return ("back", *keys_anywhere(counsels=visit.counsels))


def urgent_page(visit: Visit) -> Page:
    """The number first, then the signs. No row is ready to be pressed by accident."""
    says, wording = visit.words.screens, visit.interview.wording
    urgent = _urgent_help(visit.aid)
    heading = wording.fill(urgent.title) or says.urgent_title
    said = wording.passages(urgent.lead, "urgent_help")
    signs = (sign for level in urgent.levels for sign in level.signs)
    names = (name for sign in signs for one in sign.statements for name in one.sources)
    return Page(
        says.urgent_help,
        heading,
        (*prose(said), *_levels(wording, heading)),
        (close_row(visit.words),),
        urgent=True,
        sources=tuple(dict.fromkeys(names)),
        keys=_keys(visit),
        calls=wording.find_calls(heading, partial(_fill, urgent.title)),
    )


def _urgent_help(aid: DecisionAid) -> UrgentHelp:
    """What this screen is about; LookupError in an aid without it, where nothing leads here."""
    if aid.urgent_help is None:
        raise LookupError("this aid has no urgent help")
    return aid.urgent_help


def _levels(wording: Wording, title: str) -> Iterator[Part]:
    for level in _urgent_help(wording.aid).levels:
        heading = wording.fill(level.heading) or level.heading
        if heading != title:
            calls = wording.find_calls(heading, partial(_fill, level.heading))
            yield Prose("heading", heading, calls)
        for sign in level.signs:
            text = join(one.text for one in wording.sentences(sign, "urgent_help"))
            if text:
                yield Prose("item", text)
        yield from prose(wording.passages(level.then, "urgent_help"))


def _fill(text: str, by: Wording) -> str | None:
    return by.fill(text)


def urgent_contacts(visit: Visit) -> tuple[Contact, ...]:
    """Whom to call besides, for a face in which urgent help has room for them."""
    fitting = choose_contacts(visit.interview.wording)
    return tuple(one for one in fitting if one.purpose in TO_CALL_NOW)


def words_page(visit: Visit) -> Page:
    """The words explained, in the order in which one looks a word up."""
    says, wording = visit.words.screens, visit.interview.wording
    parts: list[Part] = []
    for one in sorted(visit.aid.words, key=lambda one: visit.words.sorts_as(one.word)):
        foreign = visit.aid.laid_over.language_of
        also = join((in_language(other, foreign(other)) for other in one.also), ", ")
        name = wording.put_into(says.words_also, word=one.word, also=also) if also else one.word
        means = join(said.text for said in wording.sentences(one.means, "words"))
        parts += [Prose("heading", name), Prose("text", means)]
    rows = (close_row(visit.words),)
    said, keys = tuple(parts), _keys(visit)
    return Page("", says.words_title, said, rows, at=0, long="by_letter", keys=keys)


def table_page(visit: Visit, names: tuple[str, ...]) -> Page:
    """These rows of the comparison; for a counsellor, with what the person said beside it."""
    says, one = visit.words.screens, make_table(visit.interview.wording)
    cells = (cell for row in one.rows if row.id in names for cell in row.cells)
    cited = (name for cell in cells for said in cell.sentences for name in said.sources)
    boxed = source_ids((*one.lead, *one.box.passages))
    said = values(visit) if visit.counsels else ()
    return Page(
        "",
        one.heading,
        table_parts(one, names),
        (Row("close", says.go_back),),
        at=0,
        long="by_heading",
        sources=tuple(dict.fromkeys((*cited, *boxed))),
        aside=Aside(says.values_title, said) if said else None,
        keys=_keys(visit),
    )


def code_page(visit: Visit, code: str) -> Page:
    """The code that opens the answers again, letter by letter and whole."""
    says = visit.words.screens
    parts, rows = code_words(visit.words, code), (close_row(visit.words),)
    return Page(says.keeping, says.my_code, parts, rows, at=0, keys=_keys(visit))


def picture_page(visit: Visit, names: tuple[str, ...], at: int) -> Page:
    """One of these outcomes as icon arrays."""
    says, wording = visit.words.screens, visit.interview.wording
    one = make_picture(wording, wording.aid.outcome[names[at]])
    signs = (
        (Prose("soft", wording.put_into(says.each_sign, of=one.arrays[0].of)),)
        if one.arrays
        else ()
    )
    rows = (
        *((Row("next", says.next_picture),) if at + 1 < len(names) else ()),
        Row("close", says.go_back),
        *((Row("before", says.before_picture),) if at else ()),
    )
    return Page(
        "",
        one.name,
        (*picture_parts(one), *signs),
        rows,
        at=0,
        sources=source_ids((*one.said, *one.caption)),
        count=says.picture_of.format(at=at + 1, total=len(names)) if len(names) > 1 else "",
        keys=_keys(visit),
    )


class Pictures(Leaves):
    """The pictures that a note opens, one outcome at a time."""

    name = "pictures"

    def __init__(self, sitting: Sitting, names: tuple[str, ...]) -> None:
        super().__init__(sitting)
        self.names = names

    @property
    def at(self) -> str:
        """Which outcome is shown."""
        return f"pictures.{self.names[self.place]}"

    def page(self) -> Page:
        """The picture shown."""
        return picture_page(self.sitting.begun, self.names, self.place)
