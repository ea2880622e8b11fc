"""Templates and style sheets that an editor saved in another way make the same papers."""

from __future__ import annotations

import codecs
import shutil
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content import DecisionAid
from decision_aid.report.files import render
from decision_aid.summary.patient import make_summary
from tests.conftest import ON
from tests.papers import options

WAYS = {
    "windows": lambda raw: codecs.BOM_UTF8 + raw.replace(b"\n", b"\r\n"),
    "utf-16": lambda raw: codecs.BOM_UTF16_LE + raw.decode().encode("utf-16-le"),
}


@pytest.mark.parametrize("form", ["txt", "html", "pdf"])
@pytest.mark.parametrize("way", WAYS)
def test_a_paper_is_the_same(
    small: DecisionAid, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str, form: str
) -> None:
    said = make_summary(small, {"who": "me"}, ON)
    before = render(said, options(form))
    other = shutil.copytree(paths.reports(), tmp_path / "reports")
    for path in other.iterdir():
        if path.is_file():
            path.write_bytes(WAYS[way](path.read_bytes()))
    monkeypatch.setattr(paths, "reports", lambda: other)
    assert render(said, options(form)) == before
