"""Real people's browser: no script, the keyboard alone, a narrow window, and every patient."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pytest
import uvicorn
from playwright.sync_api import Browser, Page
from starlette.applications import Starlette

from decision_aid.answers_file import load_answers
from decision_aid.languages import Languages
from decision_aid.start import Kiosk, Start
from decision_aid.summary.patient import make_summary
from decision_aid.web import waiting
from tests.conftest import ON
from tests.test_faces_agree import PATIENTS
from tests.web.visiting import application, only_visitor, walk

pytestmark = pytest.mark.chromium
FOCUSED = "document.activeElement.textContent.trim()"
TOP_OF_SKIP = "document.querySelector('.skip').getBoundingClientRect().top"
RING = """(() => {
  const box = (one) => document.querySelector(one).getBoundingClientRect()
  const [frame, link] = [box(".problem"), box(".problem a")]
  const style = getComputedStyle(document.querySelector(".problem a"))
  const wide = parseFloat(style.outlineWidth) + 3
  const around = ["paddingLeft", "paddingRight", "paddingTop", "paddingBottom"]
  return [around.every((one) => parseFloat(style[one]) > 0),
    link.left - wide > frame.left && link.right + wide < frame.right]
})()"""
"""Of the ring around the link to what is wrong, which is 3 wider than its outline."""
LEVELS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "wcag2aaa", "best-practice"]
NARROW = {"width": 320, "height": 640}
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
UNFOLD = "() => document.querySelectorAll('details').forEach((one) => { one.open = true })"
SMALL_TARGETS = """[...document.querySelectorAll("button, a.button, a.urgent, .choice, textarea")]
  .filter(one => one.getBoundingClientRect().height < 44).map(one => one.textContent)"""


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """The address under which the application answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, http="h11", log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def window(browser: Browser) -> Iterator[Page]:
    """A narrow window in which no script runs."""
    context = browser.new_context(viewport=NARROW, java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def follow(window: Page, what: str) -> None:
    """Click it, and wait for the page that follows."""
    with window.expect_navigation():
        window.click(what)


def enter(window: Page) -> None:
    """Press Enter, and wait for the page that follows."""
    with window.expect_navigation():
        window.keyboard.press("Enter")


@dataclass
class InWindow:
    """Does with a real browser what a person would, and looks at each page."""

    window: Page

    @property
    def html(self) -> str:
        return self.window.content()

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        for one in marked:
            self.window.check(f'input[value="{one}"]')
        if text is not None:
            self.window.fill("#text", text)
        follow(self.window, f'button[value="{do}"]')
        assert not self.window.evaluate(TOO_WIDE), self.window.title()
        assert self.window.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize("patient", PATIENTS, ids=lambda path: path.stem)
def test_every_patient_comes_to_their_summary_in_a_narrow_window_without_a_script(
    patient: Path, languages: Languages, window: Page
) -> None:
    app, aid = application(languages), languages.take("en")
    answers = load_answers(patient, aid)
    with served(app) as address:
        window.goto(address)
        walk(InWindow(window), app, answers)
        visit = only_visitor(app).navigator.sitting.begun
        assert window.inner_text("h1") == "Your summary is ready"
        on_paper = make_summary(aid, visit.answers, ON)
        assert visit.summary().side_1 == on_paper.side_1
        follow(window, "text=Open it as a page")
        assert window.inner_text("h1") == on_paper.title
        window.emulate_media(media="print")
        assert not window.is_visible("text=Go back to the guide")
        window.emulate_media(media="screen")
        follow(window, "text=Go back to the guide")
        assert window.inner_text("h1") == "Your summary is ready"


def test_a_question_is_answered_with_the_keyboard_alone(app: Starlette, window: Page) -> None:
    with served(app) as address:
        window.goto(address)
        _tab_to(window, "Start")
        enter(window)
        _tab_to(window, "For me")
        window.keyboard.press("Space")
        enter(window)
        assert window.inner_text("h1") == "What hope?"
        _tab_to(window, "More rest")
        window.keyboard.press("Space")
        enter(window)
        assert only_visitor(app).navigator.sitting.begun.answers["hope"] == ("rest",)


def test_the_first_key_leads_past_the_top_of_a_page_and_the_next_to_urgent_help(
    app: Starlette, window: Page
) -> None:
    with served(app) as address:
        window.goto(address)
        _skip_to_heading(window)


def test_after_each_step_the_keys_are_at_the_heading_with_urgent_help_right_before(
    app: Starlette, window: Page
) -> None:
    with served(app) as address:
        window.goto(address)
        follow(window, "text=Start")
        window.wait_for_selector("h1:focus")
        window.click("label[for=mark-me]")
        follow(window, "button.first")
        window.wait_for_selector("h1:focus")
        assert (window.inner_text("h1"), window.evaluate("scrollY")) == ("What hope?", 0)
        window.keyboard.press("Shift+Tab")
        assert window.evaluate(FOCUSED) == "Urgent help"
        with window.expect_navigation():
            window.keyboard.press("Enter")
        window.wait_for_selector("h1:focus")
        assert window.url.endswith("/urgent")


def _skip_to_heading(window: Page) -> None:
    window.keyboard.press("Tab")
    assert window.evaluate(FOCUSED) == "Go straight to the text"
    assert window.evaluate(TOP_OF_SKIP) >= 0, "it is seen while it has the focus"
    window.keyboard.press("Tab")
    assert window.evaluate(FOCUSED) == "Urgent help"
    assert window.evaluate(TOP_OF_SKIP) < -44, "and not after that"
    window.keyboard.press("Shift+Tab")
    window.keyboard.press("Enter")
    window.wait_for_selector("h1:focus")


@dataclass
class Inspecting(InWindow):
    """Has each page looked at by axe, up to WCAG's AAA."""

    browser_rules: str

    def send(self, do: str, marked: Sequence[str] = (), text: str | None = None) -> None:
        super().send(do, marked, text)
        self.inspect()

    def inspect(self) -> None:
        """Find nothing that would be in somebody's way."""
        self.window.evaluate(self.browser_rules)
        found = self.window.evaluate(f"axe.run(document, {{runOnly: {LEVELS}}})")
        assert found["passes"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_of_whoever_sees_or_moves_otherwise(
    scheme: Literal["light", "dark"], languages: Languages, browser: Browser
) -> None:
    app, rules = application(languages), files("axe_playwright_python") / "axe.min.js"
    answers = load_answers(PATIENTS[0], languages.take("en"))
    window = browser.new_context(color_scheme=scheme).new_page()
    with served(app) as address:
        window.goto(address)
        person = Inspecting(window, rules.read_text("utf-8"))
        person.inspect()
        walk(person, app, answers)
        for button in ("press:overview", "row:close", "press:words", "row:close", "clear:"):
            person.send(button)
        person.send("row:close")
        person.send("row:questions")
        for address_of_look in ("/urgent", "/summary#facts", "/cleared", "/still-there"):
            window.goto(address + address_of_look)
            window.evaluate(UNFOLD)
            person.inspect()
        window.context.clear_cookies()
        window.goto(address + "/ended")
        person.inspect()
    window.context.close()


def _tab_to(window: Page, text: str) -> None:
    """Press Tab until what is named so has the focus; whatever has it can be seen."""
    named = "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
    for _ in range(30):
        window.keyboard.press("Tab")
        if str(window.evaluate(named)) == text:
            return
    raise AssertionError(text)


def test_a_key_that_bounces_answers_nothing_twice(app: Starlette, window: Page) -> None:
    with served(app) as address:
        window.goto(address)
        follow(window, "text=Start")
        window.check("#mark-me")
        with window.expect_navigation():
            window.dblclick("button.first")
        window.wait_for_selector("#mark-rest")
        assert [*only_visitor(app).navigator.sitting.begun.answers] == ["who"]


def test_a_refusal_has_the_focus_and_leads_to_the_field(app: Starlette, window: Page) -> None:
    with served(app) as address:
        window.goto(address)
        follow(window, "text=Start")
        follow(window, "button.first")
        window.wait_for_selector(".problem:focus")  # a browser focuses it once it has drawn it
        window.keyboard.press("Tab")
        assert window.evaluate(RING) == [True, True], "beside the words, and in the frame"
        window.click(".problem a")
        assert window.url.endswith("#mark-me")


def test_going_back_in_the_browser_after_finishing_shows_no_answer(
    app: Starlette, window: Page
) -> None:
    with served(app) as address:
        window.goto(address)
        follow(window, "text=Start")
        window.check("#mark-me")
        follow(window, "button.first")
        follow(window, "text=Finish and clear")
        follow(window, "button[value='row:clear']")
        assert window.inner_text("h1") == "Your visit has ended"
        for _ in range(3):
            window.go_back()
            assert not window.query_selector("input:checked")
            assert window.inner_text("h1") != "What hope?"


def test_the_browser_asks_by_itself_and_clears_the_screen_where_nobody_answers(
    small: Languages, window: Page
) -> None:
    moments = [0.0]
    app = application(small, idle=2.0, now=lambda: moments[0])
    with served(app) as address:
        window.goto(address)
        follow(window, "text=Start")
        window.wait_for_url("**/still-there*")
        follow(window, "text=I am still here")
        assert window.inner_text("h1") == "Who is it for?"
        window.wait_for_url("**/still-there*")
        moments[0] = 2.5
        window.wait_for_url("**/ended*")
        assert window.inner_text("h1") == "Your visit has ended"
        assert len(app.state.visitors) == 0
        for _ in range(4):
            window.go_back()
            assert "Who is it for?" not in window.content()


def test_a_kiosk_comes_back_to_its_first_page_and_back_shows_nothing_of_the_visit(
    small: Languages, window: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "TO_READ", 1.0)
    with served(application(small, Start(kiosk=Kiosk()))) as address:
        window.goto(address)
        follow(window, "text=Start")
        window.check("#mark-me")
        follow(window, "button.first")
        follow(window, "text=Finish and clear")
        follow(window, "button[value='row:clear']")
        assert window.inner_text("h1") == "Your visit has ended"
        window.wait_for_url(f"{address}/")
        assert window.inner_text("h1") == "Hello"
        monkeypatch.setattr(waiting, "TO_READ", 60.0)
        for _ in range(4):
            window.go_back()
            assert "For me" not in window.content()
            assert "What hope?" not in window.content()


def test_more_time_leaves_what_is_written_in_its_box(app: Starlette, window: Page) -> None:
    with served(app) as address:
        window.goto(address)
        follow(window, "text=Start")
        while not window.query_selector("textarea"):
            notes = window.query_selector("button[value='row:go_on']")
            follow(window, "button[value='row:go_on']" if notes else "text=Pass over this question")
        window.fill("textarea", "slowly,\nline by line")
        follow(window, "text=I need more time")
        assert window.input_value("textarea") == "slowly,\nline by line"
