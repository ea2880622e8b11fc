"""A real browser on a network: it gives the code once, and its forms are taken as ours."""

from __future__ import annotations

import re
import shutil
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from decision_aid.words import words
from tests.serving.conftest import Open, code_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

OURS = words("en")


@pytest.fixture
def page() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        context = browser.new_context(ignore_https_errors=True, java_script_enabled=False)
        yield context.new_page()
        browser.close()


@pytest.mark.chromium
@pytest.mark.parametrize("over_tls", [True, False])
def test_a_browser_gives_the_code_and_begins(
    serve: Open, certificate: tuple[Path, Path], page: Page, *, over_tls: bool
) -> None:
    files = ("--certificate", str(certificate[0]), "--key", str(certificate[1]))
    how = files if over_tls else ("--insecure-lan",)
    context = ssl.create_default_context(cafile=certificate[0]) if over_tls else None
    _, said = serve("--host", "0.0.0.0", "--port", "0", *how, context=context)
    address = re.search(r"https?://\S+", said)
    assert address
    page.goto(address[0])
    box = page.get_by_label(OURS.serve.code_title)
    box.fill("guess")
    box.press("Enter")
    assert OURS.serve.code_wrong in page.inner_text("main")
    assert page.title().startswith("Error: ")
    page.get_by_label(OURS.serve.code_title).fill(code_in(said).lower())
    page.get_by_role("button", name=OURS.screens.go_on).click()
    page.get_by_role("button", name=OURS.screens.start).click()
    assert re.search(r"/visit/\d+$", page.url)
