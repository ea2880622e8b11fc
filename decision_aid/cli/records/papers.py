"""Papers made and saved one after another, or by two worker processes side by side.

Measured on two cores: threads wait for one another while Python prepares and looks through each
paper, processes do not. They are spawned, for a fork of a process that has used Typst can hang.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid.cli.replacing import Replacing
from decision_aid.memory import close_memory
from decision_aid.record.reading import changed_since
from decision_aid.report import files
from decision_aid.report.guard import IncompleteReport
from decision_aid.report.saving import NotSaved, save
from decision_aid.summary.models import SummaryInput
from decision_aid.words import Words, words

if TYPE_CHECKING:
    from datetime import date
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnContext

    from decision_aid.cli.records.reading import SessionAnswers
    from decision_aid.report.editions import Aids
    from decision_aid.report.options import PrintOptions

FEW = 12
"""Fewer papers than this are done before workers have started."""
_WORKERS = 2
_PATIENCE = 10


@dataclass(frozen=True)
class Order:
    """What is the same for all papers of a batch: folder, format, edition and day."""

    folder: Path
    options: PrintOptions
    on: date
    language: str
    """Of what is said about them: the words themselves are not given to a worker."""
    may: Replacing = field(default_factory=Replacing)
    """What they may replace."""
    also: tuple[PrintOptions, ...] = ()
    """How else each session is printed."""

    @property
    def every(self) -> tuple[PrintOptions, ...]:
        """Every paper that a session gets."""
        return (self.options, *self.also)

    @property
    def words(self) -> Words:
        """The words of that language."""
        return words(self.language)


@dataclass(frozen=True)
class Job:
    """One session's papers, and where each goes."""

    what: SessionAnswers
    targets: tuple[Path, ...]


def each_made(
    jobs: Iterable[Job], count: int, aids: Aids, order: Order
) -> Generator[tuple[Job, str], None, None]:
    """Each job as it is done, with what went wrong in words, or an empty text."""
    if count < FEW or (os.cpu_count() or 1) < _WORKERS:
        for job in jobs:
            yield job, make_paper(job, aids, order)
    else:
        yield from _side_by_side(jobs, aids, order)


def make_paper(job: Job, aids: Aids, order: Order) -> str:
    """Make and save the papers of one job; what went wrong in words, or an empty text."""
    try:
        for options, target in zip(order.every, job.targets, strict=True):
            save(paper(job.what, aids, order, options), target, order.may.refuse)
    except IncompleteReport as error:
        return order.words.incomplete(error)
    except NotSaved as error:
        return order.words.not_saved(error)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # Typst's own panics are no Exception; no answer leaks through any
        return order.words.records.why_fault
    return ""


def paper(
    what: SessionAnswers, aids: Aids, order: Order, options: PrintOptions | None = None
) -> bytes:
    """The finished file, as it is printed first or as these options say; or IncompleteReport."""
    options = options or order.options
    aid = aids.read_in(options.edition)
    moments = {name: words(aid.language).moment(moment) for name, moment in what.moments.items()}
    changed = changed_since(what.printed, what.answers, aid, order.on)
    said = SummaryInput(what.answers, moments, changed, what.entry.reference)
    return files.make_file(options, aid, said, order.on)


# --- side by side ----------------------------------------------------------------------------


def _side_by_side(jobs: Iterable[Job], aids: Aids, order: Order) -> Iterator[tuple[Job, str]]:
    context = multiprocessing.get_context("spawn")
    free = [_Worker(context, aids, order) for _ in range(_WORKERS)]
    every, busy = tuple(free), dict[object, tuple[_Worker, Job]]()
    try:
        for job in jobs:
            if not free:
                yield from _collect(busy, free)
            worker = free.pop()
            worker.give(job)
            busy[worker.pipe] = (worker, job)
        while busy:
            yield from _collect(busy, free)
    finally:
        for worker in every:
            worker.end()


def _collect(
    busy: dict[object, tuple[_Worker, Job]], free: list[_Worker]
) -> Iterator[tuple[Job, str]]:
    """Wait for whoever is ready next."""
    for pipe in wait([worker.pipe for worker, _ in busy.values()]):
        worker, job = busy.pop(pipe)
        result = worker.result()
        free.append(worker)
        yield job, result


class _Worker:
    """A process that makes papers; if it is killed, its one paper is lost and another starts."""

    def __init__(self, context: SpawnContext, aids: Aids, order: Order) -> None:
        self._context = context
        self._about = (aids, order)
        self.pipe = self._start()

    def give(self, job: Job) -> None:
        try:
            self.pipe.send(job)
        except OSError:
            self.pipe = self._start()
            with contextlib.suppress(OSError):  # `result` then tells
                self.pipe.send(job)

    def result(self) -> str:
        try:
            return str(self.pipe.recv())
        except (EOFError, OSError):
            self.pipe = self._start()
            return self._about[1].words.records.why_ended

    def end(self) -> None:
        """It ends by itself when nobody speaks to it any more, and first saves what it makes."""
        self.pipe.close()
        self._process.join(_PATIENCE)

    def _start(self) -> Connection:
        ours, theirs = self._context.Pipe()
        self._process = self._context.Process(
            target=_work, args=(theirs, *self._about), daemon=True
        )
        with _deaf():
            self._process.start()
        theirs.close()
        return ours


@contextlib.contextmanager
def _deaf() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl-C: that is for the program that gives the work."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _work(pipe: Connection, aids: Aids, order: Order) -> None:
    """Make papers until the pipe ends."""
    close_memory()
    os.environ["RAYON_NUM_THREADS"] = "1"  # the other core has work of its own
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(EOFError, OSError):
        while True:
            pipe.send(make_paper(pipe.recv(), aids, order))
