"""Where browsers are to connect: open and ready, or refused in a sentence that says what to do."""

from __future__ import annotations

import errno
from importlib.util import find_spec
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError

if TYPE_CHECKING:
    import socket

    from decision_aid.words import Words

_NEEDED = ("starlette", "uvicorn")


def require_web(ours: Words) -> None:
    """Raise UsageError where what serves browsers is not installed."""
    if not all(map(find_spec, _NEEDED)):
        raise UsageError(ours.serve.needs_extra)


def open_door(host: str, port: int, ours: Words) -> socket.socket:
    """A socket that takes connections from now on; raises UsageError."""
    from decision_aid.web.listening import listen

    said = ours.serve
    try:
        return listen(host, port)
    except PermissionError:
        raise UsageError(said.port_not_allowed.format(port=port)) from None
    except (OSError, UnicodeError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise UsageError(said.port_in_use.format(port=port)) from None
        raise UsageError(said.no_such_host.format(host=host)) from None
