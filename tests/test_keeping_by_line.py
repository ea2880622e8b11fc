"""Keeping, going on later and looking at answers, as somebody hears it line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from decision_aid.line import Console, LineFace
from decision_aid.record import Records
from decision_aid.record.session import Session
from decision_aid.screens import keeping
from decision_aid.start import Brought, Start
from decision_aid.visit import Visit
from tests.clinic_store import store
from tests.conftest import NOWHERE, clock
from tests.keeping import AID, GIVEN, PASSPHRASE, before, kept


@pytest.fixture
def shared(records_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The records are those of a clinic."""

    def clinics(_start: Start, *, make: bool) -> Records:
        return Records.at(records_folder, make=make, shared=True)

    monkeypatch.setattr(keeping, "records_at", clinics)
    return records_folder


MY_LABEL = ["3", "mine", ""]
"""From the label that is offered: a label of one's own, and go on with it."""
BEGIN = ""
"""Enter at the welcome."""


class Listener:
    """Types lines, and hears what is told; looks at the disk at each prompt."""

    def __init__(self, lines: Iterable[str], start: Start, look: Path | None = None) -> None:
        self.visit = Visit(AID, clock)
        self.lines = chain([BEGIN], lines)
        self.told: list[str] = []
        self.look, self.seen = look, [dict[str, object]()]
        console = Console(self.ask, self.told.append, 76, hidden=self.ask)
        LineFace(self.visit, console, start, NOWHERE).run()

    def ask(self, prompt: str) -> str:
        self.told.append(prompt)
        if self.look and self.look.exists() and self.visit.session:
            self.seen.append(dict(kept(self.look)))
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        return line

    def hears(self, words: str) -> bool:
        return words in " ".join(self.told)

    def times(self, words: str) -> int:
        return " ".join(self.told).count(words)


# --- keeping ---------------------------------------------------------------------------------


def test_each_answer_is_on_the_disk_before_the_next_prompt(records_folder: Path) -> None:
    heard = Listener(["1", "", "1", "p", "1"], Start(), records_folder)
    assert heard.hears("kept on this computer, under this label")
    assert heard.seen[-1] == {"country": ("uk",), "hope": ("fatigue",)}


def test_enter_leaves_no_trace(tmp_path: Path, records_folder: Path) -> None:
    heard = Listener(["", "1", "p", "1"], Start())
    assert heard.hears("Nothing is kept on this computer")
    assert heard.visit.answers["country"] == "uk"
    assert [*tmp_path.rglob("*")] == []


def test_a_passphrase_is_asked_for_twice(records_folder: Path) -> None:
    again = ["another one", PASSPHRASE, PASSPHRASE]
    lines = ["2", "short", PASSPHRASE, *again, *MY_LABEL, "1"]
    heard = Listener(lines, Start())
    for words in (
        "Nobody can open",
        "at least 8 characters",
        "It is not shown as you type.",
        "That has 5 characters,",
        "not the same",
        "label: mine",
    ):
        assert heard.hears(words)
    assert kept(records_folder, PASSPHRASE) == {"country": ("uk",)}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("four quiet\x1b[D words", "That held a key that is no text"),
        ("x" * 201, "That has 201 characters, and it can have 200 at most."),
    ],
)
def test_a_passphrase_that_no_other_face_could_take_is_not_taken(
    records_folder: Path, typed: str, says: str
) -> None:
    heard = Listener(["2", typed, PASSPHRASE, PASSPHRASE, *MY_LABEL, "1"], Start())
    assert heard.hears(says)
    assert kept(records_folder, PASSPHRASE) == {"country": ("uk",)}


@pytest.mark.parametrize("label", ["ri\x1b[Dver", "\x1b[A"])
def test_a_key_that_is_no_text_stands_in_no_label(records_folder: Path, label: str) -> None:
    heard = Listener(["1", "3", label, "mine", "", "1"], Start())
    assert heard.hears("That held a key that is no text")
    assert kept(records_folder) == {"country": ("uk",)}


