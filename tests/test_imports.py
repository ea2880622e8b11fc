"""What each part of the program really loads, seen in a fresh process."""

from __future__ import annotations

import subprocess
import sys

import pytest

CORE = (
    "conditions", "content", "figures", "wording", "interview", "content.references",
    "content.load", "answers_file", "summary.patient", "visit",
)  # fmt: skip
FACES = ("textual", "rich", "jinja2", "typst", "sqlite3", "psycopg")


def printed_by(program: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", program], input="", capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def loaded_by(statement: str) -> set[str]:
    return printed_by(f"import sys\n{statement}\nprint(*sys.modules)")


@pytest.mark.parametrize("module", CORE)
def test_the_core_loads_without_a_face_or_a_file_format(module: str) -> None:
    assert not loaded_by(f"import decision_aid.{module}") & set(FACES)


@pytest.mark.parametrize("module", ["conditions", "content", "interview", "summary", "visit"])
def test_pydantic_and_yaml_wait_until_content_is_needed(module: str) -> None:
    assert not loaded_by(f"import decision_aid.{module}") & {"pydantic", "yaml"}


def loaded_by_command(*arguments: str) -> set[str]:
    return loaded_by(f"""
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    from decision_aid.cli import main
    main({arguments!r})
""")


def test_line_mode_and_help_load_nothing_heavy() -> None:
    heavy = {"textual", "jinja2", "typst", "sqlite3"}
    assert not loaded_by("import decision_aid.line, decision_aid.content.load") & heavy
    assert not loaded_by_command("--help") & (heavy | {"pydantic", "yaml"})


COMMANDS = {
    f"decision_aid.cli.{name}"
    for name in ("summary", "serve", "records.commands", "check", "schema")
}


def test_a_command_loads_the_module_of_its_name_and_no_other() -> None:
    assert loaded_by_command("schema") & COMMANDS == {"decision_aid.cli.schema"}
    assert loaded_by_command("check", "--list") & COMMANDS == {"decision_aid.cli.check"}
    assert loaded_by_command("summary") & COMMANDS == {"decision_aid.cli.summary"}
    assert not loaded_by_command("--help") & COMMANDS


def test_without_arguments_no_parser_is_loaded() -> None:
    loaded = loaded_by_command()
    assert "decision_aid.cli.take" in loaded
    assert not loaded & {"argparse", "decision_aid.cli.arguments", *COMMANDS}


def test_the_first_screen_loads_no_content_library() -> None:
    heavy = {"pydantic", "yaml", "jinja2", "typst", "sqlite3"}
    assert not loaded_by("import decision_aid.tui.app") & heavy


FIRST_SCREEN = """
import asyncio
from datetime import datetime
from pathlib import Path
from decision_aid.tui.app import DecisionAidApp

DecisionAidApp.load_content = lambda self: None

async def look():
    async with DecisionAidApp(Path("none"), Path("none"), datetime.now).run_test() as pilot:
        await pilot.pause()

asyncio.run(look())
"""


def test_the_first_screen_is_painted_without_anything_of_the_content() -> None:
    assert not loaded_by(FIRST_SCREEN) & {
        "decision_aid.content",
        "decision_aid.visit",
        "decision_aid.summary.patient",
    }


def test_the_first_screen_is_painted_without_what_it_does_not_show() -> None:
    assert not loaded_by(f"{FIRST_SCREEN}\nimport decision_aid.tui.driver") & {
        "decision_aid.tui.widgets.entry",
        "decision_aid.tui.widgets.line_box",
        "decision_aid.tui.widgets.way_column",
        "decision_aid.tui.key_codes",
        "decision_aid.tui.sequences",
        "argparse",
        "ctypes",
    }


OUR_DATACLASSES = """
def under(kind):
    for one in type.__subclasses__(kind):
        yield from (one, *under(one))

print(*{
    f"{one.__module__}.{one.__qualname__}"
    for one in under(object)
    if one.__module__.startswith("decision_aid") and "__dataclass_fields__" in vars(one)
})
"""


def test_the_first_screen_waits_for_no_dataclass_of_ours_to_be_compiled() -> None:
    assert not printed_by(FIRST_SCREEN + OUR_DATACLASSES)
    assert "decision_aid.content.takes.Picks" in printed_by(
        "import decision_aid.content" + OUR_DATACLASSES
    )
