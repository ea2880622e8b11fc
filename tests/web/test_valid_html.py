"""Each kind of page is HTML as the standard has it, so every browser and voice takes it alike."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from decision_aid.content.load import load
from decision_aid.preview.application import make_application
from decision_aid.web.drawing import FOLDER
from tests.conftest import clock
from tests.validators import said_against

SOUND = Path(__file__).parents[1] / "check" / "sound.yaml"
pytestmark = pytest.mark.html_validators
LOOKS_AGAIN = "meta-refresh: Meta refresh must be instant (0 second delay)"
"""A counsellor asked this one page to look again by itself, and has a button that stops it."""


def test_nothing_is_said_against_any_kind_of_page(
    gallery: Mapping[str, str], tmp_path: Path
) -> None:
    style = (FOLDER / "style.css").read_text("utf-8")
    said = said_against({**gallery, "style": style}, tmp_path)
    assert said == {f"{code} two following": [LOOKS_AGAIN] for code in ("en", "fr")}


def test_nothing_is_said_against_what_an_author_sees(tmp_path: Path) -> None:
    content = Path(shutil.copy(SOUND, tmp_path / "questions.yaml"))
    with TestClient(make_application(content, clock=clock)) as client:
        question = load(content).questions[0].id
        addresses = ("/", "/found", f"/question/{question}", "/sheet", "/nowhere", "/style.css")
        pages = {address: client.get(address).text for address in addresses}
        content.write_text("nonsense: true", encoding="utf-8")
        pages["faults"] = client.get("/").text
    assert said_against(pages, tmp_path) == {}


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>A page</title></head><body>{}</body></html>
"""
BROKEN = {
    "not closed": ("<p><em>Wait.</p>", {"close-order", "Unclosed element “em”."}),
    "no name": ('<form><input type="text" name="a"></form>', {"input-missing-label"}),
    "in itself": ("<form><form></form></form>", {"element-permitted-content", "Saw a “form”"}),
}


def test_what_is_broken_is_told(tmp_path: Path) -> None:
    pages = {what: PAGE.format(html) for what, (html, _) in BROKEN.items()}
    said = said_against({**pages, "style": "p { colour: red }"}, tmp_path)
    for what, (_, told) in BROKEN.items():
        assert {one for one in told if one not in " ".join(said[what])} == set()
    assert "colour" in said["style"][0]
