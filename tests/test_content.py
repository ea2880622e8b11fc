"""Each kind of question: what it takes, what that means, how it is said, what it refuses."""

from __future__ import annotations

import pytest

from decision_aid.content import (
    Checklist,
    ChecklistItem,
    Choice,
    InvalidAnswer,
    KnowledgeCheck,
    Note,
    Number,
    Picks,
    Question,
    Rating,
    SelectMultiple,
    SelectOne,
    Text,
    parse_cited,
    parse_passage,
)
from decision_aid.words import Words

CHOICES = (
    Choice(id="fatigue", text="Less fatigue", printed="less fatigue"),
    Choice(id="balance", text="Balance"),
    Choice(id="pain", text="Less pain"),
    Choice(id="none", text="None of these", alone=True),
)
ONE = SelectOne(id="q", text="Which?", choices=CHOICES)
SOME = SelectMultiple(id="q", text="Which?", choices=CHOICES, most=2)
SCALE = Rating(id="q", text="How much?", least_means="not at all", most_means="very much")
COUNT = Number(id="q", text="How many?", least=1, most=120, unit="months")
WORDS = Text(id="q", text="What?", limit=10)


@pytest.mark.parametrize(
    ("question", "given", "value", "words"),
    [
        (ONE, ["fatigue"], "fatigue", "less fatigue"),
        (ONE, ["balance"], "balance", "Balance"),
        (SOME, ["pain", "fatigue"], ("fatigue", "pain"), "less fatigue and Less pain"),
        (SOME, ["none"], ("none",), "None of these"),
        (SCALE, ["4"], 4, "4 / 5"),
        (COUNT, [" 18 "], 18, "18 months"),
        (COUNT, ["٣"], 3, "3 months"),
        (WORDS, ["  hello "], "hello", "hello"),
        (WORDS, ["0123456789 and more"], "0123456789", "0123456789"),
        (WORDS, ["a\x1b[0mb\ud800"], "a\ufffd[0mb\ufffd", "a\ufffd[0mb\ufffd"),
    ],
)
def test_what_is_given_becomes_a_value_and_words(
    question: Question, given: list[str], value: object, words: str
) -> None:
    assert question.parse(given) == value
    assert question.phrase(question.parse(given), Words()) == words


@pytest.mark.parametrize(
    ("question", "given", "message"),
    [
        (ONE, [], "pick_one"),
        (ONE, ["fatigue", "pain"], "pick_one"),
        (ONE, ["other"], "unknown_choice"),
        (SOME, [], "pick_some"),
        (SOME, ["fatigue", "balance", "pain"], "too_many"),
        (SOME, ["none", "pain"], "not_together"),
        (SCALE, ["6"], "out_of_range"),
        (SCALE, ["very"], "not_a_number"),
        (COUNT, ["0"], "out_of_range"),
        (COUNT, ["9" * 400], "not_a_number"),
        (WORDS, ["   "], "empty"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_message(
    question: Question, given: list[str], message: str
) -> None:
    with pytest.raises(InvalidAnswer) as refused:
        question.parse(given)
    assert refused.value.message == message


def test_each_line_of_a_checklist_is_a_question_of_its_own() -> None:
    checklist = Checklist(
        id="offer",
        items=(
            ChecklistItem(id="pay", text="Must you pay?"),
            ChecklistItem(id="soon", text="Soon?"),
        ),
        answers=(Choice(id="present", text="Yes"), Choice(id="absent", text="No")),
    )
    pay, soon = checklist.questions()
    assert (pay.id, pay.text, soon.id) == ("offer.pay", "Must you pay?", "offer.soon")
    assert pay.parse(["absent"]) == "absent"


def test_a_knowledge_check_says_what_was_explained_whatever_was_chosen() -> None:
    check = KnowledgeCheck(
        id="c1",
        text="Who did better?",
        choices=(Choice(id="same", text="Same"), Choice(id="more", text="More")),
        explained="same",
        unsure="more",
        agreed=(parse_passage("Yes."),),
        otherwise=(parse_passage("Here it is."),),
    )
    agreed, other = check.answered("same"), check.answered("more")
    assert agreed is not None
    assert (agreed.as_explained, agreed.passages) == (True, check.agreed)
    assert other is not None
    assert (other.as_explained, other.unsure, other.passages) == (False, True, check.otherwise)


def test_a_note_is_only_read() -> None:
    note = Note(id="n", text="Title", body=(parse_passage("Body."),))
    assert note.parse(()) == "seen"
    with pytest.raises(InvalidAnswer):
        note.parse(["something"])


def test_a_rating_offers_each_step_with_words_at_the_ends() -> None:
    takes = SCALE.takes()
    assert isinstance(takes, Picks)
    assert [c.text for c in takes.choices] == ["1: not at all", "2", "3", "4", "5: very much"]


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("Ask.", [("Ask.", ())]),
        ("It did [a].", [("It did.", ("a",))]),
        ("It did [a, b-2]. Ask.", [("It did.", ("a", "b-2")), ("Ask.", ())]),
        ("One [a]. Two [b].", [("One.", ("a",)), ("Two.", ("b",))]),
        ("NICE: “no” [a].", [("NICE: “no”.", ("a",))]),
        ("Write [not a mark!] here.", [("Write [not a mark!] here.", ())]),
    ],
)
def test_marks_become_sources_of_the_words_before_them(
    text: str, statements: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert [(s.text, s.sources) for s in parse_cited(text).statements] == statements
