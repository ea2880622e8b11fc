"""The catalogue of what makes a content file invalid: id, what must be so, how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from decision_aid.content import gaps, impossible, references

if TYPE_CHECKING:
    from decision_aid.content.aid import DecisionAid
    from decision_aid.content.faults import Fault

Finder = Callable[["DecisionAid"], "Iterator[Fault]"]

SHAPE = "shape"
"""Stands for all ids that begin with `shape-`: pydantic names the kind of fault."""


class Validation(NamedTuple):
    """One kind of fault."""

    id: str
    """In words, such as `unknown-source`."""
    says: str
    """What must be so, in one sentence."""
    mend: str
    """How to mend it, where a fault doesn't say it more closely."""
    finders: tuple[Finder, ...] = ()
    """What finds it in an aid; without one, it is found while the file is read."""
    serves: tuple[str, ...] = ("ours",)
    """The items of the standards behind it (docs/authors.md names them)."""


_LOOK = "Look at this line and the one before it."
_NAME = "Use a name that the file has: the message says which is near, or lists them."

OF_READING = (
    Validation("no-file", "The content is a regular file that can be read.", "Name a file."),
    Validation("too-large", "The file has 5 MB at most.", "Make it smaller."),
    Validation("too-many", "The file has a bearable number of values and faults.", "Mend those."),
    Validation("not-utf-8", "The file is UTF-8 text.", "Save it as UTF-8."),
    Validation("broken-yaml", "The file is YAML.", _LOOK),
    Validation(
        "odd-space", "No space or sign that cannot be seen stands in a name or in an indent.",
        "Delete it, and write an ordinary space where one is needed.",
    ),
    Validation(
        "empty-value", "What is written is not left empty: an empty `when` would be true of all.",
        "Write what is meant, or take the line out.",
    ),
    Validation(
        "unprintable-sign", "A text holds no sign that cannot be printed or that a terminal obeys.",
        "Take it out.",
    ),
    Validation("two-documents", "The file holds one document.", "Keep one in a file."),
    Validation("too-deep", "Values are not nested over 30 deep.", "Nest it less."),
    Validation("alias", "No anchors and no aliases.", "Write it out again."),
    Validation("tag", "No tags.", "Leave the tag out."),
    Validation("key-not-text", "Keys are plain text.", "Give the key a name."),
    Validation("duplicate-key", "A key stands once in its mapping.", "Keep one of the two."),
    Validation("ambiguous-word", "No word that some programs read as something else.", "Quote it."),
    Validation(
        SHAPE, "Each part has the fields of its kind, and no others.", "See docs/authors.md."
    ),
    Validation(
        "unknown-name", "Each field is one of its kind's.", "Mend its name, or take it out."
    ),
)  # fmt: skip
"""Found while the file is read and its shape is looked at; one of these, and nothing else is."""

