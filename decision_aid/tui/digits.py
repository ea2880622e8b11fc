"""Keys that mean a digit, on keyboards that type digits only with Shift too."""

from __future__ import annotations

_UNSHIFTED = {
    "French": dict(zip("&é\"'(-è_çà", "1234567890", strict=True)),
    "Belgian": {"§": "6", "!": "8"},
    "Czech": dict(zip("+ěščřžýáí", "123456789", strict=True)),
}
_DIGITS = {sign: int(number) for row in _UNSHIFTED.values() for sign, number in row.items()}


def digit(character: str | None) -> int | None:
    """The digit that this key means: 0 to 9 in any script, or the unshifted key of the row."""
    if character is None or len(character) != 1:
        return None
    return int(character) if character.isdecimal() else _DIGITS.get(character)
