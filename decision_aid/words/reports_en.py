"""What a report says of itself in English: its own headings, foot and labels."""

from __future__ import annotations

from typing import Final

EN: Final[dict[str, str]] = {
    "document": "Decision aid summary",
    "job": "Decision aid",
    "fill_in": "To fill in by hand",
    "pictures": "The same in pictures",
    "counted": "{count} of {of}",
    "contacts": "Somebody to call",
    "sources": "Sources",
    "read": "Read {day}.",
    "evidence": "Evidence read {day}.",
    "sources_at_end": "Sources: at the end.",
    "sources_page": "Sources: page {page}.",
    "version": "Version {version}, {hash}.",
    "session": "Session {session}.",
    "page": "Page {page} of {pages}.",
    "note": "Please note",
    "unprinted": "Some characters could not be printed. The sign \ufffd stands in their place.",
    # A blank copy.
    "blank": "Blank copy, for preview",
    "also_prints": "What else prints, by what is answered",
    # What changed.
    "changed": "What changed since the summary of {day}",
    "before_now": "{question} Before: {before}. Now: {now}.",
    "typed_anew": "{question} The words changed.",
    "more_changed": "Not shown here: {count}. “records show” has all.",
    "unanswered": "not answered",
    # The staff's page.
    "staff": "Staff copy: {title}",
    "staff_says": "Picked answers only: no name, nothing typed. “I” is whoever answered. {sources}",
    "staff_says_typed": (
        "What was typed stands at the end: it may tell who the person is. “I” is whoever answered. "
        "{sources}"
    ),
    "sources_elsewhere": "[1] and on: sources in the patient's copy.",
    "ask_now": "Ask about warning signs now",
    "ask_again": "Ask today, whatever was answered before.",
    "told": "Answered before:",
    "told_on": "Answered on {moment}:",
    "not_told": "No answer came with this copy.",
    "signs": "Warning signs",
    "situation": "Situation",
    "readiness": "How ready",
    "at_start": "Start",
    "at_end": "End",
    "not_asked": "not asked",
    "own_words": "In the person's own words",
    "for_the_record": "To paste into the record",
    "recorded": (
        "Decision aid “{title}”, version {version}, {hash}, {day}. “I” is whoever answered."
    ),
}
