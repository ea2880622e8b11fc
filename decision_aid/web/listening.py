"""Where browsers connect: whoever is slow, silent or broken is let go, and holds up nobody else."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import ssl
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import uvicorn

from decision_aid.web.patience import Limits, PromptProtocol

if TYPE_CHECKING:
    from types import FrameType

    from starlette.types import ASGIApp

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")
_PLENTY = 10_000
"""Open files to ask for: while hands are shaken over TLS, nothing counts a connection but these."""
_LONGEST_HEAD = 20_000
"""Bytes after which h11 reads no further in a head that does not end."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that takes connections from now on; raises OSError."""
    family, kind, proto, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    door = socket.socket(family, kind, proto)
    try:
        if sys.platform != "win32":  # there it would let two programs share a port
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
        door.listen(2048)
    except OSError:
        door.close()
        raise
    return door


def read_certificate(certificate: str | Path, key: str | Path) -> ssl.SSLContext:
    """What TLS needs; raises OSError, of which ssl.SSLError is one, for files that do not do."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate, key, password="")  # so that nobody is asked for one
    return context


def allow_files(limits: Limits) -> Limits:
    """The limits that fit the open files which the system allows, after asking it for enough."""
    if sys.platform == "win32":
        return limits
    import resource

    allowed, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _PLENTY if most == resource.RLIM_INFINITY else min(_PLENTY, most)
    if allowed != resource.RLIM_INFINITY and allowed < wanted:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
        allowed, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    if allowed == resource.RLIM_INFINITY or allowed >= limits.needed_files:
        return limits
    return replace(limits, waiting=min(limits.waiting, max(allowed // 4, 1)))


def serve(
    app: ASGIApp,
    door: socket.socket,
    limits: Limits,
    tls: ssl.SSLContext | None,
    refusal: Callable[[int], bytes],
    tell_ready: Callable[[], None],
) -> int:
    """Serve until the program is told to stop; the number of the signal that told it.

    What cannot be read as a request at all is answered with the page that `refusal` gives for its
    status. `tell_ready` is called as soon as signals are heard and browsers are answered.
    """
    _silence()
    made = partial(PromptProtocol, limits=limits, waiting={}, refusal=refusal)
    server = _Server(_configure(app, made, limits, tls), door, limits, tell_ready)
    server.run()
    return server.told


def _configure(
    app: ASGIApp,
    made: Callable[..., asyncio.Protocol],
    limits: Limits,
    tls: ssl.SSLContext | None,
) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        http=cast("type[asyncio.Protocol]", made),
        ws="none",
        loop="asyncio",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        h11_max_incomplete_event_size=_LONGEST_HEAD,
        timeout_graceful_shutdown=limits.farewell,
        ssl_context_factory=None if tls is None else lambda *_: tls,
    )


def _silence() -> None:
    """No log of uvicorn or asyncio: a line of theirs can hold what a visitor typed."""
    for name in ("uvicorn", "asyncio"):
        logger = logging.getLogger(name)
        logger.handlers = [logging.NullHandler()]
        logger.propagate = False


class _Server(uvicorn.Server):
    """A server on a socket that is open already, which remembers how it was told to stop."""

    def __init__(
        self,
        config: uvicorn.Config,
        door: socket.socket,
        limits: Limits,
        tell_ready: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._door = door
        self._limits = limits
        self._tell_ready = tell_ready
        self.told = int(signal.SIGTERM)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn does it, with a deadline for handshakes and no word of asyncio's."""
        del sockets
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda *_: None)
        await self.lifespan.startup()
        if self.lifespan.should_exit:
            raise RuntimeError
        patience = self._limits.handshake if self.config.ssl else None
        listening = await loop.create_server(
            self._make_protocol,
            sock=self._door,
            ssl=self.config.ssl,
            backlog=2048,
            ssl_handshake_timeout=patience,
            ssl_shutdown_timeout=patience,
        )
        self.servers = [listening]
        self.started = True
        self._tell_ready()

    def _make_protocol(self) -> asyncio.Protocol:
        make = cast(Callable[..., asyncio.Protocol], self.config.http_protocol_class)
        return make(
            config=self.config, server_state=self.server_state, app_state=self.lifespan.state
        )

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Hear what ends the program, except what it was started deaf to, as under nohup."""
        numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
        heard = [one for one in numbers if signal.getsignal(one) is not signal.SIG_IGN]
        before = {one: signal.signal(one, self.handle_exit) for one in heard}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop; told twice, wait for nobody."""
        del frame
        self.force_exit = self.should_exit
        if not self.should_exit:
            self.told = sig
        self.should_exit = True
