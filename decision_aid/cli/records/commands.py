"""The commands on the records; each says whether all that was asked for was done."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.cli.content import load_aids, load_content
from decision_aid.cli.endings import UsageError
from decision_aid.cli.output import (
    complain,
    folder_here,
    require_output,
    say,
    say_json,
    write_file,
)
from decision_aid.cli.print_options import misfits, print_options
from decision_aid.cli.printer import to_printer
from decision_aid.cli.records import sessions
from decision_aid.cli.records.erasing import erase
from decision_aid.cli.records.looking import (
    count_answers,
    find_session,
    look_around,
    naming,
    open_records,
)
from decision_aid.cli.records.passphrase import FILE, passphrase
from decision_aid.cli.records.progress import Progress
from decision_aid.cli.replacing import Replacing, replacing
from decision_aid.record import RecordsFault, Survey, is_address
from decision_aid.record.folder import DATABASE
from decision_aid.report.editions import FACTS, PATIENT, STAFF
from decision_aid.start import Start, is_shared

if TYPE_CHECKING:
    from argparse import Namespace

    from decision_aid.cli.records.day import Day
    from decision_aid.cli.records.reading import SessionAnswers
    from decision_aid.content import DecisionAid
    from decision_aid.record import Records, SessionInfo
    from decision_aid.record.session import Session
    from decision_aid.report.options import PrintOptions
    from decision_aid.words import Words


def run(given: Namespace, words: Words) -> bool:
    """Do what is asked for; raises UsageError or RecordsFault where nothing of it can be done."""
    return COMMANDS[given.doing](given, words)


def _aid(given: Namespace) -> DecisionAid:
    return load_content(given.content or paths.questions(), given.language)


def _may(given: Namespace) -> Replacing:
    """What may be replaced: never what the answers were read with."""
    secret = os.environ.get(FILE)
    return replacing(given.overwrite, [given.content, Path(secret) if secret else None])


def list_sessions(given: Namespace, words: Words) -> bool:
    """The sessions, without answers."""
    found = Survey()
    try:
        with open_records(given) as records:
            found = count_answers(records, look_around(records, words), given.content, words)
    except RecordsFault as fault:
        if fault.kind != "none_yet":
            raise
    if given.format == "json":
        say_json(sessions.as_json(found.sessions))
    elif found.sessions:
        say(sessions.as_text(found.sessions, words))
    elif not found.damaged:
        complain(_nothing_there(given.place, words))
    return not found.damaged


def _nothing_there(place: str | None, words: Words) -> str:
    if place and not is_address(place) and not Path(place).expanduser().is_dir():
        return words.records.no_place.format(place=place)
    return words.records.none_kept


def show(given: Namespace, words: Words) -> bool:
    """One session's answers in words."""
    from decision_aid.cli.records.reading import in_sections

    aid = _aid(given)
    say(in_sections(_read_session(given, aid, words), aid, words, date.today()))
    return True


def line(given: Namespace, words: Words) -> bool:
    """One paragraph for the record, without anything that was typed."""
    from decision_aid.cli.records.papers import Order, paper
    from decision_aid.report.options import PrintOptions
    from decision_aid.report.record_line import RECORD_LINE

    aids = load_aids(given)
    options = PrintOptions(RECORD_LINE, STAFF)
    order = Order(Path(), options, date.today(), words.language)
    say(paper(_read_session(given, aids.staff, words), aids, order).decode())
    return True


def _read_session(given: Namespace, aid: DecisionAid, words: Words) -> SessionAnswers:
    """The answers of the one session that is named, and what is to be told about them."""
    from decision_aid.cli.records.reading import open_session, read_session, versions_differ

    with open_records(given) as records:
        entry = find_session(records, given.labels[0], words)
        with naming(entry, words):
            session = open_session(records, entry, partial(passphrase, words=words))
            what = read_session(session, aid, words, date.today())
    if differ := versions_differ(entry, aid, words):
        complain(differ)
    _tell_unread([what], words)
    return what


def _tell_unread(every: Iterable[SessionAnswers], words: Words) -> None:
    for what in every:
        if what.unread:
            name, questions = sessions.name_session(what.entry), "; ".join(what.unread)
            complain(words.records.unread.format(label=name, questions=questions))
        if what.print_unread:
            complain(words.records.print_unread.format(label=sessions.name_session(what.entry)))


# --- a day's summaries -----------------------------------------------------------------------


def summary(given: Namespace, words: Words) -> bool:
    """A summary for each session, and a cover sheet."""
    _refuse_what_cannot_be(given, _options(given), words)
    with open_records(given) as records:
        found = look_around(records, words)
        chosen = _choose_sessions(found, given, words)
        day = _make_papers(given, records, chosen, words) if chosen else None
    is_whole = not (given.all and found.damaged)
    if day is None:
        complain(words.records.none_chosen)
        return is_whole
    return _finish(given, day, words) and is_whole


