"""Pages that say kindly why nothing comes; they hold nothing that anybody typed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from decision_aid.calls import find_numbers
from decision_aid.web.drawing import FOLDER
from decision_aid.web.environment import make_environment
from decision_aid.web.lettering import set_text

if TYPE_CHECKING:
    from jinja2 import Environment

    from decision_aid.words import Words

OPEN = "/enter"
"""Where the access code is sent to."""


class Refused(Exception):
    """A request that is not served: its status, and by which name the words know the reason."""

    def __init__(self, status: int, kind: str, **headers: str) -> None:
        super().__init__(kind)
        self.status = status
        self.kind = kind
        self.headers = headers


def kind_of(status: int) -> str:
    """By which name the words know why what is no request was refused."""
    return {414: "too_long", 431: "too_long"}.get(status, "unreadable")


def draw_refusal(ours: Words, kind: str, to: str = "/") -> str:
    """The page for that reason, which leads back to that address unless that could not do."""
    title, text = ours.serve.refused[kind]
    to = "" if kind == "other_name" else to
    return _draw("refusal.html.j2", ours, title=title, text=text, to=to)


def draw_code_page(ours: Words, fault: str = "", target: str = OPEN) -> str:
    """The page that asks for the access code, and says what was wrong with the last one."""
    return _draw("access.html.j2", ours, fault=fault, target=target)


def _draw(template: str, ours: Words, **more: object) -> str:
    return _environment().get_template(template).render(words=ours, **more)


@cache
def _environment() -> Environment:
    environment = make_environment(FOLDER / "templates")
    environment.filters |= {"set": set_text, "numbers": find_numbers}
    return environment
