"""The commands: the only place that knows arguments, exit codes and standard error."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, NoReturn, TextIO

from decision_aid import places

if TYPE_CHECKING:
    import argparse
    from types import FrameType

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid
    from decision_aid.interview import Audience
    from decision_aid.load import Fault
    from decision_aid.report.files import Format
    from decision_aid.visit import Brought, Start, Visit

DONE, PARTLY_FAILED, WRONG_INPUT, OWN_FAULT = 0, 1, 2, 70

SORRY = (
    "Something went wrong inside this program. Nothing that you wrote is shown here. "
    "A summary that you saved is still there. Please start again."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code says how it ended (design.md 6)."""
    given = _given(sys.argv[1:] if arguments is None else arguments)
    _be_lenient(sys.stdout, sys.stderr, sys.stdin)
    try:
        return int(given.command(given))
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
    except BrokenPipeError:
        _silence_standard_output()
        return 128 + signal.SIGPIPE
    except _Refused as error:
        _complain(*error.lines)
        return WRONG_INPUT
    except Exception:  # a person never sees a traceback, and no answer leaks through one
        _complain(SORRY)
        return OWN_FAULT


class _Refused(Exception):
    """The input or the command line is wrong, in words."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


# --- arguments -------------------------------------------------------------------------------


_NOTHING_SAID = {
    "plain": False, "content": None, "language": "en", "brought": None, "keep": None,
    "no_trace": False, "place": None, "counsellor": False,
}  # fmt: skip
"""What holds for `take` where the command line says nothing of it."""


def _given(arguments: Sequence[str]) -> argparse.Namespace | SimpleNamespace:
    """The command line. Without arguments it needs no parser, and the first screen comes sooner."""
    if not arguments:
        return SimpleNamespace(command=take, **_NOTHING_SAID)
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="decision-aid",
        description="Think a decision through, and print a summary of your own.",
    )
    parser.set_defaults(command=take, **_NOTHING_SAID)
    commands = parser.add_subparsers(title="commands", metavar="")
    _add_take(commands.add_parser("take", help="go through the questions (this is the default)"))
    _add_summary(commands.add_parser("summary", help="print the summary of answers in a file"))
    _add_records(commands.add_parser("records", help="answers that are kept: a clinic's day"))
    _add_check(commands.add_parser("check", help="what is wrong in a questions.yaml, and proofs"))
    schema_parser = commands.add_parser("schema", help="the JSON Schema of questions.yaml")
    schema_parser.set_defaults(command=schema)
    return parser


def _add_shared(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--content", type=Path, metavar="FILE", help="another questions.yaml")
    parser.add_argument("--language", choices=["en"], default="en", help="the language")


def _add_take(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=take)
    parser.add_argument(
        "--plain", action="store_true", help="one plain line at a time, for screen readers"
    )
    parser.add_argument(
        "--from", dest="brought", type=Path, metavar="FILE", help="go on from exported answers"
    )
    keeping = parser.add_mutually_exclusive_group()
    keeping.add_argument("--keep", nargs="?", const="", metavar="LABEL", help="keep the answers")
    keeping.add_argument("--no-trace", action="store_true", help="write nothing down")
    parser.add_argument("--counsellor", action="store_true", help="for two: prompts and notes")
    parser.add_argument("--records", dest="place", metavar="PLACE", help="where answers are kept")
    _add_shared(parser)


def _add_summary(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=summary)
    parser.add_argument("answers", nargs="*", type=Path, metavar="ANSWERS", help="YAML or JSON")
    forms = ["pdf", "html", "txt", "json", "line"]
    parser.add_argument("--format", choices=forms, default="pdf")
    editions = ["patient", "large-print", "staff"]
    parser.add_argument("--edition", choices=editions, default="patient")
    parser.add_argument("--with-words", action="store_true", help="staff edition: typed words too")
    parser.add_argument("--blank", action="store_true", help="a blank copy, for preview")
    parser.add_argument("--paper", choices=["a4", "letter"], default="a4")
    parser.add_argument("--date", type=_date, default=None, help="such as 2026-11-20; else today")
    parser.add_argument(
        "--output", type=Path, metavar="PATH", help="a file, a folder for several, or - "
    )
    parser.add_argument("--print", action="store_true", help="send it to the printer too")
    _add_shared(parser)


def _add_records(parser: argparse.ArgumentParser) -> None:
    from decision_aid.clinic.arguments import add_to

    parser.set_defaults(command=records)
    add_to(parser, _add_shared, _date)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=check)
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="else the shipped one")
    parser.add_argument("--format", choices=["text", "json"], default="text")
    parser.add_argument("--today", type=_date, default=None, help="the day to judge dates by")
    parser.add_argument("--list", action="store_true", help="every rule and what it serves")
    parser.add_argument("--trace", action="store_true", help="every sentence of fact, its sources")
    parser.add_argument("--graph", type=Path, metavar="PATH", help="draw the interview as SVG")


def _date(text: str) -> date:
    import argparse

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a date as 2026-11-20") from None


# --- take ------------------------------------------------------------------------------------


def take(given: argparse.Namespace | SimpleNamespace) -> int:
    """Lead through the questionnaire, full screen or line by line."""
    content: Path = given.content or places.questions()
    start = _start(given, content)
    if given.plain or not _full_screen_is_right():
        return _line_by_line(content, start)
    from decision_aid import tui

    try:
        code = tui.run(content, Path.cwd(), _now, start)
    except ValueError as error:  # Faulty, whose module is too heavy to be imported before this
        raise _in_words(error) from None
    return _line_by_line(content, start) if code == tui.LINE_BY_LINE else code


def _start(given: argparse.Namespace | SimpleNamespace, content: Path) -> Start | None:
    """How the visit begins, where the command line says anything of it."""
    keep = False if given.no_trace else None if given.keep is None else True
    said = (given.brought, given.place, given.counsellor or None, keep)
    if all(one is None for one in said):
        return None
    from decision_aid.visit import Start

    brought = _brought(given.brought, content) if given.brought else None
    audience: Audience = "counsellor" if given.counsellor else "patient"
    return Start(keep, given.keep or None, given.place, audience, brought)


def _brought(path: Path, content: Path) -> Brought:
    from decision_aid.clinic.opening import brought

    try:
        return brought(path, _loaded(content), _now())
    except ValueError as error:
        raise _in_words(error) from None


def _in_words(error: ValueError) -> Exception:
    from decision_aid.load import Faulty

    return _Refused(*map(str, error.faults)) if isinstance(error, Faulty) else error


def _full_screen_is_right() -> bool:
    """Not on a pipe, nor a dumb terminal, nor without UTF-8, nor where plain text is asked for."""
    if os.environ.get("TERM", "dumb") in ("", "dumb") or os.environ.get("ACCESSIBLE"):
        return False
    streams: tuple[TextIO, ...] = (sys.stdin, sys.stdout, sys.stderr)
    if not all(stream.isatty() for stream in streams):
        return False
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _line_by_line(content: Path, start: Start | None) -> int:
    from decision_aid.line import LineFace
    from decision_aid.visit import Start, Visit

    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _leave)
    if start is None and sys.stdin.isatty():  # a pipe says nothing, and so leaves no trace
        start = Start()
    visit = Visit(_loaded(content), _now, audience=start.audience if start else "patient")
    if start and start.brought:
        _bring(visit, start.brought)
    LineFace(visit, _asked, _told, _save_visit, _width()).run(start, _hidden)
    return DONE


def _hidden(prompt: str) -> str:
    """A passphrase: typed unseen where there is a terminal."""
    if not sys.stdin.isatty():
        return _asked(prompt)
    import getpass

    return getpass.getpass(prompt)


def _bring(visit: Visit, brought: Brought) -> None:
    """Go on from answers given elsewhere; those that this content does not take are named."""
    from decision_aid.words.clinic_en import EN

    asked_again = visit.bring(brought).asked_again
    _complain(*(EN.asked_again.format(question=question) for question in asked_again))


def _leave(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def _asked(prompt: str) -> str:
    sys.stdout.write(prompt)
    sys.stdout.flush()
    line = sys.stdin.readline(1_100_000)
    if not line:
        _told("")
        raise EOFError
    return line.rstrip("\r\n")


def _told(line: str) -> None:
    sys.stdout.write(line + "\n")


def _width() -> int:
    import shutil

    return min(shutil.get_terminal_size().columns, 76)


def _save_visit(visit: Visit, form: Format) -> Path:
    from decision_aid.report import save
    from decision_aid.report.files import free_path, rendered

    path = free_path(Path.cwd(), visit.clock().date(), form)
    save(rendered(visit.summary(), form, "a4"), path)
    return path


def _now() -> datetime:
    return datetime.now()


# --- summary ---------------------------------------------------------------------------------


def summary(given: argparse.Namespace) -> int:
    """Print the summaries of files of answers; nothing is written if any file has a fault."""
    _refuse_what_does_not_fit(given)
    if given.print:
        _refuse_to_print(given)
    aid = _loaded(given.content or places.questions())
    every = [None] if given.blank else _all_answers(given.answers, aid)
    names = [Path("blank-copy")] if given.blank else given.answers
    targets = _targets(names, given.output, given.format)
    on = given.date or _now().date()
    for answers, target in zip(every, targets, strict=True):
        _put(_paper(aid, answers, on, given), target)
    return DONE if not given.print or _printed(targets) else PARTLY_FAILED


def _refuse_what_does_not_fit(given: argparse.Namespace) -> None:
    if bool(given.answers) is given.blank:
        raise _Refused(
            "usage: decision-aid summary ANSWERS... or decision-aid summary --blank",
            "Name files of answers, or --blank for a blank copy: one of the two.",
        )
    if given.edition != "staff" and (given.format == "line" or given.with_words):
        raise _Refused("--format line and --with-words belong to --edition staff.")
    if given.format == "json" and given.edition != "patient":
        raise _Refused("--format json is of the patient's edition.")
    if given.blank and given.edition == "staff":
        raise _Refused("--blank is a copy of the patient's edition, or of the large print.")


def _paper(aid: DecisionAid, answers: Answers | None, on: date, given: argparse.Namespace) -> bytes:
    """One finished file, in the edition and format asked for."""
    from decision_aid.report.blank import blank_copy
    from decision_aid.report.files import rendered
    from decision_aid.report.staff import staff_summary
    from decision_aid.summary import day, summarised

    if answers is None:
        return rendered(blank_copy(aid, on), given.format, given.paper, given.edition)
    moments = {name: day(on) for name in answers}
    if given.edition == "staff":
        staff = staff_summary(aid, answers, on, moments, with_words=given.with_words)
        return rendered(staff, given.format, given.paper, given.edition)
    return rendered(summarised(aid, answers, on, moments), given.format, given.paper, given.edition)


def _refuse_to_print(given: argparse.Namespace) -> None:
    """Before anything is written: a printer takes neither a page nor standard output."""
    from decision_aid.clinic.printer import PRINTABLE
    from decision_aid.words.clinic_en import EN

    if given.format not in PRINTABLE or str(given.output) == "-":
        raise _Refused(EN.cannot_print)


def _printed(targets: Sequence[Path]) -> bool:
    from decision_aid.clinic.printer import to_printer

    return to_printer(targets, _complain)


def _all_answers(paths: Sequence[Path], aid: DecisionAid) -> list[Answers]:
    from decision_aid.answers_file import load_answers
    from decision_aid.load import Faulty

    every: list[Answers] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            every.append(load_answers(path, aid))
        except Faulty as error:
            faults.extend(error.faults)
    if faults:
        raise _Refused(*map(str, faults))
    return every


def _targets(answers: Sequence[Path], output: Path | None, form: str) -> list[Path]:
    """Where each summary goes; `-` is standard output."""
    if len(answers) == 1 and output is not None and not output.is_dir():
        return [output]
    folder = output or Path.cwd()
    if not folder.is_dir():
        raise _Refused(
            f"{folder}: several summaries need a folder. Do this: name one that is there."
        )
    suffix = "txt" if form == "line" else form
    targets = [folder / f"{path.stem}.{suffix}" for path in answers]
    if len(set(targets)) < len(targets):
        raise _Refused("Two files of answers have the same name. Do this: rename one of them.")
    return targets


def _put(data: bytes, target: Path) -> None:
    """Write a finished file in one step, or to standard output for `-`."""
    from decision_aid.report import NotSaved, save

    if str(target) == "-":
        _write_out(data)
        return
    try:
        save(data, target)
    except NotSaved as error:
        raise _Refused(str(error)) from None
    _complain(f"Saved: {target}")


def _write_out(data: bytes) -> None:
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence_standard_output()
        raise _Refused(f"standard output cannot be written: {error.strerror}") from None


# --- records ---------------------------------------------------------------------------------


def records(given: argparse.Namespace) -> int:
    """Work with the answers that are kept: list, show, print, export and erase them."""
    from decision_aid.clinic import ClinicFault, commands
    from decision_aid.record import RecordsFault

    desk = commands.Desk(
        given,
        lambda: _loaded(given.content or places.questions()),
        sys.stdout.write,
        _complain,
        sys.stderr,
        _put,
        _answered,
        _now().date(),
    )
    try:
        return DONE if commands.run(desk) else PARTLY_FAILED
    except ClinicFault as fault:
        raise _Refused(*fault.lines) from None
    except RecordsFault as fault:
        raise _Refused(str(fault)) from None


def _answered(question: str) -> str:
    """What a person answers on the terminal; EOFError where there is none."""
    if not sys.stdin.isatty():
        raise EOFError
    sys.stderr.write(question)
    sys.stderr.flush()
    return sys.stdin.readline(1_000)


# --- check -----------------------------------------------------------------------------------


def check(given: argparse.Namespace) -> int:
    """Say what is wrong with a content file; only errors make it fail."""
    from decision_aid.check import catalogue, checked, telling

    in_json = given.format == "json"
    if given.list:
        told = telling.catalogue_as_json if in_json else telling.catalogue_as_text
        sys.stdout.write(told(catalogue()))
        return DONE
    path: Path = given.file or places.questions()
    if given.trace or given.graph:
        return _shown(_loaded(path), given)
    outcome = checked(path, places.reports(), given.today or _now().date())
    sys.stdout.write((telling.as_json if in_json else telling.as_text)(outcome))
    return DONE if outcome.passed else PARTLY_FAILED


def _shown(aid: DecisionAid, given: argparse.Namespace) -> int:
    """Write the picture or the trace that was asked for."""
    if given.graph:
        from decision_aid.check.graph import drawn

        _put(drawn(aid).encode(), given.graph)
    if given.trace:
        from decision_aid.check.trace import as_json, as_text

        sys.stdout.write((as_json if given.format == "json" else as_text)(aid))
    return DONE


# --- schema, and what the commands share -----------------------------------------------------


def schema(_given: argparse.Namespace) -> int:
    """Write the JSON Schema of questions.yaml to standard output."""
    import json

    from decision_aid.load import json_schema

    _told(json.dumps(json_schema(), indent=2))
    return DONE


def _loaded(content: Path) -> DecisionAid:
    from decision_aid.load import Faulty, load

    try:
        return load(content)
    except Faulty as error:
        raise _Refused(*map(str, error.faults)) from None


def _complain(*lines: str) -> None:
    """Write to standard error, whatever state it is in."""
    from decision_aid.plain_text import one_line

    with contextlib.suppress(OSError, ValueError):
        for line in lines:
            sys.stderr.write(one_line(line) + "\n")
        sys.stderr.flush()


def _be_lenient(*streams: TextIO) -> None:
    """A byte or character that a stream cannot take becomes a mark, not an error."""
    for stream in streams:
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _silence_standard_output() -> None:
    """Python flushes standard output on leaving; a closed pipe must not complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
