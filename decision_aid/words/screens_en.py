"""What the full-screen face itself says, in English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False, repr=False)  # less to build at every start
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
    go_on: str = "Go on"
    one_moment: str = "One moment, please."

    # --- welcome ---
    start: str = "Start"
    start_again: str = "Go on where I was"
    see_easier: str = "First make this easier to see"
    unwell: str = "I feel unwell now"

    # --- questions ---
    count: str = "step {at} of about {about}"
    count_short: str = "{at} of about {about}"
    on_shelf: str = "More to read"
    urgent_mark: str = "Urgent"
    you_chose: str = "You chose: {choice}"
    answer_stands: str = "This question is asked once. Your answer stands."
    explain_again: str = "Explain it once more"
    show_picture: str = "Show me the picture"
    show_pictures: str = "Show me the pictures"
    show_table: str = "Show the table"
    comes_from: str = "Where does this come from?"
    another_way: str = "Say it another way"
    first_way: str = "Say it the first way"
    see_note: str = "Read: {title}"
    can_skip: str = "You can also pass over this question: press p."
    any_number: str = "Choose all that fit."
    too_many: str = "You have chosen {most}. To choose another one, first take one away."
    characters: str = "{count} of {limit} characters"
    full: str = "{count} of {limit} characters. This box is full. What came after is not kept."
    back_to_text: str = "Go back"

    # --- pictures and table ---
    next_picture: str = "Next picture"
    before_picture: str = "Picture before"
    picture_of: str = "picture {at} of {total}"
    each_sign: str = "Each sign is one person. There are 100 in each picture."
    go_back: str = "Go back"
    feature: str = "What it is about"

    # --- overview ---
    overview: str = "Overview"
    overview_title: str = "Where you are, and where you can go"
    overview_lead: str = "Choose a part to see its questions, and to change any answer."
    done_of: str = "{done} of {total} done"
    all_done: str = "done"
    all_parts: str = "Back to all parts"
    you_are_here: str = "you are here"
    shelf_lead: str = "Read what you like. Nothing here needs an answer."
    part_lead: str = "Choose a question to go to it. Your other answers stay as they are."
    read_it: str = "read"
    not_yet: str = "not asked yet"
    not_read: str = "not read yet"
    passed_over: str = "passed over"
    stop_and_print: str = "Stop and print what I have"
    change_reading: str = "Make this easier to see"

    # --- summary ---
    summary: str = "Your summary"
    summary_title: str = "Your summary is ready"
    summary_lead: str = (
        "It says where you stand, what is known, what is not known, and what you can ask. "
        "Take it with you to those who care for you."
    )
    summary_so_far: str = "It holds what you have told us so far. You can go on at any time."
    save_it: str = "Save it, or print it"
    read_here: str = "Read it here"
    change_answer: str = "Go back to the questions"
    finish: str = "Finish"
    save_title: str = "Save your summary"
    save_lead: str = "It will be put in this folder:"
    save_pdf_a4: str = "To print, on A4 paper (PDF)"
    save_pdf_letter: str = "To print, on Letter paper: USA and Canada (PDF)"
    save_html: str = "To read in a browser (HTML)"
    save_text: str = "As plain text"
    saved_title: str = "Your summary is saved"
    saved_as: str = "It is here:"
    saved_next: str = (
        "To print it, open it and choose Print. Or take it to somebody who can print it."
    )
    print_now: str = "Print it now on this computer's printer"
    printing: str = "It was sent to the printer."
    print_failed: str = "The printer did not take it. The file is still there."
    save_another: str = "Save it in another form"
    not_saved_title: str = "It was not saved"
    not_saved: str = "The reason: {reason}."
    save_home: str = "Save it in your home folder instead"
    not_saved_yet_title: str = "Your summary is not saved yet"
    not_saved_yet: str = "When you finish, your answers are gone. Nothing is kept on this computer."
    save_first: str = "Save it first"
    finish_anyway: str = "Finish without saving"
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
    source_read: str = "{body}. {address}. Read on {read}."
    keys_title: str = "Keys"
    keys_lead: str = (
        "You can do everything with single keys. Or press Tab and Enter, or use the mouse."
    )
    keys: tuple[tuple[str, str], ...] = (
        ("1 to 9", "choose an answer"),
        ("↑ ↓", "move to another answer, or read on"),
        ("Space", "choose, or read on"),
        ("Enter", "go on"),
        ("← or Backspace", "go back"),
        ("Page Up, Page Down", "read up or down"),
        ("p", "pass over this question"),
        ("x", "stop, and print what I have"),
        ("u", "urgent help"),
        ("o", "overview: go to any part"),
        ("w", "words explained"),
        ("s", "where this comes from"),
        ("Tab", "move between the parts of the screen"),
    )
    keys_text: str = (
        "Where you write in a box, letters are text. There, use F2 to F9 as the lowest lines say. "
        "Or press Esc to leave the box."
    )

    # --- bars ---
    more_below: str = "more below ↓"
    more_above: str = "↑ more above"
    key_enter: str = "enter"
    key_space: str = "space"
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
    bar_keys: str = "keys"
    bar_leave: str = "leave the box"

    # --- urgent help before any content is there ---
    urgent_title: str = "Call 999, 911 or 112 now"
    urgent_first: str = "If you feel very unwell for any reason, call."
    urgent_lead: str = "Call now if any of this is new or suddenly worse:"
    urgent_signs: tuple[str, ...] = (
        "Face drooping, a weak arm, or slurred speech",
        "Sudden very bad headache, above all if you are sick, drowsy or see badly",
        "A fit, or fainting",
        "Chest pain, trouble breathing, a racing heart, or coughing up blood",
        "Bleeding that will not stop, vomiting blood, or a hard knock to the head "
        "while on a blood thinner",
    )
    urgent_numbers: str = (
        "999 in the UK. 911 in the USA and Canada. 112 in Europe and many other countries."
    )
    urgent_even_if: str = "Call even if it has passed."

    # --- safety ---
    too_small: str = "This window is too small. Please make it larger."
    sorry: str = (
        "Sorry: the guide had to stop because of a fault of its own. "
        "Nothing that you saved is lost. Please start it again."
    )


EN = ScreenWords()
