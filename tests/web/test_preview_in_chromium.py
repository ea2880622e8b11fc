"""An author's preview in a real browser: narrow, in the dark, and with nothing in anybody's way."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from decision_aid import paths
from decision_aid.preview.application import make_application
from tests.conftest import clock
from tests.web.test_in_chromium import NARROW, SMALL_TARGETS, TOO_WIDE, Inspecting, served

pytestmark = pytest.mark.chromium
PAGES = (
    "/found", "/question/largest_trial", "/question/largest_trial?page=0&do=row:picture",
    "/question/signs?page=0&do=row:take", "/question/side_by_side", "/question/before",
    "/question/worry", "/question/length", "/question/gone",
)  # fmt: skip
"""What the rules find, a note, its picture, warning signs left open, a table, a checklist, a box,
the welcome, and nothing."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_of_an_author(scheme: str, tmp_path: Path) -> None:
    content = Path(shutil.copy(paths.questions(), tmp_path / "questions.yaml"))
    text = content.read_text(encoding="utf-8")
    content.write_text(
        text.replace("body:\n", "body:\n          - It is a thrombosis.\n", 1), "utf-8"
    )
    rules = files("axe_playwright_python") / "axe.min.js"
    app = make_application(content, clock=clock)
    with sync_playwright() as playwright, served(app) as address:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        window = browser.new_context(viewport=NARROW, color_scheme=scheme).new_page()  # type: ignore[arg-type]
        for page in PAGES:
            window.goto(address + page)
            Inspecting(window, rules.read_text("utf-8")).inspect()
            assert not window.evaluate(TOO_WIDE), page
            assert window.evaluate(SMALL_TARGETS) == [], page
        browser.close()
