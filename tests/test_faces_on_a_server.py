"""Both faces on a clinic's server: codes, going on, looking, and a server that goes away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from decision_aid.record import Records
from decision_aid.words import words
from tests.record.both_faces import AID
from tests.record.conftest import until
from tests.record.forked import Program, nothing
from tests.record.server import Server
from tests.record.typist import CODE

EN = words("en").screens
LINES = words("en").lines

pytestmark = pytest.mark.postgres
NOT_KEPT = EN.not_kept_yet.partition("{")[0]
Kept = Mapping[str, object]


def kept(address: str, code: str) -> Kept:
    with Records.at(address) as records:
        return records.open_by_code(code, looking=True).answers_given()


class OnTheScreen:
    """The full screen, from its start to the questions of the small aid, which it answers."""

    def __init__(self, *arguments: str, before: Callable[[], object] = nothing) -> None:
        self.program = Program(AID, ["take", *arguments], before)
        # How somebody reads is asked only once where answers are kept on this computer.
        if self.program.see_one_of(EN.reading_title, EN.see_easier) == EN.reading_title:
            self.after("\r", EN.start)
        self.program.send("1")

    def take_label(self) -> None:
        self.program.see(EN.label_title)
        self.program.send("1")

    def after(self, key: str, *texts: str) -> None:
        self.program.send(key)
        self.program.see(*texts)

    def code(self) -> str:
        self.program.see(EN.code_title, EN.code_done)
        found = CODE.search(self.program.answer)
        assert found
        self.after("1", "step 1 of")
        return found.group()

    def enter(self, code: str, *texts: str) -> None:
        self.program.see(EN.resume_shared)
        self.after("1", EN.code_enter_title, "F2")
        for letter in code.lower():
            self.program.send(letter)
        self.after("\r", *texts)

    def answer(self, number: int, *texts: str) -> None:
        self.program.send(str(number))
        self.after("\r", *texts)

    def finish(self) -> int:
        self.after("\x1b[15~", EN.summary_title)
        self.after("4", EN.finish_anyway)
        self.program.send("2")
        return self.program.end()

    def pass_over_words(self, *texts: str) -> None:
        self.after("\x1bOS", *texts)

    def recap(self, *texts: str) -> None:
        """Leave the recap; warning signs are asked again."""
        self.program.see(EN.recap_title, *texts)
        self.after("1", "new or suddenly worse")


class ByLine:
    """The same, line by line."""

    def __init__(self, *arguments: str, before: Callable[[], object] = nothing) -> None:
        self.program = Program(AID, ["take", "--plain", *arguments], before)
        self.program.see(f"“{EN.start}”: ")
        self.program.send("\n")

    def take_label(self) -> None:
        self.program.see(EN.label_title, f"“{EN.label_take}”: ")
        self.program.send("\n")

    def after(self, line: str, *texts: str) -> None:
        self.program.send(f"{line}\n")
        self.program.see(*texts)

    def code(self) -> str:
        self.program.see(EN.code_title, f"“{EN.code_done}”: ")
        found = CODE.search(self.program.answer)
        assert found
        self.after("1", "Step 1 of")
        return found.group()

    def enter(self, code: str, *texts: str) -> None:
        self.program.see(EN.resume_shared, f"“{EN.resume_new}”: ")
        self.after("1", EN.code_enter_title, LINES.answer_line)
        self.after(code.lower().replace("-", " "), *texts)

    def answer(self, number: int, *texts: str) -> None:
        self.after(str(number), *(text.replace("step", "Step") for text in texts))

    def finish(self) -> int:
        self.after("/x", EN.summary_title, f"“{EN.save_it}”: ")
        self.after("4", EN.finish_anyway, f"“{EN.save_first}”: ")
        self.program.send("2\n")
        return self.program.end()

    def pass_over_words(self, *texts: str) -> None:
        self.after("", *texts)

    def recap(self, *texts: str) -> None:
        self.program.see(EN.recap_title, *texts, f"“{EN.go_on}”: ")
        self.after("", "new or suddenly worse", LINES.answer_one.format(last=3))


Face = type[OnTheScreen] | type[ByLine]
FACES: dict[str, Face] = {"full screen": OnTheScreen, "line by line": ByLine}


@pytest.fixture(params=FACES)
def kind_of_face(request: pytest.FixtureRequest) -> Face:
    return FACES[str(request.param)]


def begun(face: Face, address: str) -> tuple[OnTheScreen | ByLine, str]:
    """A visit kept on the server, with one answer, at the question about warning signs."""
    visit = face("--keep", "--records", address)
    visit.take_label()
    code = visit.code()
    visit.answer(1, "step 2 of")
    return visit, code


@pytest.mark.parametrize("later", FACES)
def test_one_goes_on_by_the_code_at_the_exact_question(
    address: str, kind_of_face: Face, later: str
) -> None:
    visit, code = begun(kind_of_face, address)
    visit.answer(2, "step 3 of")
    visit.answer(1, "step 4 of")
    assert visit.finish() == 0
    assert kept(address, code) == {"country": ("uk",), "hope": ("fatigue",)}
    again = FACES[later]("--records", address)
    again.enter(code, "2 answered")
    again.recap()
    again.answer(2, "step 4 of", "What do you want to ask?")
    assert again.finish() == 0


def test_it_says_that_the_clinic_keeps_the_answers_and_that_its_staff_can_read_them(
    address: str, kind_of_face: Face
) -> None:
    visit = kind_of_face("--records", address)
    visit.program.see("in the clinic's records", "staff can read")
    assert not visit.program.sees("on this computer")
    with visit.program:
        pass


def test_a_code_that_is_not_there_is_told(address: str, kind_of_face: Face) -> None:
    begun(kind_of_face, address)[0].finish()
    visit = kind_of_face("--records", address)
    visit.enter("AAAA-AAAA-AAAA", "no answers under that code")
    with visit.program:
        pass


def test_who_comes_second_can_look_and_changes_nothing(address: str, kind_of_face: Face) -> None:
    first, code = begun(kind_of_face, address)
    second = kind_of_face("--records", address)
    second.enter(code, EN.in_use_title)
    with second.program:
        pass
    first.answer(2, "step 3 of")
    first.answer(1, "step 4 of")
    assert first.finish() == 0
    assert kept(address, code) == {"country": ("uk",), "hope": ("fatigue",)}
    with Records.at(address) as records:
        assert not records.open_by_code(code).only_looking


def test_a_server_that_goes_away_is_told_and_what_waited_is_written_when_it_is_back(
    server: Server, address: str, kind_of_face: Face
) -> None:
    visit, code = begun(kind_of_face, address)
    visit.answer(2, "step 3 of")
    server.go_away()
    try:
        visit.answer(1, "step 4 of", NOT_KEPT, "cannot be reached")
    finally:
        server.start()
    until(lambda: kept(address, code) == {"country": ("uk",), "hope": ("fatigue",)})
    visit.pass_over_words("tep 5 of")
    assert kept(address, code) == {"country": ("uk",), "hope": ("fatigue",), "hope_words": None}
    assert visit.finish() == 0


def test_a_server_that_is_not_there_is_told_before_the_first_question(kind_of_face: Face) -> None:
    visit = kind_of_face(
        "--keep", "mine", "--records", "postgresql:///x?host=/nowhere&password=SECRET"
    )
    visit.program.see("cannot be reached")
    assert b"SECRET" not in visit.program.raw
    with visit.program:
        pass
