"""What a jinja2 template surely prints, whatever the data: read from its syntax tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from jinja2 import Environment, TemplateSyntaxError, nodes

from decision_aid.check.templates.advice import ADVICE, MAY_BE_WITHOUT, PATHS
from decision_aid.check.templates.markup import Elements, Markup

FAITHFUL_FILTERS = frozenset({"wrapped", "broken", "e", "escape", "join", "forceescape"})
"""Filters that lose no word."""

UNSAID = frozenset({"marks", "kind", "short", "id"})
"""Parts of what is said that are no words of it."""

Path = tuple[str, str]
"""Such as `("recommendation", "heading")`."""


@dataclass(frozen=True)
class Template:
    """A parsed template."""

    name: str
    source: str
    fault: str = ""

    @cached_property
    def tree(self) -> nodes.Template:
        """The syntax tree, empty where the template cannot be parsed."""
        try:
            return Environment(autoescape=True).parse(self.source)
        except TemplateSyntaxError:
            return nodes.Template([])

    @cached_property
    def macros(self) -> dict[str, nodes.Macro]:
        """The macros by name; one that is defined twice is none."""
        found: dict[str, nodes.Macro] = {}
        twice: set[str] = set()
        for macro in self.tree.find_all(nodes.Macro):
            (twice if macro.name in found else set()).add(macro.name)
            found[macro.name] = macro
        return {name: macro for name, macro in found.items() if name not in twice}

    def missing(self) -> Iterator[Path]:
        """What of the advice is not surely printed."""
        body = [] if self.tree.find(nodes.Extends) else self.tree.body
        for thing, parts in ADVICE.items():
            for part in parts:
                if not self._surely(body, _Access((thing, part)), ()):
                    yield thing, part

    # --- sure printing ---

    def _surely(self, body: Iterable[nodes.Node], what: _Name, calls: tuple[str, ...]) -> bool:
        return any(self._prints(node, what, calls) for node in body)

    def _prints(self, node: nodes.Node, what: _Name, calls: tuple[str, ...]) -> bool:
        if isinstance(node, nodes.Output):
            return any(self._carries(one, what, calls) for one in node.nodes)
        if isinstance(node, nodes.If):
            branches = [node.body, *(one.body for one in node.elif_), node.else_]
            wanted = branches[:1] if what.is_asked_for(node.test) else branches
            return all(self._surely(branch, what, calls) for branch in wanted)
        if isinstance(node, nodes.For):
            return self._loops(node, what, calls)
        if isinstance(node, nodes.Scope | nodes.ScopedEvalContextModifier | nodes.With):
            return self._surely(node.body, what, calls)
        return False

    def _loops(self, node: nodes.For, what: _Name, calls: tuple[str, ...]) -> bool:
        """A loop over the thing itself prints it if it prints each part, with none left out."""
        if node.test is not None or not isinstance(node.target, nodes.Name):
            return False
        inside = what.renamed(node.target.name)
        return what.is_in(node.iter) and self._surely(node.body, inside, calls)

    def _carries(self, node: nodes.Node, what: _Name, calls: tuple[str, ...]) -> bool:
        """Whether the expression prints the thing in every case."""
        if what.is_in(node):
            return True
        if isinstance(node, nodes.Filter):
            faithful = node.name in FAITHFUL_FILTERS
            return faithful and node.node is not None and self._carries(node.node, what, calls)
        if isinstance(node, nodes.Call):
            return self._called(node, what, calls)
        if isinstance(node, nodes.Concat):
            return any(self._carries(one, what, calls) for one in node.nodes)
        if isinstance(node, nodes.Add):
            return any(self._carries(one, what, calls) for one in (node.left, node.right))
        return False

    def _called(self, node: nodes.Call, what: _Name, calls: tuple[str, ...]) -> bool:
        """A macro prints its argument if it surely does so in its body."""
        if not isinstance(node.node, nodes.Name) or node.node.name in calls:
            return False
        macro = self.macros.get(node.node.name)
        if macro is None:
            return False
        return any(
            what.is_in(given) and self._surely(macro.body, _Name(to.name), (*calls, macro.name))
            for to, given in zip(macro.args, node.args, strict=False)
        )

    # --- markup ---

    @cached_property
    def around(self) -> Markup:
        """The elements in which the advice stands, and those that may stand within it."""
        parser = Elements(PATHS)
        parser.feed(self._flat(self.tree.body))
        parser.close()
        for macro in self._reached():
            parser.within(self._flat(macro.body))
            parser.markup.classes |= _constants(macro)
        return parser.markup

    def _reached(self) -> Iterator[nodes.Macro]:
        """The macros that the advice goes through."""
        queue = [c for c in self.tree.find_all(nodes.Call) if _mentions_advice(c)]
        seen: set[str] = set()
        while queue:
            call = queue.pop()
            name = call.node.name if isinstance(call.node, nodes.Name) else ""
            if name in self.macros and name not in seen:
                seen.add(name)
                yield self.macros[name]
                queue.extend(self.macros[name].find_all(nodes.Call))

    def _flat(self, body: Iterable[nodes.Node]) -> str:
        """The template's own text in order, macros left out, each access as a sign."""
        return "".join(self._flat_one(node) for node in body)

    def _flat_one(self, node: nodes.Node) -> str:
        if isinstance(node, nodes.Macro):
            return ""
        if isinstance(node, nodes.TemplateData):
            return node.data
        named = {_path(one) for one in (node, *node.find_all(nodes.Getattr))} & PATHS
        if named and not isinstance(node, nodes.Output | nodes.If | nodes.For):
            return "".join(f"\x01{name}\x02" for name in sorted(named))
        return self._flat(node.iter_child_nodes())


