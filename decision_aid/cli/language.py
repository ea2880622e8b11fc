"""The language that a command speaks: as it is told, else as the computer is set."""

from __future__ import annotations

import os
from pathlib import Path

from decision_aid.cli.endings import UsageError
from decision_aid.languages import choose_language, find_languages, language_of_system
from decision_aid.words import LANGUAGES, words


def settle_language(content: Path | None, said: str | None, remembered: str = "") -> str:
    """The language to speak: the content's own where nothing else is said or there.

    Without content, the engine's languages are those that there are. Raises UsageError for one that
    is not there.
    """
    there = find_languages(content) if content else tuple(LANGUAGES)
    by_system = language_of_system(os.environ)
    if said:
        _refuse_unknown(said, there, by_system)
    return choose_language(there, said or "", remembered, by_system)


def settle_staff_language(content: Path, said: str | None) -> str:
    """The language of what is for the staff: the content's own, unless another one is named."""
    there = find_languages(content)
    if said:
        _refuse_unknown(said, there, language_of_system(os.environ))
    return choose_language(there, said or "")


def _refuse_unknown(said: str, there: tuple[str, ...], speaks: str) -> None:
    """Where the content's own language is not seen at a glance, whoever loads it says why."""
    if not there[0] or choose_language(("", *there), said):
        return
    ours = words(speaks).commands
    raise UsageError(ours.no_such_language.format(language=said, there=", ".join(there)))
