"""A person and their counsellor with real browsers: nothing is in the way of either."""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser

from decision_aid.languages import Languages
from decision_aid.web.tries import Tries
from decision_aid.words import words
from tests.web.test_in_chromium import SMALL_TARGETS, TOO_WIDE, Inspecting, follow, served
from tests.web.two_devices import CODE
from tests.web.visiting import application

pytestmark = pytest.mark.chromium


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_two_people_with_two_browsers_go_through_one_visit(
    scheme: Literal["light", "dark"], languages: Languages, browser: Browser
) -> None:
    app, says = application(languages, joins=Tries(pause=0)), words("en").counsel
    rules = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    here, beside = (
        Inspecting(browser.new_context(color_scheme=scheme).new_page(), rules) for _ in range(2)
    )

    def press(who: Inspecting, what: str) -> None:
        follow(who.window, what)
        who.window.set_viewport_size({"width": 320, "height": 640})
        assert not who.window.evaluate(TOO_WIDE), who.window.title()
        assert who.window.evaluate(SMALL_TARGETS) == []
        who.inspect()

    with served(app) as address:
        here.window.goto(address)
        press(here, f"text={says.ask}")
        press(here, f"text={says.show_code}")
        code = re.search(CODE, here.html)
        assert code
        beside.window.goto(f"{address}/counsel")
        beside.window.fill("#text", "guess")
        press(beside, "button")
        beside.window.fill("#text", code[0])
        press(beside, "button")
        press(here, f"text={says.to_questions}")
        press(here, "button >> text=The full way")
        assert says.here in here.window.inner_text("main")
        press(beside, f"text={says.look}")
        assert "Ask who would like to hold the keyboard." in beside.window.inner_text("main")
        for link in ("Covered, and still open", "What they told you"):
            press(beside, f"nav >> text={link}")
        press(beside, "nav >> text=Private notes")
        beside.window.fill("#notes", "privy-heron-notes")
        press(beside, "button.first")
        press(here, f"footer >> text={says.end}")
        assert says.nobody in here.window.inner_text("main")
        press(beside, f"text={says.look}")
        assert beside.window.inner_text("h1") == says.over_title
    here.window.context.close()
    beside.window.context.close()


def test_a_page_that_looks_again_by_itself_shows_where_they_are_now(
    languages: Languages, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for axe, which refuses this on any page: it was asked for here, and can be stopped."""
    monkeypatch.setattr("decision_aid.web.counsel.BETWEEN_LOOKS", 1)
    app, says = application(languages, joins=Tries(pause=0)), words("en").counsel
    here, beside = (browser.new_context(java_script_enabled=False).new_page() for _ in range(2))
    with served(app) as address:
        here.goto(address)
        for button in (says.ask, says.show_code):
            follow(here, f"text={button}")
        code = re.search(CODE, here.content())
        assert code
        beside.goto(f"{address}/counsel")
        beside.fill("#text", code[0])
        follow(beside, "button")
        follow(beside, f"text={says.follow.format(seconds=1)}")
        follow(here, f"text={says.to_questions}")
        follow(here, "button >> text=The full way")
        beside.wait_for_selector("text=They are at: Where do you live?")
        follow(beside, f"text={says.follow_no_more}")
        assert "refresh" not in beside.content()
    here.context.close()
    beside.context.close()
