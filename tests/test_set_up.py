"""The set-up asks pip for what .venv needs, whatever this computer tells pip for other things."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
ELSEWHERE = (
    "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_DRY_RUN", "PIP_NO_DEPS",
    "PIP_CONSTRAINT", "PIP_PYTHON", "PYTHONHOME", "PYTHONPATH", "PYTHONNOUSERSITE",
)  # fmt: skip
REACHING = ("PIP_INDEX_URL", "PIP_NO_INDEX", "PIP_FIND_LINKS", "PIP_CERT", "VIRTUAL_ENV")

TOLD_TO_PIP = """
import json, sys, run
program = "import json, os, sys; print(json.dumps(sorted(os.environ))); sys.exit(1)"
print(run.quietly([sys.executable, "-c", program]))
"""
TOLD_TO_THE_PROGRAM = """
import json, run
print(json.dumps(sorted(run.environment())))
"""
SETTINGS = """
import run
print(run.name_settings())
"""


def in_run(program: str, *names: str) -> str:
    """What a program prints that has run.py at hand, where these variables are set."""
    given = {name: value for name, value in os.environ.items() if name[:4] != "PIP_"}
    given |= {name: "PLANTED" for name in names if name not in {"PYTHONHOME", "PYTHONPATH"}}
    before = "".join(
        f"import os; os.environ[{name!r}] = '/planted'\n"
        for name in names
        if name in {"PYTHONHOME", "PYTHONPATH"}  # this Python would not start with them
    )
    return subprocess.run(
        [sys.executable, "-c", before + program],
        cwd=TOP,
        env=given,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_would_put_packages_elsewhere_is_not_passed_on(name: str) -> None:
    assert name not in json.loads(in_run(TOLD_TO_PIP, name))


@pytest.mark.parametrize("name", REACHING)
def test_how_packages_are_reached_is_passed_on(name: str) -> None:
    assert name in json.loads(in_run(TOLD_TO_PIP, name))


def test_the_program_is_not_led_to_packages_elsewhere() -> None:
    told = json.loads(in_run(TOLD_TO_THE_PROGRAM, *ELSEWHERE))
    assert not {"PYTHONHOME", "PYTHONPATH"} & set(told)
    assert "PATH" in told


def test_what_pip_follows_is_named_and_its_values_are_not() -> None:
    said = in_run(SETTINGS, "PIP_NO_INDEX", "PIP_INDEX_URL", "PIP_TARGET")
    assert "PIP_INDEX_URL, PIP_NO_INDEX." in said
    assert "PIP_TARGET" not in said
    assert "PLANTED" not in said
