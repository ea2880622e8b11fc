"""Text that knows which of its words are in another language than the text around it."""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter


class Spoken(str):
    """A text as any other, and the pieces of which it is made, each with its language."""

    __slots__ = ("runs",)
    runs: tuple[tuple[str, str], ...]
    """Each piece with its language; none named where it is that of the text around it."""

    def __new__(cls, runs: tuple[tuple[str, str], ...]) -> Spoken:
        """The pieces one after another."""
        text = super().__new__(cls, "".join(piece for piece, _ in runs))
        text.runs = runs
        return text

    def __reduce__(self) -> tuple[type[Spoken], tuple[tuple[tuple[str, str], ...]]]:
        return Spoken, (self.runs,)


def in_language(text: str, language: str) -> str:
    """The text, said in that language; as it is where none is named, or it says its own."""
    if not language or not text or isinstance(text, Spoken):
        return text
    return Spoken(((text, language),))


def language_of(text: str) -> str:
    """The language of a text that is all in another one; else nothing."""
    languages = {language for _, language in text.runs} if isinstance(text, Spoken) else {""}
    return languages.pop() if len(languages) == 1 else ""


def runs_of(text: str) -> tuple[tuple[str, str], ...]:
    """The pieces of the text, each with its language."""
    return text.runs if isinstance(text, Spoken) else ((text, ""),)


def join(texts: Iterable[str], between: str = " ") -> str:
    """The texts as one, in which each keeps its language."""
    every = tuple(texts)
    if not any(isinstance(one, Spoken) for one in every):
        return between.join(every)
    runs = [run for one in every for run in ((between, ""), *runs_of(one))]
    return Spoken(tuple(run for run in runs[1:] if run[0]))


def fill_in(template: str, **texts: str) -> str:
    """The template with these texts in their places, each in its own language."""
    if not any(isinstance(one, Spoken) for one in texts.values()):
        return template.format(**texts)
    pieces = Formatter().parse(template)
    said = (one for own, name, _, _ in pieces for one in (own, texts[name] if name else ""))
    return join(said, "")
