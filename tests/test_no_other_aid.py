"""What the engine says of one aid holds nothing of another: in messages, on screens, on paper."""

from __future__ import annotations

import ast
import contextlib
import json
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

import decision_aid
from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.check.languages.en import EVERYDAY, TO_AVOID
from decision_aid.check.output import as_text
from decision_aid.check.run import catalogue, check_file
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.load import load
from decision_aid.content.schema import json_schema
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.interview import Audience
from decision_aid.line import Console, LineFace
from decision_aid.report.editions import EDITIONS
from decision_aid.report.files import make_file, render
from decision_aid.report.formats import FORMATS
from decision_aid.report.options import PrintOptions
from decision_aid.report.pdf_text import pages
from decision_aid.screens.screen import Show
from decision_aid.start import Start
from decision_aid.summary.models import SummaryInput
from decision_aid.visit import Visit
from tests.conftest import NOWHERE, ON, clock
from tests.reports.reading import folded
from tests.screens.recorder import take_step
from tests.screens.sitting_down import NO_TRACE
from tests.test_docs import EXAMPLES, SECOND_DATA, Example, data_of, whole, written
from tests.test_faces_agree import line_typed
from tests.tui.person import Person, sitting_down

HERE = Path(__file__).parent


class OtherAid(NamedTuple):
    """An aid of another author, with answers to it and words that it says on every paper."""

    content: Path
    given: Answers | Path
    advice: tuple[str, ...]
    language: str = ""


THIRD = HERE / "third_aid" / "questions.yaml"
OTHERS = {
    "second": OtherAid(
        HERE / "second_aid" / "questions.yaml",
        HERE / "second_aid" / "answers.yaml",
        ("asking everybody first", "Ask every member"),
    ),
    "some": OtherAid(
        HERE / "shapes" / "some.yaml",
        {"role": "leader", "device": "present", "matters": ("air",), "ready": "not_yet"},
        ("Ask everybody first",),
    ),
    "two": OtherAid(
        HERE / "shapes" / "two.yaml",
        {"role": "reader", "matters": ("calm",), "words": "Dogs.", "sure": "not_yet"},
        ("Ask those who know the paths",),
    ),
    "third": OtherAid(
        THIRD, THIRD.with_name("answers.yaml"), ("a talk with a doctor before you decide",)
    ),
    "third in French": OtherAid(
        THIRD, THIRD.with_name("answers.yaml"), ("parler avec un médecin avant de décider",), "fr"
    ),
}
"""Aids of several shapes: the two exercises, the third of them in two languages, one that tells
some things to some, and one of two ways without urgent help."""

ENGINE = Path(decision_aid.__file__).parent

OF_SHIPPED = (
    "MS", "CCSVI", "vein", "stent", "balloon", "Brave Dreams", "NICE", "Cochrane", "Zamboni",
    "nurse", "venoplasty", "venography", "sclerosis", "liberation", "abroad", "situation: had",
)  # fmt: skip
"""Words that no reader of another aid should meet; ids and words explained come to them."""

OF_ENGINE = {"contrast", "warning signs"}
"""Words explained that the engine has too: how colours look, and what urgent help is about."""
OF_FRENCH = {"fatigue"}
"""Words of every day in French that the shipped aid explains in English."""


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest) -> OtherAid:
    return OTHERS[request.param]


@pytest.fixture(scope="module")
def aid_of_other(other: OtherAid) -> DecisionAid:
    return load(other.content, other.language)


@pytest.fixture(scope="module")
def answers(other: OtherAid, aid_of_other: DecisionAid) -> Answers:
    return load_answers(other.given, aid_of_other) if isinstance(other.given, Path) else other.given


