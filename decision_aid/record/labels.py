"""Labels and resume codes: made at random here, or a label that the person chose."""

from __future__ import annotations

import hashlib
import re
import secrets
import unicodedata

from decision_aid.plain_text import clean, one_line
from decision_aid.record.faults import RecordsFault
from decision_aid.record.label_words import WORDS

LONGEST = 40
"""How many characters a label has at most."""

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O or U, so that nothing is read as something else."""
CODE_LENGTH = 12
"""How many signs a resume code has."""
_MISREAD = str.maketrans("OIL", "011")


def make_label() -> str:
    """Three different words, such as `river-teapot-daisy`."""
    return "-".join(secrets.SystemRandom().sample(WORDS, 3))


def parse_label(text: str) -> str:
    """The label that a person typed, on one line and harmless; raises RecordsFault."""
    label = one_line(text)
    if not 1 <= len(label) <= LONGEST or not any(map(_is_seen, label)):
        raise RecordsFault("label_wrong", most=str(LONGEST))
    return label


def _is_seen(character: str) -> bool:
    return unicodedata.category(character)[0] in "LNPS"


def make_code() -> str:
    """A resume code of 60 random bits, such as `K7QM-3XHD-9T2P`."""
    letters = "".join(secrets.choice(_ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(letters[at : at + 4] for at in range(0, CODE_LENGTH, 4))


def label_handle(label: str) -> str:
    """What a label is found by: capitals, dashes and spaces make no difference."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", label).casefold())
    words = re.sub(r"[\W_]+", " ", folded).strip()
    return _handle("label", words or folded)


def code_handle(code: str) -> str:
    """What a resume code is found by and all that is stored of it: a hash."""
    typed = re.sub(r"[\s\-\u2010-\u2015_.]+", "", clean(code)).upper()
    return _handle("code", typed.translate(_MISREAD))


def _handle(kind: str, text: str) -> str:
    return hashlib.sha256(f"decision-aid {kind}: {text}".encode(errors="replace")).hexdigest()
