"""An open screen, and the steps that can follow from what is picked or written on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias, TypeVar

from decision_aid.screens.notice import nothing

if TYPE_CHECKING:
    from decision_aid.screens.notice import Notice
    from decision_aid.screens.page import Meaning, Page
    from decision_aid.screens.sitting import Sitting

Got = TypeVar("Got")

ANYWHERE: tuple[Meaning, ...] = ("summary", "urgent", "overview", "words", "sources", "keys")
"""What can be asked for at every screen, once the content is there."""

Manner: TypeAlias = Literal["", "reminds", "points_back"]
"""How a notice is meant: as what is to be done first, or as said of the page before."""


# Plain classes: as dataclasses they would cost every start 2 ms.


class Stay:
    """The same screen goes on, perhaps with another page of its own."""

    manner: ClassVar[Manner] = ""

    def __init__(self, notice: Notice = nothing) -> None:
        self.notice = notice
        """What is to be said with it."""


class Remind(Stay):
    """The same screen goes on with something to do first; nothing was wrong with what was done."""

    manner: ClassVar[Manner] = "reminds"


class PointBack(Stay):
    """The same screen goes on, and what is said concerns the page before."""

    manner: ClassVar[Manner] = "points_back"


class Show:
    """Lay that screen over this one; `names` say what of it is to be shown."""

    def __init__(self, screen: str, *names: str) -> None:
        self.screen = screen
        self.names = names


class Go(Show):
    """Leave all that is open for that screen."""

    def __init__(self, screen: str, *names: str, notice: Notice = nothing) -> None:
        super().__init__(screen, *names)
        self.notice = notice
        """What is to be said there, where that screen has nothing of its own to say at first."""


class Instead(Show):
    """Lay that screen in the place of this one."""


class Close:
    """Go back to the screen beneath."""


class Speak:
    """Go on in that language with everything as it is, and then take that step."""

    def __init__(self, language: str, then: Close | Stay | None = None) -> None:
        self.language = language
        self.then = then


class End:
    """The visit is over."""

    def __init__(self, message: str = "", *, by_line: bool = False) -> None:
        self.message = message
        """The last words."""
        self.by_line = by_line
        """Whether the person wants to go on line by line, without the full screen."""


class Work:
    """A slow task, such as deriving a key; meanwhile the screen's page says that it is at work."""

    def __init__(self, run: Callable[[], Callable[[], Step]]) -> None:
        self.run = run
        """Does the task, in another thread if the face likes. The function that it gives back is
        called in the thread that holds the visit, and gives the next step."""

    def run_safely(self) -> Callable[[], Step]:
        """Do it; what is raised is raised again in the thread that can tell it."""
        try:
            return self.run()
        except Exception as error:
            return partial(_raise, error)


def _raise(error: Exception) -> Step:
    raise error


Step: TypeAlias = Stay | Show | Close | Speak | End | Work


def make_work(
    do: Callable[[], Got],
    then: Callable[[Got], Step],
    failed: Callable[[Exception], Step],
    *faults: type[Exception],
) -> Work:
    """Have that done, then follow what it got, or which of these faults there was."""

    def run() -> Callable[[], Step]:
        try:
            got = do()
        except faults as fault:
            return partial(failed, fault)
        return partial(then, got)

    return Work(run)


class Screen:
    """One open screen. A subclass says its page, and what follows from what one does there."""

    name: str = ""
    """What it is called in the table of screens."""
    lies_over: ClassVar[bool] = True
    """Whether it is only looked at, and gives back the screen beneath."""
    may_repeat: ClassVar[bool] = False
    """Whether the same kind of screen may be opened from itself."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting

    @property
    def at(self) -> str:
        """The screen's name; for one with several pages also which of them is shown."""
        return self.name

    def page(self) -> Page:
        """What is to be shown now."""
        raise NotImplementedError

    def open(self) -> Step:
        """What is to be done as soon as the screen is open."""
        return Stay()

    def choose(self, rows: tuple[str, ...]) -> Step:
        """These rows were marked, or this action was chosen."""
        del rows
        return Close()

    def write(self, text: str) -> Step:
        """This was written, and is to be taken."""
        del text
        return Stay()

    def go_on(self) -> Step:
        """Go on without picking or writing anything new."""
        return Stay()

    def back(self) -> Step:
        """Go back."""
        return Close()

    def pass_over(self) -> Step:
        """Pass over what is asked."""
        return Stay()

    def hold(self, marked: tuple[str, ...], text: str | None, row: int | None = None) -> None:
        """Remember what is marked and written so far, without taking it, and at which row."""

    def foresee(self, do: Callable[[Screen], Step]) -> Page | None:
        """The page that doing this here would lead to, without its being done; None: who knows."""
        del do
        return None

    def keep_writing(self) -> None:
        """Take what is held as an answer, because the screen may not come back."""


class Look(Screen):
    """A page that is only read, and come back from."""

    def __init__(self, sitting: Sitting, name: str, draw: Callable[[], Page]) -> None:
        super().__init__(sitting)
        self.name = name
        self._draw = draw

    def page(self) -> Page:
        """The page."""
        return self._draw()


class Leaves(Screen):
    """Several pages that are leafed through, by rows called `next` and `before`."""

    place = 0
    """Which of them is shown."""

    def choose(self, rows: tuple[str, ...]) -> Step:
        """To the next one, the one before, or back."""
        steps = {"next": 1, "before": -1}
        if rows[0] not in steps:
            return Close()
        self.place += steps[rows[0]]
        return Stay()

    def back(self) -> Step:
        """To the one before, else to the screen beneath."""
        return self.choose(("before",)) if self.place else Close()


def keys_anywhere(*, counsels: bool) -> tuple[Meaning, ...]:
    """What can be asked for at every screen, by who sits there."""
    return (*ANYWHERE, "notes") if counsels else ANYWHERE
