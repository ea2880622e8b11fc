"""The engine's words in English: all that the program itself says, whatever the aid is about."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal, Protocol

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

# Plain classes: as dataclasses they would cost every start 6 ms.


class Refusal(Protocol):
    """Why an answer was not taken: the name of a message, and what to put into it."""

    message: str
    details: Mapping[str, str | int | float | date]


class Expected(Protocol):
    """What a box takes: the name of a message, and what to put into it."""

    @property
    def message(self) -> str:
        """The name of the message."""

    @property
    def details(self) -> Mapping[str, str | int | float | date]:
        """What to put into it."""


class ScreenWords:
    """Titles, choices, keys and messages of the full-screen face, whatever the aid is about."""

    # --- reading ---
    a_guide: str = "A guide for your decision"
    reading_title: str = "How do you want to read?"
    reading_lead: str = "Choose what is easiest for your eyes. You can change it at any time."
    reading_larger: str = (
        "Larger letters: hold Ctrl and press + until you can read well. "
        "In some windows it is Cmd and +, or Ctrl, Shift and +."
    )
    dark: str = "Light letters on dark"
    light: str = "Dark letters on light"
    high_contrast: str = "High contrast"
    roomy: str = "More room between the lines"
    line_by_line: str = "Line by line, for a screen reader or braille"
    untranslated: str = (
        "Not all of this guide is translated yet. Texts that are still in {language}: {count}."
    )
    other_content: str = (
        "The guide has changed since you began. "
        "To read it in another language, please start it again."
    )
    go_on: str = "Go on"
    one_moment: str = "One moment, please."

    # --- welcome ---
    start: str = "Start"
    start_again: str = "Go on where I was"
    start_kept: str = "Carry on where you were"
    about_minutes: str = "about {minutes} minutes"
    see_easier: str = "First make this easier to see"
    unwell: str = "I feel unwell now"

    # --- keeping ---
    keeping: str = "Your answers"
    ask_title: str = "May this computer keep your answers?"
    ask_title_shared: str = "May the clinic keep your answers?"
    ask_lead: str = "They can be kept {where} so that you can carry on later, or leave no trace."
    ask_staff: str = "The clinic's staff can read them there, unless you set a passphrase."
    ask_keep: str = "Keep {where}, so that I can carry on later"
    ask_lock: str = "The same, with a passphrase"
    ask_no_trace: str = "Leave no trace"
    nothing_kept: str = "nothing is kept"
    here: str = "on this computer"
    at_the_clinic: str = "in the clinic's records"
    kept_here: str = "kept {where}"
    only_looking: str = "only looking"
    not_kept_now: str = "not kept at the moment"
    not_kept_yet: str = (
        "This answer could not be kept, but you can go on: it is held until you finish. {reason}"
    )
    label_title: str = "Your answers get a label"
    label_lead: str = "You find them again under these words. We do not ask for your name."
    label_lead_shared: str = (
        "The clinic's staff call your visit by these words. We do not ask for your name. "
        "Next you are given a code: it opens your answers again."
    )
    label_taken: str = "That label is in use already: please choose another one."
    label_take: str = "Go on with this label"
    label_other: str = "Three other words"
    label_own: str = "A label of my own"
    label_own_title: str = "What label do you want?"
    label_own_lead: str = "Take any few words, up to 40 characters. Please do not take your name."
    lock_title: str = "Choose a passphrase"
    lock_lead: str = "It needs at least {least} characters. Four words are good. {unseen}"
    lock_again_title: str = "Write the passphrase once more"
    lock_again_lead: str = "This makes sure that a slip of the keys does not lock you out."
    lock_short: str = "That has {count} characters, and it needs at least {least}."
    lock_long: str = "That has {count} characters, and it can have {most} at most."
    lock_no_text: str = "That held a key that is no text, such as an arrow key: please choose anew."
    locks_differ: str = "The two were not the same: please choose the passphrase again."
    code_title: str = "Write down this code"
    code_lead: str = (
        "It opens your answers again. In this visit you find it in the overview too. "
        "If you lose it, the clinic's staff can give you another one."
    )
    code_done: str = "I have written it down"
    code_first: str = "Please write the code down first. Then press 1."
    my_code: str = "The code for my answers"
    keep_failed_title: str = "Your answers cannot be kept"
    keep_failed: str = "You can go on all the same. Then nothing is kept but a summary you save."
    reason_here: str = "The reason: {reason}"
    tell_staff: str = "Please tell someone who works here."
    reason_staff: str = "For them, the reason: {reason}"
    go_on_without: str = "Go on without keeping"
    keep_after_all: str = "Keep my answers after all"
    try_another: str = "Try another way"

    # --- going on later ---
    resume_title: str = "Go on with answers kept earlier?"
    resume_nothing: str = "No answers kept here can be read. You can start anew."
    resume_lead: str = "Choose the label of your answers, or start anew."
    resume_shared: str = "Do you have a code from an earlier visit?"
    resume_code: str = "Yes, I have a code"
    resume_new: str = "Start anew"
    last_used: str = "last used {moment}"
    locked: str = "locked"
    code_enter_title: str = "What is your code?"
    code_enter_lead: str = (
        "It looks like K7QM-3XHD-9T2P. Capitals and dashes make no difference. "
        "If you have lost it, the clinic's staff can give you another one."
    )
    code_wrong: str = (
        "There are no answers under that code: please compare it with yours, and correct it here."
    )
    code_length: str = "A whole code has {whole} letters and digits; this one has {signs}."
    unlock_title: str = "What is the passphrase?"
    unlock_lead: str = "It opens “{label}”. {unseen}"
    unseen: str = "As you type, each letter shows as a dot."
    unlock_wrong: str = (
        "That passphrase does not open these answers: please look at capital letters and spaces."
    )
    write_first: str = (
        "Nothing is written yet. Write in the box, then press Enter. Or press F3 to go back."
    )
    still_not: str = "It still did not work, at try {tries}. {reason}"
    open_failed_title: str = "That could not be opened"
    open_failed: str = "Your answers cannot be opened right now. You can still start anew."
    recap_title: str = "Welcome back"
    recap_reached: str = "You had reached “{section}”; {answered} answered."
    recap_end: str = "You had reached the end; {answered} answered."
    recap_urgent: str = "Questions about warning signs are asked again each time, first."
    recap_again: str = (
        "This guide has changed. These answers do not fit it any more. "
        "They are still kept, and asked again:"
    )
    recap_no_more: str = (
        "The guide has become shorter. "
        "Answers to questions that it does not ask any more: {count}. "
        "They are still kept, and not used."
    )
    in_use_title: str = "These answers are open in another program"
    in_use_lead: str = (
        "You can look at them here, but not change them. To go on, close the other program first."
    )
    look: str = "Look at the answers"
    look_title: str = "The answers given"
    look_none: str = "Nothing was answered yet."
    brought_title: str = "Answers from home are here"
    brought_lead: str = "Look at them first, or carry on together."
    carry_on: str = "Carry on together"

    # --- counselling ---
    prompt: str = "For you, the counsellor: {text}"
    teach_back: str = (
        "For you, the counsellor: say it once more in your own words. Then ask: “{question}”"
    )
    teach_back_question: str = "How would you tell this to a friend?"
    welcome_for_two: str = (
        "You go through it with a counsellor, who sees what you answer. "
        "What the counsellor notes is never printed for you."
    )
    noted: str = "written"
    notes_title: str = "Private notes"
    notes_lead: str = "They are for you who counsel. They are never printed for the patient."
    notes_done: str = "Keep these notes and go back"
    bar_notes_done: str = "keep and go back"
    bar_notes: str = "notes"
    covered: str = "Covered, and still open"
    covered_title: str = "What was covered, and what is still open"
    covered_agenda: str = "What they wanted to leave with: {agenda}"
    covered_done: str = "Covered"
    covered_open: str = "Still open"
    covered_teach: str = "Worth saying once more"
    covered_none: str = "There is nothing here."
    readiness: str = "How ready they feel, and next steps"
    readiness_title: str = "How ready they feel"
    readiness_lead: str = "What they said at the start and at the end. It is not a score."
    readiness_states: str = "At the start: {before}. At the end: {after}."
    readiness_step: str = "A step they can take: “{text}”"
    values_title: str = "What they told you"
    not_answered: str = "not answered yet"

    # --- questions ---
    count: str = "step {at} of about {about}"
    count_short: str = "{at} of about {about}"
    count_alone: str = "step {at}"
    you_chose: str = "You chose: {choice}"
    another_answer: str = "The answer is another one: “{choice}”."
    explain_again: str = "Explain it once more"
    show_picture: str = "Show me the picture"
    show_pictures: str = "Show me the pictures"
    show_table: str = "Show the table"
    comes_from: str = "Where does this come from?"
    another_way: str = "Say it another way"
    first_way: str = "Say it the first way"
    see_note: str = "Read: {title}"
    take_back: str = (
        "You have answered this. To keep your answer, press Enter. "
        "To take it away and go on, pass over once more."
    )
    box_was_empty: str = "You wrote nothing there, so that question was passed over."
    one_left_open: str = (
        "On the page before, one answer is left open. You can go back to it at any time."
    )
    several_left_open: str = (
        "On the page before, {count} answers are left open. You can go back to them at any time."
    )
    one_left_out: str = (
        "With that change, one of your answers belongs to a question that is not asked any more, "
        "so it is not printed. If you change it back, it is there again."
    )
    several_left_out: str = (
        "With that change, {count} of your answers belong to questions that are not asked any "
        "more, so they are not printed. If you change it back, they are there again."
    )
    can_skip: str = "You can also pass over this question: press p."
    can_skip_box: str = "You can also pass over this question: press F4."
    any_number: str = "Choose all that fit."
    by_itself: str = "only by itself"
    too_many: str = "You have chosen {most}. To choose another one, first take one away."
    characters: str = "{count} of {limit} characters"
    full: str = "{count} of {limit} characters. This box is full. What came after is not kept."
    back_to_reached: str = "Back to where I was"
    new_first: str = (
        "Your answers bring up something new, which comes first. "
        "After it you are back where you were."
    )
    back_to_text: str = "Go back"

    # --- pictures and table ---
    next_picture: str = "Next picture"
    before_picture: str = "Picture before"
    picture_of: str = "picture {at} of {total}"
    each_sign: str = "Each sign is one person. There are {of} in each picture."
    go_back: str = "Go back"

    # --- overview ---
    overview: str = "Overview"
    overview_title: str = "Where you are, and where you can go"
    overview_lead: str = "Choose a part to see its questions, and to change any answer."
    done_of: str = "{done} of {total} done"
    all_done: str = "done"
    part_left_open: str = "{count} left open"
    all_parts: str = "Back to all parts"
    you_are_here: str = "you are here"
    shelf_lead: str = "Read what you like. Nothing here needs an answer."
    part_lead: str = "Choose a question to go to it. Your other answers stay as they are."
    read_it: str = "read"
    passed_over: str = "passed over"
    stop_and_print: str = "Stop and print what I have"
    change_reading: str = "Make this easier to see"

    # --- summary ---
    summary: str = "Your summary"
    summary_title: str = "Your summary is ready"
    summary_lead: str = (
        "It says what you chose to print, what is known and not known, and what you can ask. "
        "Take it with you to those who care for you."
    )
    summary_so_far: str = "It holds what you have told us so far. You can go on at any time."
    open_it: str = "Open it"
    print_it: str = "Print it"
    opening: str = "It was opened in another window."
    not_opened: str = (
        "It could not be opened from here. You find it in that folder, and can open it there."
    )
    save_it: str = "Save it as …"
    read_here: str = "Read it here"
    change_answer: str = "Go back to the questions"
    finish: str = "Finish"
    save_title: str = "Save your summary"
    save_lead: str = "It will be put in this folder:"
    save_elsewhere: str = "Put it in another folder"
    can_leave_out: str = "{offer}. You can leave this out"
    folder_title: str = "In which folder shall it be?"
    folder_lead: str = "Write its whole name, such as {folder}."
    folder_none: str = "{folder}: there is no such folder. Please correct the name."
    saved_title: str = "Your summary is saved"
    saved_as: str = "It is here:"
    saved_next: str = (
        "To print it, open it and choose Print. Or take it to somebody who can print it."
    )
    unprintable: str = "A PDF cannot show these letters of yours: {letters}."
    unprintable_mend: str = (
        "In their place it would have the sign \ufffd. Saved as a page for the browser (HTML), "
        "your words stay as you wrote them. "
        "Or start this guide with --font and the file of a font that has these letters."
    )
    save_page: str = "Save it as a page for the browser (HTML)"
    print_now: str = "Print it now on this computer's printer"
    printing: str = "It was sent to the printer."
    printed_title: str = "It was sent to the printer already"
    printed_lead: str = "Please look at the printer first. You can send it once more."
    print_again: str = "Print it once more"
    print_failed: str = "The printer did not take it. The file is still there."
    save_another: str = "Save it in another form"
    not_saved_title: str = "It was not saved"
    not_saved: str = "The reason: {reason}."
    save_home: str = "Save it in your home folder instead"
    not_saved_yet_title: str = "Your summary is not saved yet"
    not_saved_yet: str = "When you finish, your answers are gone. Nothing is kept on this computer."
    kept_under: str = (
        "Your answers stay {where} under “{label}”. The summary is not saved as a file."
    )
    kept_code: str = "The code that opens them: {code}"
    own_fault: str = "this program has a fault there; another form may do"
    save_first: str = "Save it first"
    finish_anyway: str = "Finish without saving"
    goodbye: str = "Goodbye."
    left_not_kept: str = "{count} of your last answers could not be kept."
    goodbye_kept: str = "Goodbye. Your answers stay {where} under “{label}”."
    try_again: str = "Try again"
    quoted_by: str = "{by}:"
    contacts: str = "Somebody to call"

    # --- overlays ---
    urgent_help: str = "Urgent help"
    close: str = "Go back to where I was"
    words_title: str = "Words explained"
    words_also: str = "{word} (also: {also})"
    sources_here: str = "Where this screen comes from"
    sources_none: str = "This screen states no facts from studies."
    sources_all: str = "The other sources of this guide"
    sources_more: str = "More sources"
    sources_before: str = "The sources before"
    page_of: str = "page {at} of {total}"
    source_read: str = "{about}. Last read on {read}."
    keys_title: str = "What else you can do"
    keys_lead: str = (
        "You can do everything with single keys. Or press Tab and Enter, or use the mouse."
    )
    more: tuple[tuple[str, str], ...] = (
        ("summary", "Stop, and print what I have"),
        ("overview", "Overview: go to any part"),
        ("words", "Words explained"),
        ("sources", "Where this comes from"),
        ("notes", "Private notes"),
    )
    """What the page of keys leads to at once: what is meant, and what the row says."""
    keys: tuple[tuple[str, str], ...] = (
        ("1 to 9", "choose an answer"),
        ("↑ ↓", "move to another answer, or read on"),
        ("Space", "choose, or take a mark away, or read on"),
        ("Enter", "go on"),
        ("← or Backspace", "go back"),
        ("Page Up, Page Down", "read up or down"),
        ("p", "pass over this question"),
        ("x", "stop, and print what I have"),
        ("u", "urgent help"),
        ("o", "overview: go to any part"),
        ("w", "words explained"),
        ("s", "where this comes from"),
        ("r", "choose anew how this is easiest to read"),
        ("Ctrl and C", "asks if you want to stop"),
        ("Tab", "move on: answers, Go on, the lowest lines"),
    )
    language_key: str = "l, in a box F12"
    keys_text: str = (
        "Where you write in a box, letters are text. There, use F2 to F9 as the lowest lines say. "
        "Or press Esc to leave the box."
    )

    # --- bars ---
    more_below: str = "more below ↓"
    key_space: str = "space"
    key_enter: str = "enter"
    key_tab: str = "tab"
    bar_choose: str = "choose"
    bar_go_on: str = "go on"
    bar_back: str = "back"
    bar_skip: str = "pass over"
    bar_stop: str = "stop and print"
    bar_urgent: str = "urgent help"
    bar_overview: str = "overview"
    bar_words: str = "words"
    bar_sources: str = "sources"
    bar_keys: str = "more"
    bar_written_down: str = "I have written it down"

    # --- urgent help before any content is there ---
    urgent_title: str = "Call 999, 911, 112 or your local emergency number now"
    urgent_first: str = "If you feel very unwell for any reason, call."
    urgent_lead: str = "Call now if any of this is new or suddenly worse:"
    urgent_signs: tuple[str, ...] = (
        "Weakness or numbness of face, arm or leg on one side",
        "Trouble speaking, understanding or swallowing",
        "Sudden loss or blurring of sight, confusion, dizziness, unsteadiness or a fall",
        "A sudden, very bad headache, even more so with vomiting or drowsiness",
        "A fit, or fainting",
        "Chest pain, trouble breathing, a racing heart, or coughing up blood",
        "Bleeding that does not stop (if it is at the groin, lie down and press on it), "
        "or vomiting blood",
        "A leg or arm that is suddenly cold, blue, numb or very painful",
        "On a blood thinner: a hard knock to the head",
    )
    urgent_numbers: str = (
        "The number is 999 in the UK, 911 in Canada and the US, and 112 in the European Union. "
        "In other places call your local emergency number."
    )
    urgent_even_if: str = (
        "Please do not drive yourself. If a sign goes away again, please still call."
    )

    # --- faults ---
    not_done_title: str = "That could not be done"
    not_done: str = "What you answered is still there. You can go on from where you were."
    left_kept: str = (
        "Your answers up to now stay {where} under “{label}”. Start again to go on with them."
    )
    left_in_memory: str = (
        "Your answers were held in memory only, because nothing was to be kept. They are gone."
    )
    left_saved: str = "The summary that you saved is here: {path}"

    # --- stopping ---
    stop_title: str = "Do you want to stop?"
    stop_not_kept: str = "Your answers are not kept."
    stop_kept: str = "Your answers are kept {where} under “{label}”."
    stop_lead: str = "To stop, press Ctrl and C once more."
    stop_not: str = "Go back to where I was"
    stop_now: str = "Stop"

    # --- safety ---
    too_small: str = "This window is too small. Please make it larger."
    sorry: str = (
        "Sorry: the guide had to stop because of a fault of its own. "
        "Nothing that you saved is lost. Please start it again."
    )


class LineWords:
    """Prompts and messages of the plain face; each is one short line or two."""

    opening: str = (
        "This is the line by line edition. Answers are numbered: type a number and press Enter. "
        "You can also type a letter: u for urgent help, b to go back, p to pass over "
        "a question, x to stop and print, and h to hear all letters. "
        "Where you write words, put a slash before the letter, such as /u for urgent help."
    )
    opening_without: str = (
        "This is the line by line edition. Answers are numbered: type a number and press Enter. "
        "You can also type a letter: b to go back, p to pass over a question, "
        "x to stop and print, and h to hear all letters. "
        "Where you write words, put a slash before the letter, such as /b to go back."
    )
    """The same for an aid without urgent help."""
    # --- what speaks of letters, as the pages want it ---
    can_skip: str = "You can also pass over this question: type p."
    can_skip_box: str = "You can also pass over this question: type p."
    take_back: str = (
        "You have answered this. To keep your answer, press Enter. "
        "To take it away and go on, pass over once more."
    )
    code_first: str = "Please write the code down first. Then type 1."
    write_first: str = "Nothing is written yet."
    unseen: str = "It is not shown as you type."
    more: tuple[tuple[str, str], ...] = ()
    keys_title: str = "What you can type"
    keys_lead: str = "Type the number of an answer, or one of these letters, and press Enter."
    keys: tuple[tuple[str, str], ...] = (
        ("Enter alone", "go on, or keep the answer that stands"),
        ("b", "go back"),
        ("p", "pass over this question"),
        ("x", "stop, and print what I have"),
        ("u", "urgent help"),
        ("o", "overview: go to any part, and change any answer"),
        ("w", "words explained"),
        ("s", "where this comes from"),
        ("r", "read this page once more"),
        ("h", "these letters"),
    )
    language_key: str = "l"
    keys_text: str = (
        "Where you write words, put a slash before the letter, such as /b to go back. "
        "Lines that you paste there stay together; then an empty line or a dot ends them."
    )
    # --- pages ---
    say: str = "Words you can use: {text}"
    cell: str = "{column}: {cell}"
    between: str = "; "
    held: str = "Your answer so far: {answer}. Enter alone keeps it; p takes it back."
    held_words: str = "Your words so far: “{answer}”"
    wrote: str = "You wrote: {answer}"
    text_commands: str = (
        "To use a letter here, put a slash before it, such as /u for urgent help or /b to go back."
    )
    text_commands_without: str = (
        "To use a letter here, put a slash before it, such as /b to go back."
    )
    """The same for an aid without urgent help."""
    back_at: str = "You are back at: {heading}"
    # --- prompts ---
    statement: str = "{at} of {last}: {text}"
    answer_one: str = "Your answer, 1 to {last}: "
    answer_some: str = "Your answers, up to {most}, with spaces between: "
    answer_text: str = "Write your words, then Enter. Enter alone passes over: "
    answer_text_again: str = "Write other words, then Enter. Enter alone keeps yours: "
    answer_notes: str = "Write, then Enter. Enter alone goes back: "
    answer_more: str = "Several lines are one text. Go on; an empty line or a dot ends it: "
    answer_number: str = "Write a number. Enter alone passes over: "
    answer_number_anew: str = "Write a number: "
    answer_number_again: str = "Write another number. Enter alone keeps yours: "
    answer_day: str = "Write a date. Enter alone passes over: "
    answer_day_anew: str = "Write a date: "
    answer_day_again: str = "Write another date. Enter alone keeps yours: "
    answer_line: str = "Write it, then press Enter. Enter alone goes back: "
    choose_row: str = "Type a number, 1 to {last}: "
    choose_row_or_enter: str = "Type a number, 1 to {last}, or Enter alone for “{row}”: "
    only_row: str = "Press Enter for “{row}”: "
    only_one: str = "Type 1 for “{row}”: "
    and_words: frozenset[str] = frozenset({"and"})
    """What may stand between the numbers of answers."""
    # --- replies ---
    not_known: str = "That was not understood. Type a number from the list, or h for help."
    no_before: str = "There is nothing before this."
    text_cut: str = "That was longer than {limit} characters. The first {limit} are held."
    no_text: str = (
        "That held a key that is no text, such as an arrow key. "
        "Nothing of it is taken. Please write it once more."
    )
    line_cut: str = (
        "Your terminal took only the beginning of that line, up to “{last}”. "
        "Write the rest in another line."
    )
    # --- keeping, and the end ---
    nothing_kept: str = "Nothing is kept on this computer, except a summary if you save one."
    kept_under: str = "Your answers are kept {where}, under this label: {label}"
    meanwhile: str = "One moment, please. Until then you can type u for urgent help."
    not_begun: str = "So the visit did not begin: nothing was asked, and nothing is kept."
    left: str = "Your visit ends here."
    left_nothing: str = "Nothing of it is kept, except a summary if you saved one."
    left_as_before: str = (
        "Nothing of it is kept, except a summary if you saved one. "
        "Answers kept earlier stay as they are."
    )
    ended: str = "The input has ended, so this stops here. Your summary so far follows."


class LineWordsForTwo(LineWords):
    """The same where a counsellor sits there too."""

    keys: tuple[tuple[str, str], ...] = (
        *LineWords.keys,
        ("n", "private notes, for you who counsel"),
        ("a", "the answers given"),
        ("k", "what is covered, what is still open, and how ready they feel"),
    )


class WebWords:
    """Buttons and messages of the pages in a browser."""

    # --- what speaks of buttons, as the pages want it ---
    can_skip: str = "You can also pass over this question below."
    can_skip_box: str = "You can also pass over this question below."
    take_back: str = (
        "You have answered this. To keep your answer, go on. "
        "To take it away and go on, pass over once more."
    )
    code_first: str = "Please write the code down first. Then go on."
    write_first: str = "Nothing is written yet."
    unseen: str = "As you type, each letter shows as a dot."
    more: tuple[tuple[str, str], ...] = ()
    keys_title: str = "How these pages work"
    keys_lead: str = "You find these buttons under each page."
    keys: tuple[tuple[str, str], ...] = (
        ("Go back", "to the page before, with your answers as they are"),
        ("Pass over this question", "to the next page, without an answer"),
        ("I need more time", "the page waits as long again, and all that you wrote stays"),
        ("Stop and see my summary", "a summary of what you have told us so far"),
        ("Overview", "go to any part, and change any answer"),
        ("Words explained", "what the words of this guide mean"),
        ("Where this comes from", "the studies and other sources of the page"),
        ("Finish and clear", "end your visit, and clear your answers"),
    )
    language_key: str = "Language"
    keys_text: str = "Urgent help stands at the top of each page."
    # --- on every page ---
    to_heading: str = "Go straight to the text"
    on_this_page: str = "On this page"
    to_top: str = "Back to the top"
    go_back: str = "Go back"
    skip: str = "Pass over this question"
    stop: str = "Stop and see my summary"
    help: str = "How these pages work"
    sources: str = "Where this comes from"
    also: str = "Also here"
    parts: str = "Parts of this guide"
    to_come: str = "still to come"
    done: str = "done"
    problem: str = "There is a problem"
    error: str = "Error:"
    limit: str = "You can write up to {limit} characters."
    held_by_buttons: str = (
        "The buttons here hold what you write. The Back button of your browser loses it."
    )
    moved_on: str = (
        "You had left that page already, so nothing was changed. This is where you are now."
    )
    go_on_here: str = "Go on from here"
    page_before: str = "Go to the page before"
    to_left_open: str = "Go back to what is left open"
    # --- how long a page waits ---
    waits_first: str = (
        "Take all the time that you need. Each page waits {minutes} minutes for you. "
        "Before the time is up, a page asks if you are still there. "
        "If nobody answers, your visit ends and these pages are cleared."
    )
    waits: str = (
        "This page waits {minutes} minutes for you. Then your visit ends, and it is cleared."
    )
    waits_held: str = (
        "This page waits {minutes} minutes for you, and no question comes before that. "
        "What you write or mark here is held as soon as you press one of the buttons. "
        "If you need longer, choose “I need more time”. "
        "After {minutes} minutes without a button your visit ends, and it is cleared."
    )
    more_time: str = "I need more time"
    waits_anew: str = "All of it is still here. This page waits {minutes} minutes again."
    still_title: str = "Are you still there?"
    still_lead: str = (
        "Nothing was done here for a while. "
        "If you are still there, choose the first button, and you are back where you were. "
        "If nobody does, your visit ends and these pages are cleared. "
        "Minutes until then: {minutes}."
    )
    still_here: str = "I am still here"
    still_other: str = (
        "Was somebody else here before you? Then please finish their visit and clear it."
    )
    ended: str = (
        "Nothing was done here for a long time, so your visit has ended. "
        "All answers are cleared from these pages. What you chose to keep is still kept."
    )
    # --- the summary ---
    take_along: str = "Nothing of it stays here. Take it along before you finish."
    take_pdf: str = "Take it along as a PDF, to print"
    open_page: str = "Open it as a page, to read or print"
    other_forms: str = "Take it along in another form"
    dial: str = "Call {number}"
    to_guide: str = "Go back to the guide"
    goes_to: str = "It opens, or you find it in your downloads."
    each_goes_to: str = "Each of these opens, or you find it in your downloads."
    # --- the summary on a device of the clinic's ---
    desk_print: str = "You can print it on the clinic's printer."
    desk_lead: str = (
        "You can get it on paper from the staff here. "
        "Tell them these words, or show them this page:"
    )
    desk_locked: str = "They will also ask you to type your passphrase."
    desk_keep: str = (
        "You can get it on paper from the staff here. For that, your answers need to be kept first."
    )
    desk_nothing: str = "Nothing of it stays on this device."
    desk_sent_title: str = "Your summary is on its way"
    desk_sent: str = "It was sent to the clinic's printer. Please ask the staff where that is."
    desk_failed_title: str = "It was not printed"
    desk_refused: str = "The printer did not take your summary."
    desk_failed: str = (
        "Your answers are still here. "
        "Please try again, or ask the staff for help before you finish."
    )
    # --- the end ---
    clear: str = "Finish and clear"
    clear_title: str = "Do you want to finish?"
    clear_lead: str = "If you want to take your summary along, go back and do that first."
    cleared_title: str = "Your visit has ended"
    cleared: str = "Your answers are cleared from these pages. Please close this window too."
    cleared_kiosk: str = "Your answers are cleared from this device."
    comes_back: str = "You can leave it as it is: the first page comes back by itself."
    start_anew: str = "Start anew"
    idle: str = (
        "Your visit had ended, because nothing was done for a long time. You can start anew here."
    )
    no_page_title: str = "There is no such page"
    no_page: str = "You can go on from where you were."


class WebWordsForTwo(WebWords):
    """The same where a counsellor can be asked to read along."""

    keys: tuple[tuple[str, str], ...] = (
        *WebWords.keys[:3],
        ("Somebody helps me", "somebody who counsels you reads along, on their own device"),
        *WebWords.keys[3:],
    )


class CounselWords:
    """What a person and their counsellor are told, each on a device of their own."""

    # --- to the person ---
    ask: str = "Somebody helps me"
    ask_title: str = "Would you like somebody to read along?"
    ask_lead: str = "Somebody who counsels you can go with you, on a device of their own."
    nobody: str = "Nobody reads along at the moment."
    what_they_see: tuple[str, ...] = (
        "They see which page you are at, and what you answer.",
        "They cannot change your answers.",
        "They can write private notes. You do not see these, and no paper has them.",
        "You can end this at any time, at the foot of each page.",
    )
    show_code: str = "Show me a code for them"
    code_title: str = "A code for the person who helps you"
    code_where: str = (
        "They open this address on their own device, and write the code there: {address}"
    )
    code_once: str = (
        "It can be used once, in the next {minutes} minutes. From then on that person reads along."
    )
    code_private: str = "Please tell it to that person alone."
    withdraw: str = "Take the code back"
    here_title: str = "Somebody reads along"
    here: str = "Somebody reads along. You can end that at the foot of this page."
    end: str = "End reading along"
    to_questions: str = "Go on with the guide"

    # --- to the counsellor ---
    join_title: str = "What is the code of the visit?"
    join_lead: str = (
        "The person whom you help finds it on their own device, under “{button}”. "
        "Capitals and dashes make no difference."
    )
    join_wrong: str = (
        "That code opens no visit: it may have been used, or its time is over. Please compare it, "
        "or ask for a new one."
    )
    guide: str = "Beside a visit"
    now_title: str = "Where they are now"
    look: str = "See where they are now"
    follow: str = "Show anew every {seconds} seconds where they are"
    follow_no_more: str = "Show anew only when I ask"
    at: str = "They are at: {heading}"
    apart: str = "They are at a page that you do not see, such as one with a code of their own."
    no_prompt: str = "There is nothing to add to this page."
    they_read: str = "What they read: {heading}"
    marked: str = "marked"
    they_write: str = "There is a box to write in. What they write is not shown here."
    pages: str = "Also for you"
    notes_gone: str = (
        "Nothing keeps these notes. They are gone when the visit ends, when it stands still for "
        "long, or when one of you ends reading along. Copy what you need before that."
    )
    leave: str = "End reading along, and clear my notes"
    over_title: str = "You do not read along any more"
    over: str = (
        "The visit has ended, or one of you has ended reading along. Your notes are cleared."
    )
    join_another: str = "Read along with another visit"


class CommandWords:
    """What the command line says of itself, and what every command may have to say."""

    # the commands
    program: str = "Think a decision through, and print a summary of your own."
    take: str = "go through the questions (this is the default)"
    summary: str = "print the summary of answers in a file"
    records: str = "answers that are kept: a clinic's day"
    check: str = "what is wrong in a questions.yaml, and proofs"
    preview: str = "a questions.yaml as it is saved: faults, path and sheet"
    translate: str = "texts for translators, and their work taken back"
    serve: str = "the questions in a browser, on this computer or in a clinic's network"
    schema: str = "the JSON Schema of questions.yaml"
    guide: str = "every field and every rule instead, as the guide for authors has them"

    # how a command line is told, and why it is refused
    usage: str = "usage: "
    arguments_title: str = "what to name"
    options_title: str = "options"
    commands_title: str = "commands"
    this_help: str = "show this help and stop"
    usage_fault: str = "{program}: error: {fault}"
    command_missing: str = "a command is missing"
    command_not_there: str = "{given} is no command; choose from {there}"
    arguments_missing: str = "this is missing: {names}"
    arguments_unknown: str = "this is not known here: {names}"
    argument_cut: str = "{name}: what should follow it is missing"
    argument_not_there: str = "{name}: {given} is not one of these: {there}"
    arguments_apart: str = "{name} does not go together with {other}"
    argument_wrong: str = "{name}: {fault}"

    # options of several commands
    version: str = "which version this is, and of which content"
    content: str = "another questions.yaml"
    language: str = "the language, such as fr; else that of the computer"
    staff_language: str = "the language of papers for the staff; else the content's own"
    no_such_language: str = (
        "The language “{language}” is not there. Do this: take one of these: {there}."
    )
    place: str = (
        "a folder or a postgresql:// address; else DECISION_AID_RECORDS, else your own folder"
    )
    date: str = "the day on the paper, such as 2026-11-20; else today"
    not_a_date: str = "write a date as 2026-11-20"
    with_words: str = "staff edition: typed words too"
    edition: str = "for whom the paper is; it can be given several times"
    with_facts: str = "the booklet of facts too"
    font: str = "a font file of this computer, for letters that a PDF would lack"

    # take
    plain: str = "one plain line at a time, for screen readers"
    brought: str = "go on from exported answers"
    keep: str = "keep the answers"
    no_trace: str = "leave no trace"
    counsellor: str = "for two: prompts and notes"
    records_of_visit: str = "where answers are kept"

    # serve
    host: str = "the address or name to be reached by; else this computer alone"
    port: str = "the port; 0 takes any that is free"
    certificate: str = "the certificate for TLS, as PEM; --key too"
    key: str = "its private key, as PEM"
    counsellors: str = "let a counsellor read along, on a device of their own"
    insecure_lan: str = "without TLS, on a closed network: others on it can read along"
    idle: str = "minutes after which a visit that nobody goes on with is cleared"
    not_minutes: str = (
        "give whole minutes, from 20 to 1440: who reads or writes slowly needs at least 20"
    )
    kiosk: str = "for a device that many use in turn: it saves nothing, and begins anew by itself"
    printer: str = "the clinic's printer, for --kiosk; else the usual one of this computer"
    not_a_port: str = "give a whole number from 0 to 65535"

    # summary
    answers: str = "files of answers, as YAML or JSON"
    blank: str = "a blank copy, for preview"
    report_to: str = (
        "whom to tell of an error in the content, as the imprint says it; "
        "without it what DECISION_AID_REPORT_TO says"
    )
    output: str = "a file, a folder for several, or - "
    overwrite: str = "also replace a file that this program did not make"
    print_it: str = "send it to the printer too"

    # check
    checked_file: str = "the file to look at; else the shipped one"
    today: str = "the day to judge dates by"
    translation: str = "check the translation into this language, such as fr"
    complete: str = "each text that is missing or stale in a translation is an error"
    rules: str = "every rule and what it serves"
    trace: str = "every sentence of fact, its sources"
    graph: str = "draw the interview as SVG"

    # preview
    previewed_file: str = "the file that is written"
    preview_answers: str = "answers, as for `summary`"
    preview_served: str = "in a browser on this computer, with each question as people see it"

    # translate
    translate_export: str = "write the texts of that language as .po"
    translate_import: str = "take a .po file back"
    translate_status: str = "what is there, missing and stale"
    translated_to: str = "a language, such as fr"
    not_a_language: str = "name a language as fr or fr-CA"
    po_file: str = "the translators' .po file"

    # records
    records_list: str = "the sessions that are kept, without answers"
    records_show: str = "the answers of one session in words"
    records_summary: str = "a summary each, and a cover sheet"
    records_line: str = "one paragraph to paste into the record"
    records_export: str = "one session as a JSON file"
    records_code: str = "another resume code, on a shared store"
    records_backup: str = "a copy of all that is kept here, also while it is in use"
    records_erase: str = "erase sessions and their traces"
    label: str = "a label from `records list`, or the beginning of an id"
    every_session: str = "every session"
    since: str = "with --all: used since that day"
    mixed: str = "also answers to other versions"
    folder: str = "a folder"
    print_them: str = "send them to the printer too"
    export_file: str = "a file, or - "
    backup_file: str = "a file that is not there yet"
    with_notes: str = "also what a counsellor asked and noted; such a file is not for the person"
    sure: str = "do not ask"

    # what a command says
    sorry: str = (
        "Something went wrong inside this program. Nothing that you wrote is shown here. "
        "A summary that you saved is still there. Please start again."
    )
    saved: str = "Saved: {path}"
    folder_gone: str = (
        "The folder in which this was started is not there any more. "
        "Do this: name another one with --output."
    )
    no_output: str = "standard output cannot be written: {reason}"
    no_input: str = (
        "standard input cannot be read: {reason}. So nobody can answer the questions, "
        "and nothing was begun."
    )
    closed: str = "it is closed"
    versions: str = (
        "decision-aid {program}. Content: {content} {version}, {hash}. "
        "On papers and records from before, the same content can stand as {former}."
    )
    usage_of_summary: str = "usage: decision-aid summary ANSWERS... or decision-aid summary --blank"
    answers_or_blank: str = "Name files of answers, or --blank for a blank copy: one of the two."
    several_need_folder: str = (
        "{folder}: several summaries need a folder. Do this: name one that is there."
    )
    same_name: str = "Two files of answers have the same name. Do this: rename one of them."


class ServeWords:
    """What the program says that serves browsers, and the pages on which it serves nothing."""

    # --- to whoever starts it ---
    address: str = "The guide is ready. Open this address in a browser: {address}"
    code: str = "Each browser is asked for this access code once: {code}"
    counsel: str = "A counsellor reads along from a device of their own, at {address}"
    how_to_stop: str = "To stop, press Ctrl and C here. What is not kept is cleared then."
    insecure: str = (
        "Nothing is encrypted. Whoever is on this network can read the answers. "
        "Use this on a closed network alone."
    )
    few_files: str = (
        "The system lets this program open few files at once, so fewer people can be served. "
        "Do this: raise the limit (ulimit -n) to {needed}."
    )
    needs_extra: str = (
        "To serve browsers, the program needs its extra part “web”, which is not installed. "
        "Do this: python -m pip install 'decision-aid[web]'"
    )
    needs_tls: str = (
        "{host} can be reached from other computers, and answers are private. "
        "Do this: give --certificate and --key, or leave out --host to serve this computer alone. "
        "On a closed network that nobody else can join, --insecure-lan serves without encryption."
    )
    both_or_none: str = "A certificate needs its key. Do this: give both --certificate and --key."
    insecure_or_not: str = (
        "--insecure-lan serves without encryption, and a certificate is for encryption. "
        "Do this: give one of the two."
    )
    bad_certificate: str = (
        "The certificate or its key cannot be used: {reason}. Do this: give a certificate as PEM, "
        "with the key that belongs to it. The key must not need a passphrase."
    )
    printer_of_kiosk: str = (
        "--printer says where a kiosk prints. Do this: give --kiosk too, or leave --printer out."
    )
    no_such_printer: str = (
        "This computer has no program that prints. Do this: install lp or lpr, "
        "or leave --printer out."
    )
    nothing_to_take: str = (
        "A kiosk saves nothing on its device, so people get their summary from a printer or from "
        "the staff. Here is neither a printer nor a place for answers. "
        "Do this: set up a printer on this computer, or name a place with --records."
    )
    port_in_use: str = (
        "Port {port} is used by another program, perhaps by this one. "
        "Do this: stop that one, or give another port with --port."
    )
    port_not_allowed: str = (
        "The system does not let this program use port {port}. "
        "Do this: give one from 1024 on with --port."
    )
    no_such_host: str = (
        "{host} is no address of this computer. "
        "Do this: give an address or a name that is, or leave out --host."
    )

    # --- to whoever opens it in a browser ---
    code_title: str = "What is the access code?"
    code_lead: str = (
        "Whoever gave you this address can tell you the code. Capitals and dashes make no "
        "difference."
    )
    code_wrong: str = "That is not the code. Please compare it, and write it again."
    code_closed: str = (
        "A wrong code was given too often; please wait. "
        "Minutes until the code can be written again: {minutes}."
    )
    refused: Mapping[str, tuple[str, str]] = MappingProxyType(
        {
            "unreadable": (
                "We could not read that",
                "Nothing was changed. You can go on from where you were.",
            ),
            "too_long": (
                "Your browser sent more than we can take",
                "Please close all windows of the browser. Then open the address that you were "
                "given.",
            ),
            "too_much": (
                "That was more than we can take",
                "Nothing of it was kept. Please go back in your browser and write less.",
            ),
            "other_name": (
                "The guide is not under this address",
                "Please open the address that you were given, letter by letter.",
            ),
            "other_page": (
                "That was not sent from the guide",
                "So nothing was changed. You can go on from where you were.",
            ),
            "full": (
                "All places are taken just now",
                "Please come back in a few minutes. Others are going through the guide.",
            ),
            "broken": (
                "Something went wrong here",
                "It was not your fault. You can go on from where you were. "
                "If it happens again, please tell whoever gave you this address.",
            ),
        }
    )


class PreviewWords:
    """What an author sees around a file as it is saved."""

    sheet: str = "The sheet"
    of_file: str = "For the answers in {file}."
    of_example: str = "For the answers of the example of the way {way}."
    of_nobody: str = "Without any answers. With --answers it is shown for some."
    path: str = "The path for these answers"
    faults: str = "{file} as it was saved"
    warnings: str = "These may stand if you mean them:"
    more: str = "There are {count} more of these: decision-aid check {file} tells them all."
    none: str = "Nothing was found that is wrong."
    checking: str = "Every way of answering is being looked at …"
    not_loaded: str = "The sheet and the path come back once this is mended."
    gone: str = "{file} is not there at the moment. It is shown as soon as it is back."
    ends: str = "It is shown anew whenever it is saved. To stop, press Ctrl and C here."

    # --- in a browser ---
    address: str = "The preview is ready. Open this address in a browser: {address}"
    how_to_stop: str = "Load a page again to see what was saved. To stop, press Ctrl and C here."
    file: str = "Preview of {file}"
    all_questions: str = "All questions"
    as_before: str = (
        "{file} has faults now. Its questions and its sheet are shown as they were before."
    )
    see_faults: str = "See the faults"
    see_found: str = "Wait for what is found"
    not_checked: str = (
        "Not every way of answering was looked at. "
        "Do this: run decision-aid check {file}, which tells why."
    )
    not_shown: str = "The questions and the sheet are shown here once this is mended."
    answers_not_taken: str = "{file} has faults, so no answers are used."
    sheet_page: str = "The sheet as a page"
    sheet_pdf: str = "The sheet as a PDF"
    screen: str = "screen {number} for these answers"
    not_asked: str = "not asked for these answers"
    on_welcome: str = "asked on the first page"
    with_counsellor: str = "asked only by a counsellor"
    shown_by: str = "These answers show it, as a file for --answers"
    count: str = "Faults here: {count}."
    beside: str = "Questions before and after"
    before: str = "Before: {name}"
    after: str = "After: {name}"
    line: str = "line {number}"
    lines: str = "Lines {first} to {last} of the file"
    buttons: str = (
        "Nothing is answered here. Its buttons show what they open, or lead to the question "
        "before or after in the file."
    )
    itself: str = "The question itself"
    of_fewest: str = "For the fewest answers that lead here."
    not_reached: str = "No answers were found that lead here, so it cannot be shown."
    reached: str = "Who is asked"
    everybody: str = "Everybody is asked."
    on_shelf: str = "It stands on the shelf: everybody can read it at any time."
    counsellor_only: str = "It is asked only by a counsellor, with take --counsellor."
    asked_when: str = "Whoever this is true of is asked: {condition}."
    these_lead: str = "The answers that it is shown for"
    fewest_lead: str = "The fewest answers that lead here"
    rests: str = "What it rests on"
    rests_on_nothing: str = "None of its sentences names a source."
    rows: str = "Rows of docs/evidence.md: {rows}"
    no_row: str = "docs/evidence.md does not have this row by that name."
    nothing_title: str = "This is not in the file"
    nothing: str = "It may have had another name before the file was saved."


class TranslationWords:
    """What authors and translators are told; of what is refused also what to do."""

    role: str = "It is shown as: {role}."
    keep: str = "These must stay in it: {kept}"
    no_gaps: str = "Nothing in braces is filled here."
    count: str = (
        "{language}: {there} of {all} texts are translated; "
        "missing: {missing}, stale: {stale}. What is missing or stale is shown as in the original."
    )
    stale: str = "stale, line {line}: {place}"
    missing: str = "missing: {place}"
    same: str = (
        "The content is in {language} already. Do this: name another language in the header."
    )
    not_utf_8: tuple[str, str] = (
        "the file is not said to be UTF-8, or is not",
        "Save it as UTF-8, with charset=UTF-8 in its header.",
    )
    no_po: tuple[str, str] = (
        "this line does not belong in a .po file",
        "Open it in a translators' program, and save it again.",
    )
    no_language: tuple[str, str] = (
        "the header names no language as fr or fr-CA",
        'Write "Language: fr\\n" in it.',
    )
    twice: tuple[str, str] = (
        "the place of this text stands here again",
        "Keep one of the two.",
    )
    plural: tuple[str, str] = (
        "a text has plural forms, and the content has none",
        "Take msgid_plural out, and write one msgstr.",
    )


class RecordsWords:
    """Headings, questions and messages; none repeats an answer."""

    # the list
    heads: tuple[str, ...] = (
        "SESSION",
        "LABEL",
        "BEGUN",
        "LAST USED",
        "ANSWERED",
        "CONTENT",
        "STATE",
    )
    locked: str = "locked"
    in_use: str = "in use"
    none_kept: str = "No answers are kept there."
    no_place: str = "{place}: there is no such folder, so no answers are kept there."

    # finding a session
    no_such_label: str = "There are no answers under {name}. Do this: look at `records list`."
    is_damaged: str = (
        "The session {name} is damaged and cannot be read. Do this: keep a copy of the records and "
        "ask for help, or erase it."
    )
    of_session: str = "{label}: {why}"
    counted_whole: str = (
        "Sessions that are locked, or whose answers were given to other content, are counted with "
        "the answers given on a way that was left."
    )
    several: str = "Several sessions have the label {name}. Do this: name one by its id: {ids}."
    nothing_named: str = "No session is named. Do this: name labels, or use --all."
    both_named: str = "Labels and --all were given. Do this: use one of them."
    of_edition: str = "{option} belongs to --edition {editions}."
    either: str = " or "
    since_without_all: str = "--since goes with --all."

    # a passphrase
    unlock: str = "Passphrase for {label}: "
    no_terminal: str = (
        "{label} is locked by a passphrase, and there is no terminal to ask for it. "
        "Do this: name a file that holds it in DECISION_AID_PASSPHRASE_FILE."
    )
    bad_file: str = (
        "The file named in DECISION_AID_PASSPHRASE_FILE cannot be used: {why}. "
        "Do this: name a file with the passphrase on its first line."
    )
    no_file: str = "it is not a file"
    unreadable_file: str = "it cannot be read"
    empty_line: str = "its first line is empty"

    # one session's answers
    about: str = "{label}. Begun {begun}, last used {last}. {answered} answered."
    content: str = "Content: {content} {version}, {hash}."
    passed_over: str = "(passed over)"
    off_path: str = "Given on a way that was left, and not used now"
    not_taken: str = "Not taken by this content"
    not_taken_lead: str = "These answers stay as they are. The questions are asked again."
    other_version: str = (
        "These answers were given to version {version} ({hash}). "
        "This is version {ours} ({our_hash})."
    )
    other_content: str = "These answers belong to another questionnaire: {content}."
    unread: str = "{label}: not taken by this content, to be asked again: {questions}"

    print_unread: str = (
        "{label}: what was printed last is damaged, so nothing is said of what changed since then."
    )

    # a day's summaries
    mixed: str = (
        "The sessions belong to different versions of the content: {versions}. This is {ours}. "
        "Do this: choose sessions of one version and name its file with --content, or read all "
        "with this one by --mixed."
    )
    version: str = "{content} {version} ({hash}), {count} of them"
    no_folder: str = "{folder}: that is not a folder. Do this: name one that is there."
    none_chosen: str = "No session fits, so there is nothing to make."
    saved: str = "saved {file}"
    skipped: str = "left out {label}: {why}"
    failed: str = "not made for {label}: {why}"
    why_locked: str = "it is locked by a passphrase"
    why_nothing: str = "nothing was answered"
    why_other: str = "it belongs to another questionnaire, {content}"
    why_fault: str = "a fault of this program"
    why_ended: str = "the program that made it ended unexpectedly"
    done: str = "Summaries saved in {folder}: {saved} of {all}. Cover sheet: {cover}."
    no_cover: str = "The cover sheet was not made: {why}"
    place: str = "{place} of {all}"

    # the cover sheet
    cover: str = "Cover sheet, {day}. Summaries: {count}"
    cover_lead: str = "For staff. It says which summaries were made and which were left out."
    cover_heads: tuple[str, ...] = (
        "Session", "Label", "Begun", "Last used", "Answered", "Version", "File",
    )  # fmt: skip
    left_out: str = "Left out: {count}"
    left_out_heads: tuple[str, ...] = (
        "Session", "Label", "Begun", "Last used", "Answered", "Version", "Why",
    )  # fmt: skip
    remarks: str = "Please look at these"
    empty: str = "{label}: nothing was answered."
    still_in_use: str = "{label} was open in another program: its summary may change."
    one_version: str = "Content: {content} {version}, {hash}. Edition: {edition}."
    page: str = "Page {page} of {pages}"

    # printing
    sent: str = "Sent to the printer: {path}"
    no_printer: str = (
        "There is no printer set up here (no program lp or lpr), so nothing was printed. "
        "Print these files: {paths}"
    )
    not_printed: str = "The printer did not take it. The file is here: {path}"
    cannot_print: str = (
        "Only a PDF or text that is saved in a file can be sent to the printer. "
        "Do this: use --format pdf, and no `-` as --output."
    )

    # export, and opening it again
    not_in_words: str = (
        "The file holds no questions in words, and no mark at answers given on a way that was "
        "left: the answers were given to another version."
    )
    notes_left_out: str = (
        "Left out: what a counsellor asked and noted. --with-notes puts it in the file."
    )
    was_locked: str = "{label} is locked by a passphrase, but the file is not."
    not_taken_from_file: str = "This content does not take the answer in the file: {question}"

    # a backup
    backed_up: str = (
        "Copied to {path}. The copy holds the answers as the records do: those without a "
        "passphrase can be read in it. To use it, put it into an empty folder as {name}, and name "
        "that folder with --records."
    )

    # another code
    new_code: str = (
        "This is the new code for {label}. It is told only now: write it down for the person. "
        "The code before it opens nothing any more."
    )

    # erasing
    about_to_erase: str = "To be erased for good: {labels}. Copies in backups are not reached."
    sure: str = "Type yes to erase, anything else to keep: "
    yes: frozenset[str] = frozenset({"yes", "y"})
    nobody_to_ask: str = "There is no terminal to ask on. Do this: add --yes if you are sure."
    nothing_erased: str = "Nothing was erased."
    erased: str = "Erased: {label}"
    not_erased: str = "Not erased: {label}. {why}"
    perhaps_erased: str = "It is not known whether this was erased: {label}. {why}"
    traces: str = (
        "Nobody can open the answers any more, but traces of them may still lie in the records, "
        "which could not be tidied up. {why} They are tidied up when any session is erased."
    )
    not_promised: str = (
        "The answers are gone from the records on this computer. What cannot be promised: copies "
        "in backups, snapshots of the disk, and traces deep inside a disk that a laboratory could "
        "read."
    )
    not_promised_shared: str = (
        "The answers are gone from the shared store. What cannot be promised: they can still lie "
        "in backups, in the database's own log files and their archive, on standby servers, in "
        "pages of the database not yet written over, and in the server's log where it writes "
        "statements down. Ask whoever runs the database how long those are kept."
    )


PAPER: Final[Mapping[str, str]] = {
    "document": "Decision aid summary",
    "job": "Decision aid",
    # On a screen alone.
    "on_this_page": "On this page",
    "to_top": "To the top of this page",
    "by_pen": (
        "The boxes and lines here are for a pen, on paper. To print this page or keep it, open "
        "your browser's menu, or Share on a phone, and choose Print. There it can also be saved "
        "as a PDF."
    ),
    "facts": "The facts",
    "in_full": "More for you",
    "side_2": "To keep and to show",
    "name": "Name of the person it is about",
    "fill_in": "What we agreed",
    "cut_out": "Copy this page before you cut.",
    "number_there": "Number where I am",
    "corner": "Question",
    "also_say": "Others say",
    "our_translation": "Our translation",
    "by_in_translation": "{by} (our translation)",
    "own_words_at": "What I wrote stands whole on page {page}, under “My own words”.",
    "own_words_page": "My own words",
    "pictures": "The same in pictures",
    "counted": "{count} of {of}",
    "contacts": "Somebody to call",
    "sources": "Sources",
    "read": "Read {day}.",
    "evidence": "Evidence read {day}.",
    "sources_at_end": "Sources: at the end.",
    "version": "Version {version}, {hash}.",
    "session": "Session {session}.",
    "page": "Page {page} of {pages}.",
    "note": "Please note",
    "unprinted": "Some characters could not be printed. The sign \ufffd stands in their place.",
    # What an aid says that it does not have, before its author says why.
    "no_stay": "To go on as now is not one of the ways in this guide.",
    "no_urgent_help": "This guide has no part for urgent help.",
    # A blank copy.
    "blank": "Blank copy, for preview",
    "also_prints": "What else prints, by what is answered",
    # What changed.
    "changed": "What changed since the summary of {day}",
    "before_now": "{question} Before: {before}. Now: {now}.",
    "typed_anew": "{question} The words changed.",
    "more_changed": "Not shown here: {count}. “records show” has all.",
    "unanswered": "not answered",
    "open_sum": (
        "The sum needs an answer to every question in it, and at least one is still open."
    ),
    "open_sum_of": (
        "{label} the sum needs an answer to every question in it, and at least one is still open."
    ),
    # The staff's page.
    "staff": "Staff copy: {title}",
    "staff_says": "Picked answers only: no name, nothing typed. “I” is whoever answered. {sources}",
    "staff_says_typed_elsewhere": (
        "Picked answers only: no name. Something was typed too: ask to see the person's own "
        "summary. “I” is whoever answered. {sources}"
    ),
    "staff_says_typed": (
        "What was typed stands at the end: it may tell who the person is. “I” is whoever answered. "
        "{sources}"
    ),
    "sources_elsewhere": "[1] and on: sources in the booklet of facts.",
    "whose": "Name or number",
    "ask_now": "Ask about warning signs now",
    "ask_again": "Ask today, whatever was answered before.",
    "told": "Answered before:",
    "told_on": "Answered on {moment}:",
    "not_told": "No answer came with this copy.",
    "still_there": "Still there?",
    "seen_by": "Seen by",
    "seen_when": "When",
    "signs": "Warning signs",
    "situation": "Situation",
    "readiness": "How ready",
    "statement": "Statement",
    "at_start": "Start",
    "at_end": "End",
    "not_asked": "not asked",
    "own_words": "In the person's own words",
    "recorded": (
        "Decision aid “{title}”, version {version}, {hash}, {day}. “I” is whoever answered."
    ),
}


FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    # the place
    "address": (
        "the place for the records has a kind of address that is not known",
        "Name a folder, or an address that begins with postgresql://.",
    ),
    "no_home": (
        "there is no home folder to keep answers in",
        "Name a folder in DECISION_AID_RECORDS.",
    ),
    "not_a_folder": ("{path} is not a folder", "Move it away, or name another folder."),
    "open_to_others": (
        "other people may look into the folder {path}, and it holds other things",
        "Name a folder that is only for the records.",
    ),
    "not_ours": ("the folder {path} belongs to somebody else", "Name a folder of your own."),
    "not_writable": (
        "nothing can be written in {path}",
        "Ask who looks after this computer, or name another folder.",
    ),
    "disk_full": ("there is no room left on the disk", "Make room; then it can be kept."),
    "unfit": (
        "answers cannot be kept safely in {path}: it seems to be on a network drive",
        "Name a folder on this computer.",
    ),
    "none_yet": ("no answers are kept there yet", "Keep a visit first."),
    # the database
    "not_a_file": ("{path} is {what}, where the records should be", "Move it away."),
    "foreign": (
        "{path} is not a record of this program; it was left as it is",
        "Move it away, or name another folder.",
    ),
    "damaged": (
        "the records are damaged; they were left as they are",
        "Keep a copy of {path} and ask for help before going on.",
    ),
    "copied_alone": (
        "{path} is a copy that was taken while the records were in use, and {log}, "
        "where the newest answers are, is not beside it; it was left as it is",
        "Copy both together, or use `records backup`. If {log} is lost, make an empty file "
        "of that name there: then what is left can be opened.",
    ),
    "log_alone": (
        "{log} is there and holds answers, but {path}, to which it belongs, is not",
        "Put that file back beside it, or move {log} away to begin anew.",
    ),
    "newer": (
        "the records were made by a newer version of this program; they were left as they are",
        "Install that version.",
    ),
    "older": (
        "the records are of an older form that this version does not read; "
        "they were left as they are",
        "Use the version that made them.",
    ),
    "taken_away": (
        "the records were moved or deleted while they were in use",
        "Put them back where they were, or save your summary.",
    ),
    "busy": ("another program is busy with the records", "Try again in a moment."),
    "slow": ("the place where answers are kept does not answer", "Try again in a moment."),
    "behind": (
        "the place where answers are kept does not answer at the moment",
        "Go on: your answers are kept as soon as it does.",
    ),
    "failed": (
        "the records could not be read or written ({reason})",
        "Try again, or ask for help.",
    ),
    # PostgreSQL
    "extra_missing": (
        "this installation cannot reach a shared store",
        "Install decision-aid[clinic].",
    ),
    "server_away": (
        "the shared store cannot be reached, or does not let this program in",
        "See whether the network, the database and its address are as they should be.",
    ),
    "server_refused": (
        "the shared store does not give this program the rights that it needs",
        "Ask whoever runs the database.",
    ),
    "server_encoding": (
        "the shared store cannot hold every letter: its encoding is {encoding}, not UTF8",
        "Ask whoever runs it for a database with the encoding UTF8, and name that one.",
    ),
    "server_only_reads": (
        "the shared store can only be read, so nothing can be kept there",
        "Ask whoever runs the database; perhaps the address names a standby server.",
    ),
    "server_no_schema": (
        "the shared store has no schema for this program's tables",
        "Ask whoever runs the database to look at search_path.",
    ),
    "server_pooled": (
        "a connection pooler stands before the shared store and lends one connection to several "
        "rooms, so two of them could write over each other's answers",
        "Name the database itself, or ask whoever runs the pooler to set it to session mode.",
    ),
    # a backup
    "backup_there": (
        "{path} is there already, and a backup takes no file's place",
        "Name a file that is not there yet.",
    ),
    "backup_nowhere": (
        "there is no folder for the file {path}",
        "Name a file in a folder that is there.",
    ),
    "backup_of_server": (
        "the records are on a shared store, which is backed up by its own programs",
        "Ask whoever runs the database to use pg_dump, such as: "
        "pg_dump --format=custom --file={path} DATABASE.",
    ),
    # a session
    "perhaps_erased": (
        "the records could not be reached any more while they were being changed",
        "Look at the list of labels when they can be reached again.",
    ),
    "label_taken": ("that label is in use already", "Choose another one."),
    "label_wrong": (
        "a label has 1 to {most} characters on one line",
        "Choose a shorter or plainer one.",
    ),
    "no_such_label": ("there are no answers under that label", "Look at the list of labels."),
    "no_such_code": (
        "there are no answers under that code",
        "Compare it with the code that you were given.",
    ),
    "no_codes": (
        "there are no codes here: on one's own computer, answers are opened from a list",
        "Start the program, and choose them from the list.",
    ),
    "no_such_session": ("those answers are not there any more", "Look at the list."),
    "by_code_only": (
        "on a shared store, answers are opened by the code that was given for them",
        "Use the code.",
    ),
    "in_use": (
        "these answers are open in another program; here they can be looked at, not changed",
        "Close the other program first.",
    ),
    "gone": ("these answers have been erased", "Begin anew."),
    "damaged_session": (
        "the session {label} ({reference}) is damaged: {column} cannot be read; "
        "it was left as it is",
        "Keep a copy of the records and ask for help.",
    ),
    # a passphrase
    "passphrase_needed": ("these answers are locked by a passphrase", "Enter the passphrase."),
    "passphrase_wrong": (
        "that passphrase does not open these answers",
        "Look at capital letters and spaces, and try again.",
    ),
    "passphrase_short": (
        "a passphrase has at least {least} characters",
        "Choose a longer one, such as four words.",
    ),
    "locks_missing": (
        "this installation cannot lock answers by a passphrase",
        "Install the package cryptography.",
    ),
    "altered": (
        "these answers were altered or damaged after they were kept; they were left as they are",
        "Keep a copy of the records and ask for help.",
    ),
}
"""What is wrong with the records, and what to do, by the kind of fault."""

FAULT_DETAILS: Final[Mapping[str, str]] = {
    "a_folder": "a folder",
    "a_link": "a link",
    "a_pipe": "a pipe",
    "no_file": "not a file",
    "shared_store": "the shared store",
    "no_memory": "too little memory",
    "column_id": "its id",
    "column_label": "its label",
    "column_content": "the name of its questionnaire",
    "column_version": "the version of its content",
    "column_hash": "the mark of its content",
    "column_begun": "the time when it was begun",
    "column_last": "the time when it was last used",
    "column_answered": "the count of its answers",
    "column_seal": "the lock on it",
    "column_counter": "its counter",
}
"""What stands in such a message where the program, and not the system, knows what it is."""


UNUSABLE_FONTS: Final[Mapping[str, str]] = {
    "missing": "there is no such file",
    "unreadable": "it cannot be read",
    "too_large": "it is larger than any font that can be used here",
    "no_font": "it is not a font that can be used here: a TTF, OTF or TTC file",
    "coloured": "its letters are pictures or coloured, and a PDF here takes plain outlines",
    "forbidden": "its makers do not allow that it is put into a PDF",
}
"""Why a font cannot be used."""


NOT_SAVED: Final[Mapping[str, str]] = {
    "forbidden": "you may not write there",
    "no_folder": "there is no such folder",
    "no_room": "there is no room left",
    "too_large": "it is larger than a file may be there",
    "long_name": "the name is too long",
    "refused": "the file system refused it",
    "a_folder": "that is a folder",
    "a_link": "that is a link to another place",
    "no_file": "that is not a file",
    "not_ours": (
        "a file is there already that is not a paper or an export of this program, so it was left "
        "as it is. Do this: name another file, or add --overwrite"
    ),
    "was_read": (
        "this was made from that very file, so it was left as it is. Do this: name another file"
    ),
    "records": "the records have their place there. Do this: name a file elsewhere",
}
"""Why a file could not be written."""

EXPORT_FAULTS: Final[Mapping[str, str]] = {
    "too_large": "the file is too large",
    "broken": "the file is not the JSON of an export",
    "foreign": "the file is not an export of this program",
    "version": "the file is of a form that this version does not read",
    "label": "the label is missing or not a label",
    "content": "it is not said which content the answers belong to",
    "time": "the time {} is missing or not a time",
    "at": "the question that was reached is not a name",
    "answers": "there is no list of answers, or it is too long",
    "no_question": "answer {} does not say to which question",
    "twice": "answer {} is to a question that was answered above",
    "incomplete": "answer {} lacks what was given, or when",
}
"""What is wrong with a file of exported answers."""

EXPORT_MENDS: Final[Mapping[str, str]] = {
    "foreign": "Name another file.",
    "version": "Install a newer version.",
}
"""What to do about it, where exporting anew is not enough."""

ANSWERS_FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "other_content": (
        "the answers in it belong to another questionnaire",
        "Name that questionnaire with --content.",
    ),
    "no_answers": (
        "there are no answers in it",
        "Write one line for each answer, such as `who: me`.",
    ),
    "unknown_question": (
        "the questionnaire has no question {name!r}",
        "Look for a slip of the pen.",
    ),
    "near_question": (
        "the questionnaire has no question {name!r}",
        "Did you mean {near!r}? Then write that.",
    ),
    "twice": ("{name!r} stands there more than once", "Keep one of them."),
    "pick": ("{why}", "Use one of: {names}."),
    "change": ("{why}", "Change the answer to fit."),
    "day": ("{why}", "Write it such as {day}, or as people write it: {said}."),
}
"""What is wrong with a file of answers, and what to do."""


class RecordsFault(Protocol):
    """What the records cannot do: its kind, and what stands in the words for it."""

    kind: str
    details: dict[str, str]


class NotSaved(Protocol):
    """A file that could not be written, and the kind of reason."""

    path: Path
    kind: str


class UnusableFont(Protocol):
    """A font file that cannot be used, and the kind of reason."""

    file: Path
    kind: str


class IncompleteReport(Protocol):
    """A report that was not made, and the words that it would lack."""

    missing: Sequence[str]


class Words:
    """Everything that the engine says in one language."""

    language: str = "en"
    languages: Mapping[str, str] = MappingProxyType({"en": "English", "fr": "French"})
    """What the languages are called, as after "in"."""
    commands = CommandWords()
    screens = ScreenWords()
    lines = LineWords()
    lines_for_two = LineWordsForTwo()
    web = WebWords()
    web_for_two = WebWordsForTwo()
    counsel = CounselWords()
    records = RecordsWords()
    serve = ServeWords()
    preview = PreviewWords()
    translation = TranslationWords()
    paper = PAPER
    formats: Mapping[str, str] = MappingProxyType(
        {
            "pdf-a4": "To print, on A4 paper (PDF)",
            "pdf-letter": "To print, on Letter paper: USA and Canada (PDF)",
            "facts-a4": "The booklet of facts, to print on A4 paper (PDF)",
            "facts-letter": "The booklet of facts, to print on Letter paper (PDF)",
            "html": "To read in a browser (HTML)",
            "txt": "As plain text",
        }
    )
    """What a summary can be saved as: each format that is offered, on each of its papers."""
    faults = FAULTS
    fault_details = FAULT_DETAILS
    the_records: str = "the records"
    reasons_not_saved = NOT_SAVED
    reasons_unusable = UNUSABLE_FONTS
    unusable_font: str = "{file}: {why}. {do_this} name another font file, or leave out --font."
    export_faults = EXPORT_FAULTS
    export_mends = EXPORT_MENDS
    export_anew: str = "Export the answers anew."
    answers_faults = ANSWERS_FAULTS
    place_of_question: str = "question {name}"
    would_lack: str = "the report was not made: it would lack {what!r}"
    do_this: str = "Do this:"
    if_lost: str = (
        "Nobody can open these answers without the passphrase: not you, not us, not the clinic. "
        "There is no way to get a lost one back. Write it down and keep it in a safe place."
    )
    """What somebody must know who sets a passphrase."""
    refusals: Mapping[str, str] = MappingProxyType(
        {
            "pick_one": "Please choose one answer.",
            "pick_some": "Please choose at least one answer.",
            "unknown_choice": "That is not one of the answers.",
            "too_many": "Please choose no more than {most}.",
            "not_together": "Please mark “{choice}” alone, or leave it out.",
            "not_a_number": "Please write a whole number from {least} to {most}.",
            "not_a_decimal": "Please write a number from {least} to {most}.",
            "unclear_number": "Please write it with a point and without a comma, such as 1.5.",
            "too_fine": "Please round it to this many digits after the point: {decimals}.",
            "out_of_range": "Please write a number from {least} to {most}.",
            "not_a_day": "We cannot find that day in the calendar: please write it like {example}.",
            "which_month": (
                "We are not sure of the month: please write it as a word, such as {example}."
            ),
            "short_year": (
                "We are not sure of the year: please write it with four digits, such as {example}."
            ),
            "day_missing": "The day is missing: please write it too, such as {example}.",
            "year_missing": "The year is missing: please write it too, such as {example}.",
            "no_day": "Please write the day, the month and the year, such as {example}.",
            "day_out_of_range": "Please write a date from {least} to {most}.",
            "empty": "Nothing is written yet.",
            "only_read": "There is nothing to answer here.",
            "not_an_answer": "That is not an answer that a question takes.",
            "unknown_question": "There is no such question.",
        }
    )
    expectations: Mapping[str, str] = MappingProxyType(
        {
            "whole": "A whole number from {least} to {most}.",
            "whole_in": "A whole number from {least} to {most}, in {unit}.",
            "number": "A number from {least} to {most}.",
            "number_in": "A number from {least} to {most}, in {unit}.",
            "scale": "{least} means: {least_means}. {most} means: {most_means}.",
            "day": "A date from {least} to {most}.",
        }
    )
    """What is said beside a box of what it takes."""
    for_example: str = "For example {example}."
    point: Literal[".", ","] = "."
    """What stands before tenths."""
    day_first: Literal["always", "unclear"] = "unclear"
    """How 3/5/1962 is read: some who write English put the month first."""
    standings: Mapping[str, str] = MappingProxyType(
        {
            "current": "",
            "due": (
                "This guide was due to be checked again by {next_review}. There may be newer "
                "evidence. Ask those who care for you."
            ),
            "expired": (
                "This guide is out of date. It was good until {expires}. Ask those who care "
                "for you for something newer."
            ),
            "unpublished": (
                "The clock of this computer seems to be wrong. It says {today}, and this guide was "
                "published on {published}. So nobody can tell whether the guide is out of date."
            ),
            "withdrawn": (
                "This guide is out of date. It was withdrawn on {withdrawn}: {because} Ask "
                "those who care for you for something newer."
            ),
        }
    )
    """What is said first, when the guide may not be relied on as it stands."""
    out_of_date: str = "out of date"
    """What stands across every page of such a guide."""
    report_to: str = "tell whoever gave you this"
    """Whom to tell of an error in the content, where whoever runs the program does not say."""
    fewer_than_one: str = "fewer than 1"
    """A count that is not nobody, and less than one of the base."""
    more_than: str = "more than {count}"
    """The others then."""
    months: tuple[str, ...] = (
        "January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December",
    )  # fmt: skip
    quotes: tuple[str, str] = ("“", "”")
    """What stands before and after words that somebody says."""
    colon: str = ":"
    """What stands after a name of which something is said."""
    semicolon: str = "; "
    """What stands between parts of a list that is no phrase."""

    def joined(self, pieces: Sequence[str]) -> str:
        """One text of an author's words and, in every second place, what fills a gap in them."""
        return "".join(pieces)

    def open_sum(self, text: str) -> str:
        """What stands in place of a text whose sum is open, after its own label if it has one."""
        label = text.partition("{")[0].strip()
        named = "open_sum_of" if label.endswith(":") else "open_sum"
        return self.paper[named].format(label=label)

    def refusal(self, error: Refusal) -> str:
        """Why an answer was not taken, in words."""
        return self.refusals[error.message].format(**self._said(error.details))

    def expected(self, expected: Expected) -> str:
        """What a box takes, in words."""
        details = self._said(expected.details)
        said = self.expectations[expected.message].format(**details)
        return f"{said} {self.for_example.format(**details)}" if "example" in details else said

    def _said(self, details: Mapping[str, str | int | float | date]) -> Mapping[str, str]:
        """Words as they are, numbers and days as the language says them."""
        return {name: self._say(one) for name, one in details.items()}

    def _say(self, detail: str | int | float | date) -> str:
        if isinstance(detail, str):
            return detail
        return self.quantity(detail) if isinstance(detail, int | float) else self.day(detail)

    def fault_alone(self, fault: RecordsFault) -> str:
        """What is wrong with the records, without what to do."""
        return self.faults[fault.kind][0].format_map(self._details(fault))

    def fault(self, fault: RecordsFault) -> str:
        """What is wrong with the records, and what to do."""
        message = self.fault_alone(fault)
        mend = self.faults[fault.kind][1].format_map(self._details(fault))
        return f"{message[:1].upper()}{message[1:]}. {self.do_this} {mend}"

    def _details(self, fault: RecordsFault) -> Mapping[str, str]:
        """The details for a message; one that is not known reads as `the records`."""
        known = self.fault_details
        found = {name: known.get(one, one) for name, one in fault.details.items()}
        return defaultdict(lambda: self.the_records, found)

    def not_saved(self, error: NotSaved) -> str:
        """Which file could not be written, and why."""
        return f"{error.path}: {self.reasons_not_saved[error.kind]}"

    def unusable(self, error: UnusableFont) -> str:
        """Which font cannot be used, why, and what to do."""
        why = self.reasons_unusable[error.kind]
        return self.unusable_font.format(file=error.file, why=why, do_this=self.do_this)

    def incomplete(self, error: IncompleteReport) -> str:
        """That the report was not made, and the first words that it would lack."""
        return self.would_lack.format(what=error.missing[0])

    def answers_fault(self, kind: str, **details: str) -> tuple[str, str]:
        """What is wrong with a file of answers, and what to do."""
        message, mend = self.answers_faults[kind]
        return message.format(**details), mend.format(**details)

    def export_fault(self, kind: str, *details: object) -> tuple[str, str]:
        """What is wrong with a file of exported answers, and what to do."""
        mend = self.export_mends.get(kind, self.export_anew)
        return self.export_faults[kind].format(*details), mend

    def listed(self, said: Sequence[str]) -> str:
        """Several as one phrase: "a, b and c"; a comma too where one of them is a list itself."""
        if len(said) < 2:
            return "".join(said)
        *before, last = said
        comma = "," if any(re.search(r",| and | or ", one) for one in said) else ""
        return f"{', '.join(before)}{comma} and {last}"

    def options_alike(self, names: Sequence[str]) -> str:
        """Options of which the same is said: "One and another"."""
        first, *rest = names
        inside = (
            re.sub(r"^(?:A|An|The)\b", lambda article: article[0].lower(), one) for one in rest
        )
        return self.listed([first, *inside])

    def sorts_as(self, word: str) -> str:
        """By what the word is put in its place in a list: small letters, and without accents."""
        signs = unicodedata.normalize("NFKD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
        return "".join(sign for sign in signs if not unicodedata.combining(sign))

    def left_open(self, count: int) -> str:
        """That so many of the answers that were asked for together are not given."""
        says = self.screens
        return self._count(count, says.one_left_open, says.several_left_open)

    def left_out(self, count: int) -> str:
        """That so many answers are to questions that are not asked any more."""
        says = self.screens
        return self._count(count, says.one_left_out, says.several_left_out)

    def _count(self, count: int, one: str, several: str) -> str:
        return one if count == 1 else several.format(count=self.number(count))

    def number(self, count: int) -> str:
        """The number as `10,000`."""
        return f"{count:,}"

    def quantity(self, value: float) -> str:
        """A number as somebody writes an answer: `72`, `1.5`."""
        return str(value).removesuffix(".0").replace(".", self.point)

    def number_in(self, text: str) -> str | None:
        """The number that somebody wrote, with a point; None where it is none, or unclear."""
        from decision_aid.words.written import number_in

        return number_in(text, self.point)

    def day_in(self, text: str) -> date | None:
        """The day that somebody wrote; None where there is no such day, or it is unclear."""
        from decision_aid.words.written import day_in

        return day_in(text, self.months, self.day_first)

    def why_no_day(self, text: str) -> str:
        """Of a text without a day: which refusal says what is missing there, or in doubt."""
        from decision_aid.words.missed_day import why_no_day

        return why_no_day(text, self.months, self.day_first)

    def day(self, on: date) -> str:
        """The day as `20 November 2026`."""
        return f"{on.day} {self.months[on.month - 1]} {on.year}"

    def days(self, every: Sequence[date]) -> str:
        """The days as `20 and 27 November 2026`; a month is named once for its days."""
        return self.listed(self._months_of(every))

    def _months_of(self, every: Sequence[date]) -> list[str]:
        months: dict[tuple[int, int], list[date]] = {}
        for one in every:
            months.setdefault((one.year, one.month), []).append(one)
        return [self._days_of_month(days) for days in months.values()]

    def evidence_read(self, every: Sequence[date]) -> str:
        """On which days the evidence was read, as it stands on every paper."""
        before, _, after = self.paper["evidence"].partition("{day}")
        return self.joined([before, self.days(every), after])

    def _days_of_month(self, days: Sequence[date]) -> str:
        return self.listed([str(one.day) for one in days[:-1]] + [self.day(days[-1])])

    def moment(self, when: datetime) -> str:
        """The day and time as `20 November 2026 at 14:05`."""
        return f"{self.day(when.date())} at {when:%H:%M}"

    def quoted(self, said: str) -> str:
        """What somebody says, between quotation marks."""
        return said.join(self.quotes)

    def said_of(self, name: str, said: str) -> str:
        """The name of something, and what is said of it."""
        return f"{name}{self.colon} {said}"

    def decimal(self, value: float) -> str:
        """The number as `3.0`."""
        return f"{value:.1f}"
