"""What every template must print, and of what it may ask whether the aid has it at all."""

from __future__ import annotations

ADVICE = {
    "recommendation": ("heading", "lead", "quoted", "in_short"),
    "urgent_help": ("heading", "runs"),
}
"""What each template must print of the recommendation and of urgent help."""

MAY_BE_WITHOUT = frozenset({"urgent_help"})
"""What an aid may declare that it does not have: a template may ask whether it is there."""

PATHS = frozenset(f"{thing}.{part}" for thing, parts in ADVICE.items() for part in parts)
