"""What the commands for a clinic's records say, in English."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ClinicWords:
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
    several: str = "Several sessions have the label {name}. Do this: name one by its id: {ids}."
    nothing_named: str = "No session is named. Do this: name labels, or use --all."
    both_named: str = "Labels and --all were given. Do this: use one of them."
    words_of_staff: str = "--with-words belongs to --edition staff."
    json_of_patient: str = "--format json is of the patient's edition."
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
        "There is no printer set up here (no program lp), so nothing was printed. "
        "Print these files: {paths}"
    )
    not_printed: str = "The printer did not take it. The file is here: {path}"
    cannot_print: str = (
        "Only a PDF or text that is saved in a file can be sent to the printer. "
        "Do this: use --format pdf, and no `-` as --output."
    )

    # export, and opening it again
    not_in_words: str = (
        "The file holds no questions in words: the answers were given to another version."
    )
    notes_left_out: str = (
        "Left out: what a counsellor asked and noted. --with-notes puts it in the file."
    )
    was_locked: str = "{label} is locked by a passphrase, but the file is not."
    not_taken_from_file: str = "This content does not take the answer in the file: {question}"
    another_questionnaire: str = "the answers in it belong to another questionnaire"
    name_content: str = "Name that questionnaire with --content."

    # another code
    new_code: str = (
        "This is the new code for {label}. It is told only now: write it down for the person. "
        "The code before it opens nothing any more."
    )

    # erasing
    about_to_erase: str = "To be erased for good: {labels}. Copies in backups are not reached."
    sure: str = "Type yes to erase, anything else to keep: "
    yes: frozenset[str] = field(default_factory=lambda: frozenset({"yes", "y"}))
    nobody_to_ask: str = "There is no terminal to ask on. Do this: add --yes if you are sure."
    nothing_erased: str = "Nothing was erased."
    erased: str = "Erased: {label}"
    not_erased: str = "Not erased: {label}. {why}"
    traces: str = (
        "Another program was busy with the records, so traces may still lie in the file. "
        "Do this: close other programs and erase once more, any session."
    )


EN = ClinicWords()
