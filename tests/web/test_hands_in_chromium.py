"""A whole visit by touch alone and by keys alone, in both languages, in a window of a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

import pytest
from playwright.sync_api import Browser, Page

from decision_aid.answers_file import load_answers
from decision_aid.languages import Languages
from decision_aid.start import Start
from tests.web.gallery import TESTS
from tests.web.test_in_chromium import served
from tests.web.visiting import Hands, application, only_visitor, walk

pytestmark = pytest.mark.chromium
PHONE = {"width": 390, "height": 844}
FOCUSED = "document.activeElement.id || document.activeElement.value || ''"
MOST_TABS = 80
WHO = TESTS / "patients" / "newly_curious.yaml"
"""Somebody who picks one, picks several, answers a checklist, and writes."""


def source_of(window: Page) -> str:
    """The page as it was sent: a browser writes some of its signs by name."""
    return window.content().replace("&nbsp;", "\u00a0")


@dataclass
class ByTouch:
    """Taps, and types where there is a box; there is no mouse."""

    window: Page

    @property
    def html(self) -> str:
        """The page in the window."""
        return source_of(self.window)

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        """Tap on what is marked, write that, and tap on the button."""
        for one in marked:
            self.window.tap(f'label[for="mark-{one}"]')
        if text is not None:
            self.window.tap("#text")
            self.window.keyboard.type(text)
        with self.window.expect_navigation():
            self.window.tap(f'button[value="{do}"]')


@dataclass
class ByKeys:
    """Tab, the arrows, Space, Enter and letters; nothing is pointed at."""

    window: Page

    @property
    def html(self) -> str:
        """The page in the window."""
        return source_of(self.window)

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        """Go to what is marked and mark it, write that, and press Enter on the button."""
        for one in marked:
            self._mark(one)
        if text is not None:
            self._go_to("Tab", lambda at: at == "text")
            self.window.keyboard.type(text)
        self._go_to("Tab", lambda at: at == do)
        with self.window.expect_navigation():
            self.window.keyboard.press("Enter")

    def _mark(self, row: str) -> None:
        wanted = f"mark-{row}"
        box = self.window.locator(f'[id="{wanted}"]')
        if box.get_attribute("type") == "checkbox":
            self._go_to("Tab", lambda at: at == wanted)
            self.window.keyboard.press("Space")
            return
        group = box.get_attribute("name")
        ids = self.window.locator(f'[name="{group}"]').evaluate_all("all => all.map(one => one.id)")
        self._go_to("Tab", lambda at: at in ids)
        self.window.keyboard.press("Space")
        if self._at() != wanted:
            self._go_to("ArrowDown", lambda at: at == wanted)

    def _at(self) -> str:
        return str(self.window.evaluate(FOCUSED))

    def _go_to(self, key: str, is_there: Callable[[str], bool]) -> None:
        for pressed in count():
            assert pressed < MOST_TABS, self.window.title()
            self.window.keyboard.press(key)
            if is_there(self._at()):
                return


@pytest.mark.parametrize("code", ["en", "fr"])
@pytest.mark.parametrize("by", [ByTouch, ByKeys])
def test_a_whole_visit_is_gone_through(
    by: Callable[[Page], Hands], code: str, languages: Languages, browser: Browser
) -> None:
    aid = languages.take(code)
    answers = load_answers(WHO, aid)
    app = application(languages, Start(keep=False, language=code))
    context = browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        has_touch=by is ByTouch,
        java_script_enabled=False,
    )
    window = context.new_page()
    with served(app) as address:
        window.goto(address)
        walk(by(window), app, answers)
        taken = only_visitor(app).navigator.sitting.begun.answers
        given = {name: value for name, value in answers.items() if value is not None}
        assert {name: taken.get(name) for name in given} == given
    context.close()
