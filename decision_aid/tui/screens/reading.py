"""The first screen: how one wants to read. It is there before any content is."""

from __future__ import annotations

from decision_aid.screens.page import Page, Prose, Row
from decision_aid.tui import messages
from decision_aid.tui.screens.base import PageScreen
from decision_aid.tui.widgets.foot_bar import Key
from decision_aid.words import words

EN = words("en").screens

THEMES = ("dark", "light", "high_contrast")


class ReadingScreen(PageScreen):
    """Shows each way to read at once when it is picked."""

    @property
    def guide(self) -> str:
        return EN.a_guide  # the same before the content is there and after

    def page(self) -> Page:
        face = self.face
        return Page(
            "",
            EN.reading_title,
            (Prose("text", EN.reading_lead), Prose("soft", EN.reading_larger)),
            (
                Row("dark", EN.dark, "one"),
                Row("light", EN.light, "one"),
                Row("high_contrast", EN.high_contrast, "one"),
                Row("roomy", EN.roomy, "some"),
                Row("by_line", EN.line_by_line),
                Row("go_on", EN.go_on),
            ),
            (face.theme, *(("roomy",) if face.roomy else ())),
            most=9,
            at=THEMES.index(face.theme),
        )

    def on_screen_resume(self) -> None:
        self.show()

    def keys(self) -> tuple[Key, ...]:
        return (
            Key("1-6", EN.bar_choose, "step(1)", hint=True),
            Key(EN.key_enter, EN.bar_go_on, "go_on"),
            Key("u", EN.bar_urgent, "ask('ShowUrgent')"),
            Key("?", EN.bar_keys, "ask('ShowKeys')"),
        )

    def picked(self) -> None:
        marked = self.sheet.choices.marked
        theme = next(name for name in THEMES if name in marked)
        self.sheet.roomy = "roomy" in marked
        self.ask(messages.ReadIn(theme, self.sheet.roomy))

    def chosen(self, row: str) -> None:
        if row == "by_line":
            self.ask(messages.ReadByLine())
        else:
            self.forward()

    def forward(self) -> None:
        if self.face.visit is None:
            self.sheet.say(EN.one_moment)
        self.ask(messages.ShowWelcome())
