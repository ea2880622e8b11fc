"""What the content says to one person: conditions decided, gaps filled, sources attached."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING

from decision_aid import figures
from decision_aid.calls import Call, Numbers, numbers_of
from decision_aid.content.placeholders import PLACEHOLDER, fill
from decision_aid.spoken import Spoken, fill_in, in_language, join, language_of
from decision_aid.words import Words, words

if TYPE_CHECKING:
    from decision_aid.conditions import Answers, Condition
    from decision_aid.content import (
        Cited,
        DecisionAid,
        Outcome,
        Passage,
        Question,
        Risk,
        Rule,
        Statement,
        Variant,
    )


TELLS_OPEN_SUMS = ("text", "item")
"""The kinds of passage in whose place it is said that a sum is open."""


@dataclass(frozen=True)
class Sentence:
    """A piece of text with the place in the content that it comes from and what it rests on."""

    text: str
    content_id: str
    sources: tuple[str, ...] = ()
    calls: tuple[Call, ...] = field(default=(), compare=False, repr=False)
    """The numbers to call in it."""

    @property
    def language(self) -> str:
        """Its language, where that is not the one of the aid."""
        return language_of(self.text)


@dataclass(frozen=True)
class Paragraph:
    """A passage as one person hears it: paragraph, item, heading, or words to say aloud."""

    kind: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The whole passage as one text."""
        return join(sentence.text for sentence in self.sentences)

    @property
    def sources(self) -> tuple[str, ...]:
        """All sources of the passage, each once, in order."""
        return tuple(dict.fromkeys(s for sentence in self.sentences for s in sentence.sources))

    @property
    def calls(self) -> tuple[Call, ...]:
        """The numbers to call in the whole passage."""
        return tuple(self._find_calls())

    def _find_calls(self) -> Iterator[Call]:
        at = 0
        for sentence in self.sentences:
            yield from (Call(at + start, at + end, by) for start, end, by in sentence.calls)
            at += len(sentence.text) + 1


@dataclass(frozen=True)
class Finding:
    """A rule that fired, with the answers that it rests on."""

    rule: Rule
    answers: Answers


