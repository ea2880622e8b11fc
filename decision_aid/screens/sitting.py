"""What all screens share in one run: visit, how it starts, folder, records, language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from decision_aid.screens.notice import nothing
from decision_aid.words import USUAL, Words, words

if TYPE_CHECKING:
    from decision_aid.languages import Languages
    from decision_aid.record import Records
    from decision_aid.screens.notice import Notice
    from decision_aid.start import Start
    from decision_aid.visit import Visit


class KeyWords(Protocol):
    """The words that speak of keys, letters or buttons, and so differ from face to face."""

    can_skip: str
    """That a question can be passed over too."""
    can_skip_box: str
    """The same where one writes, and letters are text."""
    take_back: str
    """How to keep an answer, or to take it away, when passing over it."""
    code_first: str
    """That the code is to be written down before going on."""
    write_first: str
    """That nothing is written yet."""
    unseen: str
    """What shows of a passphrase as it is typed."""
    more: tuple[tuple[str, str], ...]
    """What the page of keys leads to at once, where the face has buttons for that."""
    keys_title: str
    keys_lead: str
    keys: tuple[tuple[str, str], ...]
    """Each key, letter or button with what it does."""
    language_key: str
    """The key, letter or button that changes the language."""
    keys_text: str


def full_screen(of: Words) -> KeyWords:
    """What the full screen says of keys."""
    return of.screens


class Sitting:
    """The visit with what surrounds it: how it began, where answers and summaries are kept.

    Summaries are saved in `folder`; where it is None, the face hands them over itself. `languages`
    are those that one can change to; the one that is chosen holds until the content is loaded,
    which then says its own; `asks_how_to_read` says whether the face has a first screen for that;
    `speak` gives what this face says of its keys.
    """

    def __init__(
        self,
        folder: Path | None,
        start: Start,
        visit: Visit | None = None,
        *,
        languages: Languages | None = None,
        asks_how_to_read: bool = False,
        speak: Callable[[Words], KeyWords] = full_screen,
    ) -> None:
        self.folder = folder
        self.start = start
        self.visit = visit
        """None until the content is loaded."""
        self.languages = languages
        self.chosen = start.language
        """The language that was chosen last, and is spoken as soon as the content is there."""
        self._told_of: set[str] = set()
        """The languages of which it was said how much they lack."""
        self.asks_how_to_read = asks_how_to_read
        self.knows_how_to_read = False
        """Whether how they read is remembered, so that the first screen need not ask."""
        self.speak = speak
        self.saved: Path | None = None
        """The summary that was saved last."""
        self.print_failed = False
        """Whether the clinic's printer did not take the summary that was sent last."""
        self.records: Records | None = None
        """Where answers are kept, once that was looked for."""
        self.decided = False
        """Whether it was settled if answers are kept."""
        self.tell_kept: Callable[[], None] = _nobody
        """Called, in any thread, when answers that waited are kept, or another thing is wrong."""

    @property
    def begun(self) -> Visit:
        """The visit; LookupError before the content is loaded."""
        if self.visit is None:
            raise LookupError("no visit has begun")
        return self.visit

    @property
    def words(self) -> Words:
        """The engine's words: in the language of the content once that is loaded."""
        return words(self.language)

    @property
    def language(self) -> str:
        """The language that is spoken now."""
        return self.visit.aid.language if self.visit else self.chosen or USUAL

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The languages that can be gone on in, the next one first."""
        languages = self.languages
        return languages.others(self.language) if languages and languages.are_several else ()

    def say_untranslated(self) -> str:
        """How many texts are not in this language yet; nothing where all are."""
        aid, languages, ours = self.begun.aid, self.languages, self.words
        if not aid.untranslated or languages is None:
            return ""
        first = languages.codes[0]
        named = ours.languages.get(first.partition("-")[0], first)
        return ours.screens.untranslated.format(language=named, count=aid.untranslated)

    def tell_untranslated(self) -> Notice:
        """The same, to be said once for each language."""
        if self.language in self._told_of or not self.say_untranslated():
            return nothing
        self._told_of.add(self.language)
        return self.say_untranslated

    @property
    def has_urgent_help(self) -> bool:
        """Whether urgent help is open: only content that is there can say that it has none."""
        return self.visit is None or self.visit.aid.urgent_help is not None

    @property
    def of_keys(self) -> KeyWords:
        """The words of this face that speak of keys."""
        return self.speak(self.words)

    @property
    def shared(self) -> bool:
        """Whether answers are kept, or would be, on a store that others use too."""
        from decision_aid.start import is_shared

        return is_shared(self.start) if self.records is None else self.records.shared

    @property
    def keeping_is_decided(self) -> bool:
        """Whether it is known if answers are kept; a session that is only looked at takes none."""
        session = self.visit.session if self.visit else None
        return self.decided or (session is not None and not session.only_looking)

    @property
    def may_still_keep(self) -> bool:
        """Whether somebody who chose to leave no trace can choose again."""
        return self.decided and self.begun.session is None and self.start.keep is not False

    @property
    def code(self) -> str:
        """The code that was given in this visit; empty where there is none."""
        session = self.visit.session if self.visit else None
        return session.code if session else ""

    def close(self) -> None:
        """Let others write to what was kept here."""
        session, records = self.visit.session if self.visit else None, self.records
        if session is not None:
            session.close()
        if records is not None and (session is None or session.fault is None):
            from decision_aid.record.deadline import do_soon

            do_soon(records.close)


def _nobody() -> None:
    """No face has to draw it."""
