"""Finds placeholders that nothing fills, or that stand where they cannot be filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.nearest import MOST_LISTED, nearest
from decision_aid.content.placeholders import PLACEHOLDER, names_filled, placeholder_of

if TYPE_CHECKING:
    from decision_aid.content.aid import DecisionAid
    from decision_aid.content.walk import TextPiece

_OF_A_FIGURE = frozenset({"arm", "count", "of", "rest"})


def _gaps(aid: DecisionAid) -> Iterator[tuple[TextPiece, str]]:
    """Every placeholder with its text; those of a figure's pattern are apart."""
    for piece in aid.inventory.texts:
        if piece.filled != "figure" and "{" in piece.text:
            yield from ((piece, name) for name in PLACEHOLDER.findall(piece.text))


def find_unknown_placeholders(aid: DecisionAid) -> Iterator[Fault]:
    """Every {placeholder} is in the table of them, with an id that there is."""
    for piece, name in _gaps(aid):
        if placeholder_of(aid, name) is None and not _waits_for_an_arm(aid, name):
            fault = fault_in(piece, f"nothing fills {{{name}}}")
            yield replace(fault, mend=_mend_name(aid, name))


def _mend_name(aid: DecisionAid, name: str) -> str:
    """The nearest name that is filled; of an outcome's count only one of the same outcome."""
    outcome, _, _ = name.partition(".")
    filled = names_filled(aid)
    if outcome in aid.outcome:
        filled = {one for one in filled if one.startswith(f"{outcome}.")}
    near = nearest(name, filled)
    if near:
        return f"Did you mean {{{near}}}?"
    if outcome in aid.outcome and 0 < len(filled) <= MOST_LISTED:
        return f"Use one of: {', '.join(f'{{{one}}}' for one in sorted(filled))}."
    return ""


def _waits_for_an_arm(aid: DecisionAid, name: str) -> bool:
    """Whether it counts an outcome that has an arm which does not exist: that is told already."""
    outcome = aid.outcome.get(name.partition(".")[0])
    return outcome is not None and any(risk.arm not in aid.arm for risk in outcome.risks)


def find_odd_braces(aid: DecisionAid) -> Iterator[Fault]:
    """Braces in a text hold a placeholder in small letters."""
    for piece in aid.inventory.texts:
        braces = piece.filled != "figure" and ("{" in piece.text or "}" in piece.text)
        if braces and re.search(r"[{}]", PLACEHOLDER.sub("", piece.text)):
            message = "a brace that holds no placeholder"
            mend = "Write a name in small letters between the braces, as in {a_name}."
            yield replace(fault_in(piece, message), mend=mend)


def find_unknown_counts(aid: DecisionAid) -> Iterator[Fault]:
    """A figure's sentence has no other gaps than those that are filled."""
    for outcome in aid.outcomes:
        gaps = re.findall(r"\{([^{}]*)\}", outcome.says)
        rest = re.sub(r"\{[^{}]*\}", "", outcome.says)
        if set(gaps) - _OF_A_FIGURE or "{" in rest or "}" in rest:
            mend = "Use {arm}, {count}, {of} and {rest}, and no other braces."
            yield Fault(outcome.id, "the sentence cannot be filled", mend=mend)


def find_unfilled_placeholders(aid: DecisionAid) -> Iterator[Fault]:
    """A placeholder stands only where it is filled: in no label, and where its value is known."""
    for piece, name in _gaps(aid):
        known = placeholder_of(aid, name)
        if known is None:
            continue
        if piece.filled == "nothing":
            message = f"the words of {piece.field!r} have a placeholder, and none is filled there"
            yield fault_in(piece, message)
        elif known.shown != "both" and piece.shown not in (known.shown, "both"):
            yield fault_in(piece, f"{{{name}}} is filled on {known.shown} only")


def find_forward_phrases(aid: DecisionAid) -> Iterator[Fault]:
    """A phrase is made of answers and of phrases before it, so that none needs itself."""
    before: set[str] = set()
    for name, variants in aid.phrases.items():
        for variant in variants:
            for used in PLACEHOLDER.findall(variant.text):
                if used in aid.phrases and used not in before:
                    yield Fault(name, f"it uses {{{used}}}, which does not stand before it")
        before.add(name)
