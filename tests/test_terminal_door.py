"""Nothing that a terminal obeys reaches one: every message with a hostile name in it."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

import pytest

from decision_aid import words as words_package
from decision_aid.check import output as check_output
from decision_aid.check.graph import draw_interview
from decision_aid.check.run import CheckResult, catalogue
from decision_aid.cli import main
from decision_aid.cli.output import complain, say, say_json
from decision_aid.content import DecisionAid
from decision_aid.content.faults import Fault
from decision_aid.line import Console
from decision_aid.plain_text import REPLACEMENT
from decision_aid.words import words
from tests.processes import PATIENCE
from tests.small import small_text

HOSTILE = "a\x1b[31m\x1b]0;t\x07\x9b2J\u202e\u2066\r\x7f\u2028b"
RAW = frozenset(HOSTILE) - frozenset("ab[]31m0;t2J")
FORGED = "a\nNo errors found. b"
PACKAGE = Path(words_package.__file__).parents[1]


def assert_harmless(text: str) -> None:
    assert not RAW & set(text), ascii(text)


# --- every sentence that there is -------------------------------------------------------------


def _sentences(holder: object) -> Iterator[str]:
    if isinstance(holder, str):
        yield holder
    elif isinstance(holder, Mapping):
        for one in holder.values():
            yield from _sentences(one)
    elif isinstance(holder, tuple):
        for one in holder:
            yield from _sentences(one)


OURS = words("en")
HOLDERS = (OURS, OURS.commands, OURS.records, OURS.screens, OURS.lines)
SENTENCES = sorted(
    {
        sentence
        for holder in HOLDERS
        for name in dir(type(holder))
        if not name.startswith("_")
        for sentence in _sentences(getattr(holder, name))
    }
)


class _Anything(dict[str, str]):
    def __missing__(self, _name: str) -> str:
        return HOSTILE


def _filled(sentence: str) -> str:
    names = [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
    return sentence.format_map(_Anything()) if all(names) else sentence.replace("{}", HOSTILE)


def test_every_sentence_with_a_hostile_name_is_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    assert len(SENTENCES) > 300
    filled = [_filled(one) for one in SENTENCES if "{" in one]
    assert sum(HOSTILE in one for one in filled) > 80
    for sentence in filled:
        complain(sentence)
        say(sentence + "\n")
    told = capsys.readouterr()
    assert_harmless(told.out + told.err)
    assert REPLACEMENT in told.out
    assert REPLACEMENT in told.err


def test_every_fault_with_a_hostile_name_is_harmless_and_feigns_no_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in (HOSTILE, FORGED):
        faults = tuple(
            Fault(
                name, f"{rule.says} {name}", id=rule.id, mend=f"{rule.mend} {name}", file=name,
                place=name, severity=rule.severity,
            )
            for rule in catalogue()
        )  # fmt: skip
        say(check_output.as_text(CheckResult(name, faults, 3, 1.0)))
        told = capsys.readouterr().out
        assert_harmless(told)
        assert len(told.splitlines()) == 3 * len(faults) + 2
        assert not re.search("^No errors", told, re.M)


def test_json_means_the_same_and_is_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    texts = [HOSTILE, FORGED, "é “漢字” 🙂", "\ud800", "\U000e0001"]
    say_json(json.dumps(texts, ensure_ascii=False))
    told = capsys.readouterr().out
    assert_harmless(told)
    assert json.loads(told) == texts
    assert "漢字” 🙂" in told


# --- what is typed, and what lies in files ----------------------------------------------------

NAME = HOSTILE.replace("\r", "")
TYPED = (
    [f"--{NAME}"],
    [NAME],
    ["check", f"{NAME}.yaml"],
    ["check", f"--{NAME}"],
    ["check", "--today", NAME],
    ["check", "--format", NAME],
    ["check", "ok.yaml", "--graph", f"{NAME}/x.svg"],
    ["take", "--content", NAME],
    ["take", "--from", NAME],
    ["take", "--from", f"{NAME}.yaml", "--content", "ok.yaml"],
    ["take", "--plain", "--content", "ok.yaml", "--keep", "x", "--records", f"ftp://{NAME}"],
    ["summary", f"{NAME}.yaml", "--content", "ok.yaml"],
    ["summary", "jo.yaml", f"{NAME}.yaml", "--content", "ok.yaml", "--output", NAME],
    ["summary", "jo.yaml", "--content", "ok.yaml", "--output", f"{NAME}/x.txt"],
    ["summary", "--paper", NAME],
    ["records", NAME],
    ["records", "list", "--records", NAME],
    ["records", "list", "--records", f"{NAME}://x"],
    ["records", "list", "--records", f"postgresql://{NAME}/x"],
    ["records", "list", "--records", "postgresql://\udcff/x"],
    ["records", "list", "--records", f"postgresql://localhost:1/x?{NAME}=1"],
    ["records", "show", NAME],
    ["records", "summary", NAME, "--output", NAME],
    ["records", "summary", "--all", "--since", NAME, "--output", "."],
    ["records", "export", NAME, "--output", NAME],
    ["records", "erase", NAME, "--yes"],
)


@pytest.fixture
def folder(tmp_path: Path, records_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ok.yaml").write_text(small_text())
    (tmp_path / "jo.yaml").write_text("who: me\n")
    (tmp_path / f"{NAME}.yaml").write_text(f"{json.dumps(NAME)}: me\n")
    return tmp_path


@pytest.mark.parametrize("arguments", TYPED, ids=lambda given: " ".join(given).replace(NAME, "X"))
def test_what_is_typed_comes_back_harmless(
    folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: object = main(arguments)
    except SystemExit as ended:  # argparse ends so
        code = ended.code
    told = capsys.readouterr()
    assert code in (0, 1, 2)
    assert told.out + told.err
    assert_harmless(told.out + told.err)


def test_bytes_that_are_no_text_come_back_harmless(folder: Path) -> None:
    bad = os.fsencode("a") + b"\xff\x1b[31m"
    done = subprocess.run(
        [os.fsencode(sys.executable), b"-m", b"decision_aid", b"summary", bad],
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert b"\x1b" not in done.stderr + done.stdout


QUOTED = json.dumps(HOSTILE)
CONTENTS = {
    "id": small_text().replace("id: who", f"id: {QUOTED}"),
    "type": small_text().replace("type: select_one", f"type: {QUOTED}"),
    "key twice": f"{small_text()}{QUOTED}: 1\n{QUOTED}: 2\n",
    "source": small_text().replace("[trial]", f"[{QUOTED}]"),
    "mark of a source": small_text().replace("[nice]", "[ni\u202ece]"),
    "condition": small_text(urgent_first=f"{{{QUOTED}: you}}"),
    "choice in a condition": small_text(urgent_first=f"{{who: {QUOTED}}}"),
    "placeholder": small_text().replace("text: Who?", f'text: "{{{QUOTED[1:-1]}}}"'),
    "title": small_text().replace("title: A small aid", f"title: {QUOTED}"),
    "raw escape": small_text().replace("A small aid", "A \x1b[31m aid"),
    "raw direction mark": small_text().replace("A small aid", "A \u202eaid\u2066"),
    "anchor": small_text().replace("title: A small aid", "title: &\u202e A small aid"),
    "tag": small_text().replace("title: A small aid", "title: !\u202e A small aid"),
    "date": small_text().replace("published: 2026-11-20", f"published: {QUOTED}"),
    "language": small_text().replace("language: en", f"language: {QUOTED}"),
}


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize("more", [[], ["--format", "json"], ["--trace"], ["--graph", "-"]])
def test_what_lies_in_a_content_file_is_told_harmless(
    folder: Path, name: str, more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert CONTENTS[name] != small_text()
    (folder / "bad.yaml").write_text(CONTENTS[name], encoding="utf-8")
    assert main(["check", "bad.yaml", *more]) in (1, 2)
    told = capsys.readouterr()
    assert told.out + told.err
    assert_harmless(told.out + told.err)


def test_what_the_line_face_tells_and_asks_is_harmless() -> None:
    told: list[str] = []

    def ask(prompt: str) -> str:
        told.append(prompt)
        return ""

    console = Console(ask, told.append, 76)
    console.say(HOSTILE)
    console.read(HOSTILE)
    console.read_secret(HOSTILE)
    assert len(told) >= 3
    assert_harmless("".join(told))


def test_the_picture_of_a_hostile_aid_is_xml(small: DecisionAid) -> None:
    """No such aid can be loaded; the picture does not rely on that."""
    aid = replace(small, title=HOSTILE, version=HOSTILE)
    svg = draw_interview(aid)
    assert_harmless(svg)
    assert REPLACEMENT in str(ElementTree.fromstring(svg)[0].text)


# --- and no other way out ---------------------------------------------------------------------

DOORS = {
    "cli/output.py": "the door itself",
    "cli/parsing.py": "sends what argparse refuses through the door",
    "cli/streams.py": "stands in for streams that are closed",
    "cli/__init__.py": "asks the streams to be lenient",
    "cli/line_by_line.py": "the line face, cleaned by its console",
    "line/keyboard.py": "the line face's prompts, cleaned by its console",
    "line/pipe.py": "the line face's prompts, cleaned by its console",
    "cli/records/commands.py": "gives the stream to the bar that shows progress, which cleans",
    "cli/take.py": "asks whether it is a terminal",
    "tui/__init__.py": "flushes, writes nothing",
    "tui/safety.py": "one sentence of ours",
}


def _speaks(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and node.id == "print":
            return True
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr", "print_usage"):
            return True
    return False


def test_only_the_doors_that_are_known_lead_to_a_terminal() -> None:
    speaking = {str(p.relative_to(PACKAGE)) for p in PACKAGE.rglob("*.py") if _speaks(p)}
    assert speaking == set(DOORS)
