"""A person at the full screen: presses keys, clicks on what is read, and reads."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

from textual.pilot import Pilot

from decision_aid.start import Start
from decision_aid.tui.app import DecisionAidApp
from decision_aid.tui.safety import KeyDebounce
from decision_aid.tui.screen import PageScreen
from decision_aid.visit import Visit
from tests.conftest import clock

CONTENT = Path(__file__).with_name("small.yaml")
Size = tuple[int, int]


class Person:
    """Keys, mouse and eyes."""

    def __init__(self, app: DecisionAidApp, pilot: Pilot[object]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def visit(self) -> Visit:
        assert self.app.visit is not None
        return self.app.visit

    @property
    def screen(self) -> PageScreen:
        return self.app.pages

    @property
    def at(self) -> str:
        """The name of what is shown."""
        return self.app.navigator.at

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)

    @property
    def lines(self) -> list[str]:
        """What is on the screen."""
        strips = self.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    def sees(self, text: str) -> bool:
        return any(text in line for line in self.lines)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait for a state, never for a time."""
        for _ in range(40_000):
            if holds():
                return
            await self.pilot.pause(0.005)
        raise AssertionError("\n".join(self.lines))

    async def until_sees(self, text: str) -> None:
        await self.until(lambda: self.sees(text))

    async def click(self, text: str) -> None:
        """Click in the middle of what is read on the screen."""
        await self.until_sees(text)
        y, line = next((y, line) for y, line in enumerate(self.lines) if text in line)
        x = line.index(text) + len(text) // 2
        await self.pilot.click(offset=(x, y))
        await self.pilot.pause()

    async def resize(self, size: Size) -> None:
        await self.pilot.resize_terminal(*size)
        await self.pilot.pause()

    async def begin(self) -> None:
        """From the first screen to the first question."""
        while self.at == "reading":
            await self.press("enter")
        await self.press("1")
        await self.leave_no_trace()
        await self.until_sees("Where do you live?")

    async def leave_no_trace(self) -> None:
        """Answer the question about keeping as it stands."""
        if not self.app.sitting.decided:
            await self.until_sees("May this computer keep")
            await self.press("3")

    async def go_to(self, question: str) -> None:
        """Begin, and go to that question as if those before were passed over."""
        await self.begin()
        while self.visit.shown != question:
            self.visit.pass_over()
        self.screen.show()
        await self.pilot.pause()


def steady() -> Callable[[], float]:
    """A clock that is a second later at each look."""
    seconds: Iterator[int] = count()
    return lambda: float(next(seconds))


@asynccontextmanager
async def sitting_down(
    folder: Path,
    size: Size = (80, 24),
    now: Callable[[], float] | None = None,
    content: Path = CONTENT,
    start: Start | None = None,
) -> AsyncIterator[Person]:
    """A person at the first screen, whose content is there."""
    start = start or Start(place=str(folder / "records"))
    app = DecisionAidApp(content, folder, clock, KeyDebounce(now or steady()), start)
    async with app.run_test(size=size) as pilot:
        person = Person(app, pilot)
        await person.until(lambda: app.visit is not None)
        yield person
