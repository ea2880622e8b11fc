"""The figures of the browser edition: a page's processor time and delay, memory, the first page."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

from benchmarks.browser.programs import Program, running, serve_ours, serve_plain
from benchmarks.browser.recorded import Step, first_questions, whole_visit, write_steps
from benchmarks.browser.visitors import visit_at_once
from decision_aid import paths

AT_ONCE = (1, 50, 300)
"""Visitors; the last is as many as there may be."""
MOST = AT_ONCE[-1]
WALKS = {1: 40, 50: 2, 300: 1}
"""How often each of so many visitors walks from the welcome to the end in a round."""
SOME_QUESTIONS = 8
PLAIN, TEMPLATE = "a plain page", "our template, constant data"


@dataclass(frozen=True)
class Figure:
    """Numbers of ours, and of what they stand beside, in the same unit."""

    name: str
    unit: str
    ours: float
    beside: dict[str, float]
    reach: str

    def lines(self) -> Iterator[str]:
        """How it is told."""
        yield f"{self.name}: {self.ours:.2f} {self.unit} (reach: {self.reach})"
        for what, number in self.beside.items():
            yield f"    {what}: {number:.2f} {self.unit}, ratio {self.ours / number:.2f}"


def pages(rounds: int) -> Iterator[Figure]:
    """A page is a form that is sent, the way that it leads, and the page that is shown there."""
    steps = whole_visit()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as open_now:
        file = Path(folder) / "steps"
        write_steps(steps, file)
        commands = (serve_ours(), serve_plain(file), serve_plain(file, "ours"))
        programs = [open_now.enter_context(running(command)) for command in commands]
        for program in programs:
            visit_at_once(program.port, 20, 2, steps)
            program.settle()
        for visitors in AT_ONCE:
            taken = [[_processor(one, visitors, steps) for one in programs] for _ in range(rounds)]
            ours, plain, template = map(median, zip(*taken, strict=True))
            beside = {PLAIN: plain, TEMPLATE: template}
            name = f"processor time of a page, {visitors} at once"
            yield Figure(name, "ms", ours, beside, "ratio 1.5")
        yield _spread(programs[:2], 50, rounds, steps)


def _processor(program: Program, visitors: int, steps: Sequence[Step]) -> float:
    """Milliseconds of the server's processor time for a page."""
    before = program.seconds
    taken = visit_at_once(program.port, visitors, WALKS[visitors], steps)
    return 1000 * (program.seconds - before) / len(taken)


def _spread(
    programs: Sequence[Program], visitors: int, rounds: int, steps: Sequence[Step]
) -> Figure:
    """How much longer the slowest in a hundred wait than most do, by the clock."""
    ours, plain = (
        median(_p99_to_p50(visit_at_once(one.port, visitors, 2, steps)) for _ in range(rounds))
        for one in programs
    )
    name = f"p99 of a page's delay to its p50, {visitors} at once"
    return Figure(name, "times", ours, {PLAIN: plain}, "2.5")


def _p99_to_p50(taken: Sequence[float]) -> float:
    return quantiles(taken, n=100)[98] / median(taken)


# --- memory ----------------------------------------------------------------------------------


def memory() -> Iterator[Figure]:
    """What each of as many visitors as there may be adds, some questions in; they stay connected
    to nothing, and before it is measured as many threads have worked as ever will."""
    with tempfile.TemporaryDirectory() as folder:
        plainly = first_questions(SOME_QUESTIONS)
        kept = first_questions(SOME_QUESTIONS, f"{folder}/recorded")
        records = ("--records", f"{folder}/records")
        yield Figure("memory a visitor", "kB", _memory(plainly), {}, "30")
        yield Figure("memory a visitor who keeps", "kB", _memory(kept, *records), {}, "100")


def _memory(steps: Sequence[Step], *arguments: str) -> float:
    """Kilobytes, between a few visitors and all."""
    first = 40
    with running(serve_ours(*arguments)) as program:
        visit_at_once(program.port, first, 1, steps)
        before = program.memory
        visit_at_once(program.port, 20, (MOST - first) // 20, steps)
        return (program.memory - before) / (MOST - first) / 1000


# --- the first page --------------------------------------------------------------------------


def first_page(runs: int) -> Iterator[Figure]:
    """From the start of the process, beside a plain page for which the content is loaded too."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "steps"
        write_steps(whole_visit(), file)
        plain = serve_plain(file, "plain", str(paths.questions()))
        both = [(*_start(serve_ours()), *_start(plain)) for _ in range(runs)]
    clock, processor, plain_clock, plain_processor = map(median, zip(*both, strict=True))
    yield Figure("first page", "ms", clock, {PLAIN: plain_clock}, "ratio 1.5")
    name = "processor time until the first page"
    yield Figure(name, "ms", processor, {PLAIN: plain_processor}, "ratio 1.5")


def _start(command: Sequence[str]) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    with running(command) as program:
        with urlopen(f"http://127.0.0.1:{program.port}/") as page:
            page.read()
        taken = time.perf_counter() - program.started
        return taken * 1000, program.seconds * 1000
