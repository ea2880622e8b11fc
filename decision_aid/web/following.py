"""A form that was sent, and what the navigator is asked to do because of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args
from urllib.parse import parse_qs

from decision_aid.screens.page import Meaning
from decision_aid.screens.screen import Show

if TYPE_CHECKING:
    from decision_aid.screens.navigator import Navigator

MOST_FIELDS = 300
LONGEST_BODY = 65_536
"""Bytes of a form that are read."""


class NoForm(ValueError):
    """What was sent is not a form of ours."""


@dataclass(frozen=True)
class Form:
    """One thing that a person did on a page."""

    page: int
    """The number of the page that they did it on."""
    proof: str
    kind: str
    """`row`, `write`, `press`, `clear`, `hold` where more time is asked for, `urgent`, or `stay`,
    which only leads to where one is."""
    name: str
    """The row that was chosen, or the meaning that was pressed."""
    marked: tuple[str, ...]
    text: str | None
    """What was written, where there is a box."""

    @property
    def answers(self) -> bool:
        """Whether it is meant as an answer or a choice, so that it can be refused."""
        return self.kind in ("row", "write")


def read_form(body: bytes) -> Form:
    """The form in that body; raises NoForm."""
    sent = read_fields(body)
    try:
        page = int(_one(sent, "page"))
    except ValueError as error:
        raise NoForm from error
    kind, _, name = _one(sent, "do").partition(":")
    marked = (one for field, values in sent.items() if field.startswith("mark") for one in values)
    text = sent["text"][0].replace("\r\n", "\n") if "text" in sent else None
    return Form(page, _one(sent, "proof"), kind, name, tuple(marked), text)


def read_fields(body: bytes) -> Mapping[str, Sequence[str]]:
    """What each field of the form says; raises NoForm."""
    try:
        return parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            max_num_fields=MOST_FIELDS,
            errors="replace",
        )
    except ValueError as error:
        raise NoForm from error


def _one(sent: Mapping[str, Sequence[str]], name: str) -> str:
    return sent.get(name, [""])[0]


def follow(navigator: Navigator, form: Form) -> None:
    """Do the one thing; what is marked and written besides is remembered."""
    hold(navigator, form)
    if form.kind == "row":
        navigator.choose(*_marks(navigator, form), form.name)
    elif form.kind == "write":
        navigator.write(form.text or "")
    elif form.kind == "press":
        for meaning in get_args(Meaning):
            if meaning == form.name:
                navigator.press(meaning)
    elif form.kind == "clear":
        navigator.show(Show("clearing"))


def _marks(navigator: Navigator, form: Form) -> tuple[str, ...]:
    """What is marked, as far as the page offers it."""
    rows = (one for row in navigator.offered.rows for one in (row, *row.answers) if one.mark)
    there = [one.id for one in rows]
    return tuple(one for one in there if one in form.marked)


def hold(navigator: Navigator, form: Form) -> None:
    """Remember what is marked and written on the page."""
    page = navigator.offered
    if any(row.mark for row in page.rows):
        navigator.hold(*_marks(navigator, form))
    elif page.entry is not None and page.entry.kind != "secret" and form.text is not None:
        navigator.hold(text=form.text[: page.entry.limit])
