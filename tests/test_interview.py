"""The path that follows from answers, and what is heard of them."""

from __future__ import annotations

from pathlib import Path

from decision_aid.interview import conduct_interview
from tests.small import small_aid

GATED = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- id: treated
  type: select_one
  text: Treated?
  when: {who: me}
  choices: [{id: done, text: Done}, {id: not_done, text: Not done}]
- {id: when_done, type: text, text: When?, when: {treated: done}}
- {id: ask, type: text, text: What to ask?}
"""


def test_the_path_holds_what_applies_in_the_order_of_the_file(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    assert [q.id for q in conduct_interview(aid, {"who": "me"}).path] == ["who", "treated", "ask"]
    interview = conduct_interview(aid, {"who": "me", "treated": "done"})
    assert [q.id for q in interview.path] == ["who", "treated", "when_done", "ask"]


def test_an_answer_off_the_path_is_kept_and_not_heard(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    given = {"who": "you", "treated": "done", "when_done": "2011"}
    assert conduct_interview(aid, given).heard == {"who": "you"}
    assert conduct_interview(aid, given | {"who": "me"}).heard == given | {"who": "me"}


def test_a_question_passed_over_opens_no_gate(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    interview = conduct_interview(aid, {"who": None})
    assert [q.id for q in interview.path] == ["who", "ask"]
    assert [q.id for q in interview.passed_over] == ["who"]


def test_next_is_the_first_not_asked_yet(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    interview = conduct_interview(aid, {"who": "me", "ask": "x"})
    assert interview.next is not None
    assert interview.next.id == "treated"
    assert conduct_interview(aid, {"who": "you", "ask": None}).next is None


def test_about_counts_what_may_still_come(tmp_path: Path) -> None:
    aid = small_aid(tmp_path, GATED)
    assert conduct_interview(aid, {}).about == 4
    assert conduct_interview(aid, {"who": "you"}).about == 2


def test_before_and_after_follow_the_path(tmp_path: Path) -> None:
    interview = conduct_interview(small_aid(tmp_path, GATED), {"who": "you"})
    after, before = interview.after("who"), interview.before("ask")
    assert after is not None
    assert before is not None
    assert (after.id, before.id) == ("ask", "who")
    assert (interview.before("who"), interview.after("ask")) == (None, None)


def test_a_section_gates_all_its_questions(tmp_path: Path) -> None:
    sections = """
    - id: start
      title: Start
      items:
        - {id: who, type: select_one, text: Who?,
           choices: [{id: me, text: Me}, {id: you, text: You}]}
    - id: mine
      title: Mine
      when: {who: me}
      items:
        - {id: a, type: text, text: A?}
        - {id: b, type: text, text: B?, when: {who: you}}
    """
    aid = small_aid(tmp_path, sections=sections)
    assert [q.id for q in conduct_interview(aid, {"who": "me"}).path] == ["who", "a"]
    assert [q.id for q in conduct_interview(aid, {"who": "you"}).path] == ["who"]