def _make_papers(
    given: Namespace, records: Records, chosen: Sequence[SessionInfo], words: Words
) -> Day:
    from decision_aid.cli.records.day import Day, refuse_mixed, sort_out
    from decision_aid.cli.records.papers import Order

    aids = load_aids(given)
    can, cannot = sort_out(chosen, aids.staff, words, every=given.all)
    if not given.mixed:
        refuse_mixed(can, aids.staff, words)
    progress = Progress(sys.stderr, len(chosen), words)
    folder, on = given.output.absolute(), given.date or date.today()
    first, *also = _options(given)
    order = Order(folder, first, on, words.language, _may(given), tuple(also))
    day = Day(aids, order, partial(passphrase, words=words), progress)
    for one in cannot:
        day.leave_out(one)
    day.make(records, can)
    progress.end()
    return day


def _finish(given: Namespace, day: Day, words: Words) -> bool:
    """The cover sheet, the printer, and what there is to tell."""
    from decision_aid.cli.records.cover import save_cover
    from decision_aid.report.saving import NotSaved

    _tell_unread((job.what for job in day.saved), words)
    files = [target for job in day.saved for target in job.targets]
    every, cover = len(day.saved) + len(day.left), None
    try:
        cover = save_cover(day)
        files.insert(0, cover)
    except NotSaved as error:
        complain(words.records.no_cover.format(why=words.not_saved(error)))
    numbers = {"saved": len(day.saved), "all": every, "folder": day.order.folder}
    complain(words.records.done.format(**numbers, cover=cover.name if cover else "-"))
    sent = not given.print or to_printer(files, words)
    return bool(cover) and sent and not day.failed


def _options(given: Namespace) -> tuple[PrintOptions, ...]:
    """Of a day a sheet and a staff copy for each session, of one that is named its sheet."""
    usual = (PATIENT, STAFF) if given.all else (PATIENT,)
    return print_options(given, (*usual, FACTS) if given.with_facts else usual)


def _refuse_what_cannot_be(given: Namespace, options: Sequence[PrintOptions], words: Words) -> None:
    """Raise UsageError for everything on the command line that does not go together."""
    wrong = {
        words.records.both_named: given.all and given.labels,
        words.records.nothing_named: not (given.all or given.labels),
        words.records.since_without_all: given.since and not given.all,
        words.records.no_folder.format(folder=given.output): not given.output.is_dir(),
        words.records.cannot_print: given.print and not options[0].format.is_printable,
    }
    said = [line for line, is_so in wrong.items() if is_so]
    said += [line for one in options for line in misfits(one, words)]
    if said:
        raise UsageError(*said)


def _choose_sessions(found: Survey, given: Namespace, words: Words) -> tuple[SessionInfo, ...]:
    if not given.all:
        return sessions.find_sessions(found.sessions, given.labels, words, found.damaged)
    since = [one for one in found.sessions if not given.since or one.last.date() >= given.since]
    return tuple(sorted(since, key=lambda one: (one.begun.isoformat(), one.id)))


# --- export, and erasing ---------------------------------------------------------------------


def export(given: Namespace, words: Words) -> bool:
    """One session as a JSON file that is readable without this program."""
    from decision_aid.cli.records.reading import open_session
    from decision_aid.record.export import export_session

    aid = _aid(given)
    with open_records(given) as records:
        entry = find_session(records, given.labels[0], words)
        in_words = entry.content.is_of(aid)
        with naming(entry, words):
            session = open_session(records, entry, partial(passphrase, words=words))
            private = _private(session, aid) if not given.with_notes else frozenset()
            data = export_session(session, aid if in_words else None, private)
        names = sessions.file_names(records.list())
    target = given.output or folder_here(words) / f"{names[entry.id]}.json"
    write_file(data, target, words, _may(given))
    if not in_words:
        complain(words.records.not_in_words)
    if private:
        complain(words.records.notes_left_out)
    if entry.locked:
        complain(words.records.was_locked.format(label=sessions.name_session(entry)))
    return True


def _private(session: Session, aid: DecisionAid) -> frozenset[str]:
    """The questions answered there that are a counsellor's own, and not the person's."""
    asked = (aid.by_id.get(one.question) for one in session.answers())
    return frozenset(one.id for one in asked if one and one.audience == "counsellor")


def backup(given: Namespace, words: Words) -> bool:
    """A copy of everything, in a file that can take the records' place."""
    target = given.file.expanduser().absolute()
    if is_shared(Start(place=given.place)):
        raise RecordsFault("backup_of_server", path=str(target))
    with open_records(given) as records:
        records.back_up(target)
    complain(words.records.backed_up.format(path=target, name=DATABASE))
    return True


def code(given: Namespace, words: Words) -> bool:
    """Another resume code for somebody who lost theirs."""
    require_output()  # the code is told only once, and the one before it opens nothing then
    with open_records(given) as records:
        entry = find_session(records, given.labels[0], words)
        say(f"{records.new_code(entry)}\n")
    complain(words.records.new_code.format(label=sessions.name_session(entry)))
    return True


COMMANDS: Mapping[str, Callable[[Namespace, Words], bool]] = {
    "list": list_sessions,
    "show": show,
    "summary": summary,
    "line": line,
    "export": export,
    "backup": backup,
    "code": code,
    "erase": erase,
}