@pytest.mark.parametrize(("label", "takes"), [("River", [""]), ("x" * 41, [])])
def test_a_label_that_cannot_be_had_is_asked_for_again(
    records_folder: Path, label: str, takes: list[str]
) -> None:
    before(records_folder, GIVEN, "age")
    heard = Listener(["2", "1", "3", label, *takes, "mine", "", "1"], Start())
    assert heard.hears(f"You wrote: {label}")
    assert heard.hears("Your answers are kept on this computer, under this label: mine")
    with Records.at(records_folder, make=False) as records:
        assert records.open("mine").answers_given() == {"country": ("uk",)}


@pytest.mark.parametrize(("letter", "says"), [("u", "Face drooping"), ("h", "- u: urgent help")])
def test_urgent_help_and_help_are_there_before_the_first_question(
    records_folder: Path, letter: str, says: str
) -> None:
    heard = Listener([letter, "3", "1"], Start())
    assert heard.told.index("Where do you live?") > heard.told.index("3. Leave no trace")
    assert heard.hears(says) and not heard.hears("not understood")
    assert heard.visit.answers == {"country": "uk"}


def test_enter_at_a_new_passphrase_leads_back_to_the_choice(records_folder: Path) -> None:
    heard = Listener(["2", "", "2", PASSPHRASE, "", "", "3", "1"], Start())
    assert heard.times("Choose a passphrase") == 3
    assert heard.hears("Nothing is kept on this computer")
    assert heard.visit.answers == {"country": "uk"}
    assert not records_folder.exists()


@pytest.mark.parametrize(
    "lines",
    [
        ["2", "u"],
        ["2", PASSPHRASE, "u", PASSPHRASE, *MY_LABEL, "1"],
        ["1", "u", *MY_LABEL, "1"],
        ["1", "3", "u", "mine", "", "1"],
    ],
    ids=["a new passphrase", "once more", "the label", "a label of one's own"],
)
def test_urgent_help_is_there_at_each_step_of_keeping(
    records_folder: Path, lines: list[str]
) -> None:
    heard = Listener(lines, Start())
    assert heard.times("Face drooping, a weak arm") == 1
    if "mine" in lines:
        assert heard.hears("under this label: mine")
        assert heard.visit.answers == {"country": "uk"}


def test_what_only_staff_can_mend_is_said_plainly_first(records_folder: Path) -> None:
    records_folder.write_text("no folder")
    heard = Listener(["2", "1"], Start(keep=True, label="mine"))
    told = heard.told
    at = told.index("Your answers cannot be kept")
    assert told[at + 1].startswith("You can go on all the same.")
    reason = next(n for n in range(at + 2, len(told)) if "The reason:" in told[n])
    assert "is not a folder" in " ".join(told[reason:])
    assert heard.visit.answers == {"country": "uk"}


@pytest.mark.parametrize("label", ["River", "x" * 41])
def test_a_pipe_whose_label_cannot_be_had_is_stopped_before_the_visit(
    tmp_path: Path, label: str
) -> None:
    clinic = store(tmp_path)
    clinic.add("river", who="me")
    take = ("take", "--plain", "--content", "small.yaml", "--keep", label)
    done = clinic.run(*take, given="2\n")
    assert done.returncode == 2
    assert "label" in done.stderr and "nothing is kept" in done.stderr
    assert "Step 1" not in done.stdout
    with Records.at(clinic.place) as records:
        assert [entry.label for entry in records.list()] == ["river"]
        assert records.open("river").answers_given() == {"who": ("me",)}


def test_a_pipe_whose_answers_cannot_be_kept_anywhere_is_stopped_too(tmp_path: Path) -> None:
    clinic = store(tmp_path)
    Path(clinic.place).write_text("no folder")
    done = clinic.run("take", "--plain", "--content", "small.yaml", "--keep", "mine", given="2\n")
    assert (done.returncode, "Step 1" in done.stdout) == (2, False)
    assert "is not a folder" in done.stderr


# --- leaving ---------------------------------------------------------------------------------


def test_who_leaves_hears_under_which_label_the_answers_are_kept(records_folder: Path) -> None:
    told = Listener(["1"], Start(keep=True, label="mine")).told
    assert told[told.index("Your visit ends here.") + 1 :] == [
        "Your answers are kept on this computer, under this label: mine"
    ]


