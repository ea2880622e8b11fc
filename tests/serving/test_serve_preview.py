"""`decision-aid preview --serve` as an author starts it."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from decision_aid.words import words
from tests.processes import PATIENCE, hearing
from tests.serving.client import TOP, Running

SOUND = Path(__file__).parents[1] / "check" / "sound.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A sound aid in a file that somebody writes."""
    return Path(shutil.copy(SOUND, tmp_path / "questions.yaml"))


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "decision_aid", "preview", *arguments]


@pytest.fixture
def running(content: Path) -> Iterator[Running]:
    """The preview of that file, once it can be opened."""
    process = subprocess.Popen(
        command(str(content), "--serve", "--port", "0"), cwd=TOP, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, preexec_fn=hearing,  # noqa: PLW1509 no threads here
    )  # fmt: skip
    assert process.stdout is not None
    port = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stdout.readline())
    assert port
    yield Running(process, int(port[1]))
    process.kill()
    process.communicate(timeout=PATIENCE)


def test_a_saved_file_is_seen_at_the_next_load(running: Running, content: Path) -> None:
    first = running.ask("/question/ready")
    assert (first.status, b"Do you feel ready?" in first.body) == (200, True)
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("Do you feel ready?", "Are you set?"), encoding="utf-8")
    assert b"Are you set?" in running.ask("/question/ready").body
    content.write_text(text.replace("type: rating", "type: raitng"), encoding="utf-8")
    assert b"Did you mean &#39;rating&#39;?" in running.ask("/").body


def test_it_is_for_this_computer_alone_and_runs_no_script(running: Running) -> None:
    answer = running.ask("/")
    policy = answer.head["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script" not in policy
    assert answer.head["cache-control"] == "no-store"
    assert running.ask("/", "Host: evil.test").status == 400
    other = ("Content-Type: application/x-www-form-urlencoded", "Origin: http://evil.test")
    assert running.post(b"page=0&do=row:take", *other, path="/visit").status == 403
    assert running.post(b"page=0&do=row:take", path="/visit").head["location"].startswith("/q")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_while_the_rules_look(running: Running, number: int) -> None:
    running.ask("/")
    assert running.stop(number) == (128 + number, "")


def refused(*arguments: str) -> str:
    done = subprocess.run(
        command(*arguments), cwd=TOP, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr


def test_what_cannot_be_served_is_said_in_a_sentence(content: Path) -> None:
    gone = str(content.with_name("questoins.yaml"))
    assert "it is not there. Do this: Name a file." in refused(gone, "--serve")
    both = (str(content), "--serve", "--answers", gone)
    assert "it is not there. Do this: Name a file." in refused(*both)
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        said = refused(str(content), "--serve", "--port", str(port))
    assert words("en").serve.port_in_use.format(port=port) in said
