"""The one table of screens: the name of each, and how it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from decision_aid.screens import lookups, overview
from decision_aid.screens.asking import Asking
from decision_aid.screens.counselling import Covered, Notes
from decision_aid.screens.handing import Clearing, Handing
from decision_aid.screens.keeping import Keeping
from decision_aid.screens.note import NoteAgain
from decision_aid.screens.opening import Welcome
from decision_aid.screens.page import Page
from decision_aid.screens.screen import Look, Screen
from decision_aid.screens.sitting import Sitting
from decision_aid.screens.sources import Sources
from decision_aid.screens.summary import Ending

ScreenArguments: TypeAlias = tuple[str, ...]
Build: TypeAlias = Callable[[Sitting, ScreenArguments], Screen]


def _look(name: str, draw: Callable[[Sitting, ScreenArguments], Page]) -> Build:
    return lambda sitting, names: Look(sitting, name, partial(draw, sitting, names))


def _ending(sitting: Sitting, _names: ScreenArguments) -> Screen:
    if sitting.start.kiosk is not None:
        from decision_aid.screens.at_the_desk import AtTheDesk  # which starts other programs

        return AtTheDesk(sitting, sitting.start.kiosk)
    return Handing(sitting) if sitting.folder is None else Ending(sitting, sitting.folder)


SCREENS: Mapping[str, Build] = {
    "welcome": lambda sitting, _: Welcome(sitting),
    "keeping": lambda sitting, names: Keeping(sitting, again="again" in names),
    "question": lambda sitting, _: Asking(sitting),
    "summary": _ending,
    "clearing": lambda sitting, _: Clearing(sitting),
    "overview": lambda sitting, _: overview.Overview(sitting),
    "note": lambda sitting, names: NoteAgain(sitting, names[0]),
    "pictures": lookups.Pictures,
    "notes": lambda sitting, _: Notes(sitting),
    "covered": lambda sitting, _: Covered(sitting),
    "answers": _look("answers", lambda sitting, _: overview.answers_page(sitting.begun)),
    "table": _look("table", lambda sitting, names: lookups.table_page(sitting.begun, names)),
    "words": _look("words", lambda sitting, _: lookups.words_page(sitting.begun)),
    "sources": Sources,
    "urgent": _look("urgent", lambda sitting, _: lookups.urgent_page(sitting.begun)),
    "code": _look("code", lambda sitting, _: lookups.code_page(sitting.begun, sitting.code)),
}
"""What can be shown once the content is there; the rest is in `navigator`."""
