"""A damaged session is named, keeps nobody from the rest, and is left as it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from decision_aid import cli
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.line import Console, LineFace
from decision_aid.record import ContentVersion, Records, StoredAnswer
from decision_aid.record.folder import DATABASE
from decision_aid.start import Start
from decision_aid.visit import Visit
from decision_aid.words import words
from tests.clinic_store import SECRET, store
from tests.conftest import clock
from tests.record.conftest import Place
from tests.tui.person import sitting_down

EN = words("en").screens
EVERY = sorted((Path(__file__).parents[1] / "damaged" / "records").glob("*.sql"))
GIVEN = {"who": ("me",), "hope": None, "words": (SECRET,)}
ON = date(2026, 11, 20)


@dataclass(frozen=True)
class One:
    """A session that was damaged, and how."""

    how: str
    kinds: frozenset[str]
    label: str
    id: str
    code: str

    @property
    def name(self) -> str:
        """What it is asked for by."""
        return self.label if "id" in self.kinds else self.id[:8]

    @property
    def in_its_row(self) -> bool:
        """Whether the session's own row is damaged; else its answers are."""
        return "row" in self.kinds

    def is_named(self, told: str) -> bool:
        """Whether it is told that this session is damaged."""
        return self.name in told and ("damaged" in told or "altered" in told)


@dataclass(frozen=True)
class Damaged:
    """A store in which one session is whole, and all the others are damaged, each in its way."""

    folder: Path
    place: Place
    whole: One
    damaged: tuple[One, ...]

    @property
    def content(self) -> tuple[str, str]:
        """The questionnaire, for a command."""
        return ("--content", str(self.folder / "small.yaml"))

    def everything(self) -> list[tuple[object, ...]]:
        """All rows, as they are."""
        tables = ("session", "answer", "print")
        every = (query(self.place, f"SELECT * FROM decision_aid_{one}") for one in tables)
        return [row for rows in every for row in rows]


def query(place: Place, *statements: str) -> list[tuple[object, ...]]:
    """The rows of the last statement, past this program."""
    if place.shared:
        import psycopg

        with psycopg.connect(place.address, autocommit=True) as server:
            cursor = [server.execute(statement.encode()) for statement in statements][-1]
            return sorted(cursor.fetchall(), key=repr) if cursor.description else []
    with closing(sqlite3.connect(Path(place.address) / DATABASE, isolation_level=None)) as file:
        file.text_factory = bytes
        file.execute("PRAGMA synchronous = OFF")
        return sorted([file.execute(one) for one in statements][-1].fetchall(), key=repr)


def keep(records: Records, aid: DecisionAid, label: str, how: str, kinds: frozenset[str]) -> One:
    """A session that was printed, and then went on."""
    session = records.begin(label, ContentVersion.of(aid), clock())
    session.keep_all(StoredAnswer(name, given, clock()) for name, given in GIVEN.items())
    session.mark_printed(ON)
    session.keep("hope", ["rest"], clock())
    session.close()
    return One(how, kinds, label, session.entry.id, session.code)


def damage(place: Place, records: Records, aid: DecisionAid) -> Iterator[One]:
    """One session for each file, damaged as that says."""
    statements = []
    for number, path in enumerate(EVERY, 10):
        first, _, statement = path.read_text(encoding="utf-8").partition("\n")
        kinds = frozenset(first.removeprefix("-- ").split(", "))
        if not (place.shared and "sqlite" in kinds):  # PostgreSQL lets no such value in
            one = keep(records, aid, f"river {number}", path.stem, kinds)
            every = statement.replace("'river'", f"'{one.label}'").split(";\n")
            statements += [one for one in every if one.strip()]
            yield one
    query(place, *statements)


@pytest.fixture
def damaged(tmp_path: Path, place: Place) -> Damaged:
    """The store with every damage."""
    (folder := tmp_path / "clinic").mkdir()
    store(folder)
    aid = load(folder / "small.yaml")
    with place.records() as records:
        whole = keep(records, aid, "teapot", "whole", frozenset())
        return Damaged(folder, place, whole, tuple(damage(place, records, aid)))


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    told: str


Command = Callable[..., Done]


