"""Whatever stands where the database should be: told in words, and left as it is."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from decision_aid.record import Records, RecordsFault
from decision_aid.record.folder import DATABASE
from tests.conftest import clock
from tests.record.conftest import STAMP

NOW = clock()


def filled(folder: Path, answers: int = 3) -> Path:
    """Records with one session, closed again."""
    with Records.at(folder) as records:
        session = records.begin("mine", STAMP, NOW)
        for number in range(answers):
            session.keep(f"q{number}", ["answer " * 20], NOW)
        session.close()
    return folder / DATABASE


def kind_of(work: Callable[[], object]) -> str:
    """The kind of fault that it comes to."""
    with pytest.raises(RecordsFault) as fault:
        work()
    return fault.value.kind


def everything(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every name in the folder, with its kind and what is in it, but for the locks."""
    return {
        str(path.relative_to(folder)): (
            stat.S_IFMT(path.lstat().st_mode),
            path.read_bytes() if path.is_file() and not path.is_symlink() else b"",
        )
        for path in sorted(folder.rglob("*"))
        if path.parent.name != "locks"
    }


def set_pragma(path: Path, pragma: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA {pragma}")
    connection.close()


def other_program(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmarks (address TEXT)")
    connection.close()


def other_tables(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TRIGGER spy AFTER INSERT ON decision_aid_answer BEGIN SELECT 1; END")
    connection.close()


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def work(path: Path) -> None:
        path.unlink()
        make(path)

    return work


IN_ITS_PLACE: dict[str, tuple[Callable[[Path], object], str]] = {
    "random bytes": (lambda path: path.write_bytes(os.urandom(20_000)), "foreign"),
    "a text": (lambda path: path.write_text("Dear diary\n" * 500), "foreign"),
    "a short text": (lambda path: path.write_text("hello"), "foreign"),
    "nothing in it": (lambda path: path.write_bytes(b""), "damaged"),
    "zeros": (lambda path: path.write_bytes(bytes(12_288)), "foreign"),
    "another program's": (other_program, "foreign"),
    "an odd table": (other_tables, "foreign"),
    "a newer version": (lambda path: set_pragma(path, "user_version = 99"), "newer"),
    "an older version": (lambda path: set_pragma(path, "user_version = 0"), "older"),
    "a folder": (replaced_by(Path.mkdir), "not_a_file"),
    "a FIFO": (replaced_by(os.mkfifo), "not_a_file"),
    "a link": (replaced_by(lambda path: path.symlink_to(path.parent / "victim")), "not_a_file"),
    "a dangling link": (replaced_by(lambda path: path.symlink_to("/nowhere/x")), "not_a_file"),
}


@pytest.mark.parametrize("way", IN_ITS_PLACE)
def test_what_is_not_ours_is_told_and_left_as_it_is(tmp_path: Path, way: str) -> None:
    folder = tmp_path / "records"
    path = filled(folder)
    (folder / "victim").write_text("precious")
    change, kind = IN_ITS_PLACE[way]
    change(path)
    before = everything(folder)
    assert kind_of(lambda: Records.at(folder)) == kind
    assert everything(folder) == before


def test_a_file_or_link_in_the_folders_place(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    (tmp_path / "loose").symlink_to(tmp_path / "nowhere")
    assert kind_of(lambda: Records.at(tmp_path / "file")) == "not_a_folder"
    assert kind_of(lambda: Records.at(tmp_path / "file" / "records")) == "not_a_folder"
    assert kind_of(lambda: Records.at(tmp_path / "loose")) == "not_a_folder"
    assert (tmp_path / "file").read_text() == "precious"


@pytest.mark.parametrize("cut", [*range(0, 120, 13), *range(120, 40_000, 1_511)])
def test_truncated_anywhere_it_is_told_and_left_as_it_is(tmp_path: Path, cut: int) -> None:
    path = filled(tmp_path, answers=40)
    whole = path.read_bytes()
    path.write_bytes(whole[:cut])
    if cut >= len(whole):
        return
    assert kind_of(lambda: Records.at(tmp_path)) in ("damaged", "foreign")
    assert path.read_bytes() == whole[:cut]


def test_bytes_that_are_no_text_in_a_tables_definition_are_told(tmp_path: Path) -> None:
    path = filled(tmp_path)
    whole = path.read_bytes()
    begun = whole.index(b"CREATE TABLE decision_aid_session")
    for at in range(begun, begun + 60, 7):
        flipped = whole[:at] + bytes([whole[at] ^ 0x80]) + whole[at + 1 :]
        path.write_bytes(flipped)
        assert kind_of(lambda: Records.at(tmp_path)) in ("damaged", "foreign")
        assert path.read_bytes() == flipped


def test_a_flipped_bit_never_changes_an_answer(tmp_path: Path) -> None:
    path = filled(tmp_path, answers=12)
    whole = path.read_bytes()
    for at in range(0, len(whole), 97):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        try:
            with Records.at(tmp_path) as records:
                given = records.open("mine", looking=True).answers_given()
        except RecordsFault:
            continue
        assert set(given.values()) == {("answer " * 20,)}
        assert len(given) == 12


def test_an_unknown_address_is_refused() -> None:
    assert kind_of(lambda: Records.at("mysql://user:SECRET@host/db")) == "address"
