"""All parts with how far they are done, and the questions of one part with the answers given."""

from __future__ import annotations

from decision_aid.content import Note, Question
from decision_aid.interview import Progress
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.tui import messages
from decision_aid.tui.screens.overlay import Overlay
from decision_aid.words import words

EN = words("en").screens

ASKED = {
    "covered": messages.ShowCovered,
    "code": messages.ShowCode,
    "keep": messages.AskKeeping,
    "stop": messages.ShowSummary,
    "reading": messages.ShowReading,
}
"""What the rows ask for that lead to no part of the guide."""


class OverviewScreen(Overlay):
    """Leads anywhere: to any question, to more reading, to the summary."""

    part = ""
    """The section that is open; empty: all of them."""

    def page(self) -> Page:
        return self._part() if self.part else self._all()

    def _all(self) -> Page:
        interview = self.face.interview
        rows = [self._section(one) for one in interview.progress]
        aid = interview.aid
        rows += [Row(f"part:{s.id}", s.title) for s in aid.sections if s.shelf and s.questions]
        rows += [Row("covered", EN.covered)] if self.face.counsels else []
        rows += [Row("code", EN.my_code)] if self.face.code else []
        rows += [Row("keep", EN.keep_after_all)] if self.face.may_still_keep else []
        rows += [Row("stop", EN.stop_and_print), Row("reading", EN.change_reading)]
        return Page(
            EN.overview,
            EN.overview_title,
            (Prose("text", EN.overview_lead),),
            (Row("close", EN.close), *rows),
            at=0,
        )

    def _section(self, one: Progress) -> Row:
        numbers = {"done": one.done, "total": one.total}
        done = EN.all_done if one.done == one.total else EN.done_of.format(**numbers)
        visit = self.face.visit
        here = visit is not None and visit.shown in {q.id for q in one.section.questions}
        beside = f"{done}, {EN.you_are_here}" if here else done
        return Row(f"part:{one.section.id}", one.section.title, beside=beside)

    def _part(self) -> Page:
        interview = self.face.interview
        section = next(one for one in interview.aid.sections if one.id == self.part)
        asked = [q for q in section.questions if section.shelf or q.id in interview.places]
        rows = [Row(f"go:{q.id}", self._title(q), beside=self._answer(q)) for q in asked]
        lead = EN.shelf_lead if section.shelf else EN.part_lead
        return Page(
            EN.overview,
            section.title,
            (Prose("text", lead),),
            (*rows, Row("all", EN.all_parts)),
            at=0,
        )

    def _title(self, question: Question) -> str:
        return self.face.wording().question(question)

    def _answer(self, question: Question) -> str:
        given = self.face.interview.given
        if question.id not in given:
            return ""
        value = given[question.id]
        if isinstance(question, Note):
            return EN.read_it
        if value is not None and question.use == "notes":
            return EN.noted
        return EN.passed_over if value is None else " ".join(question.phrase(value).split())

    def chosen(self, row: str) -> None:
        kind, _, name = row.partition(":")
        if kind == "part":
            self._open(name)
        elif kind == "all":
            self._open("")
        elif kind == "go":
            on_path = name in self.face.interview.places
            self.ask(messages.JumpTo(name) if on_path else messages.ShowNote(name))
        elif kind in ASKED:
            self.ask(ASKED[kind]())
        else:
            self.close()

    def _open(self, part: str) -> None:
        self.part = part
        self.show()

    def action_back(self) -> None:
        if self.part:
            self._open("")
        else:
            self.close()
