"""The commands on the records; each says whether all that was asked for was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from decision_aid.cli.endings import UsageError
from decision_aid.cli.printer import Tell, to_printer
from decision_aid.cli.records import sessions
from decision_aid.cli.records.passphrase import passphrase
from decision_aid.cli.records.progress import Progress
from decision_aid.record import ContentVersion, Records, RecordsFault, is_address
from decision_aid.report.printing import PRINTABLE
from decision_aid.start import Start, records_at
from decision_aid.words import words

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from decision_aid.cli.records.day import Day
    from decision_aid.cli.records.papers import Order
    from decision_aid.cli.records.reading import Heard
    from decision_aid.content import DecisionAid
    from decision_aid.record import SessionInfo
    from decision_aid.record.session import Session

EN = words("en").records


@dataclass(frozen=True)
class Desk:
    """What the commands need of whoever runs them."""

    given: argparse.Namespace
    aid: Callable[[], DecisionAid]
    say: Callable[[str], object]
    """Writes what was asked for."""
    tell: Tell
    stream: TextIO
    """Shows how far a batch is."""
    put: Callable[[bytes, Path], None]
    """Writes a finished file."""
    ask: Callable[[str], str]
    """Asks a person, who may not be there: then it raises EOFError."""
    today: date

    @contextmanager
    def records(self) -> Iterator[Records]:
        """The records of the place that is named; none are made. Raises RecordsFault."""
        with records_at(Start(place=self.given.place), make=False) as records:
            yield records


def run(desk: Desk) -> bool:
    """Do what is asked for; raises UsageError or RecordsFault where nothing of it can be done."""
    return COMMANDS[desk.given.doing](desk)


def listed(desk: Desk) -> bool:
    """The sessions, without answers."""
    entries: Sequence[SessionInfo] = ()
    try:
        with desk.records() as records:
            entries = records.list()
    except RecordsFault as fault:
        if fault.kind != "none_yet":
            raise
    if desk.given.format == "json":
        desk.say(sessions.as_json(entries))
    elif entries:
        desk.say(sessions.as_text(entries))
    else:
        desk.tell(_nothing_there(desk.given.place))
    return True


def _nothing_there(place: str | None) -> str:
    if place and not is_address(place) and not Path(place).expanduser().is_dir():
        return EN.no_place.format(place=place)
    return EN.none_kept


def show(desk: Desk) -> bool:
    """One session's answers in words."""
    from decision_aid.cli.records.reading import in_sections

    aid = desk.aid()
    desk.say(in_sections(_heard(desk, aid), aid))
    return True


def line(desk: Desk) -> bool:
    """One paragraph for the record, without anything that was typed."""
    from decision_aid.cli.records.papers import Order, paper
    from decision_aid.report.files import PrintOptions

    aid = desk.aid()
    order = Order(Path(), PrintOptions("line", "staff", "a4"), desk.today)
    desk.say(paper(_heard(desk, aid), aid, order).decode())
    return True


def _heard(desk: Desk, aid: DecisionAid) -> Heard:
    """The answers of the one session that is named, and what is to be told about them."""
    from decision_aid.cli.records.reading import heard, opened, versions_differ

    with desk.records() as records:
        entry = sessions.kept(records, desk.given.labels[0])
        what = heard(opened(records, entry, passphrase), aid)
    if differ := versions_differ(entry, aid):
        desk.tell(differ)
    _tell_unread(desk, [what])
    return what


def _tell_unread(desk: Desk, every: Iterable[Heard]) -> None:
    for what in every:
        if what.unread:
            name, questions = sessions.named(what.entry), "; ".join(what.unread)
            desk.tell(EN.unread.format(label=name, questions=questions))


# --- a day's summaries -----------------------------------------------------------------------


def summary(desk: Desk) -> bool:
    """A summary for each session, and a cover sheet."""
    _refuse_what_cannot_be(desk.given)
    with desk.records() as records:
        chosen = _chosen(records.list(), desk)
        day = _made(desk, records, chosen) if chosen else None
    if day is None:
        desk.tell(EN.none_chosen)
        return True
    return _finish(desk, day)


def _made(desk: Desk, records: Records, chosen: Sequence[SessionInfo]) -> Day:
    from decision_aid.cli.records.day import Day, refuse_mixed, sorted_out

    given, aid = desk.given, desk.aid()
    can, cannot = sorted_out(chosen, aid, every=given.all)
    if not given.mixed:
        refuse_mixed(can, aid)
    progress = Progress(desk.stream, len(chosen))
    order = _order(desk)
    day = Day(aid, order, passphrase, progress)
    for one in cannot:
        day.leave_out(one)
    day.make(records, can)
    progress.end()
    return day


