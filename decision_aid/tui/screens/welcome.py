"""What this guide is, for whom, and how long it takes."""

from __future__ import annotations

from decision_aid.screens.page import Page, Prose, Row
from decision_aid.tui import messages, saying
from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.words import words

EN = words("en").screens


class WelcomeScreen(PageScreen):
    """Says what the guide is, and begins."""

    def page(self) -> Page:
        wording = self.face.wording()
        aid = wording.aid
        said = wording.passages(aid.welcome, "welcome")
        visit = self.face.begun
        warned = (Prose("notice", visit.warning),) if visit.warning else ()
        for_two = (Prose("text", EN.welcome_for_two),) if self.face.counsels else ()
        return Page(
            EN.a_guide,
            aid.welcome_title,
            (*warned, *saying.prose(said), *for_two),
            (
                Row("start", EN.start_again if visit.answers else EN.start),
                Row("easier", EN.see_easier),
                Row("unwell", visit.aid.welcome_urgent or EN.unwell),
                *((Row("keep", EN.keep_after_all),) if self.face.may_still_keep else ()),
            ),
            at=0,
            sources=saying.sources(said),
        )

    def keys(self) -> tuple[Key, ...]:
        rows = len(self.sheet.page.rows)
        return (Key(f"1-{rows}", EN.bar_choose, "step(1)", hint=True), *super().keys())

    def chosen(self, row: str) -> None:
        asked = {
            "start": messages.Begin,
            "easier": messages.ShowReading,
            "unwell": messages.ShowUrgent,
            "keep": messages.AskKeeping,
        }
        self.ask(asked[row]())

    def action_back(self) -> None:
        self.ask(messages.ShowReading())
