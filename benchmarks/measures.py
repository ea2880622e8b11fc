"""The measures: each gives the times of what is claimed and of what it is compared with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median, quantiles

from benchmarks.terminal import Terminal
from decision_aid import places
from decision_aid.answers_file import load_answers
from decision_aid.interview import interview
from decision_aid.load import load
from decision_aid.report import html, pdf
from decision_aid.summary import Summary, summarised

TOP = Path(__file__).parents[1]
PATIENT = TOP / "tests" / "patients" / "stent_offered.yaml"
BARE = [str(TOP / "benchmarks" / "bare.py")]
AID = ["-m", "decision_aid"]
ON = date(2026, 11, 20)


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
        return quantiles(self.times, n=10)[-1] if len(self.times) > 1 else self.times[0]


def first_screen(runs: int) -> Measure:
    """From the start of the process to the first screen, beside a bare Textual app."""
    ours, bare = [], []
    for _ in range(runs):
        bare.append(_start(BARE, "bare screen"))
        ours.append(_start(AID, "easier to see"))
    return Measure("first screen", ours, "bare Textual app", bare, "ratio 1.5, aim 1.2")


def _start(program: Sequence[str], text: str) -> float:
    terminal = Terminal(program)
    try:
        return (terminal.wait(text) - terminal.started) * 1000
    finally:
        terminal.close()


def loading(runs: int) -> Measure:
    """questions.yaml in a fresh process, beside a Python that does nothing."""
    ours, bare = [], []
    program = (
        "from decision_aid import places; from decision_aid.load import load; "
        "load(places.questions())"
    )
    for _ in range(runs):
        bare.append(_process("pass"))
        ours.append(_process(program))
    return Measure("questions.yaml, cold", ours, "python -c pass", bare)


def _process(program: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True, cwd=TOP)
    return (time.perf_counter() - started) * 1000


def _timed(work: Callable[[], object], times: int) -> list[float]:
    taken = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


def recomputing(runs: int) -> Measure:
    """The whole interview from a full set of answers."""
    aid = load(places.questions())
    answers = load_answers(PATIENT, aid)
    interview(aid, answers)
    return Measure(
        "interview, recomputed", _timed(lambda: interview(aid, answers), runs), reach="0.1 ms"
    )


def _summary() -> Summary:
    aid = load(places.questions())
    return summarised(aid, load_answers(PATIENT, aid), ON)


def report_cold(form: str, runs: int) -> Measure:
    """One summary in a fresh process, as the command makes it."""
    command = ["-m", "decision_aid", "summary", str(PATIENT), "--format", form, "--output", "-"]
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], check=True, cwd=TOP, stdout=subprocess.DEVNULL)
        taken.append((time.perf_counter() - started) * 1000)
    return Measure(f"summary as {form}, cold", taken)


def report_warm(runs: int) -> list[Measure]:
    """One summary as HTML and as PDF in a process that has made one before."""
    said = _summary()
    html(said), pdf(said, "a4")
    return [
        Measure("summary as html, warm", _timed(lambda: html(said), runs)),
        Measure("summary as pdf, warm", _timed(lambda: pdf(said, "a4"), runs)),
    ]
