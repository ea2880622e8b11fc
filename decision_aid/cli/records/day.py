"""A day's summaries: which sessions, what is left out and why, and what became of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid.cli.endings import UsageError
from decision_aid.cli.records.papers import Job, Order, each_made
from decision_aid.cli.records.reading import open_session, read_session
from decision_aid.cli.records.sessions import file_names, name_session
from decision_aid.plain_text import one_line
from decision_aid.record import ContentVersion, RecordsFault
from decision_aid.record.faults import NotKept

if TYPE_CHECKING:
    from pathlib import Path

    from decision_aid.cli.records.progress import Progress
    from decision_aid.cli.records.reading import Passphrase, SessionAnswers
    from decision_aid.content import DecisionAid
    from decision_aid.record import Records, SessionInfo
    from decision_aid.record.session import Session
    from decision_aid.report.editions import Aids
    from decision_aid.words import Words


@dataclass(frozen=True)
class LeftOut:
    """A session without a summary."""

    entry: SessionInfo
    why: str
    failed: bool = True
    """False where leaving it out is what was promised."""


def sort_out(
    entries: Sequence[SessionInfo], aid: DecisionAid, words: Words, *, every: bool
) -> tuple[tuple[SessionInfo, ...], tuple[LeftOut, ...]]:
    """What can be done; and of `every` session those that are locked, empty or of another aid."""
    left = tuple(one for entry in entries if (one := _leave_out(entry, aid, words, every)))
    without = {one.entry.id for one in left}
    return tuple(entry for entry in entries if entry.id not in without), left


def _leave_out(entry: SessionInfo, aid: DecisionAid, words: Words, every: bool) -> LeftOut | None:
    ours = words.records
    if entry.content.id != aid.id:
        why = ours.why_other.format(content=one_line(entry.content.id))
        return LeftOut(entry, why, failed=not every)
    if every and entry.locked:
        return LeftOut(entry, ours.why_locked, failed=False)
    if every and not entry.answered:
        return LeftOut(entry, ours.why_nothing, failed=False)
    return None


def refuse_mixed(entries: Sequence[SessionInfo], aid: DecisionAid, words: Words) -> None:
    """Raise UsageError unless all answers were given to this very content."""
    own = ContentVersion.of(aid)
    stamps = Counter(own if entry.content.is_of(aid) else entry.content for entry in entries)
    if set(stamps) <= {own}:
        return
    versions = (_version(one, count, words) for one, count in sorted(stamps.items(), key=repr))
    ours = f"{aid.version} ({aid.content_hash[:6]})"
    raise UsageError(words.records.mixed.format(versions="; ".join(versions), ours=ours))


def _version(version: ContentVersion, count: int, words: Words) -> str:
    said = {"content": version.id, "version": version.version, "hash": version.hash[:6]}
    return one_line(words.records.version.format(**said, count=count))


def named(job: Job) -> str:
    """The names of its files."""
    return ", ".join(target.name for target in job.targets)


class Day:
    """Makes a summary for each session; one that fails does not stop the rest."""

    def __init__(self, aids: Aids, order: Order, ask: Passphrase, told: Progress) -> None:
        self.aids = aids
        self.order = order
        self.saved: list[Job] = []
        self.left: list[LeftOut] = []
        self._ask = ask
        self._told = told
        self._open: dict[str, Session] = {}
        """The sessions whose papers are being made, by id."""

    @property
    def failed(self) -> bool:
        """Whether something is missing that was asked for."""
        return any(one.failed for one in self.left)

    def leave_out(self, one: LeftOut) -> None:
        """Note a session that gets no summary."""
        self._let_go(one.entry)
        self.left.append(one)
        ours, name = self.order.words.records, name_session(one.entry)
        line = (ours.failed if one.failed else ours.skipped).format(label=name, why=one.why)
        self._told.step(line, matters=True)

    def make(self, records: Records, entries: Sequence[SessionInfo]) -> None:
        """Make them all, in any order."""
        jobs = self._jobs(records, entries)
        with closing(each_made(jobs, len(entries), self.aids, self.order)) as results:
            for job, why in results:
                self._note(job, why)
        self.saved.sort(key=lambda job: (job.what.entry.begun.isoformat(), job.what.entry.id))

    def _note(self, job: Job, why: str) -> None:
        entry = job.what.entry
        if why:
            self.leave_out(LeftOut(entry, why))
            return
        if self.order.options.format.is_for_people:
            with suppress(NotKept):  # somebody goes on with it just now, or it was erased
                self._open[entry.id].mark_printed(self.order.on)
        self._let_go(entry)
        self.saved.append(job)
        self._told.step(self.order.words.records.saved.format(file=named(job)))

    def _let_go(self, entry: SessionInfo) -> None:
        """Let others write to it."""
        if session := self._open.pop(entry.id, None):
            session.close()

    def _jobs(self, records: Records, entries: Sequence[SessionInfo]) -> Iterator[Job]:
        """Read each session only when its turn comes."""
        names = file_names(records.list())
        for entry in entries:
            name = names.get(entry.id, entry.id)
            what = self._read(records, entry)
            if what is not None:
                yield Job(what, self._targets(name))

    def _targets(self, name: str) -> tuple[Path, ...]:
        return tuple(self.order.folder / (name + one.ending) for one in self.order.every)

    def _read(self, records: Records, entry: SessionInfo) -> SessionAnswers | None:
        """The answers; the session stays open until it is noted what became of its paper."""
        if entry.locked:
            self._told.end()
        try:
            session = open_session(records, entry, self._ask, looking=False)
            self._open[entry.id] = session
            what = read_session(session, self.aids.staff, self.order.words, self.order.on)
            return replace(what, entry=replace(what.entry, in_use=session.only_looking))
        except RecordsFault as fault:
            self.leave_out(LeftOut(entry, self.order.words.fault_alone(fault)))
        except UsageError as fault:
            self.leave_out(LeftOut(entry, " ".join(fault.lines)))
        return None
