"""The faults of loading, by the ids that they carry: part of the same catalogue as all rules.

They are found while a file is read (load.py, yaml_text.py, references.py); a file that has one is
looked at no further, since no rule could be sure of what it sees.
"""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.check.rule import Breach, CheckRule, Subject

SHAPE = "shape"
"""Stands for all ids that begin with `shape-`: pydantic names the kind of fault."""


def found_on_loading(_subject: Subject) -> Iterator[Breach]:
    """Nothing more: an aid that could be loaded has none of these faults."""
    yield from ()


def _rule(name: str, says: str, mend: str, *serves: str) -> CheckRule:
    return CheckRule(name, says, serves or ("ours",), mend, found_on_loading)


_LOOK = "Look at this line and the one before it."
_NAME = "Use one of the names that the message lists."

RULES = (
    _rule("no-file", "The content is a regular file that can be read.", "Name a file."),
    _rule("too-large", "The file has 5 MB at most.", "Make it smaller."),
    _rule("too-many", "The file has a bearable number of values and faults.", "Mend those."),
    _rule("not-utf-8", "The file is UTF-8 text.", "Save it as UTF-8."),
    _rule("broken-yaml", "The file is YAML.", _LOOK),
    _rule("two-documents", "The file holds one document.", "Keep one in a file."),
    _rule("too-deep", "Values are not nested over 30 deep.", "Nest it less."),
    _rule("alias", "No anchors and no aliases.", "Write it out again."),
    _rule("tag", "No tags.", "Leave the tag out."),
    _rule("key-not-text", "Keys are plain text.", "Give the key a name."),
    _rule("duplicate-key", "A key stands once in its mapping.", "Keep one of the two."),
    _rule("ambiguous-word", "No word that some programs read as something else.", "Quote it."),
    _rule(SHAPE, "Each part has the fields of its kind, and no others.", "See docs/authors.md."),
    _rule("unknown-name", "Each field is one of its kind's.", "Mend its name, or take it out."),
    _rule("odd-id", "Ids are small letters, digits, underscores, dots and dashes.", "Mend it."),
    _rule("odd-language", "The language is named as `en` or `fr-CA`.", "Mend it."),
    _rule("empty-range", "A scale or a range leaves something to pick.", "Mend its ends."),
    _rule("test-does-not-fit", "A test fits its question.", "Use the kind that is named.", "K1"),
    _rule("example-not-taken", "Examples hold answers that are taken.", "Mend the example.", "K1"),
    _rule("phrase-looks-forward", "A phrase needs phrases before it.", "Move it down.", "K2"),
    _rule("unfilled-placeholder", "Gaps stand only where they are filled.", "Mend it.", "K2"),
    _rule("duplicate-id", "Ids stand once for each kind of part.", "Give each its own.", "K1"),
    _rule("unknown-question", "Conditions read questions that exist.", _NAME, "K1"),
    _rule("looks-forward", "Conditions of questions look back.", "Ask it earlier.", "K1"),
    _rule("unknown-choice", "Conditions read choices that exist.", _NAME, "K1"),
    _rule("unknown-source", "Marks name sources that exist.", "Mend the mark.", "V1"),
    _rule("unknown-placeholder", "Something fills each placeholder.", "Mend the name.", "K2"),
    _rule("unknown-outcome", "Outcomes that are named exist.", _NAME, "P7"),
    _rule("unknown-list", "Lists of rules that are named exist.", _NAME, "K2"),
    _rule("unknown-arm", "Arms that are named exist.", _NAME, "P1"),
    _rule("unknown-option", "Options that are named exist.", _NAME, "O2"),
    _rule("unknown-row", "Rows that are named exist.", _NAME, "O4"),
    _rule("unknown-note", "Notes that are named exist.", _NAME, "K1"),
    _rule(
        "hole-in-table",
        "Each row answers for every option that is compared, and for no other.",
        "Say what is so for it, or that it is not known.",
        "O4", "B1", "IPDAS Q2", "IPDAS 2.1.1",
    ),
    _rule(
        "one-sided-figure",
        "A figure says to how many it happened and to how many not.",
        "Say both sides of the count.",
        "P5", "NICE NG197",
    ),
    _rule("impossible-figure", "Events do not outnumber people.", "Look at the source.", "P1"),
)  # fmt: skip
