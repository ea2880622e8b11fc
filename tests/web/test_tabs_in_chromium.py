"""Back, reload and two tabs in a real browser: an answer is given once, by whoever sees what to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from starlette.applications import Starlette

from decision_aid.conditions import Value
from decision_aid.languages import Languages
from decision_aid.words import words
from tests.web.test_in_chromium import follow, served
from tests.web.visiting import application, only_visitor

pytestmark = pytest.mark.chromium
HERE_NOW = words("en").web.moved_on


@pytest.fixture
def tabs(browser: Browser) -> Iterator[BrowserContext]:
    """One browser; each page in it is a tab."""
    context = browser.new_context(java_script_enabled=False)
    yield context
    context.close()


@pytest.fixture
def site(app: Starlette) -> Iterator[str]:
    """Where the small aid is served."""
    with served(app) as address:
        yield address


def begin(tab: Page, site: str) -> None:
    tab.goto(site)
    follow(tab, "text=Start")


def answer(tab: Page, mark: str) -> None:
    tab.check(f"#mark-{mark}")
    follow(tab, "button.first")


def given(app: Starlette) -> Mapping[str, Value | None]:
    return only_visitor(app).navigator.sitting.begun.answers


def test_back_leads_to_where_one_is_and_what_is_sent_there_counts(
    app: Starlette, tabs: BrowserContext, site: str
) -> None:
    tab = tabs.new_page()
    begin(tab, site)
    answer(tab, "me")
    tab.go_back()
    assert tab.inner_text("h1") == "What hope?"
    assert tab.inner_text(".notice") == HERE_NOW
    answer(tab, "rest")
    assert given(app) == {"who": "me", "hope": ("rest",)}


def test_back_brings_no_mark_of_an_earlier_page_onto_the_one_that_is_shown(
    languages: Languages, tabs: BrowserContext
) -> None:
    tab = tabs.new_page()
    with served(application(languages)) as address:
        tab.goto(address)
        follow(tab, 'button[value="row:way:short"]')
        answer(tab, "uk")
        answer(tab, "me")
        answer(tab, "booked")
        tab.go_back()
        assert tab.inner_text(".notice") == HERE_NOW
        assert tab.locator("input[type=radio]").count() > 2
        assert tab.locator("input:checked").count() == 0


def test_enter_in_a_field_goes_on_and_opens_no_urgent_help(
    app: Starlette, tabs: BrowserContext, site: str
) -> None:
    tab = tabs.new_page()
    begin(tab, site)
    tab.check("#mark-me")
    with tab.expect_navigation():
        tab.press("#mark-me", "Enter")
    assert tab.inner_text("h1") == "What hope?"
    assert given(app) == {"who": "me"}


def test_a_page_that_is_loaded_again_answers_nothing_again(
    app: Starlette, tabs: BrowserContext, site: str
) -> None:
    tab = tabs.new_page()
    begin(tab, site)
    answer(tab, "me")
    for _ in range(2):
        tab.reload()
        assert tab.inner_text("h1") == "What hope?"
        assert tab.query_selector(".notice") is None
    assert given(app) == {"who": "me"}


def test_what_is_sent_from_a_tab_that_was_left_behind_does_nothing(
    app: Starlette, tabs: BrowserContext, site: str
) -> None:
    first, second = tabs.new_page(), tabs.new_page()
    begin(first, site)
    second.goto(site)
    assert second.inner_text("h1") == "Who is it for?"
    answer(first, "me")
    answer(second, "you")
    assert (second.inner_text("h1"), second.inner_text(".notice")) == ("What hope?", HERE_NOW)
    assert given(app) == {"who": "me"}
    answer(second, "walk")
    answer(first, "rest")
    assert first.inner_text(".notice") == HERE_NOW
    assert given(app) == {"who": "me", "hope": ("walk",)}
