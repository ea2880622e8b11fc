"""Content with a made-up French beside it: each text as it is, with an É behind it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from decision_aid.content.load import load_shown
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from decision_aid.languages import Languages, find_languages
from decision_aid.paths import overlay_beside


def texts_of(content: Path) -> Mapping[str, str]:
    """The texts of the content, by their places."""
    written = find_texts(read_yaml(content.read_bytes()).data)
    return {place: one.text for place, one in written.items()}


def make_bilingual(content: Path, *, behind: str = "É", without: int = 0) -> Path:
    """Lay the French beside the content, with that behind each text but so many of the last."""
    texts = texts_of(content)
    said = [*texts.items()][: len(texts) - without]
    lines = write_lines({place: (mark_of(text), f"{text} {behind}") for place, text in said})
    overlay_beside(content, "fr").write_text(lines, encoding="utf-8")
    return content


def languages_of(content: Path) -> Languages:
    """The aid in both languages."""
    return Languages(find_languages(content), lambda code: load_shown(content, code))
