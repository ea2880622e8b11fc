"""Pages that say kindly why nothing comes; they hold nothing that anybody typed."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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


def refusal_page(ours: Words, kind: str) -> bytes:
    """The page for that reason."""
    title, lead = ours.serve.refused[kind]
    return page(ours, title, f"<h1>{escape(title)}</h1>\n<p>{escape(lead)}</p>")


def code_page(ours: Words, fault: str = "") -> bytes:
    """The page that asks for the access code, and says what was wrong with the last one."""
    said = ours.serve
    title = f"{said.error_in_title} {said.code_title}" if fault else said.code_title
    told = f'<p id="fault" role="alert">{escape(fault)}</p>\n' if fault else ""
    described = "lead fault" if fault else "lead"
    return page(
        ours,
        title,
        f'<form method="post" action="{OPEN}">\n'
        f'<h1><label for="code">{escape(said.code_title)}</label></h1>\n'
        f'<p id="lead">{escape(said.code_lead)}</p>\n{told}'
        f'<input id="code" name="code" autocomplete="off" autocapitalize="characters"'
        f' spellcheck="false" required aria-describedby="{described}">\n'
        f'<button type="submit">{escape(ours.screens.go_on)}</button>\n</form>',
    )


def page(ours: Words, title: str, inner: str) -> bytes:
    """A whole page around that, with urgent help at its foot."""
    urgent = ours.screens
    return (
        f'<!doctype html>\n<html lang="{ours.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n"
        '<link rel="stylesheet" href="/style.css">\n</head>\n<body>\n'
        f"<main>\n{inner}\n</main>\n"
        f"<footer>\n<p>{escape(urgent.urgent_first)} {escape(urgent.urgent_numbers)}</p>\n"
        "</footer>\n</body>\n</html>\n"
    ).encode()