@pytest.fixture(scope="module")
def foreign(aid: DecisionAid, other: OtherAid) -> re.Pattern[str]:
    """What belongs to the shipped aid, and does not stand in the other one's file."""
    own = other.content.read_text(encoding="utf-8").casefold()
    said = " ".join(piece.text for piece in aid.inventory.texts)
    words = {*OF_SHIPPED, *source_ids(aid), *(contact.name for contact in aid.contacts)}
    words |= {name for word in aid.words for name in (word.word, *word.also)}
    words |= {*re.findall(r"\b[A-Z]{2,}\b", said)} - EVERYDAY
    words |= {name for name in aid.by_id if re.search("[_.]", name)}
    words -= OF_ENGINE | (OF_FRENCH if other.language == "fr" else set())
    return any_of([word for word in words if word.casefold() not in own])


def source_ids(aid: DecisionAid) -> list[str]:
    """Those that are no words of everyday language."""
    return [name for name in aid.source if "-" in name]


def any_of(words: list[str]) -> re.Pattern[str]:
    listed = "|".join(map(re.escape, sorted(words)))
    return re.compile(rf"(?<![\w-])(?:{listed})(?:e?s)?(?![\w-])")


def found(foreign: re.Pattern[str], said: str) -> list[str]:
    """Each foreign word with what stands around it."""
    return [said[max(0, one.start() - 40) : one.end() + 20] for one in foreign.finditer(said)]


# --- messages --------------------------------------------------------------------------------


