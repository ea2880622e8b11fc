"""The staff's page: what a clinician needs of the answers at a glance, and no typed words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from decision_aid.content import Number, Rating, SelectMultiple, SelectOne, Text
from decision_aid.interview import Interview, interview
from decision_aid.speech import Said, Sentence, Speech
from decision_aid.summary import (
    Advice,
    Block,
    NumberedSource,
    advice,
    block,
    changes_said,
    listed,
    may_print,
    spoken,
    urgent_help,
    warning,
)
from decision_aid.words.reports_en import EN

if TYPE_CHECKING:
    from datetime import date

    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid, Question


@dataclass(frozen=True)
class StaffSummary:
    """All that the staff's page says. As on the patient's, one of `opening` and `main` is empty.

    Whoever was treated, or may have been, is asked about warning signs before all else.
    """

    title: str
    about: str
    """The aid's short title."""
    says: str
    """What this copy is, and whether typed words stand on it."""
    ask: tuple[Block, ...]
    """The reminder to ask about warning signs, where there is reason to."""
    opening: tuple[Block, ...]
    urgent_help: Block
    main: tuple[Block, ...]
    recommendation: Advice
    recorded: tuple[Block, ...]
    """Those blocks that the line for the record says too."""
    own_words: tuple[Block, ...]
    """What was typed, only where that was asked for."""
    sources: tuple[NumberedSource, ...]
    on: date
    language: str
    version: str
    content_hash: str
    evidence_read: date
    warning: str
    out_of_date: bool


def staff_summary(
    aid: DecisionAid,
    given: Answers,
    on: date,
    moments: Mapping[str, str] | None = None,
    *,
    with_words: bool = False,
    changed: tuple[str, ...] = (),
) -> StaffSummary:
    """The staff's page of these answers on that day; typed words only `with_words`."""
    walked = interview(aid, given)
    said = _Staff(walked, spoken(walked, on, moments or {}, typed=False))
    return said.summary(on, with_words, changed)


