"""What a visit asks of the place where its answers are kept, whoever writes them down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from decision_aid.record.faults import RecordsFault
    from decision_aid.record.models import (
        ContentVersion,
        Given,
        Printed,
        SessionInfo,
        StoredAnswer,
    )


class OpenSession(Protocol):
    """Answers that are open to be kept: a session itself, or a keeper that nobody waits for."""

    code: str

    @property
    def entry(self) -> SessionInfo:
        """The session as it was when it was opened."""

    @property
    def at(self) -> str | None:
        """The question last on the screen."""

    @property
    def only_looking(self) -> bool:
        """Whether another program writes to it."""

    @property
    def unsaved(self) -> int:
        """How many answers wait because they could not be written."""

    @property
    def fault(self) -> RecordsFault | None:
        """Why what was to be kept last is not kept; None as long as all of it is."""

    def keep(self, question: str, given: Sequence[str] | None, moment: datetime) -> None:
        """Write an answer down; raises NotKept."""

    def keep_all(self, answers: Iterable[StoredAnswer]) -> None:
        """Write several down together; raises NotKept."""

    def show(self, question: str | None) -> None:
        """Note which question is on the screen; raises NotKept."""

    def mark_printed(self, on: date) -> None:
        """Note that a summary of the answers was printed that day; raises NotKept."""

    def change_content(self, version: ContentVersion) -> None:
        """Go on with other content; raises NotKept."""

    def answers_given(self) -> Given:
        """What was picked or typed, by question; raises RecordsFault."""

    def moments(self) -> Mapping[str, datetime]:
        """When each answer was given; raises RecordsFault."""

    def last_print(self) -> Printed | None:
        """What was last printed of other answers than these; raises RecordsFault."""

    def catch_up(self) -> bool:
        """Wait a while until what is to be kept is written; whether one need not give it up."""

    def close(self) -> None:
        """Let others write to it."""
