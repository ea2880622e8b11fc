"""What the full-screen face itself says, in English."""

from __future__ import annotations


class ScreenWords:
    """Titles, choices, keys and messages of the full-screen face, whatever the aid is about.

    A plain class: as a dataclass it would cost every start 6 ms.
    """

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
    label_taken: str = "That label is in use already. Please choose another one."
    label_take: str = "Go on with this label"
    label_other: str = "Three other words"
    label_own: str = "A label of my own"
    label_own_title: str = "What label do you want?"
    label_own_lead: str = "Any few words, up to 40 characters. Better not your name."
    lock_title: str = "Choose a passphrase"
    lock_lead: str = "At least {least} characters. Four words are good. Each letter shows as a dot."
    lock_again_title: str = "Write the passphrase once more"
    lock_again_lead: str = "So that a slip of the keys does not lock you out."
    lock_short: str = "That has {count} characters. It needs at least {least}."
    locks_differ: str = "The two were not the same. Please choose the passphrase again."
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
    resume_lead: str = "Choose the label of your answers, or start anew."
    resume_shared: str = "Do you have a code from an earlier visit?"
    resume_code: str = "Yes, I have a code"
    resume_new: str = "Start anew"
    last_used: str = "last used {moment}"
    locked: str = "locked"
    code_enter_title: str = "What is your code?"
    code_enter_lead: str = "Such as K7QM-3XHD-9T2P. Capitals and dashes make no difference."
    code_wrong: str = (
        "There are no answers under that code. Compare it with yours, and mend it here. "
        "The clinic's staff can give you another code."
    )
    code_length: str = "A whole code has {whole} letters and digits; this one has {signs}."
    unlock_title: str = "What is the passphrase?"
    unlock_lead: str = "It opens “{label}”. As you type, each letter shows as a dot."
    unlock_wrong: str = (
        "That passphrase does not open these answers. "
        "Look at capital letters and spaces, and try again."
    )
    write_first: str = (
        "Nothing is written yet. Write in the box, then press Enter. Or press F3 to go back."
    )
    still_not: str = "Still not, at try {tries}. {reason}"
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
    notes_lead: str = "Only for you who counsel. They are never printed for the patient."
    notes_done: str = "Keep these notes and go back"
    bar_notes_done: str = "keep and go back"
    bar_notes: str = "notes"
    covered: str = "Covered, and still open"
    covered_title: str = "What was covered, and what is still open"
    covered_agenda: str = "What they wanted to leave with: {agenda}"
    covered_done: str = "Covered"
    covered_open: str = "Still open"
    covered_teach: str = "Worth saying once more"
    covered_none: str = "Nothing."
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
    save_first: str = "Save it first"
    finish_anyway: str = "Finish without saving"
    goodbye: str = "Goodbye."
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
    bar_keys: str = "keys"
    bar_written_down: str = "I have written it down"

    # --- urgent help before any content is there ---
    urgent_title: str = "Call 999, 911, 112 or your local emergency number now"
    urgent_first: str = "If you feel very unwell for any reason, call."
    urgent_lead: str = "Call now if any of this is new or suddenly worse:"
    urgent_signs: tuple[str, ...] = (
        "Face drooping, a weak arm, or slurred speech",
        "Sudden very bad headache, above all if you are sick, drowsy or see badly",
        "A fit, or fainting",
        "Chest pain, trouble breathing, a racing heart, or coughing up blood",
        "Bleeding that will not stop, or vomiting blood",
        "If on a blood thinner: a hard knock to the head",
    )
    urgent_numbers: str = (
        "999 in the UK. 911 in the USA and Canada. 112 in the European Union. "
        "Elsewhere: your local emergency number."
    )
    urgent_even_if: str = "Call even if it has passed."

    # --- safety ---
    too_small: str = "This window is too small. Please make it larger."
    sorry: str = (
        "Sorry: the guide had to stop because of a fault of its own. "
        "Nothing that you saved is lost. Please start it again."
    )


EN = ScreenWords()