@dataclass(frozen=True)
class Wording:
    """Fills the texts for what was heard; a sentence with an unknown in it is not said."""

    aid: DecisionAid
    heard: Answers
    moments: Mapping[str, str] = field(default_factory=dict)
    """Question id to the day and time of its answer, in words."""
    numbers: Mapping[str, str] = field(default_factory=dict)
    """Values that are the same for everybody that day: see `interview.fixed_values`."""
    unanswered: frozenset[str] = frozenset()
    """On paper the questions that were asked, stand open, and would print: see `_has_open_sum`."""

    @property
    def words(self) -> Words:
        """The engine's own words in the language of the aid."""
        return words(self.aid.language)

    def may_apply(self, when: Condition | None) -> bool:
        """Whether what is open to people, and what is known of it, is told: unless it surely fails.

        Nobody is to miss a way, a harm or a number because of a question that they passed over.
        """
        return when is None or when.holds(self.heard) is not False

    def fill(self, text: str) -> str | None:
        """The text with its placeholders filled, or None where one is unknown.

        Where one of the two is not translated, each keeps its language.
        """
        language = self.aid.laid_over.language_of(text)
        first, *rest = PLACEHOLDER.split(text)
        said = [in_language(first, language)]
        for name, own in zip(rest[::2], rest[1::2], strict=True):
            found = fill(name, self)
            if found is None:
                return None
            is_figure = not any(map(str.isalpha, found))
            said += (in_language(found, language if is_figure else ""), in_language(own, language))
        if any(isinstance(one, Spoken) for one in said):
            return join(said, "")
        return self.words.joined(said)

    def put_into(self, template: str, **texts: str) -> str:
        """The engine's words with texts of the content in them, each in its own language."""
        foreign = self.aid.laid_over.language_of
        said = {name: in_language(text, foreign(text)) for name, text in texts.items()}
        return fill_in(template, **said)

    def first_fitting(self, variants: Iterable[Variant]) -> str | None:
        """The first wording that fits; one without a condition fits everybody."""
        for variant in variants:
            if variant.when is None or variant.when.holds(self.heard):
                return self.fill(variant.text)
        return None

    def question(self, question: Question) -> str:
        """The question's text for this person; a gap that cannot be filled shows as one."""
        said = self.first_fitting(question.instead) or self.fill(question.text)
        return said or PLACEHOLDER.sub("…", question.text)

    def sentences(self, said: Cited, content_id: str) -> tuple[Sentence, ...]:
        """The statements that can be said, each with its id and sources."""
        filled = ((self.fill(one.text), one) for one in said.statements)
        return tuple(
            Sentence(text, content_id, one.sources, self._calls_in(text, one))
            for text, one in filled
            if text
        )

    def _calls_in(self, said: str, statement: Statement) -> tuple[Call, ...]:
        if "{" not in statement.text:  # most say nothing but their own words
            return ()
        return self.find_calls(said, lambda by: by.fill(statement.text))

    def find_calls(self, said: str, say: Callable[[Wording], str | None]) -> tuple[Call, ...]:
        """Where numbers to call stand in what is said: a contact's, which a phrase says.

        So the same figures elsewhere are none, such as a count of people. `say` says it again.
        """
        if not self._to_call.may_be_in(said):
            return ()
        same = {one.name: getattr(self, one.name) for one in fields(Wording)}
        return tuple(self._to_call.find_marked(say(_Marking(**same)) or ""))

    def find_calls_in_question(self, question: Question) -> tuple[Call, ...]:
        """The same for the text of a question."""
        if "{" not in question.text and not question.instead:
            return ()
        return self.find_calls(self.question(question), lambda by: by.question(question))

    @property
    def _to_call(self) -> Numbers:
        return numbers_of(self.aid)

    def passages(self, passages: Iterable[Passage], content_id: str) -> tuple[Paragraph, ...]:
        """The passages that apply, figures and findings spelled out."""
        return tuple(
            said
            for passage in passages
            if passage.when is None or passage.when.holds(self.heard)
            for said in self._passage(passage, content_id)
            if said.sentences
        )

    def findings(self, name: str) -> tuple[Finding, ...]:
        """The rules of that list that fired, in the order of the content."""
        return tuple(self._find_fired(name))

    def figure(self, outcome: Outcome) -> tuple[Paragraph, ...]:
        """The outcome's opening sentence, then a sentence of both framings for each arm."""
        opening = Paragraph("text", self.sentences(outcome.opening, outcome.id))
        language = self.aid.laid_over.language_of(outcome.says)
        counts = (
            in_language(figures.make_sentence(self.aid, outcome, risk), language)
            for risk in outcome.risks
        )
        said = zip(counts, outcome.risks, strict=True)
        items = (Sentence(text, outcome.id, risk.sources) for text, risk in said)
        return (opening, *(Paragraph("item", (one,)) for one in items))

    def _find_fired(self, name: str) -> Iterator[Finding]:
        for rule in self.aid.rules:
            if rule.list == name and (rule.when is None or rule.when.holds(self.heard)):
                tests = rule.when.tests() if rule.when else ()
                yield Finding(rule, {t.question: self.heard.get(t.question) for t in tests})

    def _passage(self, passage: Passage, content_id: str) -> Iterator[Paragraph]:
        if passage.kind == "figure":
            outcome = self.aid.outcome[passage.name]
            yield from self.figure(outcome) if self.may_apply(outcome.when) else ()
        elif passage.kind == "findings":
            last = None if passage.first is None else passage.after + passage.first
            said = [self.sentences(f.rule.says, f.rule.id) for f in self._find_fired(passage.name)]
            yield from (
                Paragraph("finding", one) for one in [s for s in said if s][passage.after : last]
            )
        else:
            sentences = self.sentences(passage.said, content_id)
            yield Paragraph(passage.kind, sentences or self._open_sum(passage, content_id))

    def _open_sum(self, passage: Passage, content_id: str) -> tuple[Sentence, ...]:
        """In place of a passage that says nothing: that a sum in it needs more answers."""
        for statement in passage.said.statements if self.unanswered else ():
            if passage.kind in TELLS_OPEN_SUMS and self._has_open_sum(statement.text):
                return (Sentence(self.words.open_sum(statement.text), content_id),)
        return ()

    def _has_open_sum(self, text: str) -> bool:
        """Whether nothing is unknown in it but sums that were begun and wait for answers."""
        unknown = [name for name in PLACEHOLDER.findall(text) if fill(name, self) is None]
        return bool(unknown) and all(
            name in self.aid.score and self._is_open(name) for name in unknown
        )

    def _is_open(self, score: str) -> bool:
        needed = self.aid.score[score].needed
        known = [name for name in needed if self.heard.get(name) is not None]
        return bool(known) and self.unanswered.union(known).issuperset(needed)

    # --- what fills a placeholder, by the table of them ---

    def fixed(self, name: str) -> str | None:
        """A value that is the same for everybody that day, where it was given."""
        return self.numbers.get(name)

    def phrase(self, name: str) -> str | None:
        """The wording of the phrase that fits."""
        return self.first_fitting(self.aid.phrases[name])

    def answer(self, question: str) -> str | None:
        """The answer in words, if there is one."""
        value = self.heard.get(question)
        return None if value is None else self.aid.by_id[question].phrase(value, self.words)

    def moment(self, question: str) -> str | None:
        """The day and time of the answer, where it is known."""
        return self.moments.get(question)

    def score(self, name: str) -> str | None:
        """What the score comes to, where no answer that it needs is missing."""
        known = self.aid.score[name].known(self.heard)
        return None if known is None else self.words.quantity(known)

    def count(self, outcome: Outcome, risk: Risk, *, rest: bool) -> str | None:
        """Of the outcome's base, those to whom it happened, or not; None where it is not told."""
        if not self.may_apply(outcome.when):
            return None
        happened, not_so = figures.say_counts(self.aid, outcome, risk)
        return not_so if rest else happened


class _Marking(Wording):
    """Fills the same texts, with marks around the numbers in phrases."""

    def phrase(self, name: str) -> str | None:
        said = super().phrase(name)
        return said and self._to_call.mark(said)
