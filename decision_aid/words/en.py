"""The engine's words in English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


class Refusal(Protocol):
    """Why an answer was not taken: the name of a message, and what to put into it."""

    message: str
    details: Mapping[str, str | int]


@dataclass(frozen=True)
class Words:
    """What the program itself says, whatever the aid is about."""

    language: str = "en"

    refusals: dict[str, str] = field(
        default_factory=lambda: {
            "pick_one": "Please choose one answer.",
            "pick_some": "Please choose at least one answer.",
            "unknown_choice": "That is not one of the answers.",
            "too_many": "Please choose no more than {most}.",
            "not_together": "That answer cannot go together with others.",
            "not_a_number": "Please write a whole number, such as 12.",
            "out_of_range": "Please write a number from {least} to {most}.",
            "empty": "Nothing is written yet.",
            "only_read": "There is nothing to answer here.",
            "not_an_answer": "That is not an answer that a question takes.",
            "unknown_question": "There is no such question.",
        }
    )

    standings: dict[str, str] = field(
        default_factory=lambda: {
            "current": "",
            "due": (
                "This guide was due to be checked again by {next_review}. There may be newer "
                "evidence. Ask those who care for you."
            ),
            "expired": (
                "This guide is out of date. It was good until {expires}. Ask those who care "
                "for you for something newer."
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

    def refusal(self, error: Refusal) -> str:
        """Why an answer was not taken, in words."""
        return self.refusals[error.message].format(**error.details)


EN = Words()
