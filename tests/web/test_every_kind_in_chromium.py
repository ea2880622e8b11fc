"""Each kind of page for whoever touches, zooms far in, or sets the colours of all pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Literal

import pytest
from playwright.sync_api import Browser

from decision_aid.web.drawing import FOLDER
from tests.web.gallery import hang
from tests.web.test_in_chromium import LEVELS, TOO_WIDE, UNFOLD, served

pytestmark = pytest.mark.chromium
WIDTHS = (320, 390, 1280)
"""A window of 1280 that is enlarged to 400 %, a phone, and a computer."""
LEAST = 44
"""CSS pixels of a target, each way (WCAG 2.5.5)."""
SMALL = """(least) => {
  const inLine = (one) => one.matches("a") && getComputedStyle(one).display === "inline"
  const target = (one) => one.matches("[type=radio], [type=checkbox]") ? one.labels[0] : one
  const every = "a[href], button, input:not([type=hidden], [aria-hidden]), textarea, summary"
  return [...document.querySelectorAll(every)].filter((one) => !inLine(one))
    .map((one) => [one.outerHTML, target(one).getBoundingClientRect()])
    .filter(([, box]) => Math.min(box.width, box.height) < least)
    .map(([html]) => html)
}"""
"""Targets that are too small; a link in a line of text is as high as the line, as WCAG allows."""


@pytest.fixture(scope="module")
def hung(gallery: Mapping[str, str]) -> Iterator[str]:
    """Where the gallery is shown."""
    with served(hang([*gallery.values()])) as address:
        yield address


def test_every_target_is_large_and_no_page_is_wider_than_the_window(
    hung: str, gallery: Mapping[str, str], browser: Browser
) -> None:
    window = browser.new_context().new_page()
    for at, name in enumerate(gallery):
        window.goto(f"{hung}/{at}")
        window.evaluate(UNFOLD)
        for width in WIDTHS:
            window.set_viewport_size({"width": width, "height": 800})
            assert window.evaluate(SMALL, LEAST) == [], (name, width)
            assert not window.evaluate(TOO_WIDE), (name, width)
    window.context.close()


# --- what axe finds ---

FOLLOWING = "two following"
"""axe lets no page look again by itself; this one was asked to, and has a button that stops it.

