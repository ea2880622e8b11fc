"""What the rules of language know of English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from decision_aid.check import languages
from decision_aid.check.verbs import has_verb

if TYPE_CHECKING:
    from decision_aid.check.languages import Counts

GRADE = 8.0
MEDICAL = (
    "adverse event", "amyloid", "anaesthetic", "analgesic", "angioplasty", "anticoagulant",
    "antiplatelet", "aneurysm", "azygos", "benign", "biopsy", "cannula", "cardiac", "catheter",
    "cerebral", "chronic", "clot", "cohort", "contrast", "contraindication", "control group",
    "cranial", "diagnosis", "disease-modifying", "dissection", "Doppler", "dye", "embolism",
    "endovascular", "fatigue", "fit", "graft", "haemorrhage", "hemorrhage", "hypertension",
    "immune", "immunosuppressant", "implant", "incontinence", "infarction", "insufficiency",
    "intravenous", "ischaemic", "jugular", "lesion", "malignant", "metastasis", "neurologist",
    "occlusion", "oedema", "pacemaker", "percutaneous", "phlebitis", "placebo", "prognosis",
    "progressive MS", "prophylaxis", "randomised", "randomized", "relapse", "renal", "restenosis",
    "sclerosis", "seizure", "sepsis", "sham", "spasticity", "stenosis", "stent", "stroke",
    "thrombosis", "thrombus", "ultrasound", "vascular", "venogram", "venography", "venoplasty",
)  # fmt: skip
"""Medical words that a glossary must explain where they are used: the one list of them."""

EVERYDAY = frozenset(
    {"UK", "US", "USA", "EU", "TV", "PDF", "OK", "NHS", "GP", "ID", "AM", "PM", "DNA", "II", "III"}
)
"""Abbreviations that need no explanation."""

LOADED = (
    "miracle", "miracles", "breakthrough", "liberation", "cure", "cures", "cured", "desperately",
    "false hope", "victim", "victims", "sufferer", "sufferers", "guinea pig", "guinea pigs",
    "scam", "scams", "quack", "quacks", "medical tourism", "myth", "debunked", "swan song", "fake",
    "placebo effect", "does not exist", "risk-free", "proven", "unproven", "compliance",
    "against advice", "patients like you", "amazing", "revolutionary", "danger", "terrible",
)  # fmt: skip
"""Words that sell, scare, sneer or shame."""

TO_AVOID = {
    "only": "nothing",
    "just": "nothing",
    "simple": "nothing",
    "simply": "nothing",
    "minor": "nothing",
    "routine": "nothing",
    "unfortunately": "nothing",
    "sadly": "nothing",
    "safe": "the number, or: none was judged to be caused by it",
    "side effect": "any health problem; serious harm",
    "side effects": "any health problem; serious harm",
    "complication": "any health problem; serious harm",
    "complications": "any health problem; serious harm",
    "does not work": "no benefit was found",
    "you should": "you can; ask",
    "you must": "you can; ask",
    "seek medical attention": "call, and the name of whom to call",
    "consult": "ask",
    "refuse": "decide",
    "deny": "say no to",
    "score": "nothing",
    "quiz": "did we explain that well?",
    "significant": "the gap could be chance",
    "confidence interval": "allowing for chance, from A to B",
    "currently": "the year",
    "recent": "the year",
    "recently": "the year",
    "latest": "the year",
    "click": "choose",
    "see below": "on the next screen",
}
"""Words that minimise, command or go stale, and what to say instead."""


_DENIED = re.compile(r"\b(no|not|never)\b[^.?!]{0,24}$", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöûü]+")


_NO_COUNT = re.compile(
    r"\b(?:average|mean|median|survival|hazard|incidence|rates?"
    r"|per (?:person|people|year|month|week|day)|(?:person|people)[- ]?(?:years?|months?|days?))\b",
    re.I,
)


class Language(languages.Language):
    """English."""

    medical = MEDICAL
    endings = "(?:s|es|ed)?"
    everyday = EVERYDAY
    loaded = LOADED
    to_avoid = TO_AVOID
    denied = _DENIED
    not_after = r"(?! out\b)"
    no_count = _NO_COUNT
    replies = frozenset({"yes", "no"})

    def has_verb(self, sentence: str) -> bool:
        """Whether one of the words can be a verb."""
        return has_verb(sentence)

    def syllables(self, word: str) -> int:
        """The syllables of a word."""
        return syllables(word)

    def find_hard(self, counts: Counts) -> Iterator[str]:
        """The school grades that are too high, in words."""
        grades = {"Flesch-Kincaid": counts.flesch_kincaid, "Coleman-Liau": counts.coleman_liau}
        for formula, grade in grades.items():
            if grade > GRADE:
                yield f"is at grade {grade:.1f} by {formula}"


@cache
def syllables(word: str) -> int:
    """The syllables of an English word; a number or an abbreviation is one.

    Hyphenation tells where long words fall apart, and vowels are then counted in each part:
    hyphenation alone undercounts (it keeps `a-ny` whole), vowels alone overcount (`some-thing`).
    """
    if len(word) > 60 or not word.isalpha() or word.isupper():
        return 1 if word.isalnum() else sum(map(syllables, re.findall(r"[^\W_]+", word)))
    american, british = (_hyphens(name).inserted(word.lower()) for name in ("en_US", "en_GB"))
    hyphened = american if "-" in american else british
    return sum(map(_in_part, hyphened.split("-")))


def _in_part(part: str) -> int:
    vowels = len(_VOWELS.findall(part))
    silent = part.endswith("e") and not re.search(r"[^aeiouy]le$", part)
    silent = silent or bool(re.search(r"[^aeioutd]ed$|[^aeiousxzcg]es$", part))
    return max(1, vowels - silent)


@cache
def _hyphens(language: str) -> Any:
    import pyphen

    return pyphen.Pyphen(lang=language)
