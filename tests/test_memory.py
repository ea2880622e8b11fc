"""Words and passphrases lie in no core dump, in either face and wherever a passphrase is asked."""

from __future__ import annotations

import os
import resource
import signal
from pathlib import Path

import pexpect
import pytest

from tests.clinic_store import PASSPHRASE, TOP, Store
from tests.processes import PATIENCE, hearing

TAKE = ("take", "--content", "small.yaml", "--no-trace")


def where_cores_are_on() -> None:
    """As on a computer whose programs leave a core when they are killed."""
    hearing()
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def start(store: Store, *arguments: str) -> pexpect.spawn[str]:
    command, *rest = store.command(*arguments)
    return pexpect.spawn(
        command,
        rest,
        cwd=str(store.folder),
        env=os.environ | store.environment() | {"TERM": "xterm-256color"},
        encoding="utf-8",
        timeout=PATIENCE,
        dimensions=(40, 90),
        preexec_fn=where_cores_are_on,
    )


def assert_leaves_no_core(program: pexpect.spawn[str], folder: Path) -> None:
    before = {path.name for path in folder.iterdir()}
    assert program.pid is not None
    program.kill(signal.SIGABRT)
    _, status = os.waitpid(program.pid, 0)
    assert os.WTERMSIG(status) == signal.SIGABRT
    assert not os.WCOREDUMP(status)
    assert {path.name for path in folder.iterdir()} == before


def test_line_by_line(clinic: Store) -> None:
    program = start(clinic, *TAKE, "--plain")
    program.expect_exact("Enter alone for “Start”: ")
    assert_leaves_no_core(program, clinic.folder)


def test_on_the_full_screen(clinic: Store) -> None:
    program = start(clinic, *TAKE)
    program.expect_exact("How do you want to read?")
    assert_leaves_no_core(program, clinic.folder)


@pytest.mark.parametrize("doing", ["show", "export", "line"])
def test_where_a_passphrase_is_asked_for(clinic: Store, doing: str) -> None:
    label = clinic.add(passphrase=PASSPHRASE)
    program = start(clinic, "records", doing, label, "--content", "small.yaml")
    program.expect_exact("Passphrase for ")
    assert_leaves_no_core(program, clinic.folder)


CLOSED = """
import ctypes, os, resource, sys
from decision_aid.memory import close_memory
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
system = ctypes.CDLL(None)
system.prctl(4, 1, 0, 0, 0)
close_memory()
print(system.prctl(3), resource.getrlimit(resource.RLIMIT_CORE))
"""


def test_it_holds_for_every_user() -> None:
    from tests.reports.reading import in_process

    assert in_process(CLOSED, PYTHONPATH=str(TOP)) == "0 (0, 0)\n"
