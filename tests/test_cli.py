"""The commands as a person or a script meets them: streams, exit codes, files, signals."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from decision_aid.cli import main
from decision_aid.cli.endings import DONE, WRONG_INPUT
from decision_aid.record import Records
from decision_aid.report.editions import EDITIONS
from decision_aid.report.formats import FORMATS, OFFERS
from decision_aid.words import words
from tests.font_files import save_font
from tests.processes import PATIENCE, deaf_to_interrupts, hearing
from tests.small import small_text

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: hope, type: select_multiple, text: Hope?, most: 1,
   choices: [{id: rest, text: Rest}, {id: walk, text: Walking}]}
- {id: words, type: text, text: Words?}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(small_text(QUESTIONS))
    (tmp_path / "jo.yaml").write_text("who: me\nhope: [rest]\n")
    return tmp_path


def run(
    folder: Path, *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "decision_aid", *arguments],
        cwd=folder,
        input=given,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **environment},
        timeout=PATIENCE,
        check=False,
    )


def summary_of(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    shared = ("--content", "small.yaml", "--date", "2026-11-20")
    return run(folder, "summary", *arguments, *shared)


def test_it_says_which_version_it_is(tmp_path: Path) -> None:
    done = run(tmp_path, "--version")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"decision-aid 1.0.0. Content: ccsvi 1.0.0, ")


@pytest.mark.parametrize("form", ["pdf", "html", "txt"])
def test_a_summary_is_saved_for_its_owner_alone(folder: Path, form: str) -> None:
    done = summary_of(folder, "jo.yaml", "--format", form)
    assert (done.returncode, done.stdout) == (0, b"")
    saved = folder / f"jo.{form}"
    assert f"Saved: {saved}" in done.stderr.decode()
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_saved_or_says_which_editions_it_has(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    form: str,
    edition: str,
) -> None:
    monkeypatch.chdir(folder)
    before = set(folder.iterdir())
    how = ("--format", form, "--edition", edition)
    code = main(["summary", "jo.yaml", "--content", "small.yaml", *how])
    (said,) = capsys.readouterr().err.splitlines()
    new = {path.name for path in set(folder.iterdir()) - before}
    if code == DONE:
        assert {said.removeprefix("Saved: ").rpartition("/")[2]} == new
    else:
        assert (code, new) == (WRONG_INPUT, set())
        named = said.removeprefix(f"--format {form} belongs to --edition ").removesuffix(".")
        assert edition not in named.split(" or ") and set(named.split(" or ")) <= set(EDITIONS)


def test_every_row_that_saves_has_words() -> None:
    assert set(OFFERS) == set(words("en").formats)


def test_standard_output_holds_the_summary_and_nothing_else(folder: Path) -> None:
    done = summary_of(folder, "jo.yaml", "--format", "txt", "--output", "-")
    assert b"This should not be used." in done.stdout
    assert (done.stderr, sorted(p.name for p in folder.iterdir())) == (
        b"",
        ["jo.yaml", "small.yaml"],
    )


def test_several_summaries_go_into_a_folder(folder: Path) -> None:
    (folder / "kim.json").write_text('{"who": "you"}')
    (folder / "out").mkdir()
    done = summary_of(folder, "jo.yaml", "kim.json", "--output", "out", "--format", "txt")
    assert done.returncode == 0
    assert sorted(p.name for p in (folder / "out").iterdir()) == ["jo.txt", "kim.txt"]
    assert summary_of(folder, "jo.yaml", "kim.json", "--output", "gone").returncode == 2


BAD: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "unknown": (
        b"who: me\ngone: x\n",
        ("answers.yaml:2: the questionnaire has no question 'gone'",),
    ),
    "not_taken": (b"who: they\n", ("answers.yaml:1: question who", "Use one of: me, you.")),
    "too_many": (b"hope: [rest, walk]\n", ("answers.yaml:1: question hope", "no more than 1")),
    "duplicate": (b"who: me\nwho: you\n", ("answers.yaml:2", "stands here again, after line 1")),
    "broken": (b"who: [me\n", ("answers.yaml:2", "broken YAML")),
    "nothing": (b"", ("there are no answers in it",)),
    "list": (b"- who\n", ("there are no answers in it",)),
    "huge": (b"who: me\n" + b"# more\n" * 8_000_000, ("over 5 MB",)),
    "binary": (bytes(range(256)), ("not UTF-8",)),
    "nul": (b"who: \x00\n", ("answers.yaml:1", "does not take")),
    "json_twice": (b'{"who": "me",\n "who": "you"}', ("more than once",)),
    "nested": (b"[" * 25_000, ("nested over 30 deep",)),
    "word": (b"who: no\n", ("some programs read 'no' as something else",)),
    "all_at_once": (b"who: they\ngone: x\nhope: [swim]\n", (":1: ", ":2: ", ":3: ")),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_answers_are_all_named_and_nothing_is_written(folder: Path, name: str) -> None:
    data, says = BAD[name]
    (folder / "answers.yaml").write_bytes(data)
    done = summary_of(folder, "jo.yaml", "answers.yaml", "--format", "txt", "--output", ".")
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert [part for part in says if part not in told] == []
    assert "Traceback" not in told
    assert not list(folder.glob("*.txt"))


def test_what_a_person_wrote_is_in_no_message(folder: Path) -> None:
    (folder / "answers.yaml").write_text("who: S3CRET illness\nwords: {S3CRET: 1}\n")
    done = summary_of(folder, "answers.yaml")
    assert done.returncode == 2
    assert b"S3CRET" not in done.stderr


def test_a_folder_as_answers_is_refused(folder: Path) -> None:
    (folder / "answers").mkdir()
    done = summary_of(folder, "answers", "gone.yaml")
    assert done.returncode == 2
    assert b"it is a folder" in done.stderr
    assert b"it is not there" in done.stderr


def test_an_output_that_cannot_be_written_says_why(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "jo.yaml")
    for target in ("link.txt", "gone/out.txt", "/proc/out.txt"):
        done = summary_of(folder, "jo.yaml", "--format", "txt", "--output", target)
        assert (done.returncode, b"Traceback" in done.stderr) == (2, False)
        assert target.encode() in done.stderr
    assert (folder / "jo.yaml").read_text() == "who: me\nhope: [rest]\n"


def test_a_full_standard_output_says_why(folder: Path) -> None:
    command = f"{sys.executable} -m decision_aid summary jo.yaml --content small.yaml --format txt"
    done = subprocess.run(
        ["bash", "-c", f"{command} --output - > /dev/full"],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"standard output cannot be written" in done.stderr


def test_content_with_faults_is_told_in_full(folder: Path) -> None:
    text = (
        small_text(QUESTIONS).replace("funding: none", "fundign: none").replace("text: Who?, ", "")
    )
    (folder / "small.yaml").write_text(text)
    for command in (["summary", "jo.yaml"], ["take", "--plain"]):
        done = run(folder, *command, "--content", "small.yaml")
        assert done.returncode == 2
        assert b"'fundign' is not known here" in done.stderr
        assert b"question who: 'text' is missing" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["summary"], ["summary", "jo.yaml", "--date", "soon"], ["take", "--colour"]],
)
def test_a_wrong_command_line_is_2_and_tells_the_use(folder: Path, arguments: list[str]) -> None:
    done = run(folder, *arguments)
    assert (done.returncode, b"usage: decision-aid" in done.stderr) == (2, True)


def test_where_there_is_no_terminal_it_goes_line_by_line(folder: Path) -> None:
    done = run(folder, "take", "--content", "small.yaml", given=b"1\n2\nhello\n4\n2\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Step 3 of about 3." in done.stdout
    assert b"\x1b" not in done.stdout


def test_the_end_of_input_is_kind(folder: Path) -> None:
    done = run(folder, "take", "--plain", "--content", "small.yaml", given=b"1\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Your summary so far follows." in done.stdout


FROM_HOME = ("take", "--plain", "--content", "small.yaml", "--from", "jo.yaml", "--no-trace")


def test_on_a_pipe_answers_from_home_are_told_and_nothing_more_is_asked(folder: Path) -> None:
    done = run(folder, *FROM_HOME, given=b"What helps?\n4\n2\n")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "You had reached “One”; 2 answered.".encode() in done.stdout
    assert b"Type a number, 1 to 2" not in done.stdout
    assert done.stdout.endswith(b"Goodbye.\n")


def test_on_a_terminal_answers_from_home_can_be_looked_at_first(folder: Path) -> None:
    with pexpect.spawn(
        sys.executable,
        ["-m", "decision_aid", *FROM_HOME],
        cwd=str(folder),
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        encoding="utf-8",
        timeout=PATIENCE,
        preexec_fn=hearing,
    ) as program:
        program.expect_exact("Enter alone for “Start”: ")
        program.sendline("")
        program.expect_exact("You had reached “One”; 2 answered.")
        program.expect_exact("Enter alone for “Look at the answers”: ")
        program.sendline("1")
        program.expect_exact("Who? Me")
        program.expect_exact("You are back at: Answers from home are here")
        program.expect_exact("Enter alone for “Look at the answers”: ")
        program.sendline("2")
        program.expect_exact("Step 3 of about 3.")


@pytest.mark.parametrize(
    "given",
    [b"\xff\xfe\n1\n", b"x" * 1_000_000 + b"\n1\n", b"\x00\x1b[2J\n"],
    ids=["no UTF-8", "a million characters", "an escape"],
)
def test_bytes_that_are_no_text_do_no_harm(folder: Path, given: bytes) -> None:
    done = run(folder, "take", "--plain", "--content", "small.yaml", given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout


DAMAGED = sorted((Path(__file__).parent / "damaged" / "terminals").glob("*.bin"))


@pytest.mark.parametrize("typed", DAMAGED, ids=lambda path: path.stem)
def test_answers_on_a_pipe_stay_with_their_questions_whatever_form_they_have(
    folder: Path, typed: Path
) -> None:
    arguments = ("take", "--plain", "--content", "small.yaml", "--keep", "mine", "--records", "r")
    done = run(folder, *arguments, given=typed.read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\x1b" not in done.stdout and done.stdout.endswith(
        "stay on this computer under “mine”.\n".encode()
    )
    with Records.at(folder / "r") as records:
        given = records.open("mine").answers_given()
    assert given == {"who": ("me",), "hope": ("walk",), "words": ("What helps?",)}


def test_the_rest_of_an_endless_line_answers_no_other_question(folder: Path) -> None:
    given = b"1\n2\n" + b"x" * 1_100_000 + b"1\n4\n2\n"
    done = run(folder, "take", "--plain", "--content", "small.yaml", given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"Goodbye.\n")


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_terminal_without_utf_8_is_served(folder: Path, locale: dict[str, str]) -> None:
    done = run(folder, "take", "--plain", "--content", "small.yaml", given="é\n".encode(), **locale)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False)


def test_a_pipe_that_closes_makes_no_noise(folder: Path) -> None:
    command = f"{sys.executable} -m decision_aid summary jo.yaml --content small.yaml --format txt"
    done = subprocess.run(
        ["bash", "-c", f"{command} --output - | head -c 10"],
        cwd=folder,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
    )
    assert (len(done.stdout), done.stderr) == (10, b"")


@pytest.mark.parametrize(
    ("streams", "code", "says"),
    [
        ("<&-", 2, "standard input cannot be read: it is closed"),
        (">&-", 2, "standard output cannot be written"),
        ("> /dev/full", 2, "standard output cannot be written: No space left on device"),
        ("2>&-", 0, ""),
        ("<&- >&- 2>&-", 2, ""),
    ],
)
def test_streams_that_are_closed_or_full_are_told_and_are_no_fault_of_ours(
    folder: Path, streams: str, code: int, says: str
) -> None:
    command = f"{sys.executable} -m decision_aid take --plain --content small.yaml {streams}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        input=b"1\n",
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        check=False,
    )
    assert (done.returncode, says in done.stderr.decode()) == (code, True)
    assert b"went wrong" not in done.stderr


@contextlib.contextmanager
def line_mode(folder: Path, before: Callable[[], None]) -> Iterator[subprocess.Popen[bytes]]:
    """The questionnaire line by line on pipes, at its first question."""
    with subprocess.Popen(
        [sys.executable, "-m", "decision_aid", "take", "--plain", "--content", "small.yaml"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        preexec_fn=before,  # noqa: PLW1509  (no threads here)
    ) as program:
        assert program.stdout is not None
        said = b""
        while b"Your answer" not in said:
            more = os.read(program.stdout.fileno(), 65_536)
            assert more, said
            said += more
        yield program


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_line_mode_with_its_number(folder: Path, number: int) -> None:
    with line_mode(folder, hearing) as program:
        program.send_signal(number)
        _, told = program.communicate(timeout=PATIENCE)
        assert (program.returncode, told) == (128 + number, b"")


def test_in_the_background_an_interrupt_that_is_for_others_ends_nothing(folder: Path) -> None:
    with line_mode(folder, deaf_to_interrupts) as program:
        program.send_signal(signal.SIGINT)
        said, told = program.communicate(b"1\n", timeout=PATIENCE)
        assert (program.returncode, told) == (0, b"")
        assert b"Step 2 of" in said


def test_the_schema_is_json(folder: Path) -> None:
    assert json.loads(run(folder, "schema").stdout)["title"] == "DecisionAid"


def test_a_font_of_this_computer_draws_what_the_shipped_ones_lack(folder: Path) -> None:
    from decision_aid.report import pdf_text

    save_font(folder, "我害怕")
    (folder / "jo.yaml").write_text("who: me\nhope: [rest]\nwords: 我害怕\n")
    done = summary_of(folder, "jo.yaml", "--font", "script.ttf")
    assert done.returncode == DONE, done.stderr
    assert "\ufffd" not in "".join(pdf_text.pages((folder / "jo.pdf").read_bytes()))
    for form in set(FORMATS) - {"line", "pdf"}:
        assert (
            summary_of(folder, "jo.yaml", "--font", "script.ttf", "--format", form).returncode
            == DONE
        )


COMMANDS_WITH_A_FONT = [
    ("summary", "jo.yaml"), ("take",), ("records", "summary", "--all", "--output", "."),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS_WITH_A_FONT, ids=lambda command: command[0])
@pytest.mark.parametrize("font", ["none.ttf", "jo.yaml", "."])
def test_what_is_no_font_is_said_kindly_and_nothing_is_written(
    folder: Path, command: tuple[str, ...], font: str
) -> None:
    before = sorted(folder.iterdir())
    done = run(folder, *command, "--content", "small.yaml", "--font", font)
    assert (done.returncode, done.stdout) == (WRONG_INPUT, b"")
    said = done.stderr.decode()
    assert said.startswith(f"{font}: ")
    assert "Do this: name another font file, or leave out --font." in said
    assert sorted(folder.iterdir()) == before


def test_on_a_pipe_a_font_alone_changes_nothing_of_what_is_asked(folder: Path) -> None:
    save_font(folder, "我害怕")
    plain = run(folder, "take", "--content", "small.yaml", given=b"1\n")
    with_font = run(folder, "take", "--content", "small.yaml", "--font", "script.ttf", given=b"1\n")
    assert (with_font.returncode, with_font.stdout) == (plain.returncode, plain.stdout)


@pytest.mark.parametrize(
    ("asked_for", "code"), [(KeyboardInterrupt(), 130), (SystemExit(143), 143)]
)
def test_what_fails_on_the_way_out_does_not_hide_why_it_ended(
    asked_for: BaseException,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fails_while_it_ends(_given: object) -> int:
        try:
            raise asked_for
        finally:
            raise RuntimeError("cannot release un-acquired lock")

    monkeypatch.setattr("decision_aid.cli.take.take", fails_while_it_ends)
    try:
        ended = main([])
    except SystemExit as end:
        ended = int(str(end.code))
    assert ended == code
    assert capsys.readouterr().err == ""
