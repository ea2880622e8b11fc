"""A picture of the interview for clinical reviewers: sections, questions, and what opens them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape as as_markup
from typing import TYPE_CHECKING

from decision_aid.conditions import (
    AllOf,
    Answered,
    AnyOf,
    Includes,
    Not,
    QuestionTest,
    ScoreWithin,
    Within,
    Written,
)
from decision_aid.plain_text import one_line

if TYPE_CHECKING:
    from decision_aid.conditions import Condition
    from decision_aid.content import DecisionAid, Question
    from decision_aid.measures import Ends

LANE, LINE, PAD, BOX = 14, 17, 8, 720
CHARACTERS = 92
_SVG = '<svg xmlns="http://www.w3.org/2000/svg"'
_CALLED = ": the interview, version "
_HEAD = 2_000


@dataclass(frozen=True)
class Box:
    """A question's place in the picture."""

    question: Question
    top: int
    lines: tuple[str, ...]
    gate: tuple[str, ...]

    @property
    def height(self) -> int:
        """The box with its words."""
        return PAD * 2 + LINE * (len(self.lines) + len(self.gate))

    @property
    def middle(self) -> int:
        """Where lines meet the box."""
        return self.top + self.height // 2


def draw_interview(aid: DecisionAid) -> str:
    """The picture as SVG: questions downward, and a lane for each that opens others."""
    boxes, headings, height = _place_boxes(aid)
    lanes = _lanes(aid)
    left = LANE * (len(lanes) + 2)
    parts = [*_heading_marks(headings, left), *_lane_marks(aid, boxes, lanes, left)]
    parts += [mark for box in boxes.values() for mark in _box_marks(box, left)]
    size = f'width="{left + BOX + 20}" height="{height}"'
    title = _escape(f"{aid.title}{_CALLED}{aid.version}")
    return (
        f'{_SVG} {size} font-family="sans-serif" font-size="13">'
        f'<title>{title}</title><rect width="100%" height="100%" fill="#fff"/>'
        + "".join(parts)
        + "</svg>\n"
    )


def is_graph(data: bytes) -> bool:
    """Whether these bytes are a picture of an interview that this program drew."""
    return data.startswith(_SVG.encode()) and _CALLED.encode() in data[:_HEAD]


def in_words(aid: DecisionAid, condition: Condition) -> str:
    """A condition as a reviewer reads it: `Which fits best? is: Had a procedure already`."""
    if isinstance(condition, Not):
        return f"not ({in_words(aid, condition.part)})"
    if isinstance(condition, AllOf | AnyOf):
        word = "; and " if isinstance(condition, AllOf) else "; or "
        return word.join(_group(aid, part) for part in condition.parts)
    if isinstance(condition, ScoreWithin):
        return f"{condition.score} {_verb_of(condition.ends)} {_say_ends(condition.ends)}"
    test = next(condition.tests())
    if isinstance(test, Written):
        return f"{test.question} has words"
    if isinstance(test, Answered):
        return f"{test.question} is answered"
    return f"{test.question} {_verb(test)} {_name_choices(aid, test)}"


def _group(aid: DecisionAid, part: Condition) -> str:
    words = in_words(aid, part)
    return f"({words})" if isinstance(part, AllOf | AnyOf) else words


def _verb(test: QuestionTest) -> str:
    if isinstance(test, Within):
        return _verb_of(test.ends)
    return "includes" if isinstance(test, Includes) else "is"


def _verb_of(ends: Ends) -> str:
    low, high = ends
    return "is at least" if high is None else "is at most" if low is None else "is from"


def _say_ends(ends: Ends) -> str:
    return " to ".join(str(end) for end in ends if end is not None)


def _name_choices(aid: DecisionAid, test: QuestionTest) -> str:
    if isinstance(test, Within):
        return _say_ends(test.ends)
    question = aid.by_id[test.question]
    texts = {choice.id: f"“{choice.text}”" for choice in question.own_choices()}
    return " or ".join(texts.get(name, name) for name in test.names())


def _escape(text: str) -> str:
    """A text as it can stand in the picture: XML has no place for control characters."""
    return as_markup(one_line(text))


def _place_boxes(aid: DecisionAid) -> tuple[dict[str, Box], list[tuple[str, int]], int]:
    boxes: dict[str, Box] = {}
    headings, top = [], PAD * 2
    for section in aid.sections:
        headings.append((section.title, top))
        top += LINE * 2
        for question in section.questions:
            box = Box(question, top, _words_of(question), _gate_of(aid, question))
            boxes[question.id] = box
            top += box.height + PAD
        top += PAD * 2
    return boxes, headings, top


def _words_of(question: Question) -> tuple[str, ...]:
    kind = question.type.replace("_", " ")
    return tuple(textwrap.wrap(f"{question.id} ({kind}): {question.text}", CHARACTERS))


def _gate_of(aid: DecisionAid, question: Question) -> tuple[str, ...]:
    if question.when is None:
        return ()
    return tuple(textwrap.wrap(f"when {in_words(aid, question.when)}", CHARACTERS))


def _lanes(aid: DecisionAid) -> dict[str, int]:
    """Each question that opens others, with its lane from the left."""
    opening = dict.fromkeys(
        test.question for q in aid.questions if q.when is not None for test in q.when.tests()
    )
    return {name: lane for lane, name in enumerate(opening, 1)}


def _heading_marks(headings: list[tuple[str, int]], left: int) -> Iterator[str]:
    for title, top in headings:
        yield (
            f'<text x="{left}" y="{top + LINE}" font-size="17" font-weight="bold">'
            f"{_escape(title)}</text>"
        )


def _lane_marks(
    aid: DecisionAid, boxes: dict[str, Box], lanes: dict[str, int], left: int
) -> Iterator[str]:
    for name, lane in lanes.items():
        x = lane * LANE
        opened = [boxes[q.id] for q in aid.questions if q.when and name in _read(q.when)]
        start, end = boxes[name].middle, max(box.middle for box in opened)
        yield f'<path d="M{left} {start}H{x}V{end}" fill="none" stroke="#555"/>'
        yield f'<circle cx="{left}" cy="{start}" r="4"/>'
        for box in opened:
            yield f'<path d="M{x} {box.middle}H{left - 3}" fill="none" stroke="#555"/>'
            yield f'<path d="M{left - 8} {box.middle - 4}l8 4l-8 4z"/>'


def _read(condition: Condition) -> set[str]:
    return {test.question for test in condition.tests()}


def _box_marks(box: Box, left: int) -> Iterator[str]:
    yield (
        f'<rect x="{left}" y="{box.top}" width="{BOX}" height="{box.height}" rx="4" '
        'fill="#fff" stroke="#000"/>'
    )
    for number, line in enumerate((*box.lines, *box.gate), 1):
        weight = ' font-weight="bold"' if number <= len(box.lines) else ""
        y = box.top + PAD + LINE * number - 4
        yield f'<text x="{left + PAD}" y="{y}"{weight}>{_escape(line)}</text>'
