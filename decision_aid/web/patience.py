"""A connection is given so long to ask and so long to read the answer, and no longer."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    from uvicorn import Config
    from uvicorn.server import ServerState

_WHOLE = (h11.DONE, h11.MUST_CLOSE, h11.CLOSED)


@dataclass(frozen=True)
class Limits:
    """How long, in seconds, and with how many at once there is patience."""

    request: float = 10.0
    """From a connection, or the last answer, until the next request is whole."""
    answer: float = 60.0
    """From there until the browser has read its answer."""
    handshake: float = 10.0
    waiting: int = 500
    """Connections whose request is not whole; beyond them the oldest is let go."""
    farewell: int = 5
    """For requests that are being answered when the program is told to stop."""

    @property
    def needed_files(self) -> int:
        """Open files for those that wait, and for visitors, their connections and their answers."""
        return self.waiting + 1_000


class PromptProtocol(H11Protocol):
    """A connection that has so long for its request, and so long for reading the answer.

    It rests on how uvicorn's class calls its own methods, so uvicorn is pinned.
    """

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        limits: Limits,
        waiting: dict[PromptProtocol, None],
        refusal: Callable[[int], bytes],
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._limits = limits
        self._waiting = waiting
        self._refusal = refusal
        self._phase = ""
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Wait for a request from now on."""
        super().connection_made(transport)
        self._reckon()
        if len(self._waiting) > self._limits.waiting:
            next(iter(self._waiting)).let_go()

    def data_received(self, data: bytes) -> None:
        """Take what came; a request that is whole has the time of an answer."""
        super().data_received(data)
        self._reckon()

    def on_response_complete(self) -> None:
        """Wait for the next request from now on."""
        super().on_response_complete()
        self._reckon()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget it."""
        self._stop_waiting()
        super().connection_lost(exc)

    def shutdown(self) -> None:
        """On stopping there is time for those who wait for an answer alone."""
        if self in self._waiting:
            self.let_go()
        else:
            super().shutdown()

    def send_400_response(self, msg: str) -> None:
        """A kind page in the place of uvicorn's sentence."""
        error = sys.exc_info()[1]  # uvicorn calls this where it catches the error
        status = error.error_status_hint if isinstance(error, h11.RemoteProtocolError) else 400
        body = self._refusal(status) or msg.encode()
        head = [("content-type", "text/html; charset=utf-8"), ("connection", "close")]
        head += [("cache-control", "no-store"), ("content-length", str(len(body)))]
        events = (
            h11.Response(status_code=status, headers=head),
            h11.Data(data=body),
            h11.EndOfMessage(),
        )
        try:
            for event in events:
                self.transport.write(self.conn.send(event) or b"")
        except h11.LocalProtocolError:  # an answer to what came before is under way
            self.let_go()
        else:
            self.transport.close()

    def let_go(self) -> None:
        """Close the connection at once."""
        self._stop_waiting()
        self.transport.abort()

    def _reckon(self) -> None:
        before, self._phase = self._phase, self._find_phase()
        if self._phase == before or (before, self._phase) == ("resting", "asking"):
            return
        self._stop_waiting()
        if self.transport.is_closing() and self._phase != "answering":
            return
        seconds = self._limits.request
        if self._phase == "answering":
            seconds = self._limits.answer
        else:
            self._waiting[self] = None
        self._deadline = self.loop.call_later(seconds, self.let_go)

    def _find_phase(self) -> str:
        if self.conn.their_state in _WHOLE:
            return "answering"
        at_rest = self.conn.our_state is h11.IDLE and self.conn.their_state is h11.IDLE
        return "resting" if at_rest else "asking"

    def _stop_waiting(self) -> None:
        self._waiting.pop(self, None)
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
