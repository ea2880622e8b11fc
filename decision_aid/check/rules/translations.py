"""Translations: what lies over the texts in another language fits them, and is signed off."""

from __future__ import annotations

from collections.abc import Iterator

from decision_aid.check.file_subject import translations_of
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.rules.signoffs import LEAST_HASH
from decision_aid.check.texts import short
from decision_aid.check.translations import Translation
from decision_aid.content import text_hash
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.load import load

_MISSING = "Have it translated: decision-aid translate export writes what is missing."


def translation_loads(subject: Subject) -> Iterator[Fault]:
    """A translation names places that there are, and holds their numbers, gaps and marks."""
    for one in translations_of(subject):
        try:
            load(one.original, one.language)
        except InvalidContent as faulty:
            for fault in faulty.faults:
                yield Fault("translation", fault.message, file=one.path.name, line=fault.line)


def translation_whole(subject: Subject) -> Iterator[Fault]:
    """A translation says all texts as they are today."""
    for one in translations_of(subject):
        yield from _stale(one)
        missing = one.overlay.missing
        if missing and not one.overlay.faults:
            message = f"{len(missing)} of {len(one.places)} texts are not translated"
            yield Fault("translation", message, file=one.path.name)


def translation_complete(subject: Subject) -> Iterator[Fault]:
    """Where that is asked for, no text at all is missing or stale."""
    for one in translations_of(subject) if subject.complete else ():
        yield from _stale(one)
        for place in one.overlay.missing if not one.overlay.faults else ():
            message = f"{place}: the text is not translated"
            yield Fault("translation", message, file=one.path.name, mend=_MISSING)


def _stale(translation: Translation) -> Iterator[Fault]:
    for place, entry in translation.overlay.stale.items():
        message = f"{place}: the text has changed since, and is shown as it is in the original"
        yield Fault("translation", message, file=translation.path.name, line=entry.line)


def asked_again_alike(subject: Subject) -> Iterator[Fault]:
    """What is asked twice in the same words is so in the translation too."""
    for first, again in subject.aid.asked_again if subject.is_translated else ():
        if first.text != again.text:
            message = f"it is asked again, as {first.id!r} is, and says: {short(first.text)} there"
            yield Fault(again.id, message, text=again.text)


def translation_signed_off(subject: Subject) -> Iterator[Fault]:
    """Translators have signed off the translation as it is today."""
    hashes = [s.content_hash for s in subject.aid.signoffs if s.kind == "translators"]
    for one in translations_of(subject):
        try:
            today = text_hash(load(one.original, one.language))
        except InvalidContent:
            continue
        if not any(len(h) >= LEAST_HASH and today.startswith(h) for h in hashes):
            message = f"no translator has signed off these texts ({today[:LEAST_HASH]})"
            yield Fault("translation", message, file=one.path.name)


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
        of_words=True,
    ),
    CheckRule(
        "translation-complete",
        "With --complete: a translation has no text that is missing or stale.",
        ("N1",),
        "Have it brought up to date: decision-aid translate export writes what is missing.",
        translation_complete,
        of_words=True,
    ),
    CheckRule(
        "asked-again-alike",
        "What is asked twice in the same words is asked twice in the same words in a translation.",
        ("N1",),
        "Use the same words in both places: both answers stand beside one statement.",
        asked_again_alike,
        of_words=True,
    ),
    CheckRule(
        "translation-signed-off",
        "A translation has a sign-off of its own, by translators.",
        ("N1", "T1", "T2"),
        "Have it reviewed, and record it under `signoffs` in the file that it translates.",
        translation_signed_off,
        "needs a person",
        of_words=True,
    ),
)
