"""What the line-by-line face says, in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True)
class LineWords:
    """Prompts and messages of the plain face; each is one short line or two."""

    opening: str = (
        "This is the line by line edition. Each question is followed by numbered answers. "
        "Type a number and press Enter. At any question you can also type a letter: "
        "p pass over, b back, u urgent help, s sources, w words explained, o overview, "
        "x stop and print, h help."
    )
    urgent_way: str = "{text}? Type u and press Enter."
    or_skip: str = "Or type p to pass over."
    step: str = "{section}. Step {place} of about {about}."
    answer_one: str = "Your answer, 1 to {last}: "
    answer_some: str = "Your answers, up to {most}, with spaces between: "
    answer_text: str = "Write your words in one line, then Enter. Enter alone passes over: "
    answer_number: str = "Write a number: "
    text_commands: str = "To use a letter here, put a slash before it, such as /b for back."
    door: str = "Type a number, or Enter to go on: "
    text_cut: str = "That was longer than {limit} characters. The first {limit} are held."
    held: str = "Your answer so far: {answer}."
    chosen: str = "You chose: {answer}."
    once_more: str = "Here it is once more."
    not_known: str = "That was not understood. Type a number from the list, or h for help."
    already: str = "You answered this before. Your answer stands."
    go_on: str = "Go on"
    picture: str = "The numbers in words"
    rows: str = "The options side by side"
    comes_from: str = "Where does this come from?"
    another_way: str = "Say it another way"
    explain: str = "Explain it once more"
    see: str = "Read: {title}"
    say: str = "Words you can use: {text}"
    no_before: str = "This is the first question."
    sources_here: str = "This rests on:"
    no_sources: str = "This screen states no fact that needs a source."
    words_title: str = "Words explained."
    overview_title: str = "Overview."
    overview_section: str = "{title}: {done} of {total} done."
    overview_prompt: str = "Type the number of a question to go there, or Enter to go back: "
    overview_open: str = "not yet"
    overview_passed: str = "passed over"
    overview_read: str = "read"
    shelf_title: str = "More to read, if you like:"
    urgent_end: str = "End of urgent help."
    stopping: str = "Here is your summary as it stands."
    at_the_end: str = "That was the last question. Thank you."
    save_prompt: str = "What would you like to do? Type a number: "
    save_choices: tuple[str, ...] = (
        "Save my summary as a PDF, to print",
        "Save it as a web page",
        "Save it as plain text",
        "Read it here",
        "Go back to the questions",
        "Finish",
    )
    formats: Mapping[str, Literal["pdf", "html", "txt"]] = field(
        default_factory=lambda: MappingProxyType({"1": "pdf", "2": "html", "3": "txt"})
    )
    """The numbers of those choices that save, with the format."""
    read_here: str = "4"
    return_to_questions: str = "5"
    finish: str = "6"
    saved: str = "Saved: {path}"
    not_saved: str = "It could not be saved: {reason}"
    finished: str = "Goodbye. Nothing was kept in this program."
    ended: str = "The input has ended, so this stops here. Your summary so far follows."
    loading_failed: str = "The questionnaire cannot be opened. Its file has faults:"


LINES = LineWords()
