"""A third aid, of a real decision: what it needs of the engine that the other aids do not.

Its risks are under 1 in 100, it asks a number with a decimal, adds up a score, has nothing that is
urgent, and is French in part. Its facts come from public pages; it is an exercise, and says so.
That no face and no paper says anything of another aid is tested in test_no_other_aid.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.check.run import check_file
from decision_aid.content import DecisionAid, Source
from decision_aid.content.load import load
from decision_aid.start import Start
from decision_aid.visit import Visit
from tests import papers
from tests.by_line import hear
from tests.conftest import clock
from tests.reports.reading import folded
from tests.screens.recorder import take_step
from tests.tui.person import sitting_down

HERE = Path(__file__).parent / "third_aid"
THIRD = HERE / "questions.yaml"
LANGUAGES = ("", "fr")


@pytest.fixture(scope="module")
def third() -> DecisionAid:
    return load(THIRD)


@pytest.fixture(scope="module")
def french() -> DecisionAid:
    return load(THIRD, "fr")


def sheet(aid: DecisionAid, **given: Sequence[str]) -> str:
    """The sheet of somebody who answers that, and passes over all else."""
    return folded(papers.text(answered(aid, **given).summary()))


def answered(aid: DecisionAid, **given: Sequence[str]) -> Visit:
    visit = Visit(aid, clock)
    while visit.shown is not None:
        if visit.shown in given:
            visit.answer(given[visit.shown])
            visit.go_on()
        else:
            visit.pass_over()
    return visit


# --- check ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_check_finds_no_error_in_either_language(language: str) -> None:
    told = check_file(THIRD, paths.reports(), date(2026, 12, 1), language)
    assert told.of("error") == ()
    assert {fault.id for fault in told.faults} <= {
        "reviewed", "translation-whole", "translation-signed-off",
    }  # fmt: skip


def test_each_fact_names_a_public_page_that_was_read(third: DecisionAid) -> None:
    def is_read(source: Source) -> bool:
        return source.address.startswith("http") and source.read >= third.days_read[0]

    assert [source.id for source in third.sources if not is_read(source)] == []


@pytest.mark.parametrize(
    ("language", "first_screen", "imprint"),
    [
        ("", "This is an exercise.", "Nobody reviewed it, and it is no advice."),
        ("fr", "Ceci est un exercice.", "Personne ne l’a relu, et ce n’est pas un conseil."),
    ],
)
def test_it_says_that_it_is_an_exercise(language: str, first_screen: str, imprint: str) -> None:
    aid = load(THIRD, language)
    booklet = papers.rendered(Visit(aid, clock).summary(), "txt", edition="facts").decode()
    assert folded(first_screen) in folded("".join(hear(Visit(aid, clock))))
    assert folded(imprint) in folded(booklet)


# --- what it needs of the engine -----------------------------------------------------------------


def test_risks_under_1_in_100_are_told_of_1000_and_both_ways(
    third: DecisionAid, french: DecisionAid
) -> None:
    said = folded("7 of 1,000 died of prostate cancer, 993 did not.")
    dite = folded("8 sur 1 000 sont morts d’un cancer de la prostate, 992 non.")
    assert said in sheet(third)
    assert dite in sheet(french)


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("", "2.5", "My last PSA was 2.5 ng/ml."),
        ("fr", "2,5", "Mon dernier PSA était de 2,5 ng/ml."),
    ],
)
def test_a_decimal_is_typed_and_printed_as_the_language_writes_it(
    language: str, typed: str, said: str
) -> None:
    aid = load(THIRD, language)
    told = "".join(hear(Visit(aid, clock), "3", "3", "1", typed))
    assert folded(said) in folded(told)


ONE_OPEN = {"ready.good": ["present"], "ready.harm": ["present"], "ready.talk": ["not_yet"]}
NONE_OPEN = ONE_OPEN | {"ready.talk": ["present"]}


def test_the_score_counts_what_is_open_as_soon_as_that_is_known(third: DecisionAid) -> None:
    def asked(given: dict[str, list[str]]) -> Visit:
        visit = Visit(third, clock)
        while visit.shown is not None and visit.shown not in ("still_open", "lean"):
            for name in (one.id for one in visit.together if one.id in given):
                visit.answer_each({name: given[name][0]})
            visit.leave_open() if len(visit.together) > 1 else visit.pass_over()
        return visit

    assert asked(ONE_OPEN).shown == "still_open"
    assert asked(NONE_OPEN).shown == "lean"
    assert asked({}).shown == "lean", "what was passed over is not known to be open"


# --- both faces ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "open_things", "heading"),
    [
        ("", "are still open for you: 2.", "What happened in a large fair trial?"),
        ("fr", "restent ouvertes pour vous : 2.", "Que s’est-il passé dans un grand essai"),
    ],
)
async def test_the_full_screen_leads_through_it(
    language: str, open_things: str, heading: str, tmp_path: Path
) -> None:
    answers = load_answers(HERE / "answers.yaml", load(THIRD))
    start = Start(keep=False, language=language)
    async with sitting_down(tmp_path, (80, 24), content=THIRD, start=start) as person:
        told: list[str] = []
        await person.press("enter", "1")
        await person.until(lambda: person.at.startswith("question"))
        while not person.at.startswith("summary"):
            told += (line.text for line in person.screen.sheet.lines)
            person.screen.act(partial(take_step, person.app.navigator, answers))
    assert folded(heading) in folded("".join(told))
    assert folded(open_things) in folded("".join(told))


@pytest.mark.parametrize("language", LANGUAGES)
def test_line_by_line_leads_through_it(language: str) -> None:
    aid = load(THIRD, language)
    typed = ("3", "3", "1", "2.5", "1 3", "4", "Own words.", "1", "1", "1", "1", "1", "2", "2")
    told = folded("".join(hear(Visit(aid, clock), *typed, "1", "1", "1")))
    assert folded(aid.by_id["lean_print"].text) in told
    assert folded(aid.summary.blocks[0].heading) + "Ownwords." in told
