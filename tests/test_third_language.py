"""A third language needs one file for the aid and one for the engine, and no list elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from tests.small import small_text

ENGINE = '''\
"""The engine's words in a language that nobody speaks."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from decision_aid.words import en


class Words(en.Words):
    """Six texts, and how a gap is filled."""

    language = "qx"
    quotes = ("„", "“")
    months = tuple(f"la {n}-a monato" for n in range(1, 13))
    paper = MappingProxyType(
        {**en.PAPER, "sources": "Fontoj", "contacts": "Iu por voki", "our_translation": "Nia"}
    )
    report_to = "diru al iu"
    fewer_than_one = "malpli ol 1"

    def joined(self, pieces: Sequence[str]) -> str:
        """Nothing is shortened, and each gap is seen."""
        return "·".join(pieces)
'''
"""All that is written for the engine."""

AID = {
    "title": "Malgranda helpilo",
    "summary.title": "Mia resumo",
    "recommendation.title": "Kion oni konsilas",
    "recommendation.lead": "Ĉi tio estas en ĉiu resumo.",
    "recommendation.quotations.p9.words": "Oni ne uzu ĉi tion.",
    "outcomes.tests.says": "{arm}: {count} el {of} fartis pli bone, {rest} ne.",
}
"""All that is written for the aid."""

PRINTED = """
import sys
from datetime import date
from pathlib import Path
from decision_aid.content.load import load
from decision_aid.report.files import render
from decision_aid.report.formats import FORMATS, is_paper
from decision_aid.report.options import PrintOptions
from decision_aid.summary.patient import make_summary
aid = load(Path(sys.argv[1]), "qx")
made = {name: render(make_summary(aid, {}, date(2026, 11, 20)), PrintOptions(FORMATS[name]))
        for name in ("txt", "html", "pdf")}
assert all(map(is_paper, made.values()))
sys.stdout.buffer.write(made["txt"] + made["html"])
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with that module, and an aid with that overlay beside it."""
    folder = tmp_path_factory.mktemp("program")
    shutil.copytree(Path(paths.__file__).parent, folder / "decision_aid")
    (folder / "decision_aid" / "_data").mkdir()
    shutil.copytree(paths.reports(), folder / "decision_aid" / "_data" / "reports")
    (folder / "decision_aid" / "words" / "qx.py").write_text(ENGINE, encoding="utf-8")
    content = folder / "questions.yaml"
    content.write_text(small_text(), encoding="utf-8")
    texts = find_texts(read_yaml(content.read_bytes()).data)
    lines = write_lines({place: (mark_of(texts[place].text), text) for place, text in AID.items()})
    (folder / "questions.qx.yaml").write_text(lines, encoding="utf-8")
    return folder


def run(installed: Path, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=installed,
        env={**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    ).stdout


def test_papers_speak_it_where_it_was_written_and_say_where_it_was_not(installed: Path) -> None:
    said = run(installed, "-c", PRINTED, str(installed / "questions.yaml"))
    for one in ("Mia resumo", "Kion oni konsilas", "Ĉi tio estas en ĉiu resumo."):
        assert one in said, one
    assert "NICE, 2019: „This should not be used.“" in said and "Nia: „Oni ne uzu ĉi tion.“" in said
    assert "Fontoj" in said and "20 la 11-a monato 2026" in said
    assert "With the balloon·: ·42· el ·100· fartis pli bone, ·58· ne." in said
    assert '<html lang="qx"' in said and '<span lang="en">All goes on.</span>' in said


def test_check_speaks_of_it_with_what_is_known_of_every_language(installed: Path) -> None:
    told = run(installed, "-m", "decision_aid", "check", "questions.yaml", "--language", "qx")
    assert "questions.qx.yaml:1: warning: translation-whole" in told
    assert "sentence-has-verb" not in told and "reading-grade" not in told
