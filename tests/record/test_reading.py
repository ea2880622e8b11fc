"""Read back by other content: what it does not take is told, never guessed."""

from __future__ import annotations

from pathlib import Path

from decision_aid.record import StoredAnswer
from decision_aid.record.reading import interpret_answers, to_be_kept
from tests.conftest import clock
from tests.small import small_aid

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: signs, type: select_one, text: Any signs?, keep: never, passed_over_as: some,
   choices: [{id: some, text: Some}, {id: none, text: None}]}
- {id: hope, type: select_multiple, text: What for?,
   choices: [{id: rest, text: Rest}, {id: walk, text: Walking}]}
- {id: pain, type: rating, text: How bad?, most: 5, least_means: none, most_means: bad}
- {id: found, type: note, text: What was found, body: [Nothing.]}
- {id: ask, type: text, text: What to ask?}
"""


def test_answers_mean_what_they_meant(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS)
    given = {"who": ("me",), "hope": ("walk", "rest"), "pain": ("3",), "found": (), "ask": None}
    answers, unread = interpret_answers(aid, given)
    assert answers == {
        "who": "me", "hope": ("rest", "walk"), "pain": 3, "found": "seen", "ask": None,
    }  # fmt: skip
    assert unread == ()


def test_what_newer_content_does_not_take_is_told(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS)
    given = {
        "who": ("somebody",),
        "hope": ("rest", "gone"),
        "pain": ("9",),
        "ask": ("a", "b"),
        "dropped": ("x",),
        "found": None,
    }
    answers, unread = interpret_answers(aid, given)
    assert answers == {"found": "seen"}
    assert [(one.question, one.reason.message, one.is_known) for one in unread] == [
        ("who", "unknown_choice", True),
        ("hope", "unknown_choice", True),
        ("pain", "out_of_range", True),
        ("ask", "pick_one", True),
        ("dropped", "unknown_question", False),
    ]


def test_what_is_never_kept_is_neither_stored_nor_heard(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, QUESTIONS)
    answers = [StoredAnswer(name, ("some",), clock()) for name in ("signs", "who", "dropped")]
    assert [kept.question for kept in to_be_kept(aid, answers)] == ["who", "dropped"]
    assert interpret_answers(aid, {"signs": ("some",)}) == ({}, ())