def messages_in(path: Path) -> Iterator[str]:
    """All that a module says, but what it looks for: words in a list stand for nothing said."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    listed = (node.elts for node in ast.walk(tree) if isinstance(node, ast.Tuple | ast.Set))
    few = {id(one) for nodes in listed for one in nodes if is_short(one)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in few:
            yield node.value


def is_short(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and len(str(node.value).split()) < 4


SAYING = sorted([*ENGINE.glob("content/*.py"), *ENGINE.glob("check/**/*.py"),
                 *ENGINE.glob("words/*.py"), ENGINE / "conditions.py"])  # fmt: skip


@pytest.mark.parametrize("path", SAYING, ids=lambda path: str(path.relative_to(ENGINE)))
def test_no_module_that_speaks_to_authors_names_what_the_shipped_aid_is_about(
    path: Path, aid: DecisionAid
) -> None:
    assert found(any_of([*OF_SHIPPED, *source_ids(aid)]), "\n".join(messages_in(path))) == []


def test_no_rule_hint_or_description_names_what_the_shipped_aid_is_about(aid: DecisionAid) -> None:
    said = [text for rule in catalogue() for text in (rule.id, rule.says, rule.mend)]
    said += [*TO_AVOID.values(), json.dumps(json_schema())]
    assert found(any_of([*OF_SHIPPED, *source_ids(aid)]), "\n".join(said)) == []


@pytest.mark.parametrize("complete", [False, True], ids=["as it is", "complete"])
def test_no_message_of_check_says_anything_of_another_aid(
    complete: bool, other: OtherAid, foreign: re.Pattern[str]
) -> None:
    told = check_file(
        other.content, paths.reports(), date(2040, 1, 1), other.language, complete=complete
    )
    said = as_text(told)
    assert told.faults
    assert found(foreign, said) == []


def test_no_message_of_check_about_a_wrecked_aid_says_anything_of_another(
    aid: DecisionAid, tmp_path: Path
) -> None:
    """All that the examples of rules break is broken in one file."""
    wrecked = SECOND_DATA
    for example in (one for one in EXAMPLES if one.tag == "rule"):
        with contextlib.suppress(InvalidContent):
            further = whole(data_of(example.halves[0]), wrecked)
            load(written(further, tmp_path))
            wrecked = further
    told = check_file(written(wrecked, tmp_path), paths.reports(), date(2040, 1, 1))
    assert len({fault.id for fault in told.faults}) > 40
    assert found(any_of([*OF_SHIPPED, *source_ids(aid), "procedure"]), as_text(told)) == []


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.tag == "fault"], ids=str)
def test_no_message_about_a_file_that_does_not_load_says_anything_of_another(
    example: Example, aid: DecisionAid, tmp_path: Path
) -> None:
    document = read_yaml(example.halves[0].encode())
    faults = tuple(document.faults)
    if not faults:
        with pytest.raises(InvalidContent) as faulty:
            load(written(whole(document.data), tmp_path))
        faults = faulty.value.faults
    said = "\n".join(f"{fault.message} {fault.mend}" for fault in faults)
    assert found(any_of([*OF_SHIPPED, *source_ids(aid), "procedure"]), said) == []


# --- faces -----------------------------------------------------------------------------------

LETTERS = ("u", "w", "o", "h", "s", "a", "k", "n")
SCREENS = ("urgent", "words", "overview", "keys", "sources", "table", "answers", "covered", "notes")


@pytest.mark.parametrize("audience", ["patient", "counsellor"])
def test_line_by_line_says_nothing_of_another_aid(
    audience: Audience, aid_of_other: DecisionAid, answers: Answers, foreign: re.Pattern[str]
) -> None:
    told: list[str] = []
    looks = iter(f"/{letter}" for one in LETTERS for letter in (one, "b"))

    def ask(prompt: str) -> str:
        told.append(prompt)
        at = face.navigator.at
        if at.startswith("summary"):
            raise EOFError
        if at == "welcome":
            return "1"
        return next(looks, "") or line_typed(face.navigator, answers)

    visit = Visit(aid_of_other, clock, audience=audience)
    face = LineFace(visit, Console(ask, told.append, 72), NO_TRACE, NOWHERE)
    face.run()
    assert folded(aid_of_other.questions[-1].text) in folded(" ".join(told))
    assert found(foreign, "\n".join(told)) == []


@pytest.mark.parametrize("audience", ["patient", "counsellor"])
async def test_the_full_screen_says_nothing_of_another_aid(
    audience: Audience, other: OtherAid, answers: Answers, foreign: re.Pattern[str], tmp_path: Path
) -> None:
    start = Start(keep=False, audience=audience, language=other.language)
    async with sitting_down(tmp_path, (100, 60), content=other.content, start=start) as person:
        told = [seen(person)]
        await person.press("enter", "1")
        await person.until(lambda: person.at.startswith("question"))
        navigator, screen = person.app.navigator, person.screen
        urgent_help = navigator.sitting.has_urgent_help
        for name in (one for one in SCREENS if one != "urgent" or urgent_help):
            screen.act(partial(navigator.show, Show(name)))
            told.append(seen(person))
            screen.act(navigator.back)
        while not person.at.startswith("summary"):
            screen.act(partial(take_step, navigator, answers))
            told.append(seen(person))
    assert found(foreign, "\n".join(told)) == []


def seen(person: Person) -> str:
    """What is on the screen, and what can be scrolled to."""
    return "\n".join([*person.lines, *(line.text for line in person.screen.sheet.lines)])


# --- papers ----------------------------------------------------------------------------------

PAPERS = [
    PrintOptions(form, edition, with_words=True)
    for form in FORMATS.values()
    for edition in EDITIONS.values()
    if form.takes(edition)
]


@pytest.mark.parametrize("options", PAPERS, ids=lambda one: f"{one.format.name}{one.ending}")
def test_no_paper_says_anything_of_another_aid(
    options: PrintOptions,
    other: OtherAid,
    aid_of_other: DecisionAid,
    answers: Answers,
    foreign: re.Pattern[str],
) -> None:
    moments = dict.fromkeys(answers, "20 November 2026, 14:05")
    made = [make_file(options, aid_of_other, SummaryInput(answers, moments), ON)]
    if options.edition.make_blank and options.format.name != "record-line":
        made.append(render(options.edition.make_blank(aid_of_other, ON), options))
    for data in made:
        said = "\n".join(pages(data)) if options.format.name == "pdf" else read(data.decode())
        assert any(one in " ".join(said.split()) for one in other.advice)
        assert found(foreign, said) == []


def read(text: str) -> str:
    """What people read of it: no tags, and no drawings."""
    return re.sub(r"<(style|svg)\b.*?</\1>|<[^<>]*>", " ", text, flags=re.DOTALL)
