"""What was given on a way that was left is kept, marked in an export, and not counted."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from decision_aid import cli, paths
from decision_aid.answers_file import read_answers
from decision_aid.content import DecisionAid
from decision_aid.record import ContentVersion, Records, RecordsFault
from decision_aid.visit import Visit
from tests.conftest import clock
from tests.record.conftest import STAMP, Place
from tests.small import small_aid

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: mine, type: text, text: Mine?, when: {who: me}}
- {id: more, type: text, text: More?, when: {who: me}}
- {id: words, type: text, text: Words?}
"""


@pytest.fixture
def branching(tmp_path: Path) -> DecisionAid:
    """Two questions are asked of one answer alone."""
    return small_aid(tmp_path, QUESTIONS)


def change_ways(place: Place, aid: DecisionAid, passphrase: str | None = None) -> str:
    """Answer four questions, then leave the way of two of them; its id."""
    with place.records() as records:
        session = records.begin(None, ContentVersion.of(aid), clock(), passphrase)
        visit = Visit(aid, clock)
        visit.keep_in(session)
        for question, given in {"who": "me", "mine": "a", "more": "b", "words": "c"}.items():
            visit.answer([given], at=question)
        visit.answer(["you"], at="who")
        session.close()
        return session.entry.id


def listed(place: Place, capsys: pytest.CaptureFixture[str], *given: str) -> dict[str, object]:
    command = ["records", "list", "--format", "json", "--records", place.address, *given]
    assert cli.main(command) == 0
    (entry,) = json.loads(capsys.readouterr().out)
    return {name: entry[name] for name in ("answered", "heard_only")}


def test_the_list_counts_what_is_heard(
    place: Place, branching: DecisionAid, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_ways(place, branching)
    content = ("--content", str(tmp_path / "questions.yaml"))
    assert listed(place, capsys, *content) == {"answered": 2, "heard_only": True}
    assert listed(place, capsys) == {"answered": 4, "heard_only": False}


def test_the_shipped_content_counts_unasked_where_answers_were_given_to_it(
    place: Place, aid: DecisionAid, capsys: pytest.CaptureFixture[str]
) -> None:
    with place.records() as records:
        session = records.begin(None, ContentVersion.of(aid), clock())
        session.keep("country", ["uk"], clock())
        session.keep("from_nowhere", ["left"], clock())
        session.close()
    assert paths.questions().is_file()
    assert listed(place, capsys) == {"answered": 1, "heard_only": True}


def test_what_is_locked_is_counted_whole_and_that_is_told(
    place: Place, branching: DecisionAid, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_ways(place, branching, "four kind words")
    content = ("--content", str(tmp_path / "questions.yaml"))
    command = ["records", "list", "--records", place.address, *content]
    assert cli.main(command) == 0
    assert "are counted with the answers given on a way that was left" in capsys.readouterr().err


def test_show_and_the_welcome_back_count_what_is_heard(
    place: Place, branching: DecisionAid, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = change_ways(place, branching)
    content = ("--content", str(tmp_path / "questions.yaml"))
    assert cli.main(["records", "show", name, "--records", place.address, *content]) == 0
    assert "2 answered." in capsys.readouterr().out
    with place.records() as records:
        (entry,) = records.list()
        recap = Visit(branching, clock).take_up(records.open_entry(entry))
    assert recap.answered == 2


def test_an_export_marks_what_is_not_heard_and_is_read_back(
    place: Place, branching: DecisionAid, tmp_path: Path
) -> None:
    name, target = change_ways(place, branching), tmp_path / "one.json"
    content = ("--content", str(tmp_path / "questions.yaml"))
    to = ("--records", place.address, *content, "--output", str(target))
    assert cli.main(["records", "export", name, *to]) == 0
    answers = json.loads(target.read_text())["answers"]
    marks = {one["question"]: one.get("heard", "no mark") for one in answers}
    assert marks == {"mine": False, "more": False, "words": "no mark", "who": "no mark"}
    marked = read_answers(target, branching)
    assert marked.given == {"mine": ("a",), "more": ("b",), "words": ("c",), "who": ("you",)}
    target.write_text(target.read_text().replace('"heard": false,', ""))  # as it was written before
    assert read_answers(target, branching) == marked


def test_what_is_erased_is_told_as_erased_though_its_traces_cannot_be_cleared(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = records.begin(None, STAMP, clock())

    def no_room() -> bool:
        raise RecordsFault("disk_full")

    monkeypatch.setattr(records._database, "scrub", no_room)
    left = records.erase(session).left
    assert left is not None
    assert left.kind == "disk_full"
    assert records.list() == ()
    with pytest.raises(RecordsFault, match="not there any more"):
        records.erase(session.entry)