@pytest.fixture
def run(
    damaged: Damaged, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Runs a command on the damaged store, in this process."""
    (damaged.folder / "passphrase").write_text("four kind words")
    monkeypatch.setenv("DECISION_AID_PASSPHRASE_FILE", str(damaged.folder / "passphrase"))

    def run_command(*arguments: str) -> Done:
        code = cli.main(["records", *arguments, "--records", damaged.place.address])
        out, told = capsys.readouterr()
        assert SECRET not in told
        assert not any(character in out + told for character in "\x1b\x07\x9b\u202e\u2066")
        return Done(code, out, told)

    return run_command


def line_of(told: str, one: One) -> str:
    """The lines that speak of a session."""
    return "\n".join(line for line in told.splitlines() if one.name in line)


# --- the commands ----------------------------------------------------------------------------


def test_the_list_has_the_rest_and_names_each_damaged_row(damaged: Damaged, run: Command) -> None:
    before = damaged.everything()
    done = run("list", *damaged.content)
    assert (done.code, damaged.whole.id[:8] in done.out) == (1, True)
    for one in damaged.damaged:
        told = line_of(done.told, one)
        assert (one.how, one.is_named(told)) == (one.how, one.in_its_row)
        assert (one.how, one.id[:8] in done.out) == (one.how, not one.in_its_row)
    assert damaged.everything() == before


@pytest.mark.parametrize("doing", ["show", "line", "export"])
def test_one_session_is_read_and_each_damaged_one_refused(
    damaged: Damaged, run: Command, doing: str
) -> None:
    before, to = damaged.everything(), ("--output", "-") if doing == "export" else ()
    assert run(doing, damaged.whole.name, *damaged.content, *to).code == 0
    for one in damaged.damaged:
        done = run(doing, one.name, *damaged.content, *to)
        printed = "print" in one.kinds
        expected = (0, True) if printed else (2, False)
        assert (one.how, done.code, bool(done.out)) == (one.how, *expected)
        assert one.is_named(done.told) or (doing == "export" and printed), one.how
    assert damaged.everything() == before


def test_a_day_has_the_rest_and_names_what_is_damaged(damaged: Damaged, run: Command) -> None:
    out, before = damaged.folder / "out", damaged.everything()
    given = (*damaged.content, "--output", str(out), "--date", "2026-11-20")
    done = run("summary", "--all", "--format", "json", *given)
    assert done.code == 1
    papers = {path.stem for path in out.glob("*.json")}
    printed = {one.id[:8] for one in damaged.damaged if "print" in one.kinds}
    assert papers == {damaged.whole.id[:8], *printed}
    for one in damaged.damaged:
        assert one.is_named(line_of(done.told, one)) or "lock" in one.kinds, one.how
    assert damaged.everything() == before


def test_what_is_damaged_can_be_erased_and_the_rest_stays(damaged: Damaged, run: Command) -> None:
    lost = [one for one in damaged.damaged if "id" in one.kinds]
    before = damaged.everything()
    for one in lost:
        done = run("erase", one.name, "--yes")
        assert (one.how, done.code, one.is_named(done.told)) == (one.how, 1, True)
    assert damaged.everything() == before
    done = run("erase", *(one.name for one in damaged.damaged if one not in lost), "--yes")
    assert done.code == 0
    whole = run("show", damaged.whole.name, *damaged.content)
    assert (whole.code, SECRET in whole.out) == (0, True)
    assert len(damaged.everything()) == (1 + len(GIVEN) + 1) * (1 + len(lost))
    assert run("erase", "teapot", "--yes").code == 0


# --- the faces -------------------------------------------------------------------------------


def test_line_by_line_the_rest_is_gone_on_with(damaged: Damaged) -> None:
    told = by_line(damaged, damaged.whole)
    assert EN.recap_title in told
    before = damaged.everything()
    for one in (one for one in damaged.damaged if "print" not in one.kinds):
        if one.in_its_row and not damaged.place.shared:
            assert one.is_named(told), one.how
            continue
        opened = by_line(damaged, one)
        fits = EN.unlock_title if "lock" in one.kinds else EN.open_failed_title
        assert (one.how, fits in opened) == (one.how, True)
    assert damaged.everything() == before


def by_line(damaged: Damaged, one: One) -> str:
    """What is told to somebody who takes up those answers and looks no further."""
    lines, told = iter(["", *ways_in(damaged, one)]), list[str]()

    def ask(prompt: str) -> str:
        told.append(prompt)
        if (line := next(lines, None)) is None:
            raise EOFError
        return line

    visit = Visit(load(damaged.folder / "small.yaml"), clock)
    console = Console(ask, told.append, 200, hidden=ask)
    LineFace(visit, console, Start(place=damaged.place.address), damaged.folder).run()
    return " ".join(told)


def ways_in(damaged: Damaged, one: One) -> Sequence[str]:
    """What is typed after the welcome: a code, or the place on the list."""
    if damaged.place.shared:
        return ("1", one.code)
    with damaged.place.records() as records:
        return (str([entry.id for entry in records.list()].index(one.id) + 1),)


async def test_the_full_screen_begins_and_names_what_is_damaged(damaged: Damaged) -> None:
    start, content = Start(place=damaged.place.address), damaged.folder / "small.yaml"
    size = (100, 200)  # so that all of the list is in sight
    async with sitting_down(damaged.folder, size, content=content, start=start) as person:
        await person.press("enter", "1")
        if damaged.place.shared:
            await person.until_sees(EN.resume_shared)
            return
        await person.until_sees(EN.resume_title)
        shown = " ".join(" ".join(person.lines).split())
        for one in damaged.damaged:
            assert (one.how, one.is_named(shown)) == (one.how, one.in_its_row)
