"""A page of the interview as HTML: the templates say how it looks, and decide nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.frozen import replace
from decision_aid.report.addresses import link_of_number
from decision_aid.screens.lookups import urgent_contacts, urgent_page
from decision_aid.screens.opening import early_urgent_page
from decision_aid.screens.page import Meaning, Page, Prose, Row
from decision_aid.screens.telling_languages import tell_languages
from decision_aid.spoken import in_language, language_of
from decision_aid.web.environment import make_environment
from decision_aid.web.passages import passages, with_jumps

if TYPE_CHECKING:
    from jinja2 import Environment

    from decision_aid.content import Contact
    from decision_aid.screens.screen import Manner
    from decision_aid.visit import Visit
    from decision_aid.web.company import Company
    from decision_aid.words import Words

FOLDER = Path(__file__).parent
OWN_PLACE: tuple[Meaning, ...] = ("choose", "go_on", "back", "pass_over", "urgent", "language")
"""What is no button among the others at the foot."""
MANY = 12
"""Of more passages than these the end is far: the way back stands at their top too."""


@dataclass(frozen=True)
class Drawn:
    """How a page stands in this visit."""

    number: int = 0
    """Forms say from which page they were sent."""
    proof: str = ""
    refused: bool = False
    manner: Manner = ""
    """How the notice is meant."""
    is_elsewhere: bool = False
    """Whether the person came by a page that they had left, which the notice says."""
    language: str = ""
    """The other language's code, for the button that speaks it."""
    can_act: bool = True
    """False where the page is only read, outside of the visit."""
    company: Company = ""
    """Whether somebody reads along, or may be asked to."""
    can_clear: bool = True
    """Whether there is a visit to finish."""
    can_turn_back: bool = True
    """Whether anything lies before the page that none of its rows leads to."""
    minutes: int = 0
    """How long the page waits; 0 where that is not said."""
    can_take_longer: bool = False
    """Whether a button holds what stands there, and has the page wait as long again."""


def draw_page(words: Words, page: Page, drawn: Drawn, contacts: Sequence[Contact] = ()) -> str:
    """The page as HTML, with whom to call under all that is read."""
    marked = [row for row in page.rows if row.mark]
    page = page if _may_call(page) else _without_calls(page)
    said, jumps = with_jumps(words, page)
    return (
        _environment()
        .get_template("page.html.j2")
        .render(
            words=words,
            page=page,
            drawn=drawn,
            contacts=contacts,
            passages=said,
            jumps=jumps,
            after=list(passages(page.after)),
            aside=list(passages(page.aside.parts)) if page.aside else [],
            named={row.text for row in page.rows},
            dials=_dials(words, page) if page.urgent else (),
            way_back=find_way_back(words, page),
            back_early=page.urgent or page.long or len(said) > MANY,
            early=[row for row in page.rows if row.early and not row.mark],
            marked=marked,
            actions=actions(page),
            buttons=list(_buttons(words, page)),
            is_asked=bool(marked) or page.entry is not None,
            usual=_usual(page),
            first=_first_field(page),
        )
    )


def draw_urgent(visit: Visit, company: Company = "") -> str:
    """Urgent help for where this person lives, with all whom they can call."""
    drawn = Drawn(can_act=False, company=company)
    if visit.aid.urgent_help is None:
        page = replace(early_urgent_page(visit.words), guide=visit.aid.title)
        return draw_page(visit.words, page, drawn)
    page = replace(urgent_page(visit), guide=visit.aid.title)
    said = tell_languages(page, visit.aid.laid_over)
    return draw_page(visit.words, said, drawn, list_contacts(visit))


def list_contacts(visit: Visit) -> Sequence[Contact]:
    """Whom this person can call in need of urgent help."""
    return [_in_their_language(visit, one) for one in urgent_contacts(visit)]