A Refresh header, as pages of a visit have, it does not see: those hang here without it.
"""
REFRESHING = ("meta-refresh", "meta-refresh-no-exceptions")


@pytest.mark.parametrize("of", ["en ", "second "])
def test_axe_finds_nothing_on_any_kind_of_page(
    of: str, hung: str, gallery: Mapping[str, str], browser: Browser
) -> None:
    rules = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
    window = browser.new_context().new_page()
    kinds = [(at, name) for at, name in enumerate(gallery) if name.startswith(of)]
    for at, name in kinds:
        window.goto(f"{hung}/{at}")
        window.evaluate(UNFOLD)
        window.evaluate(rules)
        allowed = REFRESHING if name.endswith(FOLLOWING) else ()
        options = {"runOnly": LEVELS, "rules": {one: {"enabled": False} for one in allowed}}
        found = window.evaluate("(options) => axe.run(document, options)", options)
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == [], name
    window.context.close()


# --- a phone ---

PHONE = {"width": 390, "height": 664}
"""As much as the bars of a browser leave of 844 before anybody scrolls."""
BOX = "(one) => document.querySelector(one).getBoundingClientRect().toJSON()"


@pytest.mark.parametrize("code", ["en", "fr"])
def test_on_a_phone_the_first_page_shows_help_and_the_way_to_begin_at_once(
    code: str, hung: str, gallery: Mapping[str, str], browser: Browser
) -> None:
    window = browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    window.goto(f"{hung}/{[*gallery].index(f'{code} welcome')}")
    help_first, begin = ".early button", ".actions button.first"
    tops = [window.evaluate(BOX, one)["top"] for one in ("h1", help_first, begin)]
    assert tops == sorted(tops)
    assert window.evaluate(BOX, begin)["bottom"] <= PHONE["height"]
    window.context.close()


def test_each_number_on_urgent_help_is_called_by_a_touch(
    hung: str, gallery: Mapping[str, str], browser: Browser
) -> None:
    window = browser.new_context(viewport=PHONE).new_page()  # type: ignore[arg-type]
    window.goto(f"{hung}/{[*gallery].index('en nobody urgent')}")
    headings = window.locator("h1 a, h2 a").evaluate_all("all => all.map((one) => one.href)")
    assert headings[:6] == ["tel:999", "tel:911", "tel:112"] * 2
    listed = window.locator(".contacts a")
    addresses = listed.evaluate_all("all => all.map((one) => one.href)")
    assert {"tel:999", "tel:111", "tel:08088008000", "tel:116123", "sms:85258"} <= {*addresses}
    heights = listed.evaluate_all("all => all.map((one) => one.getBoundingClientRect().height)")
    assert min(heights) >= LEAST
    window.context.close()


# --- four times as large ---

IN_SIGHT = """() => [...document.querySelectorAll("figure")].map((one) =>
  one.getBoundingClientRect().height + document.querySelector(".key").offsetHeight)"""
"""How high each picture of people is, with the words that say what its signs mean."""
ICON = """() => [...document.querySelectorAll("svg")].map((one) =>
  one.getBoundingClientRect().width / 10)"""
"""How far it is from one icon to the next."""


@pytest.mark.parametrize("of", ["en ", "fr ", "second "])
def test_at_four_times_the_size_a_picture_is_seen_whole_with_what_its_signs_mean(
    of: str, hung: str, gallery: Mapping[str, str], browser: Browser
) -> None:
    high = 256
    window = browser.new_context(viewport={"width": 320, "height": high}).new_page()
    window.goto(f"{hung}/{[*gallery].index(f'{of}pictures one')}")
    assert max(window.evaluate(IN_SIGHT)) < high
    assert min(window.evaluate(ICON)) >= 12
    window.context.close()


# --- in the dark ---

BOXES = """() => {
  const paper = getComputedStyle(document.documentElement).backgroundColor
  const light = (colour) => colour.match(/[0-9]+/g).slice(0, 3)
    .map((one) => one / 255)
    .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4)
    .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0.05)
  const every = ".choice input:not(:checked), textarea, input[name=text]"
  return [...document.querySelectorAll(every)].map((one) => {
    const style = getComputedStyle(one)
    const isDrawn = style.appearance === "none" || !one.matches(".choice *")
    return [isDrawn && style.backgroundColor === paper && parseFloat(style.borderTopWidth) >= 2,
      light(style.borderTopColor) / light(paper)]
  })
}"""
"""Of each empty box, whether its ground is that of the page, and how far its border stands out."""


@pytest.mark.parametrize("kind", ["SelectOne", "SelectMultiple", "Text", "Number", "ChecklistLine"])
def test_in_the_dark_an_empty_box_does_not_look_switched_off(
    kind: str, hung: str, gallery: Mapping[str, str], browser: Browser
) -> None:
    window = browser.new_context(color_scheme="dark").new_page()
    window.goto(f"{hung}/{[*gallery].index(f'second question {kind}')}")
    boxes = window.evaluate(BOXES)
    assert boxes
    assert all(is_open and contrast >= 4.5 for is_open, contrast in boxes), boxes
    window.context.close()


# --- colours that the person sets for all pages ---

UNSEEN = """() => {
  const paper = getComputedStyle(document.documentElement).backgroundColor
  const every = "a[href], button, input:not([type=hidden], [aria-hidden]), textarea, summary"
  return [...document.querySelectorAll(every)].filter((one) => {
    one.focus({focusVisible: true})
    const ring = getComputedStyle(one.closest(".choice") ?? one)
    const isDrawn = ring.outlineStyle === "solid" && parseFloat(ring.outlineWidth) >= 3
    return !isDrawn || ring.outlineColor === paper
  }).map((one) => one.outerHTML)
}"""
"""What has the focus and does not show it."""
PLAIN = """() => {
  const paper = getComputedStyle(document.documentElement).backgroundColor
  const every = "button, a.button, a.urgent, .choice, textarea, input[name=text]"
  return [...document.querySelectorAll(every)].filter((one) => {
    const {borderTopWidth, borderTopColor, textDecorationLine} = getComputedStyle(one)
    const isFramed = parseFloat(borderTopWidth) > 0 && borderTopColor !== paper
    return !isFramed && textDecorationLine !== "underline"
  }).map((one) => one.outerHTML)
}"""
"""What can be pressed or filled in, and has neither a border nor a line under it."""
MARKS = """() => [".choice:has(:checked)", ".choice:not(:has(:checked))"]
  .map((one) => getComputedStyle(document.querySelector(one)))
  .map((one) => [one.borderTopColor, parseFloat(one.borderTopWidth)])"""
FILLED = """() => [".actions > .first", ".turning button"]
  .map((one) => getComputedStyle(document.querySelector(one)).backgroundColor)"""
"""What is behind the button that leads on, and behind one that does not."""
ARRAYS = """() => {
  const ink = getComputedStyle(document.body).color
  return [...document.querySelectorAll("svg")].map((one) => {
    const [marked, open] = [...one.querySelectorAll("path")].map((path) => getComputedStyle(path))
    return marked.fill === ink && open.fill === "none" && open.stroke === ink
  })
}"""
"""Of each icon array, whether the marked icons are filled, and the others have a line alone."""


@pytest.mark.parametrize(("scheme", "of"), [("light", "en "), ("dark", "second ")])
def test_in_colours_of_the_persons_own_nothing_is_lost(
    scheme: Literal["light", "dark"],
    of: str,
    hung: str,
    gallery: Mapping[str, str],
    browser: Browser,
) -> None:
    context = browser.new_context(forced_colors="active", color_scheme=scheme)
    window = context.new_page()
    kinds = [(at, name) for at, name in enumerate(gallery) if name.startswith(of)]
    for at, name in kinds:
        window.goto(f"{hung}/{at}")
        window.evaluate(UNFOLD)
        assert window.evaluate(UNSEEN) == [], name
        assert window.evaluate(PLAIN) == [], name
        assert all(window.evaluate(ARRAYS)), name
    window.goto(f"{hung}/{[*gallery].index(f'{of}question SelectMultiple')}")
    window.check(".choice input")
    (marked, wide), (not_marked, narrow) = window.evaluate(MARKS)
    assert marked != not_marked
    assert wide >= 2 * narrow
    leads_on, other = window.evaluate(FILLED)
    assert leads_on != other
    context.close()


def test_nothing_moves_by_itself() -> None:
    style = (FOLDER / "style.css").read_text("utf-8")
    assert re.findall(r"animation|@keyframes|smooth|transition(?!: none)", style) == []
