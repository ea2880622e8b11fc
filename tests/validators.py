"""Two validators of HTML, each of which finds what the other misses, look at many pages at once."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parents[1] / ".npm-validators" / "node_modules"
"""Where .ci/run puts them."""
HTML_VALIDATE = _FOLDER / ".bin" / "html-validate"
_VNU = _FOLDER / "vnu-jar" / "build" / "dist" / "vnu.jar"
_ALIKE = ("radio", "checkbox", "button", "reset", "submit")
"""Fields of which several share a name."""
_RULES = {
    "form-dup-name": ["error", {"shared": _ALIKE}],
    "heading-level": [
        "error",
        {"minInitialRank": "h2"},
    ],  # what was refused stands above the question
    "long-title": "off",  # the title is the question, which a voice reads whole
    "prefer-button": "off",  # what Enter does is no button that anybody sees
    "require-sri": "off",  # the style sheet is our own, from the same place
    "tel-non-breaking": "off",  # whoever copies a number gets it as it is dialled
    "valid-id": ["error", {"relaxed": True}],  # since HTML5 an id may hold a colon and a dot
}
MISTAKEN = re.compile(
    "Inline style violates Content Security Policy"  # vnu does not know that a hash allows it
    "|Section lacks heading"  # a paper's last lines stand apart, and have no name
    "|Duplicate “dt” name|The first occurrence of “dt” name"  # one number, called for two reasons
)
"""What vnu says that is not meant for these pages."""


def said_against(pages: Mapping[str, str], folder: Path) -> dict[str, list[str]]:
    """What they say against each page or style sheet, by its name; nothing where it is good."""
    files = {}
    for number, (name, text) in enumerate(pages.items()):
        path = folder / f"{number}{'.html' if text.startswith('<!DOCTYPE') else '.css'}"
        path.write_text(text, encoding="utf-8")
        files[path.name] = name
    said: dict[str, list[str]] = {}
    for file, what in (*_by_html_validate(folder), *_by_vnu(folder)):
        said.setdefault(files[file], []).append(what)
    return said


def _by_html_validate(folder: Path) -> Iterator[tuple[str, str]]:
    config, found = folder / "rules.json", folder / "found.json"
    presets = [f"html-validate:{name}" for name in ("recommended", "a11y", "document")]
    rules = {"root": True, "extends": presets, "rules": _RULES}
    config.write_text(json.dumps(rules), encoding="utf-8")
    with found.open("wb") as output:  # a pipe would be cut off
        subprocess.run(
            [HTML_VALIDATE, "--config", config, "--formatter", "json", *folder.glob("*.html")],
            stdout=output,
            check=False,  # it ends with 1 where a page has an error
        )
    for page in json.loads(found.read_bytes()):
        for one in page["messages"]:
            yield Path(page["filePath"]).name, f"{one['ruleId']}: {one['message']}"


def _by_vnu(folder: Path) -> Iterator[tuple[str, str]]:
    options = ("--also-check-css", "--format", "json", "--stdout", "--exit-zero-always")
    pages = (*folder.glob("*.html"), *folder.glob("*.css"))
    done = subprocess.run(
        ["java", "-jar", _VNU, *options, *pages], stdout=subprocess.PIPE, check=True
    )
    found: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    for one in found:
        if not MISTAKEN.match(one["message"]):
            yield Path(one["url"]).name, f"{one['message']} Near: {one.get('extract', '')}"
