"""`preview --serve`: the file in a browser on this computer, looked at anew at each load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.cli.door import open_door, require_web
from decision_aid.cli.output import say
from decision_aid.words import words

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.words import Words

HOST = "127.0.0.1"
"""Nobody on another computer can connect there."""


def serve_preview(given: Namespace) -> int:
    """Serve the preview until a signal ends it."""
    ours = words(given.language)
    require_web(ours)
    from decision_aid.preview.application import make_application
    from decision_aid.web.addresses import names_to_answer
    from decision_aid.web.guarding import Guard, Policy
    from decision_aid.web.listening import allow_files, serve
    from decision_aid.web.patience import Limits
    from decision_aid.web.refusing import draw_refusal, kind_of

    door = open_door(HOST, given.port, ours)
    policy = Policy(lambda _accepted: ours, frozenset(names_to_answer(HOST, None)))
    app = Guard(make_application(given.file, given.answers), policy)
    return 128 + serve(
        app,
        door,
        allow_files(Limits(farewell=1)),  # a page that waits for the rules is not waited for
        None,
        lambda status: draw_refusal(ours, kind_of(status)).encode(),
        lambda: _tell(ours, door.getsockname()[1]),
    )


def _tell(ours: Words, port: int) -> None:
    """Say where to find it, and how to stop it; raises NoOutput."""
    from decision_aid.web.addresses import address_to_open

    said = ours.preview
    address = address_to_open(HOST, port, is_secure=False)
    say("\n".join((said.address.format(address=address), said.how_to_stop, "")))
