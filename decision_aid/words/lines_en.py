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
    # --- keeping, and going on later ---
    keep: str = "Keep my answers {where}, so that I can carry on later"
    here: str = "on this computer"
    at_the_clinic: str = "in the clinic's records"
    keep_locked: str = "The same, with a passphrase"
    no_trace: str = "Leave no trace"
    keep_staff: str = "The clinic's staff can read kept answers, unless you set a passphrase."
    keep_prompt: str = "May your answers be kept? 1 to 3, or Enter to leave no trace: "
    nothing_kept: str = "Nothing is kept on this computer, except a summary if you save one."
    kept_under: str = "Your answers are kept {where}, under this label: {label}"
    label_for_staff: str = (
        "The label is for the clinic's staff, to name your visit. A code opens your answers."
    )
    keep_away: str = "Your answers cannot be kept right now."
    keep_failed: str = "You can go on all the same. Then nothing is kept."
    not_kept: str = (
        "This answer could not be kept right now. You can go on; it is held until you finish."
    )
    not_opened: str = "Answers kept earlier cannot be opened right now. You can start anew."
    tell_staff: str = "Please tell someone who works here, or who looks after this computer."
    for_staff: str = "This is for them: {reason}"
    not_begun: str = "So the visit did not begin: nothing was asked, and nothing is kept."
    label_prompt: str = "A label of your own, better not your name, or Enter for three words: "
    code: str = (
        "Write down this code: it is shown only once. It opens your answers again. Capitals and "
        "dashes make no difference. If you lose it, the clinic's staff can give you another one."
    )
    code_part: str = "Part {place}: {letters}"
    code_done: str = "Press Enter when you have written it down: "
    choose_lock: str = (
        "Choose a passphrase of at least {least} characters. It is not shown as you type. "
        "Enter alone goes back: "
    )
    once_again: str = "Write it once more. Enter alone goes back: "
    too_short: str = "It needs at least {least} characters."
    not_the_same: str = "The two were not the same. Please choose again."
    unlock: str = "The passphrase. It is not shown as you type. Enter alone goes back: "
    resume: str = "Answers are kept here from earlier."
    last_used: str = "last used {moment}"
    locked: str = "locked by a passphrase"
    anew: str = "Start anew"
    resume_prompt: str = "Which do you want to go on with? 1 to {last}, or Enter to start anew: "
    code_prompt: str = "Your code from an earlier visit, or Enter to start anew: "
    no_such_code: str = (
        "There are no answers under that code. You typed:\n{code}\n"
        "Please compare it with the code that you wrote down. "
        "If you have lost it, ask the clinic's staff for another one."
    )
    in_use: str = (
        "These answers are open in another program. You can look at them here, but not change "
        "them. To go on, close the other program first."
    )
    in_use_choices: tuple[str, ...] = (
        "Look at the answers",
        "Try again",
        "Start anew, without these answers",
    )
    in_use_prompt: str = "What would you like to do? 1 to 3, or Enter to look: "
    brought: str = "Answers from home are here."
    brought_choices: tuple[str, ...] = ("Look at the answers first", "Carry on")
    brought_prompt: str = "1 or 2, or Enter to carry on: "
    reached: str = "You had reached {section}; {answered} answered."
    reached_end: str = "You had reached the end; {answered} answered."
    overview_way: str = "Type o at any question to read all answers."
    signs_again: str = "Questions about warning signs are asked again each time, first."
    asked_again: str = "These kept answers do not fit this guide any more, and are asked again:"
    finished_not_kept: str = (
        "Goodbye. Your last answers could not be kept; they are gone when this ends."
    )
    finished_kept: str = "Goodbye. Your answers are kept under this label: {label}"
    # --- counselling ---
    prompt: str = "For you, the counsellor: {text}"
    teach_back: str = (
        "For you, the counsellor: say it once more in your own words. Then ask how they would "
        "tell this to a friend."
    )
    teach_back_asking: str = (
        "For you, the counsellor: say it once more in your own words. Then ask: “{question}”"
    )
    counsellor_opening: str = (
        "You go through it with a counsellor, who sees what you answer. "
        "For you, the counsellor: type n for private notes, a for the answers given, "
        "k for what is covered, what is still open, and how ready they feel."
    )
    counsellor_ending: str = (
        "For you, the counsellor: type k for what is covered, what is still open, and how ready "
        "they feel."
    )
    answers_title: str = "The answers given."
    answers_none: str = "Nothing was answered yet."
    answers_end: str = "End of the answers given."
    agenda: str = "They wanted to leave with: {agenda}"
    covered: str = "Covered: {title}."
    still_open: str = "Still open: {title}, {done} of {total} done."
    say_again: str = "Worth saying once more: {question}"
    readiness: str = "How ready they feel. It is not a score."
    readiness_states: str = "{question} At the start: {before}. At the end: {after}."
    readiness_step: str = "A step they can take: “{text}”"
    notes_prompt: str = "Private notes, in one line; Enter alone leaves them as they are: "
    notes_held: str = "Your notes so far: {notes}"
    # --- questions ---
    step: str = "{section}. Step {place} of about {about}."
    step_alone: str = "{section}. Step {place}."
    answer_one: str = "Your answer, 1 to {last}: "
    answer_some: str = "Your answers, up to {most}, with spaces between: "
    answer_text: str = "Write your words in one line, then Enter. Enter alone passes over: "
    answer_number: str = "Write a number: "
    text_commands: str = "To use a letter here, put a slash before it, such as /b for back."
    door: str = "Type a number, or Enter to go on: "
    text_cut: str = "That was longer than {limit} characters. The first {limit} are held."
    held: str = "Your answer so far: {answer}. Enter alone keeps it; p takes it back."
    held_words: str = "Your words so far: “{answer}” Enter alone keeps them; /p takes them back."
    answer_text_again: str = "Write other words in one line, or Enter alone to keep yours: "
    taken_back: str = (
        "Your answer is taken back, and the question is passed over. "
        "To answer it after all, go back with b."
    )
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
    overview_noted: str = "written"
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
    left: str = "Your visit ends here."
    left_nothing: str = "Nothing of it is kept, except a summary if you saved one."
    left_as_before: str = (
        "Nothing of it is kept, except a summary if you saved one. "
        "Answers kept earlier stay as they are."
    )
    left_not_kept: str = "Your last answers could not be kept; they are gone."
    ended: str = "The input has ended, so this stops here. Your summary so far follows."
    loading_failed: str = "The questionnaire cannot be opened. Its file has faults:"


LINES = LineWords()
