"""Answers locked by a passphrase: read by nobody without it, and altered by nobody unseen.

The passphrase makes a key once for each session (scrypt, slow and hungry for memory on purpose);
that key wraps a random one, which seals each answer (AES-256-GCM) together with its place.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from base64 import b64decode, b64encode
from typing import TYPE_CHECKING, Protocol

from decision_aid.record.faults import RecordsFault

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

LEAST_PASSPHRASE = 8
"""How many characters a passphrase has at least."""
COST = 2**17
"""scrypt's N; with r = 8 it takes 128 MB and about a third of a second."""
_MOST_COST = 2**20
_BLOCK = 256
"""What is sealed is filled up to a multiple of this, so that its length tells little."""


class Cipher(Protocol):
    """How answers are written: openly or locked."""

    def slot(self, question: str) -> str:
        """What a question is known by in the database."""

    def close(self, text: str, place: str) -> str:
        """The text as it is stored at that place."""

    def open(self, stored: str, place: str) -> str:
        """The text stored at that place; raises RecordsFault."""


class Plain:
    """Answers written openly."""

    def slot(self, question: str) -> str:
        """A hash of the question."""
        return hashlib.sha256(_bytes(question)).hexdigest()

    def close(self, text: str, place: str) -> str:
        """The text itself."""
        del place
        return text

    def open(self, stored: str, place: str) -> str:
        """The text itself."""
        del place
        return stored


class Encrypted:
    """Answers sealed by a random key."""

    def __init__(self, key: bytes) -> None:
        self._cipher = _cipher(key)
        self._slots = hmac.digest(key, b"decision-aid slots", "sha256")

    def slot(self, question: str) -> str:
        """A hash that nobody can compute without the key."""
        return hmac.digest(self._slots, _bytes(question), "sha256").hex()

    def close(self, text: str, place: str) -> str:
        """The text sealed with its place, so that it counts nowhere else."""
        nonce = secrets.token_bytes(12)
        return _text(nonce + self._cipher.encrypt(nonce, _pad(_bytes(text)), _bytes(place)))

    def open(self, stored: str, place: str) -> str:
        """The text, if it was sealed with this key at this place."""
        from cryptography.exceptions import InvalidTag

        try:
            sealed = b64decode(stored, validate=True)
            filled = self._cipher.decrypt(sealed[:12], sealed[12:], _bytes(place))
        except (InvalidTag, ValueError):
            raise RecordsFault("altered") from None
        length = int.from_bytes(filled[:4], "big")
        return filled[4 : 4 + length].decode()


def make_encrypted(passphrase: str, session: str) -> tuple[Encrypted, str]:
    """A new lock, and what of it is stored: never the passphrase or a key in the clear."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise RecordsFault("passphrase_short", least=str(LEAST_PASSPHRASE))
    key, salt, nonce = (secrets.token_bytes(size) for size in (32, 16, 12))
    numbers = {"n": COST, "r": 8, "p": 1}
    wrapping = _cipher(_derive_key(passphrase, salt, **numbers))
    wrapped = nonce + wrapping.encrypt(nonce, key, _bytes(session))
    stored = {"kdf": "scrypt", **numbers, "salt": _text(salt), "cipher": "AES-256-GCM"}
    return Encrypted(key), json.dumps({**stored, "key": _text(wrapped)})


def open_encrypted(passphrase: str, session: str, stored: str) -> Encrypted:
    """The lock of a session, opened; raises RecordsFault, also for a wrong passphrase."""
    from cryptography.exceptions import InvalidTag

    try:
        lock = json.loads(stored)
        salt, wrapped = (b64decode(lock[name], validate=True) for name in ("salt", "key"))
        n, r, p = (int(lock[name]) for name in "nrp")
        if not (1 < n <= _MOST_COST and 0 < r <= 16 and 0 < p <= 16) or len(wrapped) < 28:
            raise ValueError
        wrapping = _cipher(_derive_key(passphrase, salt, n, r, p))
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise RecordsFault("altered") from None
    try:
        return Encrypted(wrapping.decrypt(wrapped[:12], wrapped[12:], _bytes(session)))
    except InvalidTag:
        raise RecordsFault("passphrase_wrong") from None


def _derive_key(passphrase: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    try:
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
    except ImportError:
        raise RecordsFault("locks_missing") from None
    try:
        return Scrypt(salt=salt, length=32, n=n, r=r, p=p).derive(_bytes(_normalize(passphrase)))
    except MemoryError:
        raise RecordsFault("failed", reason="no_memory") from None


def _normalize(passphrase: str) -> str:
    """The passphrase however a keyboard composes its accents and spaces."""
    spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in passphrase)
    return unicodedata.normalize("NFC", spaced)


def _cipher(key: bytes) -> AESGCM:
    try:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    except ImportError:
        raise RecordsFault("locks_missing") from None
    return AESGCM(key)


def _pad(data: bytes) -> bytes:
    whole = len(data).to_bytes(4, "big") + data
    return whole + bytes(-len(whole) % _BLOCK)


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _text(data: bytes) -> str:
    return b64encode(data).decode()
