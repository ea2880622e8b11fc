"""A program that serves a few lines of its own behind the real guard, for tests on sockets."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from decision_aid.web import headers
from decision_aid.web.access import Access
from decision_aid.web.guarding import Guard, Policy
from decision_aid.web.listening import allow_files, listen, read_certificate, serve
from decision_aid.web.patience import Limits
from decision_aid.web.refusing import draw_refusal, kind_of
from decision_aid.words import words

if TYPE_CHECKING:
    from starlette.types import Receive, Scope, Send

SECRET = "PLANTED-illness"
LARGE = 30_000_000


class Application:
    """Answers with what was sent, stands still, breaks, or says much."""

    def __init__(self) -> None:
        self.unread = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise NotImplementedError
        sent = (await receive()).get("body", b"")
        match scope["path"]:
            case "/stand-still":
                print("standing", flush=True)
                await asyncio.Event().wait()
            case "/break":
                raise ValueError(SECRET)
            case "/until-unread":
                await self.unread.wait()
        cleared = [(b"clear-site-data", headers.CLEARED["Clear-Site-Data"].encode())]
        head = cleared if scope["path"] == "/cleared" else []
        await send({"type": "http.response.start", "status": 200, "headers": head})
        if scope["path"] == "/break-late":
            await send({"type": "http.response.body", "body": b"half", "more_body": True})
            raise ValueError(SECRET)
        if scope["path"] == "/large":
            for _ in range(30):
                chunk = {"type": "http.response.body", "body": bytes(LARGE // 30)}
                await send({**chunk, "more_body": True})
            self.unread.set()
            print("nobody waits for it", flush=True)
        await send({"type": "http.response.body", "body": sent or b"here", "more_body": False})


def main(given: dict[str, Any]) -> int:
    """Serve as it is told, and print the port."""
    ours = words("en")
    door = listen("127.0.0.1", 0)
    tls = read_certificate(*given["tls"]) if "tls" in given else None
    access = Access(is_secure=tls is not None, **given["access"]) if "access" in given else None
    full = given.get("full", False)
    policy = Policy(
        lambda _said: ours, frozenset({"localhost"}), access, has_room=lambda _scope: not full
    )
    told = serve(
        Guard(Application(), policy),
        door,
        allow_files(Limits(**given.get("limits", {}))),
        tls,
        lambda status: draw_refusal(ours, kind_of(status)).encode(),
        lambda: print(door.getsockname()[1], flush=True),
    )
    return 128 + told


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))
    sys.exit(main(json.loads(sys.argv[1])))