@dataclass(frozen=True)
class _Staff:
    """Turns the plan of the summary into the staff's page, for one interview.

    What was typed is unknown to the speech, so no placeholder can bring it in.
    """

    walked: Interview
    speech: Speech

    @property
    def aid(self) -> DecisionAid:
        return self.walked.aid

    def summary(self, on: date, with_words: bool, changed: tuple[str, ...]) -> StaffSummary:
        signs, planned = self._signs(), tuple(self._page_one())
        ask = tuple(self._ask(signs))
        shown = (*planned, *self._readiness(), *self._later(), *changes_said(changed))
        said = StaffSummary(
            title=EN["staff"].format(title=self.aid.short_title),
            about=self.aid.short_title,
            says=EN["staff_says_typed" if with_words else "staff_says"],
            ask=ask,
            opening=() if ask else shown,
            urgent_help=urgent_help(self.speech),
            main=shown if ask else (),
            recommendation=advice(self.speech),
            recorded=(*_filled([Block("signs", EN["signs"], signs)]), *planned),
            own_words=tuple(self._own_words()) if with_words else (),
            sources=(),
            on=on,
            language=self.aid.language,
            version=self.aid.version,
            content_hash=self.aid.content_hash,
            evidence_read=self.aid.evidence_read,
            warning=warning(self.aid, on),
            out_of_date=self.aid.standing(on) in ("expired", "withdrawn"),
        )
        parts = (said.recommendation, said.urgent_help, *said.ask, *shown)
        return replace(said, sources=listed(self.aid, parts))

    # --- warning signs ---

    def _ask(self, signs: tuple[Said, ...]) -> Iterator[Block]:
        """The reminder, where somebody was treated or is asked about warning signs anyway."""
        treated = self.aid.summary.urgent_first.holds(self.speech.heard) is True
        if treated or any(map(_urgent, self.walked.path)):
            first = f"{EN['ask_again']} {EN['told' if signs else 'not_told']}"
            yield Block("ask", EN["ask_now"], (_text(first, "ask"), *signs))

    def _signs(self) -> tuple[Said, ...]:
        """What was answered about warning signs."""
        urgent = (q for q in self.walked.path if _urgent(q) and self._phrase(q))
        return tuple(Said("item", (Sentence(self._answer(q), q.id),)) for q in urgent)

    def _answer(self, question: Question) -> str:
        """The question with its answer, and when that was given."""
        asked, answer = self.speech.question(question), self._phrase(question)
        asked += "" if asked.endswith(("?", ".", "!")) else ":"
        moment = self.speech.moments.get(question.id)
        noted = f" {EN['noted'].format(moment=moment)}" if moment else ""
        return f"{asked} {answer[:1].upper()}{answer[1:]}.{noted}"

    def _phrase(self, question: Question) -> str:
        """The answer in words; nothing where there is none that may print."""
        answer = self.speech.heard.get(question.id)
        return "" if answer is None else question.phrase(answer).rstrip(".")

    # --- what the author planned ---

    def _page_one(self) -> Iterator[Block]:
        """The situation, and what stands on the patient's page 1 too."""
        plan = self.aid.summary
        lead = self.speech.passages(plan.staff_lead or plan.lead, "summary.lead")
        yield from _filled([Block("situation", EN["situation"], tuple(map(_as_text, lead)))])
        yield from self._planned(page_one=True)

    def _later(self) -> Iterator[Block]:
        return self._planned(page_one=False)

    def _planned(self, *, page_one: bool) -> Iterator[Block]:
        blocks = self.aid.summary.blocks
        chosen = [one for one in blocks if one.staff] or [one for one in blocks if one.page_one]
        plans = (one for one in chosen if one.page_one is page_one)
        return _filled(block(self.speech, one) for one in plans)

    # --- what was asked at the start and again at the end ---

    def _readiness(self) -> Iterator[Block]:
        said = (self._twice(*pair) for pair in _pairs(self.aid))
        items = tuple(Said("item", (Sentence(text, name),)) for name, text in said if text)
        yield from _filled([Block("readiness", EN["readiness"], items)])

    def _twice(self, first: Question, again: Question) -> tuple[str, str]:
        """Both answers to a question asked twice, in words; nothing where there is neither."""
        if not self._phrase(first) and not self._phrase(again):
            return again.id, ""
        before, after = map(self._state, (first, again))
        asked = self.speech.question(again)
        return again.id, EN["readiness_both"].format(question=asked, before=before, after=after)

    def _state(self, question: Question) -> str:
        asked = question.id in self.walked.places
        return self._phrase(question) or EN["unanswered" if asked else "not_asked"]

    # --- what was typed ---

    def _own_words(self) -> Iterator[Block]:
        """What was typed and may print, under the question that asked for it."""
        typed = (q for q in self.walked.path if isinstance(q, Text) and may_print(self.walked, q))
        said = (
            said
            for question in typed
            if (words := self.walked.heard[question.id]) is not None
            for said in (
                Said("heading", (Sentence(self.speech.question(question), question.id),)),
                _text(question.phrase(words), question.id),
            )
        )
        yield from _filled([Block("own_words", EN["own_words"], tuple(said))])


def _pairs(aid: DecisionAid) -> list[tuple[Question, Question]]:
    """Questions that are asked twice in the same words with the same choices."""
    first: dict[object, Question] = {}
    pairs = []
    for question in filter(_picked, aid.questions):
        same = (question.text, question.takes())
        if same in first:
            pairs.append((first[same], question))
        first[same] = question
    return pairs


def _picked(question: Question) -> bool:
    return isinstance(question, SelectOne | SelectMultiple | Rating | Number)


def _urgent(question: Question) -> bool:
    return question.urgent and _picked(question)


def _filled(blocks: Iterable[Block]) -> Iterator[Block]:
    return (one for one in blocks if one.passages)


def _text(text: str, content_id: str) -> Said:
    return Said("text", (Sentence(text, content_id),))


def _as_text(said: Said) -> Said:
    return replace(said, kind="text") if said.kind == "heading" else said
