"""What can go wrong with the records, by kind; its words are those of a language."""

from __future__ import annotations

import errno

from decision_aid.words import USUAL, words


class RecordsFault(Exception):
    """The records cannot do what was asked; `kind` names the words that say so."""

    def __init__(self, kind: str, **details: str) -> None:
        super().__init__(kind)
        self.kind = kind
        self.details = details
        """What stands in the words, such as a folder; never anybody's answers."""

    def __str__(self) -> str:
        return words(USUAL).fault(self)


class NotKept(Exception):
    """An answer could not be written down, because of this fault."""

    def __init__(self, fault: RecordsFault) -> None:
        super().__init__(str(fault))
        self.fault = fault


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
