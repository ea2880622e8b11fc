"""`serve`: the same pages in a browser, on this computer or, behind a code, on a network."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.content import load_content
from decision_aid.cli.door import open_door, require_web
from decision_aid.cli.endings import UsageError
from decision_aid.cli.language import settle_language
from decision_aid.cli.output import complain, say
from decision_aid.languages import Languages, choose_language, find_languages
from decision_aid.memory import close_memory
from decision_aid.start import Kiosk, Start
from decision_aid.words import words

if TYPE_CHECKING:
    import ssl
    from argparse import Namespace

    from starlette.applications import Starlette
    from starlette.types import Scope

    from decision_aid.web.access import Access
    from decision_aid.web.guarding import Policy
    from decision_aid.words import Words

_WISHES = 20
"""How many of the languages that a browser names are looked at."""


def serve(given: Namespace) -> int:
    """Serve the questionnaire to browsers until a signal ends it."""
    content: Path = given.content or paths.questions()
    ours = words(settle_language(content, given.language))
    require_web(ours)
    _refuse_open_door(given, ours)
    _refuse_empty_hands(given, ours)
    close_memory()
    languages = Languages(find_languages(content), partial(load_content, content))
    languages.take(given.language or ours.language)  # so that its faults are told here
    return 128 + _serve(given, ours, languages)


def _serve(given: Namespace, ours: Words, languages: Languages) -> int:
    from decision_aid.web.application import make_application
    from decision_aid.web.guarding import Guard
    from decision_aid.web.listening import allow_files, serve
    from decision_aid.web.patience import Limits
    from decision_aid.web.refusing import draw_refusal, kind_of
    from decision_aid.web.tries import Tries

    tls = _read_certificate(given, ours)
    kiosk = Kiosk(printer=given.printer) if given.kiosk else None
    start = Start(place=given.place, language=given.language or "", kiosk=kiosk)
    joins = Tries() if given.counsellor else None
    app = make_application(languages, start, idle=given.idle * 60.0, joins=joins)
    code = _make_code(given.host)
    policy = _make_policy(given, languages, app, code)
    door = open_door(given.host, given.port, ours)
    limits = allow_files(Limits())
    if limits != Limits():
        complain(ours.serve.few_files.format(needed=Limits().needed_files))
    return serve(
        Guard(app, policy),
        door,
        limits,
        tls,
        lambda status: draw_refusal(ours, kind_of(status)).encode(),
        lambda: _tell(given, ours, door.getsockname()[1], code),
    )


# --- who can reach it ------------------------------------------------------------------------


def _refuse_open_door(given: Namespace, ours: Words) -> None:
    """Raise UsageError where answers would go over a network for everybody to read."""
    from decision_aid.web.addresses import is_this_computer_alone

    said = ours.serve
    if (given.certificate is None) != (given.key is None):
        raise UsageError(said.both_or_none)
    if given.insecure_lan and given.certificate:
        raise UsageError(said.insecure_or_not)
    is_open = not (given.certificate or given.insecure_lan)
    if is_open and not is_this_computer_alone(given.host):
        raise UsageError(said.needs_tls.format(host=given.host))


def _refuse_empty_hands(given: Namespace, ours: Words) -> None:
    """Raise UsageError where nobody at a kiosk could come by their summary."""
    from decision_aid.report.printer import printer

    said = ours.serve
    if given.printer and not given.kiosk:
        raise UsageError(said.printer_of_kiosk)
    if given.printer and not printer():
        raise UsageError(said.no_such_printer)
    if given.kiosk and not (printer() or given.place):
        raise UsageError(said.nothing_to_take)


def _read_certificate(given: Namespace, ours: Words) -> ssl.SSLContext | None:
    from decision_aid.web.listening import read_certificate

    if given.certificate is None:
        return None
    try:
        return read_certificate(given.certificate, given.key)
    except OSError as error:
        reason = getattr(error, "reason", None) or error.strerror or type(error).__name__
        raise UsageError(ours.serve.bad_certificate.format(reason=reason)) from None


def _make_code(host: str) -> str:
    """An access code where other computers can connect."""
    from decision_aid.record.labels import make_code
    from decision_aid.web.addresses import is_this_computer_alone

    return "" if is_this_computer_alone(host) else make_code()


# --- whom it lets in -------------------------------------------------------------------------


def _make_policy(given: Namespace, languages: Languages, app: Starlette, code: str) -> Policy:
    from decision_aid.web.addresses import names_to_answer
    from decision_aid.web.guarding import Policy

    said = given.language or ""
    return Policy(
        partial(_speak, languages, said),
        frozenset(names_to_answer(given.host, given.certificate)),
        _make_access(code, is_secure=given.certificate is not None),
        partial(_has_room, app),
    )


def _make_access(code: str, *, is_secure: bool) -> Access | None:
    from decision_aid.web.access import Access

    return Access(code, is_secure=is_secure) if code else None


def _speak(languages: Languages, said: str, accepted: str) -> Words:
    """The words for a browser that names these languages, unless the command line names one."""
    wishes = [one.partition(";")[0].strip() for one in accepted.split(",")]
    return words(choose_language(languages.codes, said, *wishes[:_WISHES]))


def _has_room(app: Starlette, scope: Scope) -> bool:
    """Whether it is somebody who has a place or needs none, or there is one left."""
    from starlette.requests import Request

    from decision_aid.web.company import COUNSEL
    from decision_aid.web.exchange import cookie_name
    from decision_aid.web.guarding import MOST_VISITORS

    visitors = app.state.visitors
    if len(visitors) < MOST_VISITORS or scope["path"].startswith(COUNSEL):
        return True
    request = Request(scope)
    return visitors.see(request.cookies.get(cookie_name(request), "")) is not None


def _tell(given: Namespace, ours: Words, port: int, code: str) -> None:
    """Say where to find it, who may come in, and how to stop it; raises NoOutput."""
    from decision_aid.web.addresses import address_to_open, names_to_answer

    said = ours.serve
    name = names_to_answer(given.host, given.certificate)[0]
    address = address_to_open(name, port, is_secure=given.certificate is not None)
    lines = [said.address.format(address=address)]
    if code:
        lines.append(said.code.format(code=code))
    if given.counsellor:
        lines.append(said.counsel.format(address=f"{address}counsel"))
    if given.insecure_lan:
        lines.append(said.insecure)
    say("\n".join((*lines, said.how_to_stop, "")))
