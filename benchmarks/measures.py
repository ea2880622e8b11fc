"""The measures: each gives the times of what is claimed and of what it is compared with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from statistics import median, quantiles

from benchmarks.awake import awake
from benchmarks.terminal import Terminal
from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.conditions import Answers
from decision_aid.content import ChecklistLine, DecisionAid, Picks, Writes
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview
from decision_aid.report import editions
from decision_aid.report.files import render
from decision_aid.report.format import PAPERS
from decision_aid.report.formats import FORMATS
from decision_aid.report.options import PrintOptions
from decision_aid.report.typesetting import compile_pdf, source_of
from decision_aid.summary.models import Summary
from decision_aid.summary.patient import make_summary
from decision_aid.visit import Visit

TOP = Path(__file__).parents[1]
PATIENT = TOP / "tests" / "patients" / "stent_offered.yaml"
BARE = [str(TOP / "benchmarks" / "bare.py")]
AID = ["-m", "decision_aid"]
NO_TRACE = [*AID, "take", "--no-trace"]
ON = date(2026, 11, 20)
MANY = 20
"""Times of which a tenth can be told apart."""


@dataclass(frozen=True)
class Measure:
    """Times in milliseconds of one thing, and of what it stands beside."""

    name: str
    times: Sequence[float]
    beside: str = ""
    baseline: Sequence[float] = field(default_factory=tuple)
    reach: str = ""

    @property
    def ratio(self) -> float | None:
        """The medians' ratio, where there is something beside it."""
        return median(self.times) / median(self.baseline) if self.baseline else None

    @property
    def p90(self) -> float:
        """What nine in ten times stay under."""
        return _p90(self.times)

    @property
    def p90_ratio(self) -> float | None:
        """The same of both, beside each other; of a few times it would say nothing."""
        return self.p90 / _p90(self.baseline) if len(self.baseline) >= MANY else None


def _p90(times: Sequence[float]) -> float:
    return quantiles(times, n=10)[-1] if len(times) > 1 else times[0]


def first_screen(runs: int) -> Measure:
    """From the start of the process to the first screen, beside a bare Textual app."""
    ours, bare = [], []
    for _ in range(runs):
        bare.append(_start(BARE, "bare screen"))
        ours.append(_start(AID, "How do you want to read?"))
    return Measure("first screen", ours, "bare Textual app", bare, "ratio 1.5, aim 1.2")


def _start(program: Sequence[str], text: str) -> float:
    terminal = Terminal(program)
    try:
        return (terminal.wait(text) - terminal.started) * 1000
    finally:
        terminal.close()


LOADS = (
    "from decision_aid import paths; from decision_aid.content.load import load; "
    "load(paths.questions())"
)


def loading(runs: int) -> Measure:
    """questions.yaml in a fresh process, beside a Python that does nothing."""
    ours, bare = [], []
    for _ in range(runs):
        bare.append(_process("pass"))
        ours.append(_process(LOADS))
    return Measure("questions.yaml, cold", ours, "python -c pass", bare)


FIRST_LOAD = (
    "import sys, time; from decision_aid import paths; import decision_aid.content.overlay; "
    "from decision_aid.content.load import load; begun = time.process_time(); "
    "load(paths.questions(), sys.argv[1]); print(time.process_time() - begun)"
)


def loading_french(runs: int) -> Measure:
    """The first load in a process, in French and in English; processor time, imports apart."""
    ours, beside = [], []
    for _ in range(runs):
        beside.append(_first_load(""))
        ours.append(_first_load("fr"))
    return Measure("first load, in French", ours, "in English", beside, "ratio 1.25")


def _first_load(language: str) -> float:
    program = [sys.executable, "-c", FIRST_LOAD, language]
    said = subprocess.run(program, check=True, cwd=TOP, capture_output=True, text=True)
    return float(said.stdout) * 1000


def _process(program: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, cwd=TOP)
    return (time.perf_counter() - started) * 1000


def _timed(work: Callable[[], object], times: int) -> list[float]:
    taken: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def recomputing(runs: int) -> Measure:
    """The whole interview from a full set of answers."""
    aid = load(paths.questions())
    answers = load_answers(PATIENT, aid)
    conduct_interview(aid, answers)
    return Measure(
        "interview, recomputed",
        _timed(lambda: conduct_interview(aid, answers), runs),
        reach="0.1 ms",
    )


def _summary() -> Summary:
    aid = load(paths.questions())
    return make_summary(aid, load_answers(PATIENT, aid), ON)


def report_cold(form: str, runs: int) -> Measure:
    """One summary in a fresh process, as the command makes it."""
    command = ["-m", "decision_aid", "summary", str(PATIENT), "--format", form, "--output", "-"]
    taken: list[float] = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, cwd=TOP, stdout=subprocess.DEVNULL)
        taken.append((time.perf_counter() - started) * 1000)
    return Measure(f"summary as {form}, cold", taken)


