"""The elements of a page in which the advice stands, and what of them could hide it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

SHOWING_TAGS = frozenset(
    {"html", "body", "main", "article", "section", "div", "header", "h1", "h2", "h3", "h4", "p",
     "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "q", "strong", "em", "b", "span", "a",
     "address", "br", "aside", "cite", "sup"}
)  # fmt: skip
"""Elements that show what is in them."""


@dataclass
class Markup:
    """Elements by their tags and classes."""

    found: set[str] = field(default_factory=set)
    tags: set[str] = field(default_factory=set)
    classes: set[str] = field(default_factory=set)
    styles: list[str] = field(default_factory=list)
    hiding: list[str] = field(default_factory=list)

    def take(self, tag: str, attributes: dict[str, str]) -> None:
        """Note an element."""
        self.tags.add(tag)
        self.classes |= set(attributes.get("class", "").split())
        if "style" in attributes:
            self.styles.append(attributes["style"])
        if tag not in SHOWING_TAGS:
            self.hiding.append(f"<{tag}>")
        self.hiding += [name for name in ("hidden", "aria-hidden", "inert") if name in attributes]


class Elements(HTMLParser):
    """Notes the elements open around each sign."""

    def __init__(self, wanted: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.wanted = wanted
        self.open: list[tuple[str, dict[str, str]]] = []
        self.markup = Markup()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; what stands in an attribute is not seen."""
        given = {name: value or "" for name, value in attrs}
        self._unseen("an attribute", "".join(given.values()))
        if tag not in ("br", "meta", "link", "img", "hr", "input", "path"):
            self.open.append((tag, given))

    def handle_endtag(self, tag: str) -> None:
        """Close it, and what was left open in it."""
        for number in reversed(range(len(self.open))):
            if self.open[number][0] == tag:
                del self.open[number:]
                return

    def handle_data(self, data: str) -> None:
        """Text: a sign in it is shown by all elements around it."""
        for name in self.wanted:
            if f"\x01{name}\x02" in data:
                self.markup.found.add(name)
                for tag, attributes in self.open:
                    self.markup.take(tag, attributes)

    def handle_comment(self, data: str) -> None:
        """Nobody sees it."""
        self._unseen("a comment", data)

    def _unseen(self, where: str, text: str) -> None:
        if any(f"\x01{name}\x02" in text for name in self.wanted):
            self.markup.hiding.append(where)

    def within(self, markup: str) -> None:
        """Elements that stand within the advice."""
        inner = _Inner()
        inner.feed(markup)
        inner.close()
        for tag, attributes in inner.seen:
            self.markup.take(tag, attributes)


class _Inner(HTMLParser):
    """Notes all elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[tuple[str, dict[str, Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.seen.append((tag, {name: value or "" for name, value in attrs}))