def _path(node: nodes.Node) -> str:
    """An access such as `recommendation.heading`, or nothing."""
    if not isinstance(node, nodes.Getattr):
        return ""
    holder = getattr(node.node, "attr", None) or getattr(node.node, "name", "")
    return f"{holder}.{node.attr}"


def _constants(macro: nodes.Macro) -> set[str]:
    """Words that a macro hands on: they may become classes."""
    values = (one.value for one in macro.find_all(nodes.Const))
    return {value for value in values if isinstance(value, str) and value.isidentifier()}


def _mentions_advice(call: nodes.Call) -> bool:
    return any(one.attr in ADVICE for one in call.find_all(nodes.Getattr))


@dataclass(frozen=True)
class _Name:
    """A variable, or something of it."""

    name: str

    def is_in(self, node: nodes.Node) -> bool:
        """Whether the expression is the thing, or a part of it by plain attributes."""
        if isinstance(node, nodes.Getattr) and node.attr in UNSAID:
            return False
        while isinstance(node, nodes.Getattr):
            node = node.node
        return isinstance(node, nodes.Name) and node.name == self.name

    def is_asked_for(self, test: nodes.Node) -> bool:
        """Whether the test is no other than whether the aid has the thing at all."""
        del test
        return False

    def renamed(self, name: str) -> _Name:
        return _Name(name)


@dataclass(frozen=True)
class _Access(_Name):
    """`recommendation.heading`, of the summary or by itself."""

    name: str = field(init=False, default="")
    path: Path

    def __init__(self, path: Path) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "name", "")

    def is_asked_for(self, test: nodes.Node) -> bool:
        """Only of what an aid may declare that it does not have."""
        thing, _ = self.path
        return thing in MAY_BE_WITHOUT and getattr(test, "attr", "") == thing

    def is_in(self, node: nodes.Node) -> bool:
        thing, part = self.path
        while isinstance(node, nodes.Getattr):
            inner = node.node
            holder = getattr(inner, "attr", None) or getattr(inner, "name", None)
            if node.attr == part and holder == thing:
                return True
            node = inner
        return False
