"""A clinic's day: python -m benchmarks.clinic prints the list and the summaries as they grow."""

from __future__ import annotations

import contextlib
import io
import os
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path
from statistics import median
from unittest import mock

from decision_aid import cli, paths
from decision_aid.answers_file import load_answers
from decision_aid.cli.records import papers
from decision_aid.cli.records.papers import Job, Order, make_paper
from decision_aid.cli.records.reading import SessionAnswers
from decision_aid.conditions import Value
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.record import ContentVersion, Records, SessionInfo, StoredAnswer
from decision_aid.report.editions import Aids
from decision_aid.report.options import PrintOptions
from decision_aid.report.pdf import PDF
from decision_aid.words import USUAL

PATIENTS = Path(__file__).parents[1] / "tests" / "patients"
FIRST = 8
"""Papers made before a time is taken."""
NOW = datetime(2026, 11, 20, 8, 0)
Answers = dict[str, tuple[str, ...] | None]


@dataclass(frozen=True)
class Pace:
    """How long something took with that many sessions."""

    name: str
    sessions: int
    seconds: float
    beside: str = ""

    def line(self) -> str:
        """One line of the table."""
        each = 1000 * self.seconds / self.sessions
        return f"{self.name:30}{self.sessions:>9,}{self.seconds:>10.2f}{each:>12.3f}  {self.beside}"


def clinic_day(lists: Sequence[int], days: Sequence[int]) -> Iterator[Pace]:
    """The list and a day's summaries as the command makes them, at each size."""
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("TMPDIR")))
    try:
        aid = load(paths.questions())
        for size in sorted({*lists, *days}):
            _fill(folder / "records", size, aid)
            if size in lists:
                took = median(_ran(folder, "list", "--format", "text") for _ in range(5))
                yield Pace("records list", size, took)
            if size in days:
                out = folder / "out"
                out.mkdir(exist_ok=True)
                took = _ran(folder, "summary", "--all", "--output", str(out))
                yield Pace("records summary --all", size, took, _memory())
    finally:
        shutil.rmtree(folder)


def _ran(folder: Path, command: str, *arguments: str) -> float:
    whole = ["records", command, *arguments, "--records", str(folder / "records")]
    quiet = (contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()))
    started = time.perf_counter()
    with quiet[0], quiet[1]:
        code = cli.main(whole)
    assert code == 0
    return time.perf_counter() - started


def _memory() -> str:
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return f"a worker's most memory so far: {most / 1024:.0f} MB"


def _fill(place: Path, size: int, aid: DecisionAid) -> None:
    """Sessions of made-up patients, as many as that; each wrote something else."""
    everybody = _in_any_order(aid)
    with Records.at(str(place)) as records:
        there = len(records.list())
        for number, given in zip(range(there, size), everybody, strict=False):
            moment = NOW + timedelta(minutes=number)
            session = records.begin(None, ContentVersion.of(aid), moment)
            session.keep_all(
                StoredAnswer(name, one, moment) for name, one in _own(given, number).items()
            )
            session.close()


def _own(given: Answers, number: int) -> Answers:
    return {**given, "ask_words": (f"My question number {number}: what else could help?",)}


def _in_any_order(aid: DecisionAid) -> Iterator[Answers]:
    """Made-up patients, not in turn: Typst remembers what it set ten papers ago."""
    every, chance = _patients(aid), random.Random(1)
    while True:
        yield chance.choice(every)


def _patients(aid: DecisionAid) -> list[Answers]:
    every = []
    for path in sorted(PATIENTS.glob("*.yaml")):
        read = load_answers(path, aid)
        every.append({name: _given(value) for name, value in read.items()})
    return every


def _given(value: Value | None) -> tuple[str, ...] | None:
    if value is None or isinstance(value, tuple):
        return value
    return (str(value),)


# --- one core, two threads, two processes ----------------------------------------------------


def side_by_side(number: int, rounds: int) -> Iterator[tuple[Pace, Pace]]:
    """As many papers on one core and by the two workers, in turn; all differ, none is the first.

    One core's pace is that of this process, bound to one core.
    """
    aid = load(paths.questions())
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("TMPDIR")))
    order = Order(folder, PrintOptions(PDF), NOW.date(), USUAL)
    jobs = _jobs(aid, folder)
    try:
        for _ in range(rounds):
            yield (
                Pace("one core", number, _on_one_core(jobs, number, aid, order)),
                Pace("two workers", number, _by_workers(jobs, number, aid, order)),
            )
    finally:
        shutil.rmtree(folder)


def _jobs(aid: DecisionAid, folder: Path) -> Iterator[Job]:
    for number, given in zip(count(), _in_any_order(aid), strict=False):
        entry = SessionInfo(
            f"{number:032x}", "a-b-c", ContentVersion.of(aid), NOW, NOW, 9, locked=False
        )
        answers = aid.parse_answers({k: v for k, v in _own(given, number).items() if v is not None})
        yield Job(SessionAnswers(entry, answers, {}, ()), (folder / f"{number}.pdf",))


def _on_one_core(jobs: Iterator[Job], number: int, aid: DecisionAid, order: Order) -> float:
    aids, cores = Aids(aid, aid), os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        for job in islice(jobs, FIRST):
            make_paper(job, aids, order)
        return _timed(lambda: [make_paper(job, aids, order) for job in islice(jobs, number)])
    finally:
        os.sched_setaffinity(0, cores)


def _by_workers(jobs: Iterator[Job], number: int, aid: DecisionAid, order: Order) -> float:
    """From when both have made their first papers until the last is there."""
    aids = Aids(aid, aid)
    with mock.patch.object(papers, "FEW", 0):
        results = papers.each_made(islice(jobs, number + FIRST), number + FIRST, aids, order)
        for _ in range(FIRST):
            next(results)
        return _timed(lambda: list(results))


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def main() -> None:
    """Print both tables."""
    print(f"{'':30}{'sessions':>9}{'seconds':>10}{'ms each':>12}")
    for pace in clinic_day((10, 1_000, 10_000), (10, 1_000)):
        print(pace.line(), flush=True)
    rounds = list(side_by_side(100, 7))
    for pace in (pace for both in rounds for pace in both):
        print(pace.line(), flush=True)
    one, two = ([both[at].seconds for both in rounds] for at in (0, 1))
    print(
        f"two workers beside one core: {median(one) / median(two):.2f} times its pace by medians,"
    )
    print(f"{min(one) / min(two):.2f} times by the best rounds, which others disturbed least")


if __name__ == "__main__":
    main()