def test_who_leaves_at_the_list_hears_that_earlier_answers_stay(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    told = Listener(["1"], Start()).told
    assert "earlier stay as they are." in " ".join(told[told.index("Your visit ends here.") :])
    assert kept(records_folder, PASSPHRASE) == GIVEN


# --- going on later --------------------------------------------------------------------------


def test_one_goes_on_at_the_exact_question(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    heard = Listener(["1", "not this one", PASSPHRASE, "2", "", "2"], Start())
    for words in (
        "last used 20 November 2026",
        "does not open",
        "2 answered",
        "warning signs are asked again each time, first",
        "Where do you live? United Kingdom",
    ):
        assert heard.hears(words)
    assert heard.visit.shown == "age"


def test_the_list_says_when_each_was_used_and_which_are_locked(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    listed = "1. river, last used 20 November 2026 at 14:05, locked"
    assert listed in Listener([], Start()).told


def test_enter_at_the_passphrase_leads_back_to_the_list(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    heard = Listener(["1", "not this one", "u", "", "1", PASSPHRASE, "", "2"], Start())
    assert heard.times("Go on with answers kept earlier?") == 2
    assert heard.times("does not open") == 1 and heard.times("Face drooping, a weak arm") == 1
    assert heard.visit.shown == "age"


def test_enter_keeps_a_number_that_stands(records_folder: Path) -> None:
    given = {**GIVEN, "age": ("40",)}
    brought = Brought(given, dict.fromkeys(given, clock()), "age")
    heard = Listener(["2", "2", ""], Start(keep=False, brought=brought))
    assert heard.hears("Your answer so far: 40. Enter alone keeps it")
    assert heard.visit.answers["age"] == 40
    assert heard.visit.shown not in ("age", "signs")


def test_a_session_that_was_erased_meanwhile_leads_back_to_the_list(records_folder: Path) -> None:
    entry = before(records_folder, GIVEN, "age")

    def lines() -> Iterator[str]:
        with Records.at(records_folder) as records:
            records.erase(entry)
        yield from ("1", "1", "2", "3", "3")

    heard = Listener(lines(), Start())
    assert heard.hears("not there any more")
    assert heard.times("Go on with answers kept earlier?") == 2
    assert heard.visit.answers == {"country": "elsewhere"}


# --- open in another program -----------------------------------------------------------------


def test_what_is_open_elsewhere_can_be_looked_at_and_tried_again(
    records_folder: Path, held: Session
) -> None:
    def lines() -> Iterator[str]:
        yield from ("1", "", "2")
        held.close()
        yield from ("2", "", "2", "40")

    heard = Listener(lines(), Start())
    assert heard.times("Where do you live? United Kingdom") == 1
    assert heard.times("You had reached") == 1
    assert kept(records_folder) == {**GIVEN, "age": ("40",)}


def test_looking_at_what_is_open_elsewhere_takes_no_answers(
    records_folder: Path, held: Session
) -> None:
    heard = Listener(["1", "1", "9", "p", "b", "1", "o", "2", "1", "1"], Start())
    assert heard.times("That was not understood.") == 2
    assert not heard.hears("Step ")
    assert kept(records_folder) == GIVEN == held.answers_given()


def test_urgent_help_is_there_while_only_looking(held: Session) -> None:
    assert Listener(["1", "u"], Start()).hears("Face drooping")


def test_beginning_anew_keeps_nothing_of_what_was_looked_at(
    records_folder: Path, held: Session
) -> None:
    heard = Listener(["1", "1", "3", "1", *MY_LABEL, "3"], Start())
    first = heard.told[heard.told.index("Start and safety. Step 1 of about 9.") + 1]
    assert first == "Where do you live?"
    with Records.at(records_folder) as records:
        assert records.open("mine").answers_given() == {"country": ("elsewhere",)}
    assert held.answers_given() == GIVEN


def test_a_passphrase_is_not_asked_for_again_on_another_try(records_folder: Path) -> None:
    before(records_folder, GIVEN, "age", PASSPHRASE)
    with Records.at(records_folder) as records:
        session = records.open("river", PASSPHRASE)

        def lines() -> Iterator[str]:
            yield from ("1", PASSPHRASE, "2")
            session.close()
            yield "2"

        heard = Listener(lines(), Start())
    assert heard.times("What is the passphrase?") == 1
    assert heard.hears("2 answered")


# --- answers given at home -------------------------------------------------------------------

HOME = Brought(GIVEN, dict.fromkeys(GIVEN, clock()), "age")


def test_answers_from_home_are_looked_at_and_gone_on_with(records_folder: Path) -> None:
    heard = Listener(["1", "2", "2"], Start(keep=False, brought=HOME))
    assert heard.hears("2 answered") and heard.hears("1. Look at the answers")
    assert heard.times("Where do you live? United Kingdom") == 1
    assert heard.visit.shown == "age"
    assert not records_folder.exists()


def test_one_number_carries_on_with_answers_from_home(records_folder: Path) -> None:
    heard = Listener(["2", "1", *MY_LABEL, "2"], Start(brought=HOME))
    assert not heard.hears("Where do you live? United Kingdom")
    assert kept(records_folder) == GIVEN


def test_what_does_not_fit_any_more_is_named_and_asked_again(records_folder: Path) -> None:
    given = {**GIVEN, "hope": ("levitation",), "gone": ("x",)}
    brought = Brought(given, dict.fromkeys(given, clock()), "age")
    heard = Listener(["2", "2", "3"], Start(keep=False, brought=brought))
    assert heard.hears("asked again: - What do you hope will")
    assert heard.hears("does not ask any more: 1. They are still kept")
    assert heard.visit.answers["hope"] == ("pain",)
    assert heard.visit.shown == "age"


def test_where_nobody_sits_at_a_terminal_no_look_is_offered(records_folder: Path) -> None:
    told: list[str] = []
    lines = iter(["2"])

    def ask(prompt: str) -> str:
        told.append(prompt)
        for line in lines:
            return line
        raise EOFError

    taken = Visit(AID, clock)
    console = Console(ask, told.append, 76)
    LineFace(taken, console, Start(keep=False, brought=HOME), records_folder).run()
    assert "2 answered." in " ".join(told)
    assert told.count("Your answer, 1 to 3: ") == 1
    assert taken.shown == "age"


# --- a clinic's records ----------------------------------------------------------------------


def code_in(told: list[str]) -> str:
    """The code on a line of its own, such as K7QM-3XHD-9T2P."""
    (code,) = (line for line in told if re.fullmatch(r"(\w{4}-){2}\w{4}", line))
    return code


def test_a_code_is_told_whole_and_letter_by_letter_and_opens_the_answers(shared: Path) -> None:
    heard = Listener(["1", "", "1", "1"], Start())
    code = code_in(heard.told)
    spelled = heard.told.index(" ".join(code[:4]))
    assert heard.told[spelled : spelled + 3] == [" ".join(part) for part in code.split("-")]
    others = ("AAAA", "AAAA-AAAA-AAAA")
    later = Listener(["1", *others, "u", code.lower().replace("-", " ")], Start())
    assert later.times("A whole code has 12 letters and digits; this one has 4.") == 1
    assert later.times("no answers under that code") == 1
    assert "You wrote: AAAA" in later.told
    assert later.hears("the clinic's staff can give you another one.")
    assert later.hears("Face drooping") and later.hears("1 answered")


def test_a_lost_code_is_not_the_end_and_the_label_opens_nothing(shared: Path) -> None:
    heard = Listener(["1", *MY_LABEL, "u", "", "1", "1"], Start())
    assert heard.hears("kept in the clinic's records, under this label: mine")
    assert heard.hears("the clinic's staff can give you another one")
    assert heard.hears("Face drooping, a weak arm")
    assert heard.hears("Please write the code down first. Then type 1.")
    assert not heard.hears("only with it")
    assert heard.visit.answers == {"country": "uk"}


def test_enter_at_the_passphrase_leads_back_to_the_code(shared: Path) -> None:
    first = Listener(["2", PASSPHRASE, PASSPHRASE, "", "1", "1"], Start())
    heard = Listener(["1", code_in(first.told), "", "", "", "", "3"], Start())
    assert heard.times("What is your code?") == 2
    assert heard.visit.answers == {"country": "elsewhere"}
