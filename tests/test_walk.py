"""A field that is added to a type of the content is seen by all that goes over the content."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

import pytest

from decision_aid import paths
from decision_aid.check.grades import by_area
from decision_aid.check.rule import Subject
from decision_aid.check.rules.language import sentence_too_long
from decision_aid.check.texts import texts
from decision_aid.content import Choice, Cited, DecisionAid, SelectOne, parse_cited, text_hash
from decision_aid.content.field_kinds import Unsaid, field_kinds
from decision_aid.content.fields import ContentPart, Says
from decision_aid.content.text_places import find_texts
from decision_aid.content.validation import find_faults
from tests.conftest import ON

NOTHING = Cited(())
FACT = parse_cited("It was one fair trial.")
LONG = "Pick this " + "and think of it again " * 8 + "today."


@dataclass(frozen=True, kw_only=True)
class HintedChoice(Choice):
    """A choice with a field that no rule has heard of."""

    hint: Annotated[str, Says("choice")] = ""
    fact: Annotated[Cited, Says("text")] = NOTHING


@dataclass(frozen=True, kw_only=True)
class SilentChoice(Choice):
    """A choice whose new field does not say what it is."""

    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class SilentList(ContentPart):
    """A list of new texts that does not say what they are."""

    hints: tuple[Cited, ...] = ()


def with_hint(aid: DecisionAid, **new: Any) -> DecisionAid:
    """The aid whose first choice has what is new."""
    section = aid.sections[0]
    question = section.items[0]
    assert isinstance(question, SelectOne)
    first, *others = question.choices
    choices = (HintedChoice(**vars(first), **new), *others)
    items = (replace(question, choices=choices), *section.items[1:])
    return replace(aid, sections=(replace(section, items=items), *aid.sections[1:]))


def faults(aid: DecisionAid) -> set[tuple[str, str, str]]:
    return {(fault.id, fault.owner, fault.message) for fault in find_faults(aid)}


def test_a_new_text_is_searched_for_unknown_placeholders(small: DecisionAid) -> None:
    found = faults(with_hint(small, hint="You said {gone}."))
    assert found == {("unknown-placeholder", "who", "nothing fills {gone}")}
    assert faults(with_hint(small, hint="You said {who}.")) == set()


def test_a_new_text_is_searched_for_unknown_sources(small: DecisionAid) -> None:
    found = faults(with_hint(small, fact=parse_cited("A fact [gone].")))
    assert found == {("unknown-source", "who", "the source 'gone' is not in the list of sources")}
    assert faults(with_hint(small, fact=parse_cited("A fact [nice]."))) == set()


def test_a_new_text_is_held_to_the_rules_of_language(small: DecisionAid) -> None:
    subject = Subject(with_hint(small, hint=LONG), paths.reports(), ON)
    assert [(fault.owner, fault.text) for fault in sentence_too_long(subject)] == [("who", LONG)]


def test_a_new_text_for_patients_counts_in_the_reading_grade(small: DecisionAid) -> None:
    before, after = (
        by_area(texts(one), "en")["one"] for one in (small, with_hint(small, fact=FACT))
    )
    assert (before.words, after.words) == (1, 6)


def test_a_new_text_is_part_of_what_reviewers_sign_off(small: DecisionAid) -> None:
    assert text_hash(with_hint(small, hint="One.")) != text_hash(with_hint(small, hint="Two."))


def test_a_new_text_may_be_translated() -> None:
    written = {"id": "me", "text": "Me", "hint": "12: {who}."}
    assert {place: one.text for place, one in find_texts(written, HintedChoice).items()} == {
        "text": "Me",
        "hint": "12: {who}.",
    }


@pytest.mark.parametrize("type_", [SilentChoice, SilentList])
def test_a_field_that_does_not_say_what_it_is_is_an_error(type_: type[ContentPart]) -> None:
    with pytest.raises(Unsaid, match=rf"{type_.__name__}\.hints? does not say"):
        field_kinds(type_)


def _types(base: type[ContentPart]) -> list[type[ContentPart]]:
    own = [one for one in base.__subclasses__() if one.__module__.startswith("decision_aid.")]
    return [*own, *(below for one in own for below in _types(one))]


def test_every_field_of_the_content_says_what_it_is() -> None:
    assert {kind.name for type_ in _types(ContentPart) for kind in field_kinds(type_)} >= {
        "prompt", "box_title", "contacts_checked", "because", "unit", "staff_lead",
    }  # fmt: skip