def _finish(desk: Desk, day: Day) -> bool:
    """The cover sheet, the printer, and what there is to tell."""
    from decision_aid.cli.records.cover import save_cover
    from decision_aid.report import NotSaved

    _tell_unread(desk, (job.what for job in day.saved))
    files = [job.target for job in day.saved]
    every, cover = len(day.saved) + len(day.left), None
    try:
        cover = save_cover(day)
        files.insert(0, cover)
    except NotSaved as error:
        desk.tell(EN.no_cover.format(why=error))
    numbers = {"saved": len(day.saved), "all": every, "folder": day.order.folder}
    desk.tell(EN.done.format(**numbers, cover=cover.name if cover else "-"))
    sent = not desk.given.print or to_printer(files, desk.tell)
    return bool(cover) and sent and not day.failed


def _refuse_what_cannot_be(given: argparse.Namespace) -> None:
    """Raise UsageError for everything on the command line that does not go together."""
    wrong = {
        EN.both_named: given.all and given.labels,
        EN.nothing_named: not (given.all or given.labels),
        EN.since_without_all: given.since and not given.all,
        EN.no_folder.format(folder=given.output): not given.output.is_dir(),
        EN.cannot_print: given.print and given.format not in PRINTABLE,
        EN.words_of_staff: given.with_words and given.edition != "staff",
        EN.json_of_patient: given.format == "json" and given.edition != "patient",
    }
    if any(wrong.values()):
        raise UsageError(*(words for words, is_so in wrong.items() if is_so))


def _chosen(entries: Sequence[SessionInfo], desk: Desk) -> tuple[SessionInfo, ...]:
    given = desk.given
    if not given.all:
        return sessions.found(entries, given.labels)
    since = [one for one in entries if not given.since or one.last.date() >= given.since]
    return tuple(sorted(since, key=lambda one: (one.begun.isoformat(), one.id)))


def _order(desk: Desk) -> Order:
    from decision_aid.cli.records.papers import Order
    from decision_aid.report.files import PrintOptions

    given = desk.given
    look = PrintOptions(given.format, given.edition, given.paper, given.with_words)
    return Order(given.output.absolute(), look, given.date or desk.today)


# --- export, and erasing ---------------------------------------------------------------------


def export(desk: Desk) -> bool:
    """One session as a JSON file that is readable without this program."""
    from decision_aid.cli.records.reading import opened
    from decision_aid.record.export import exported

    aid = desk.aid()
    with desk.records() as records:
        entry = sessions.kept(records, desk.given.labels[0])
        in_words = entry.stamp == ContentVersion.of(aid)
        session = opened(records, entry, passphrase)
        private = _private(session, aid) if not desk.given.with_notes else frozenset()
        data = exported(session, aid if in_words else None, private)
    desk.put(data, desk.given.output or Path.cwd() / f"{sessions.file_name(entry)}.json")
    if not in_words:
        desk.tell(EN.not_in_words)
    if private:
        desk.tell(EN.notes_left_out)
    if entry.locked:
        desk.tell(EN.was_locked.format(label=sessions.named(entry)))
    return True


def _private(session: Session, aid: DecisionAid) -> frozenset[str]:
    """The questions answered there that are a counsellor's own, and not the person's."""
    asked = (aid.by_id.get(one.question) for one in session.answers())
    return frozenset(one.id for one in asked if one and one.audience == "counsellor")


def code(desk: Desk) -> bool:
    """Another resume code for somebody who lost theirs."""
    with desk.records() as records:
        entry = sessions.kept(records, desk.given.labels[0])
        desk.say(f"{records.new_code(entry)}\n")
    desk.tell(EN.new_code.format(label=sessions.named(entry)))
    return True


def erase(desk: Desk) -> bool:
    """Erase sessions, after asking; one that is in use does not keep the rest."""
    with desk.records() as records:
        entries = sessions.found(records.list(), desk.given.labels)
        desk.tell(EN.about_to_erase.format(labels=", ".join(map(sessions.named, entries))))
        if not (desk.given.yes or _is_sure(desk)):
            desk.tell(EN.nothing_erased)
            return True
        outcomes = [_erased(records, entry, desk) for entry in entries]
        if any(outcomes):
            desk.tell(records.not_promised)
        return all(outcomes)


def _is_sure(desk: Desk) -> bool:
    try:
        return desk.ask(EN.sure).strip().lower() in EN.yes
    except EOFError:
        raise UsageError(EN.nobody_to_ask) from None


def _erased(records: Records, entry: SessionInfo, desk: Desk) -> bool:
    name = sessions.named(entry)
    try:
        outcome = records.erase(entry)
    except RecordsFault as fault:
        desk.tell(EN.not_erased.format(label=name, why=fault))
        return False
    desk.tell(EN.erased.format(label=name))
    if not outcome.complete:
        desk.tell(EN.traces)
    return outcome.complete


COMMANDS: Mapping[str, Callable[[Desk], bool]] = {
    "list": listed,
    "show": show,
    "summary": summary,
    "line": line,
    "export": export,
    "code": code,
    "erase": erase,
}
