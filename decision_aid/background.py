"""Work in a thread of its own, for which neither a face nor the end of the program has to wait."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread
from typing import Generic, TypeVar

Got = TypeVar("Got")


class Background(Generic[Got]):
    """Does one thing, from now on; whoever wants to know can wait for it as long as they like."""

    def __init__(self, do: Callable[[], Got]) -> None:
        self._do = do
        self._changed = Condition()
        self._got: tuple[Got, ...] = ()
        self._error: BaseException | None = None
        self._let_go: Callable[[Got], object] | None = None
        Thread(target=self._run, daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Whether it is done, which is waited for at most so long."""
        with self._changed:
            return self._changed.wait_for(self._is_done, seconds)

    def result(self) -> Got:
        """What it got, or raised; only once it is done."""
        if self._error is not None:
            raise self._error
        return self._got[0]

    def abandon(self, let_go: Callable[[Got], object]) -> bool:
        """Nobody wants it any more: what it gets is let go of. False if it is done already."""
        with self._changed:
            if self._is_done():
                return False
            self._let_go = let_go
            return True

    def _is_done(self) -> bool:
        return bool(self._got) or self._error is not None

    def _run(self) -> None:
        try:
            got = self._do()
        except BaseException as error:  # it belongs to whoever asks for the result
            self._finish((), error)
        else:
            self._finish((got,), None)
            if self._let_go is not None:
                self._let_go(got)

    def _finish(self, got: tuple[Got, ...], error: BaseException | None) -> None:
        with self._changed:
            self._got, self._error = got, error
            self._changed.notify_all()