def report_warm(runs: int) -> list[Measure]:
    """One summary as HTML and as PDF in a process that has made one before."""
    said = _summary()
    return [_warm(said, name, runs) for name in ("html", "pdf")]


def _warm(said: Summary, name: str, runs: int) -> Measure:
    options = PrintOptions(FORMATS[name])
    render(said, options)
    return Measure(f"summary as {name}, warm", _timed(lambda: render(said, options), runs))


def hundred_in_a_row(rounds: int) -> Measure:
    """A hundred PDFs from answers, beside a hundred of one page whose data never changes."""
    aid = load(paths.questions())
    answers = load_answers(PATIENT, aid)
    constant = source_of(make_summary(aid, answers, ON), editions.PATIENT, PAPERS[0])
    ours, bare = [], []
    for _ in range(rounds):
        bare += _timed(lambda: _each(100, lambda _: compile_pdf(constant, ON)), 1)
        ours += _timed(lambda: _each(100, lambda n: _pdf(aid, answers, n)), 1)
    return Measure("100 PDFs in a row", ours, "the same page, constant", bare, "ratio 1.5")


def _each(times: int, work: Callable[[int], object]) -> None:
    for number in range(times):
        work(number)


def _pdf(aid: DecisionAid, answers: Answers, number: int) -> bytes:
    """The PDF of answers that differ each time in what the person wrote."""
    words = {"ask_words": f"My question number {number}: what else could help?"}
    return render(make_summary(aid, {**answers, **words}, ON), PrintOptions(FORMATS["pdf"]))


# --- from key to next question ---------------------------------------------------------------


def next_question(runs: int) -> Measure:
    """From key to the next question on the screen; a bare app answers a key after each."""
    ours, bare = [], []
    with awake():
        for _ in range(runs):
            with closing(Terminal(BARE, TALL)) as beside:
                for number, taken in enumerate(walk(), start=1):
                    ours.append(taken)
                    bare.append(_bare_key(beside, number))
    return Measure(
        "next question painted", ours, "bare app, key to paint", bare, "ratio 1.25, of p90 1.5"
    )


F4 = "\x1bOS"
"""Passes over where something is to be written."""

TALL = (100, 50)
"""A window in which no note needs a second page, so that each Enter leads to a question."""


def _bare_key(terminal: Terminal, number: int) -> float:
    terminal.wait(f"bare screen {number - 1}")
    terminal.settle()
    sent = terminal.press("x")
    return (terminal.wait(f"bare screen {number}") - sent) * 1000


def walk() -> Iterator[float]:
    """Go through the short way as its example does; the time of each key that goes on."""
    visit = Visit(load(paths.questions()), lambda: datetime(2026, 11, 20, 14, 5))
    example = next(way.example for way in visit.aid.ways if way.id == "short")
    with closing(Terminal(NO_TRACE, TALL)) as terminal:
        terminal.wait("How do you want to read?")
        terminal.press("\r")
        terminal.wait(visit.aid.welcome_title[:24])
        terminal.press("1")
        visit.choose_way("short")
        terminal.wait(_title(visit))
        while visit.question is not None:
            terminal.settle()
            sent = _answer(terminal, visit, example)
            if visit.question is not None:
                yield (terminal.wait(_title(visit)) - sent) * 1000


def _answer(terminal: Terminal, visit: Visit, example: Mapping[str, str]) -> float:
    """Answer the question on both sides, or pass it over; the moment of the key that goes on."""
    question, takes = visit.asked, visit.asked.takes()
    if isinstance(takes, Writes):
        visit.pass_over()
        return terminal.press(F4)
    if isinstance(question, ChecklistLine):
        return _answer_each(terminal, visit, example)
    if isinstance(takes, Picks):
        _pick(terminal, visit, takes, example)
    visit.go_on()
    return terminal.press("\r")


def _pick(terminal: Terminal, visit: Visit, takes: Picks, example: Mapping[str, str]) -> None:
    """Mark the example's answer, and take it where something is said to it at once."""
    heard = visit.interview.heard
    names = [choice.id for choice in takes.choices if choice.is_offered(heard)]
    given = example.get(visit.asked.id, names[0])
    terminal.press(str(names.index(given) + 1))
    terminal.settle()
    if visit.answer([given]) is not None:
        terminal.press("\r")
        terminal.settle()


def _answer_each(terminal: Terminal, visit: Visit, example: Mapping[str, str]) -> float:
    """Give the example's answer to each line of a checklist, else its first."""
    given: dict[str, str] = {}
    for line in visit.together:
        names = [choice.id for choice in line.own_choices()]
        given[line.id] = example.get(line.id, names[0])
        terminal.press(str(names.index(given[line.id]) + 1))
        terminal.settle()
    visit.answer_each(given)
    visit.leave_open()
    return terminal.press("\r")


def _title(visit: Visit) -> str:
    if isinstance(visit.asked, ChecklistLine) and visit.asked.title:
        return visit.asked.title[:24]
    return visit.interview.wording.question(visit.asked)[:24]
