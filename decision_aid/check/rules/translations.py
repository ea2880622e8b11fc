"""Translations: what lies over the texts in another language fits them, and is signed off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from decision_aid.check.file_subject import file_of
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.signoffs import LEAST_HASH
from decision_aid.content import text_hash
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.load import load, read_file
from decision_aid.content.overlay import read_overlay
from decision_aid.content.text_places import find_texts
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.paths import overlays_beside


def translations(subject: Subject) -> Iterator[tuple[Path, Path, str]]:
    """The content file with each `questions.<language>.yaml` beside it, and its language."""
    path = file_of(subject)
    if path is not None:
        for language, beside in overlays_beside(path).items():
            yield path, beside, language


def translation_loads(subject: Subject) -> Iterator[Fault]:
    """A translation names places that there are, and holds their numbers, gaps and marks."""
    for original, path, language in translations(subject):
        try:
            load(original, language)
        except InvalidContent as faulty:
            for fault in faulty.faults:
                yield Fault("translation", fault.message, file=path.name, line=fault.line)


def translation_whole(subject: Subject) -> Iterator[Fault]:
    """A translation says all texts as they are today."""
    for original, path, _ in translations(subject):
        written = find_texts(read_yaml(read_file(original)).data)
        overlay = read_overlay(read_file(path), written, path.name)
        for place, entry in overlay.stale.items():
            message = f"{place}: the text has changed since, and is shown as it is in the original"
            yield Fault("translation", message, file=path.name, line=entry.line)
        if overlay.missing and not overlay.faults:
            message = f"{len(overlay.missing)} of {len(written)} texts are not translated"
            yield Fault("translation", message, file=path.name)


def translation_signed_off(subject: Subject) -> Iterator[Fault]:
    """Translators have signed off the translation as it is today."""
    hashes = [s.content_hash for s in subject.aid.signoffs if s.kind == "translators"]
    for original, path, language in translations(subject):
        try:
            today = text_hash(load(original, language))
        except InvalidContent:
            continue
        if not any(len(h) >= LEAST_HASH and today.startswith(h) for h in hashes):
            message = f"no translator has signed off these texts ({today[:LEAST_HASH]})"
            yield Fault("translation", message, file=path.name)


RULES = (
    CheckRule(
        "translation-loads",
        "A translation names texts that there are, and keeps their numbers, gaps and sources.",
        ("N1",),
        "Mend the entry: its numbers, {placeholders} and [marks] are those of the original.",
        translation_loads,
    ),
    CheckRule(
        "translation-whole",
        "A translation says every text, as it is today.",
        ("N1",),
        "Have it brought up to date: decision-aid translate export writes what is missing.",
        translation_whole,
        "warning",
    ),
    CheckRule(
        "translation-signed-off",
        "A translation has a sign-off of its own, by translators.",
        ("N1", "T1", "T2"),
        "Have it reviewed, and record it under `signoffs` in the file that it translates.",
        translation_signed_off,
        "needs a person",
    ),
)
