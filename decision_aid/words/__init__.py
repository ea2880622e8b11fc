"""The engine's own words: buttons, prompts and messages, one module a language."""

from decision_aid.words.en import EN, Words

__all__ = ["EN", "Words"]
