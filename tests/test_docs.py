"""The authors' guide: its examples load, it names all there is, and the aid made from it works.

An example is a YAML block with a tag: `whole` stands alone; all others are laid over the exercise
in tests/second_aid. `rule` and `fault` blocks have a wrong half and, after `---`, a right one.
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
from decision_aid.check.rule import CheckRule
from decision_aid.check.rules import loading
from decision_aid.condition_shapes import SCHEMA
from decision_aid.content import DecisionAid
from decision_aid.content.faults import InvalidContent
from decision_aid.content.fields import ContentPart
from decision_aid.content.load import load
from decision_aid.content.placeholders import TABLE
from decision_aid.content.schema import json_schema
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.visit import Visit
from tests import papers
from tests.conftest import ON, clock

GUIDE = (Path(__file__).parents[1] / "docs" / "authors.md").read_text(encoding="utf-8")
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


def _examples() -> Iterator[Example]:
    for found in re.finditer(r"^```yaml ?(\S*) ?(\S*)\n(.*?)^```$", GUIDE, re.M | re.S):
        yield Example(GUIDE.count("\n", 0, found.start()) + 1, *found.groups())


EXAMPLES = tuple(_examples())


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


def whole(fragment: Any) -> Any:
    """The exercise with the fragment laid over it: parts of the file, or a list of questions."""
    if isinstance(fragment, dict):
        return laid_over(SECOND_DATA, fragment)
    home = {_id(item): s["id"] for s in SECOND_DATA["sections"] for item in s["items"]}
    aid = SECOND_DATA
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
    known = {"whole", "part", "question", "passages", "conditions", "answers", "line"}
    known |= {"rule", "fault", "translation"}
    assert [str(one) for one in EXAMPLES if one.tag not in known] == []


@pytest.mark.parametrize("example", tagged("whole"))
def test_the_smallest_file_can_be_taken_and_printed(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "questions.yaml"
    path.write_text(example.text, encoding="utf-8")
    visit = Visit(load(path), clock)
    visit.pass_over()
    assert "Ask every member." in papers.text(visit.summary())


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


@pytest.mark.parametrize("example", tagged("answers"))
def test_answers_are_taken(example: Example, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(example.text, encoding="utf-8")
    assert load_answers(path, load(SECOND / "questions.yaml"))["travel"] == 65


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
LOADING = {rule.id for rule in loading.RULES}
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


def test_the_guide_has_each_rule_with_an_example() -> None:
    assert [name for name in RULES if f"**`{name}`**" not in GUIDE] == []
    without = set(RULES) - {one.name for one in EXAMPLES}
    assert without == OF_TEMPLATES | {
        "reviewed", "translation-whole", "translation-complete", "translation-signed-off",
        "asked-again-alike", "text-as-written",
    }  # fmt: skip


def test_the_guide_names_each_fault_of_loading() -> None:
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", GUIDE, re.M)) & LOADING == LOADING


def test_the_guide_names_no_rule_that_is_gone() -> None:
    _, _, catalogue = GUIDE.partition("\n# What check looks for\n")
    assert set(re.findall(r"^\*\*`([a-z-]+)`\*\*", catalogue, re.M)) == set(RULES)


# --- the guide names all there is -------------------------------------------------------------


def _types() -> list[str]:
    items = json_schema()["$defs"]["Section"]["properties"]["items"]["items"]
    return list(items["discriminator"]["mapping"])


def test_the_guide_shows_every_kind_of_question() -> None:
    assert [kind for kind in _types() if f"**`{kind}`**" not in GUIDE] == []


def test_the_guide_shows_every_kind_of_passage() -> None:
    mappings = json_schema()["properties"]["welcome"]["items"]["oneOf"][1:]
    kinds = {kind for mapping in mappings for kind in mapping["properties"]}
    assert [kind for kind in kinds if f"`{kind}" not in GUIDE] == []


def test_the_guide_shows_every_word_of_conditions() -> None:
    words = {*SCHEMA["properties"], *SCHEMA["additionalProperties"]["anyOf"][2]["properties"]}
    shown = "\n".join(one.text for one in EXAMPLES if one.tag == "conditions")
    assert [word for word in sorted(words) if f"{{{word}: " not in shown] == []


def test_the_guide_names_every_placeholder() -> None:
    assert [row.name for row in TABLE if f"`{{{row.name}}}`" not in GUIDE] == []


def test_the_guide_names_every_part_of_a_file() -> None:
    written_parts = [part for part in vars(content).values() if _is_written(part)]
    names = {f.name for part in written_parts for f in fields(part) if "computed" not in f.metadata}
    assert [name for name in names if not re.search(rf"(?:^|[`{{ ,]){name}[`:]", GUIDE, re.M)] == []


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
