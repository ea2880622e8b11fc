"""What can go wrong with the records, in words for a person; no word of theirs is repeated."""

from __future__ import annotations

import errno

FAULTS = {
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
    # a session
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
"""What is wrong, and what to do, by the kind of fault."""


class RecordsFault(Exception):
    """The records cannot do what was asked; `kind` is a key of FAULTS."""

    def __init__(self, kind: str, **details: str) -> None:
        message, mend = (words.format_map(_Filled(details)) for words in FAULTS[kind])
        super().__init__(f"{message[:1].upper()}{message[1:]}. Do this: {mend}")
        self.kind = kind
        self.message = message
        self.mend = mend


class _Filled(dict[str, str]):
    """Details for a message; one that is not known reads as `the records`."""

    def __missing__(self, _name: str) -> str:
        return "the records"


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def fault_of(error: OSError, path: object) -> RecordsFault:
    """The fault for what the operating system refused."""
    if error.errno in _FULL:
        return RecordsFault("disk_full")
    if error.errno in _FORBIDDEN:
        return RecordsFault("not_writable", path=str(path))
    if error.errno in (errno.ENOTDIR, errno.EEXIST):
        return RecordsFault("not_a_folder", path=str(path))
    return RecordsFault("failed", reason=error.strerror or type(error).__name__)


class NotKept(Exception):
    """An answer could not be written; the reason is for the person."""
