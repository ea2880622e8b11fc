"""The authors' guide: its examples load, it names all there is, and the aids made from it work.

An example is a YAML block with a tag. Those of the first hour, `hour`, are put together one after
the other; all others are laid over the exercise in tests/second_aid. `rule` and `fault` blocks
stand in tests/examples.md, and have a wrong half and, after `---`, a right one.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from decision_aid import cli, content, paths
from decision_aid.answers_file import load_answers
from decision_aid.check import rules
from decision_aid.check.file_subject import FileSubject
from decision_aid.check.reference import reference
from decision_aid.check.rule import CheckRule
from decision_aid.check.rules import loading
from decision_aid.check.run import catalogue, check_file
from decision_aid.condition_shapes import SCHEMA
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.fields import ContentPart
from decision_aid.content.load import load
from decision_aid.content.placeholders import TABLE
from decision_aid.content.schema import json_schema
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.report.pdf_text import pages
from decision_aid.visit import Visit
from tests import papers
from tests.conftest import ON, clock

GUIDE = (Path(__file__).parents[1] / "docs" / "authors.md").read_text(encoding="utf-8")
OF_RULES = (Path(__file__).parent / "examples.md").read_text(encoding="utf-8")
SECOND = Path(__file__).parent / "second_aid"


# --- the examples ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Example:
    """A YAML block of the guide."""

    line: int
    tag: str
    name: str
    text: str

    @property
    def halves(self) -> list[str]:
        """What is wrong, and what is right."""
        return self.text.split("---\n")

    def __str__(self) -> str:
        return f"line {self.line}: {self.tag} {self.name}".strip()


def _examples(text: str) -> Iterator[Example]:
    for found in re.finditer(r"^```yaml ?(\S*) ?(\S*)\n(.*?)^```$", text, re.M | re.S):
        yield Example(text.count("\n", 0, found.start()) + 1, *found.groups())


EXAMPLES = (*_examples(GUIDE), *_examples(OF_RULES))


def tagged(*tags: str) -> list[Any]:
    """The examples with these tags, as parameters."""
    return [pytest.param(one, id=str(one)) for one in EXAMPLES if one.tag in tags]


def data_of(text: str) -> Any:
    """Plain data as the engine reads it."""
    document = read_yaml(text.encode())
    assert not document.faults, document.faults
    return document.data


SECOND_DATA = data_of((SECOND / "questions.yaml").read_text(encoding="utf-8"))


def laid_over(below: Any, above: Any) -> Any:
    """Mappings are joined key by key, lists of parts with ids part by part; else `above` stands."""
    if isinstance(below, dict) and isinstance(above, dict):
        joined = {name: laid_over(below.get(name), value) for name, value in above.items()}
        return below | joined
    if isinstance(below, list) and isinstance(above, list) and _have_ids(below, above):
        over = {_id(part): part for part in above}
        kept = [laid_over(part, over.pop(_id(part), {})) for part in below]
        return [*kept, *over.values()]
    return above


def _have_ids(*lists: list[Any]) -> bool:
    return all(isinstance(part, dict) and _id(part) for parts in lists for part in parts)


def _id(part: dict[str, Any]) -> str:
    return str(part.get("id") or part.get("word") or "")


def whole(fragment: Any, below: Any = SECOND_DATA) -> Any:
    """An aid with the fragment laid over it: parts of the file, or a list of questions."""
    if isinstance(fragment, dict):
        return laid_over(below, fragment)
    home = {_id(item): s["id"] for s in below["sections"] for item in s["items"]}
    aid = below
    for item in fragment:
        section = {"id": home.get(_id(item), "yours"), "items": [item]}
        aid = laid_over(aid, {"sections": [section]})
    return aid


def written(data: Any, folder: Path, name: str = "questions.yaml") -> Path:
    """The data as a content file with its evidence beside it."""
    (folder / "docs").mkdir(exist_ok=True)
    evidence = (SECOND / "docs" / "evidence.md").read_bytes()
    (folder / "docs" / "evidence.md").write_bytes(evidence)
    path = folder / name
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def test_every_example_has_a_tag_that_a_test_knows() -> None:
    known = {"hour", "part", "question", "passages", "conditions"}
    known |= {"rule", "fault", "translation"}
    assert [str(one) for one in EXAMPLES if one.tag not in known] == []


@pytest.mark.parametrize("example", tagged("part", "question"))
def test_a_part_loads(example: Example, tmp_path: Path) -> None:
    load(written(whole(data_of(example.text)), tmp_path))


@pytest.mark.parametrize("example", tagged("passages"))
def test_passages_load(example: Example, tmp_path: Path) -> None:
    note = {"id": "new", "type": "note", "text": "New", "body": data_of(example.text)}
    load(written(whole([note]), tmp_path))


@pytest.mark.parametrize("example", tagged("conditions"))
def test_conditions_load(example: Example, tmp_path: Path) -> None:
    notes = [
        {"id": f"new{n}", "type": "note", "text": "New", "body": ["Read."], "when": when}
        for n, when in enumerate(data_of(example.text))
    ]
    load(written(whole(notes), tmp_path))


# --- what is refused, and what check looks for ------------------------------------------------


@pytest.mark.parametrize("example", tagged("fault"))
def test_a_fault_is_told_and_its_mend_loads(example: Example, tmp_path: Path) -> None:
    wrong, right = example.halves
    assert example.name in _faults(wrong, tmp_path)
    load(written(whole(data_of(right)), tmp_path))


def _faults(text: str, folder: Path) -> set[str]:
    document = read_yaml(text.encode())
    if document.faults:
        return {fault.id for fault in document.faults}
    try:
        load(written(whole(document.data), folder))
    except InvalidContent as faulty:
        return {fault.id for fault in faulty.faults}
    return set()


def _rules() -> Iterator[CheckRule]:
    for module in pkgutil.iter_modules(rules.__path__):
        yield from getattr(importlib.import_module(f"{rules.__name__}.{module.name}"), "RULES", ())


RULES = {rule.id: rule for rule in _rules() if rule not in loading.RULES}
OF_TEMPLATES = {
    "sheet-fits",
    "staff-page-fits",
    "templates-there",
    "advice-surely-printed",
    "advice-not-hidden",
    "paper-dated",
}
"""These look at reports/ alone, whatever the aid."""


def breaks(name: str, path: Path) -> bool:
    """Whether the file breaks the rule."""
    return any(RULES[name].inspect(FileSubject(load(path), paths.reports(), ON, path)))


@pytest.mark.parametrize("example", tagged("rule"))
def test_a_rule_is_broken_by_its_example_and_kept_by_its_mend(
    example: Example, tmp_path: Path
) -> None:
    wrong, *right = example.halves
    assert breaks(example.name, written(whole(data_of(wrong)), tmp_path))
    for half in right:
        assert not breaks(example.name, written(whole(data_of(half)), tmp_path))


@pytest.mark.parametrize("example", tagged("translation"))
def test_a_rule_of_translations_is_broken_and_kept(example: Example, tmp_path: Path) -> None:
    original = written(SECOND_DATA, tmp_path)
    wrong, right = example.halves
    beside = tmp_path / "questions.de.yaml"
    beside.write_text(wrong, encoding="utf-8")
    assert breaks(example.name, original)
    beside.write_text(right, encoding="utf-8")
    assert not breaks(example.name, original)


def test_each_rule_has_an_example() -> None:
    without = set(RULES) - {one.name for one in EXAMPLES}
    assert without == OF_TEMPLATES | {
        "reviewed", "translation-whole", "translation-complete", "translation-signed-off",
        "text-as-written", "asked-again-alike",
    }  # fmt: skip


def test_no_example_is_of_a_rule_that_is_gone() -> None:
    assert [one.name for one in EXAMPLES if one.tag == "rule" and one.name not in RULES] == []


# --- the first hour ---------------------------------------------------------------------------


@pytest.fixture
def hour(tmp_path: Path) -> Iterator[Path]:
    """The file of the first hour, as it stands after each of its steps."""
    return _steps(tmp_path)


def _steps(folder: Path) -> Iterator[Path]:
    (folder / "docs").mkdir()
    [evidence] = re.findall(r"^```text evidence\n(.*?)^```$", GUIDE, re.M | re.S)
    (folder / "docs" / "evidence.md").write_text(evidence, encoding="utf-8")
    data: dict[str, Any] = {}
    for example in (one for one in EXAMPLES if one.tag == "hour" and one.name != "answers"):
        data |= data_of(example.text)
        path = folder / "questions.yaml"
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        yield path


def test_after_each_step_of_the_first_hour_the_file_can_be_taken_and_printed(
    hour: Iterator[Path],
) -> None:
    printed = []
    for path in hour:
        visit = Visit(load(path), clock)
        while visit.shown is not None:
            visit.pass_over()
        printed.append(papers.text(visit.summary()))
    assert len(printed) == 7
    assert "The choice is the group's." in printed[0]
    assert "Talk about it at the next meeting." in printed[-1]


def test_after_the_first_hour_only_reviewers_are_missing(hour: Iterator[Path]) -> None:
    *_, path = hour
    told = check_file(path, paths.reports(), ON)
    assert {fault.id for fault in told.faults} == {"reviewed"}
    assert told.passed


def test_the_first_hour_ends_with_a_page_that_has_the_answers(
    hour: Iterator[Path], tmp_path: Path
) -> None:
    *_, content_file = hour
    answers, page = tmp_path / "answers.yaml", tmp_path / "page.pdf"
    [given] = [one.text for one in EXAMPLES if one.name == "answers"]
    answers.write_text(given, encoding="utf-8")
    asked = ["--content", str(content_file), "--output", str(page)]
    assert cli.main(["summary", str(answers), *asked]) == 0
    said = " ".join("\n".join(pages(page.read_bytes())).split())
    assert "I would miss the tea." in said
    assert "Is there a quiet room in the library?" in said


# --- the reference ----------------------------------------------------------------------------


def test_the_reference_in_the_guide_is_what_the_types_and_the_catalogue_say() -> None:
    found = re.search(r"^<!-- reference.*?-->\n(.*)^<!-- end of .*-->$", GUIDE, re.M | re.S)
    assert found
    assert found[1] == reference(), "the two differ: run `make guide`"


def test_the_reference_says_what_each_field_is_and_what_each_rule_asks() -> None:
    rows = [line.split(" | ") for line in reference().splitlines() if line.startswith("| ")]
    assert [row[0] for row in rows if row[-1].strip(" |") == ""] == []
    told = {row[0].strip("| *`").split("`")[0] for row in rows}
    assert {rule.id for rule in catalogue()} <= told


def test_the_guide_stays_short() -> None:
    assert GUIDE.count("\n") < 900


# --- the guide names all there is -------------------------------------------------------------


def _types() -> list[str]:
    items = json_schema()["$defs"]["Section"]["properties"]["items"]["items"]
    return list(items["discriminator"]["mapping"])


def test_the_guide_shows_every_kind_of_question() -> None:
    assert [kind for kind in _types() if f"| `{kind}` | kind of question |" not in GUIDE] == []


def test_the_guide_shows_every_kind_of_passage() -> None:
    mappings = json_schema()["properties"]["welcome"]["items"]["oneOf"][1:]
    kinds = {kind for mapping in mappings for kind in mapping["properties"]}
    shown = "\n".join(one.text for one in EXAMPLES if one.tag == "passages")
    assert [kind for kind in kinds if not re.search(rf"[ {{]{kind}: ", shown)] == []


def test_the_guide_shows_every_word_of_conditions() -> None:
    words = {*SCHEMA["properties"], *SCHEMA["additionalProperties"]["anyOf"][2]["properties"]}
    shown = "\n".join(one.text for one in EXAMPLES if one.tag == "conditions")
    assert [word for word in sorted(words) if f"{{{word}: " not in shown] == []


def test_the_guide_names_every_placeholder() -> None:
    assert [row.name for row in TABLE if f"`{{{row.name}}}`" not in GUIDE] == []


def test_the_guide_names_every_part_of_a_file() -> None:
    written_parts = [part for part in vars(content).values() if _is_written(part)]
    names = {f.name for part in written_parts for f in fields(part) if "computed" not in f.metadata}
    assert [name for name in names if not re.search(rf"[`.]{name}`", GUIDE)] == []


def _is_written(part: object) -> bool:
    if not isinstance(part, type) or part is content.Passage:  # its kinds stand for it
        return False
    return issubclass(part, ContentPart) and bool(_fields_of(part))


def _fields_of(part: type) -> dict[str, Any]:
    return getattr(part, "__dataclass_fields__", {})


def test_the_guide_names_every_command_and_what_it_takes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    commands = re.findall(r"^    ([a-z]+) ", _help(capsys), re.M)
    assert commands
    for command in commands:
        assert f"decision-aid {command}" in GUIDE
        options = set(re.findall(r"--[a-z][a-z-]+", _help(capsys, command))) - {"--help"}
        assert [option for option in sorted(options) if f"`{option}" not in GUIDE] == []


def _help(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    with pytest.raises(SystemExit):
        cli.main([*command, "--help"])
    return capsys.readouterr().out


def test_every_link_inside_the_guide_leads_somewhere() -> None:
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```$", "", GUIDE, flags=re.M | re.S), re.M)
    places_there = {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}
    assert set(re.findall(r"\]\(#([^)]*)\)", GUIDE)) <= places_there


# --- the aid that was made from the guide -----------------------------------------------------


@pytest.fixture(scope="module")
def second() -> DecisionAid:
    return load(SECOND / "questions.yaml")


def test_the_second_aid_has_every_kind_of_question(second: DecisionAid) -> None:
    assert {item.type for section in second.sections for item in section.items} == set(_types())


def test_the_second_aid_breaks_no_rule_but_that_nobody_reviewed_it() -> None:
    path = SECOND / "questions.yaml"
    assert {name for name in RULES if breaks(name, path)} - OF_TEMPLATES == {"reviewed"}


def interview(second: DecisionAid) -> Visit:
    """A visit by somebody who answers everything."""
    answers = load_answers(SECOND / "answers.yaml", second)
    visit = Visit(second, clock)
    while visit.shown is not None:
        value = answers.get(visit.shown)
        if len(visit.together) > 1:
            visit.answer_each({q.id: str(answers[q.id]) for q in visit.together})
            visit.leave_open()
        elif value is None:
            visit.pass_over()
        else:
            visit.answer(list(value) if isinstance(value, tuple) else [str(value)])
            visit.go_on()
    return visit


SAYS = (
    "I lean towards meeting in person.",
    "Who helps when a call fails?",
    "I would miss the tea.",
    "60 of 100 came to most meetings, 40 did not.",
    "Ask every member before you change how you meet.",
    "Smoke, fire, or no answer? Call your local emergency number",
)


def test_the_second_aid_ends_in_a_summary_in_every_format(second: DecisionAid) -> None:
    summary = interview(second).summary()
    sheet, facts = papers.text(summary), papers.rendered(summary, "txt", edition="facts").decode()
    text = " ".join((sheet + facts).split())
    page = papers.html(summary)
    assert [words for words in SAYS if words not in text] == []
    assert [words for words in SAYS if words not in page] == []
    assert papers.pdf(summary, "a4").startswith(b"%PDF")


def test_passing_over_everything_still_prints_the_advice(second: DecisionAid) -> None:
    visit = Visit(second, lambda: datetime(2026, 11, 20))
    while visit.shown is not None:
        visit.pass_over()
    text = " ".join(papers.text(visit.summary()).split())
    assert "Ask every member before you change how you meet." in text
    assert "I lean towards" not in text
    assert text.index("Smoke, fire") < text.index("Our question"), "urgent help stands first"