def _in_their_language(visit: Visit, one: Contact) -> Contact:
    foreign = visit.aid.laid_over.language_of
    name, about = (in_language(text, foreign(text)) for text in (one.name, one.about))
    return dataclasses.replace(one, name=name, about=about)


def find_way_back(words: Words, page: Page) -> Row | None:
    """The row that leads back, on a page that has one of its own."""
    rows = (row for row in page.rows if not row.mark)
    return next((row for row in rows if row.id == "close" or row.text == words.web.go_back), None)


def _may_call(page: Page) -> bool:
    """Whether numbers are links: on the way to "Go on" one would be dialled by mistake."""
    asks = page.entry is not None or any(row.mark for row in page.rows)
    return not page.stages or (page.urgent and not asks)


def _without_calls(page: Page) -> Page:
    parts = tuple(replace(one, calls=()) if isinstance(one, Prose) else one for one in page.parts)
    return replace(page, parts=parts, calls=())


def _dials(words: Words, page: Page) -> Sequence[tuple[str, str]]:
    """The numbers of the heading as buttons, each with where it leads: a finger needs room."""
    called = [(page.heading[call.start : call.end], call.by) for call in page.calls]
    leads = [(link_of_number(number, by), number) for number, by in called]
    return [(to, words.web.dial.format(number=number)) for to, number in leads if to]


def _first_field(page: Page) -> str:
    """Where what was refused can be mended: of what is marked, first what goes with no other."""
    if page.entry is not None:
        return "text"
    fields = [one for row in page.rows for one in (row.answers or (row,)) if one.mark]
    marked = [one for one in fields if one.id in page.marked]
    found = [*(one for one in marked if one.alone), *marked, *fields]
    return f"mark-{found[0].id}" if found else "fault"


def draw_ending(words: Words, guide: str, title: str, text: str, link: str) -> str:
    """A page outside of any visit, with a link to the first one."""
    return draw("ending.html.j2", words, guide=guide, title=title, text=text, link=link)


def draw(template: str, words: Words, **given: object) -> str:
    """A page that has a template of its own."""
    return _environment().get_template(template).render(words=words, **given)


def draw_still_there(words: Words, guide: str, minutes: int, drawn: Drawn) -> str:
    """The question of whether somebody is still there, with its two buttons."""
    return (
        _environment()
        .get_template("still-there.html.j2")
        .render(words=words, guide=guide, minutes=minutes, drawn=drawn)
    )


def _usual(page: Page) -> str:
    """What Enter does in a field of the page: its first button's doing."""
    rows = actions(page)
    if page.entry is not None and (page.entry.takes or not rows):
        return "write:"
    return f"row:{rows[0].id}" if rows else "hold:"


def actions(page: Page) -> list[Row]:
    """The rows that lead on, the one that the page begins on first."""
    rows = [row for row in page.rows if not row.mark and not row.early]
    first = page.rows[page.at] if page.at is not None and page.at < len(page.rows) else None
    return sorted(rows, key=lambda row: row is not first)


def _buttons(words: Words, page: Page) -> Iterator[tuple[str, str]]:
    """What else can be done, each with its words."""
    says = {
        "summary": words.web.stop,
        "overview": words.screens.overview,
        "words": words.screens.words_title,
        "sources": words.web.sources,
        "keys": words.web.help,
        "notes": words.screens.notes_title,
        "notes_done": words.screens.notes_done,
    }
    for meaning in page.keys:
        if meaning not in OWN_PLACE and meaning in says:
            yield meaning, says[meaning]


def _as_sentence(text: str) -> str:
    """A few words that stand alone, as a sentence."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


@cache
def _environment() -> Environment:
    from decision_aid.report.icons import drawing
    from decision_aid.web.lettering import link_number, set_text

    environment = make_environment(FOLDER / "templates")
    environment.filters |= {"drawing": drawing, "passages": passages, "sentence": _as_sentence}
    environment.filters |= {"set": set_text, "number": link_number}
    environment.filters |= {"plain": str, "language": language_of}
    return environment
