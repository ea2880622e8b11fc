"""A page as paragraphs to be read aloud, and the prompt that says what can be typed there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from decision_aid.figures import SIDES
from decision_aid.screens.page import Aside, Entry, Grid, Page, Part, Prose, Row

if TYPE_CHECKING:
    from decision_aid.words import Words
    from decision_aid.words.en import LineWords


def page_paragraphs(words: Words, page: Page, place_before: str) -> Iterator[str]:
    """Where we are, heading, parts, answers, and what stands; `place_before` is not told again."""
    yield ""
    if (place := place_of(page)) and place != place_before:
        yield place
    yield page.heading
    of_icons = _told_of_icons(words)
    for part in (*page.parts, *page.after):
        if part not in of_icons:
            yield from _part(words.lines, part)
    if page.aside is not None:
        yield from _aside(words.lines, page.aside)
    if statement_at(page) is not None:
        yield from statement_paragraphs(words.lines, page)
        return
    yield from _numbered_rows(page)
    yield from standing(words.lines, page)


def _told_of_icons(words: Words) -> tuple[Prose, ...]:
    """What is said of icons, which nobody sees here."""
    each = words.screens.each_sign
    return tuple(Prose("soft", each.format(of=words.number(base))) for base in SIDES)


def place_of(page: Page) -> str:
    """The part of the guide and how far one is, as sentences."""
    where = "" if page.where == page.heading else page.where
    return " ".join(_sentence(text) for text in (where, page.count) if text)


def _sentence(text: str) -> str:
    ends = text.endswith((".", "?", "!"))
    return text[:1].upper() + text[1:] + ("" if ends else ".")


# --- its parts ---


def _part(lines: LineWords, part: Part) -> Iterator[str]:
    if isinstance(part, Prose):
        yield from _prose(lines, part)
    elif isinstance(part, Grid):
        yield from _grid(lines, part)
    # Of icons nothing is left to say: the prose around them holds their sentences.


def _prose(lines: LineWords, one: Prose) -> Iterator[str]:
    if one.kind == "item":
        yield f"- {one.text}"
    elif one.kind == "say":
        yield lines.say.format(text=one.text)
    elif one.kind == "heading":
        yield ""
        yield from re.split(" {2,}", one.text)  # wide gaps are for eyes, lines for ears
    else:
        yield one.text


def _grid(lines: LineWords, grid: Grid) -> Iterator[str]:
    for name, cells in grid.rows:
        yield ""
        yield _sentence(name)
        for column, cell in zip(grid.columns, cells, strict=True):
            yield lines.cell.format(column=column, cell=cell)


def _aside(lines: LineWords, aside: Aside) -> Iterator[str]:
    yield ""
    yield _sentence(aside.heading)
    for one in aside.parts:
        yield from _prose(lines, one)


# --- what can be typed ---


def rows_of(page: Page) -> tuple[Row, ...]:
    """The rows that carry a number: a line is taken by Enter, without a button.

    Where rows have answers of their own, they are asked in turn: the answers to the one at hand.
    """
    asked = statement_at(page)
    return page.rows[asked].answers if asked is not None else _without_buttons(page)


def _without_buttons(page: Page) -> tuple[Row, ...]:
    return tuple(row for row in page.rows if not row.button)


def statement_at(page: Page) -> int | None:
    """Which row with answers of its own is at hand; None where the page has none."""
    places = [place for place, row in enumerate(page.rows) if row.answers]
    return (page.at if page.at in places else places[0]) if places else None


def statement_paragraphs(lines: LineWords, page: Page) -> Iterator[str]:
    """The row at hand with its answers, and what stands."""
    if (place := statement_at(page)) is None:
        return
    row, last = page.rows[place], len(_without_buttons(page))
    yield ""
    for part in row.above:
        yield from _prose(lines, part)
    yield lines.statement.format(at=place + 1, last=last, text=row.text)
    yield from (f"{number}. {answer.text}" for number, answer in enumerate(row.answers, 1))
    yield from standing(lines, page)


def is_look(page: Page) -> bool:
    """Whether the page is only read: all that can be done is to go back."""
    return page.entry is None and {row.id for row in page.rows} <= {"close"}


def _numbered_rows(page: Page) -> Iterator[str]:
    """One action alone is named by the prompt."""
    rows = rows_of(page)
    if len(rows) > 1 or any(row.mark for row in rows):
        yield from (f"{number}. {_row(row)}" for number, row in enumerate(rows, 1))


def _row(row: Row) -> str:
    if not row.beside:
        return row.text
    is_sentence = row.text.endswith((".", "?", "!"))
    return f"{row.text} ({row.beside})" if is_sentence else f"{row.text}, {row.beside}"


def standing(lines: LineWords, page: Page) -> Iterator[str]:
    """The answer that stands, and how to keep it or take it back; how letters are typed."""
    answers = [row.text for row in rows_of(page) if row.mark and row.id in page.marked]
    if answers:
        yield lines.held.format(answer=lines.between.join(answers))
    if page.entry is None:
        return
    if page.entry.text:
        says: Mapping[str, str] = {
            "words": lines.held_words,
            "number": lines.held,
            "day": lines.held,
            "line": lines.wrote,
        }
        yield says.get(page.entry.kind, "").format(answer=page.entry.text)
    if page.entry.kind == "words":
        has_urgent_help = "urgent" in page.keys
        yield lines.text_commands if has_urgent_help else lines.text_commands_without


def prompt(lines: LineWords, page: Page) -> str:
    """The one line that says what can be typed at this page."""
    if page.entry is not None:
        return _entry_prompt(lines, page, page.entry)
    rows = rows_of(page)
    numbers = {"last": len(rows), "most": min(page.most, len(rows))}
    if any(row.mark for row in rows):
        says = lines.answer_one if page.most == 1 else lines.answer_some
        return says.format(**numbers)
    here = rows[page.at] if page.at is not None else None
    if len(rows) == 1:
        return (lines.only_row if here else lines.only_one).format(row=rows[0].text)
    if here is None:
        return lines.choose_row.format(**numbers)
    return lines.choose_row_or_enter.format(row=here.text, **numbers)


def _entry_prompt(lines: LineWords, page: Page, entry: Entry) -> str:
    if entry.is_measure:
        return _measure_prompt(lines, page, entry)
    if entry.kind != "words":
        return lines.answer_line
    if entry.text:
        return lines.answer_text_again
    return lines.answer_text if "pass_over" in page.keys else lines.answer_notes


def _measure_prompt(lines: LineWords, page: Page, entry: Entry) -> str:
    is_day = entry.kind == "day"
    if entry.text and page.notice:  # it was not taken, so there is none to keep
        return lines.answer_day_anew if is_day else lines.answer_number_anew
    if entry.text:
        return lines.answer_day_again if is_day else lines.answer_number_again
    return lines.answer_day if is_day else lines.answer_number