OF_CONTENT = (
    Validation(
        "odd-id", "Ids are small letters, digits, underscores, dots and dashes.",
        "Use small letters, digits, _ and -.", (references.find_odd_ids,),
    ),
    Validation(
        "odd-language", "The language is named as `en` or `fr-CA`.", "Write it as en or fr-CA.",
        (impossible.find_odd_language,),
    ),
    Validation(
        "empty-range", "A scale or a range leaves something to pick.", "Mend its ends.",
        (
            impossible.find_empty_ranges,
            impossible.find_empty_counts,
            impossible.find_empty_rankings,
        ),
    ),
    Validation(
        "test-does-not-fit", "A test fits its question.", "Use the kind that is named.",
        (impossible.find_tests_that_do_not_fit,), ("K1",),
    ),
    Validation(
        "example-not-taken", "Examples hold answers that are taken.",
        "Use a question's id and one of its choices.",
        (impossible.find_examples_not_taken,), ("K1",),
    ),
    Validation(
        "use-does-not-fit", "A question can be put to the use that it names.",
        "Mend the question, or take `use` out.", (impossible.find_odd_uses,),
    ),
    Validation(
        "odd-was", "What took the place of a former question says what its answers mean now.",
        "Name one of its choices, or leave the answer out: it is then asked again.",
        (impossible.find_odd_takeovers,),
    ),
    Validation(
        "phrase-looks-forward", "A phrase needs phrases before it.", "Change the order.",
        (gaps.find_forward_phrases,), ("K2",),
    ),
    Validation(
        "unfilled-placeholder", "Gaps stand only where they are filled.", "Write it out.",
        (gaps.find_unfilled_placeholders,), ("K2",),
    ),
    Validation(
        "duplicate-id", "Ids stand once for each kind of part.", "Give each an id of its own.",
        (references.find_repeated_ids,), ("K1",),
    ),
    Validation(
        "unknown-question", "Conditions read questions that exist.", "Name a question's id.",
        (references.find_unknown_questions,), ("K1",),
    ),
    Validation(
        "unknown-score", "Conditions read scores that exist.", "Declare it under 'scores'.",
        (references.find_unknown_scores,), ("K1",),
    ),
    Validation(
        "ambiguous-score", "A score has a name of its own.", "Give it another id.",
        (references.find_ambiguous_scores,), ("K2",),
    ),
    Validation(
        "looks-forward", "Conditions of questions look back.", "Ask that question earlier.",
        (references.find_forward_looks,), ("K1",),
    ),
    Validation(
        "unknown-choice", "Conditions read choices that exist.", _NAME,
        (
            references.find_unknown_choices_read,
            references.unknown_finder("choice"),
            impossible.find_impossible_passes,
        ),
        ("K1",),
    ),
    Validation(
        "unknown-source", "Marks name sources that exist.", "Add the source, or mend the mark.",
        (references.find_unknown_sources,), ("V1",),
    ),
    Validation(
        "unknown-placeholder", "Something fills each placeholder.", "Mend the name.",
        (gaps.find_unknown_placeholders, gaps.find_odd_braces, gaps.find_unknown_counts), ("K2",),
    ),
    Validation(
        "unknown-outcome", "Outcomes that are named exist.", _NAME,
        (references.unknown_finder("outcome"),), ("P7",),
    ),
    Validation(
        "unknown-list", "Lists of rules that are named exist.", _NAME,
        (references.unknown_finder("list"),), ("K2",),
    ),
    Validation(
        "unknown-arm", "Arms that are named exist.", _NAME,
        (references.unknown_finder("arm"),), ("P1",),
    ),
    Validation(
        "unknown-option", "Options that are named exist.", _NAME,
        (references.unknown_finder("option"),), ("O2",),
    ),
    Validation(
        "unknown-row", "Rows that are named exist.", _NAME,
        (references.unknown_finder("row"),), ("O4",),
    ),
    Validation(
        "unknown-note", "Notes that are named exist.", _NAME,
        (references.unknown_finder("note"),), ("K1",),
    ),
    Validation(
        "hole-in-table", "Each row answers for every option that is compared, and for no other.",
        "Say what is so for it, or that it is not known.",
        (references.find_holes_in_table,), ("O4", "B1", "IPDAS Q2", "IPDAS 2.1.1"),
    ),
    Validation(
        "one-sided-figure", "A figure says to how many it happened and to how many not.",
        "Say both sides of the count.",
        (impossible.find_one_sided_figures,), ("P5", "NICE NG197"),
    ),
    Validation(
        "impossible-figure", "Events do not outnumber people.", "Look at the source.",
        (impossible.find_impossible_figures,), ("P1",),
    ),
    Validation(
        "urgent-help-owed", "There is urgent help, or it is said why there is none.",
        "Write `urgent_help`, or say why nothing calls for it: without: {urgent_help: ...}.",
        (impossible.find_odd_urgent_help,), ("R4",),
    ),
    Validation(
        "odd-stay", "Where nobody can go on as now, no option does.", "Take one of the two out.",
        (impossible.find_odd_staying,), ("O2",),
    ),
    Validation(
        "contacts-unchecked", "It is said when the numbers of contacts were last tried.",
        "Write `contacts_checked`, such as: Tried in November 2026.",
        (impossible.find_unchecked_contacts,), ("R4",),
    ),
)  # fmt: skip
"""Found in an aid whose shape is right."""

VALIDATIONS = (*OF_READING, *OF_CONTENT)


def find_faults(aid: DecisionAid) -> Iterator[Fault]:
    """Every fault of the content, by the id of the part that has it."""
    for one in OF_CONTENT:
        for find in one.finders:
            for fault in find(aid):
                yield replace(fault, id=one.id, mend=fault.mend or one.mend)
