"""After "call now", both faces keep the number in sight until the person says that they called."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.paths import questions
from decision_aid.visit import Visit
from tests.by_line import hear
from tests.conftest import clock
from tests.screens.sitting_down import NO_TRACE, begin, text_of, visit_of
from tests.tui.person import sitting_down

TREATED: Answers = {"country": "uk", "length": "short", "who": "me", "situation": "had"}
KEEPS = "Please call 999 now. The number stays here until you have called or got help."


def heard(aid: DecisionAid, *lines: str) -> list[str]:
    """What the line by line face tells somebody treated, from the warning signs on."""
    return hear(Visit(aid, clock, TREATED), *lines)


@pytest.mark.parametrize("sign", range(1, 8))
def test_line_by_line_the_number_stays_until_the_person_has_called(
    aid: DecisionAid, sign: int
) -> None:
    told = heard(aid, str(sign), "1", "1", "p", "2")
    assert "Call 999 now" in told
    assert told.count("Have you called 999?") == 2
    assert told.count(KEEPS) == 2
    next_question = next(line for line in told if line.startswith("What is your worry today?"))
    assert told.index(next_question) > len(told) - told[::-1].index(KEEPS) - 1


def test_line_by_line_stopping_asks_too_and_the_summary_says_to_call(aid: DecisionAid) -> None:
    told = heard(aid, "5", "1", "3", "2")
    assert told.index("Have you called 999?") < told.index("Your summary is ready")
    assert any("If you have not had help, call now: 999." in line for line in told)


@pytest.mark.parametrize("size", [(80, 24), (40, 24)])
async def test_full_screen_the_number_stays_until_the_person_has_called(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with sitting_down(tmp_path, size, content=questions()) as person:
        await person.begin()
        person.visit.answers.update({**TREATED, "signs": ("chest",)})
        person.visit.go_to("signs_called")
        person.screen.show()
        for keys in (("1", "enter"), ("p",), ("p",)):
            await person.press(*keys)
            await person.pilot.pause()
            assert person.at == "question.signs_called"
            assert person.sees("Have you called 999?") and person.sees("Please call 999")
        await person.press("2", "enter")
        await person.until(lambda: person.at == "question.worry")


def test_who_calls_now_tells_all_that_is_new_there_and_is_not_asked_a_second_list(
    aid: DecisionAid,
) -> None:
    second_list = "And is any of this new or suddenly worse?"
    called = heard(aid, "5", "1", "2")
    assert any("Tell them of anything else that is new: fever," in line for line in called)
    assert second_list not in called
    assert second_list in heard(aid, "8")
    assert second_list in heard(aid, "9")


def test_passing_over_after_not_yet_lets_the_question_stand(
    tmp_path: Path, aid: DecisionAid
) -> None:
    navigator = begin(tmp_path, NO_TRACE, aid)
    visit_of(navigator).answers.update({**TREATED, "signs": ("face",)})
    visit_of(navigator).go_to("signs_called")
    navigator.choose("not_yet")
    navigator.press("pass_over")
    navigator.press("pass_over")
    assert visit_of(navigator).answers["signs_called"] == "not_yet"
    assert text_of(navigator.page).endswith(KEEPS)
