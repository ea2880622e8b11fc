"""Plain language: short sentences, few choices, explained words, school grade 8 or lower."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from decision_aid.check.grades import Tally, by_area, count_words, words
from decision_aid.check.languages import Language, find_language
from decision_aid.check.languages.en import GRADE
from decision_aid.check.proof.screen_words import all_steps, asked, own_words_on
from decision_aid.check.proof.texts_shown import Saying
from decision_aid.check.proof.weighing import Weighing
from decision_aid.check.proof.word_counts import heaviest
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import sentences, short, texts
from decision_aid.content import Picks
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.walk import TextPiece

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid

LONGEST, LONG, MEAN = 25, 20, 14
MOST_CHOICES, MOST_STEPS, MOST_WORDS = 8, 10, 120
ENOUGH_WORDS = 100
"""Grades of fewer words jump about."""

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}s?\b")
_EXEMPT = frozenset({"imprint", "phrase", "name"})


def _counted_pieces(subject: Subject) -> Iterator[TextPiece]:
    """All that its author words and could shorten."""
    worded = (piece for piece in texts(subject.aid) if not piece.validated)
    return (piece for piece in worded if piece.role not in _EXEMPT)


def _lengths(subject: Subject) -> Iterator[tuple[TextPiece, str, int]]:
    for piece in _counted_pieces(subject):
        for sentence in sentences(count_words(piece.text)):
            yield piece, sentence, len(words(sentence))


def sentence_too_long(subject: Subject) -> Iterator[Fault]:
    """No sentence is longer than 25 words, quotations apart."""
    for piece, sentence, length in _lengths(subject):
        if length > LONGEST:
            yield fault_in(piece, f"a sentence of {length} words: {short(sentence)}")


def sentence_long(subject: Subject) -> Iterator[Fault]:
    """Sentences are no longer than 20 words."""
    for piece, sentence, length in _lengths(subject):
        if LONG < length <= LONGEST:
            yield fault_in(piece, f"a sentence of {length} words: {short(sentence)}")


def sentences_short_on_average(subject: Subject) -> Iterator[Fault]:
    """The sentences of each part have 14 words or fewer on average."""
    for area, tally in _grade(subject):
        if tally.mean > MEAN:
            yield Fault(area, f"{tally.mean:.1f} words in a sentence of {area!r} on average")


def few_words_on_a_screen(subject: Subject) -> Iterator[Fault]:
    """A screen has 120 words or fewer, whatever was answered; shelf and overlays are apart."""
    saying = Saying(subject.states, on_paper=False)
    weighing = Weighing(saying)
    room = subject.room_for(MOST_WORDS)
    for step in all_steps(subject.aid):
        most = heaviest(subject.states, own_words_on(weighing, step), room)
        if most.words > room and subject.states.can_be(asked(weighing, step)):
            message = f"up to {most.words} words on one screen"
            yield Fault(step[0].screen_id, message, most.answers)


def few_words_in_a_reply(subject: Subject) -> Iterator[Fault]:
    """What follows an answer at once has 120 words or fewer."""
    saying = Saying(subject.states, on_paper=False)
    for question in subject.aid.questions:
        parts = Weighing(saying).passages(question.replies(), subject.states.always)
        room = subject.room_for(MOST_WORDS)
        most = heaviest(subject.states, [parts], room)
        if most.words > room:
            yield Fault(question.id, f"up to {most.words} words in reply", most.answers)


def few_choices(subject: Subject) -> Iterator[Fault]:
    """A question has eight choices or fewer; "None of these" and the like are not counted."""
    for question in (one for one in subject.aid.questions if not one.validated):
        takes, bounds = question.takes(), question.bounds()
        choices = takes.choices if isinstance(takes, Picks) else ()
        offered = sum(not choice.alone for choice in choices)
        if bounds is None and offered > MOST_CHOICES:
            yield Fault(question.id, f"{offered} choices")
        if bounds is not None and offered > MOST_STEPS:
            mend = "Write `type: scale`, whose step is typed, or take fewer steps."
            yield Fault(question.id, f"a scale of {offered} steps", mend=mend)


def medical_word_explained(subject: Subject) -> Iterator[Fault]:
    """Medical words and abbreviations are explained among the words, or where they stand."""
    explained, language = _is_explained(subject.aid), find_language(subject.aid.language)
    told: set[str] = set()
    for piece in (one for one in texts(subject.aid) if not one.validated):
        for word in _hard_words(piece, language) if piece.role != "name" else ():
            if word.lower() not in explained and word.lower() not in told:
                told.add(word.lower())
                yield fault_in(piece, f"{word!r} is not explained: {short(piece.text)}")


def _hard_words(piece: TextPiece, language: Language) -> Iterator[str]:
    own, listed = piece.own, {word.lower(): word for word in language.medical}
    yield from (listed[match[1].lower()] for match in _medical(language).finditer(own))
    for match in _ABBREVIATION.finditer(own):
        word = match[0].rstrip("s")
        if word not in language.everyday and not re.search(rf"\({word}s?\)|\b{word}s? \(", own):
            yield word


@cache
def _medical(language: Language) -> re.Pattern[str]:
    if not language.medical:
        return re.compile(r"(?!)")
    return re.compile(
        rf"\b({'|'.join(map(re.escape, language.medical))}){language.endings}\b", re.I
    )


def _is_explained(aid: DecisionAid) -> set[str]:
    """The words explained, each word of a longer one too: "video call" explains "call"."""
    found: set[str] = set()
    for word in aid.words:
        for name in (word.word, *word.also):
            found |= {name.lower(), *re.findall(r"[\w-]+", name.lower())}
    shown = " ".join(piece.text for piece in texts(aid) if piece.role != "phrase")
    found |= {name.lower() for name in re.findall(r"\(([A-Z]{2,})s?\)", shown)}
    for contact in aid.contacts:
        found |= {name.lower() for name in _ABBREVIATION.findall(contact.name)}
    return found


def _grade(subject: Subject) -> Iterator[tuple[str, Tally]]:
    for area, tally in by_area(texts(subject.aid), subject.aid.language).items():
        if tally.words >= ENOUGH_WORDS:
            yield area, tally


def whole(aid: DecisionAid) -> Tally:
    """The counts of all that patients read: what the imprint's grades are computed from."""
    return sum(by_area(texts(aid), aid.language).values(), Tally())


def reading_grade(subject: Subject) -> Iterator[Fault]:
    """Each part is as easy to read as it must be by the formulas of its language."""
    language = find_language(subject.aid.language)
    for area, tally in _grade(subject):
        for hard in language.find_hard(tally):
            yield Fault(area, f"{area!r} {hard}")


def imprint_grade_true(subject: Subject) -> Iterator[Fault]:
    """The imprint prints the grades that are computed."""
    computed, printed = whole(subject.aid), subject.aid.imprint.reading_grade
    pairs = (
        ("flesch_kincaid", computed.flesch_kincaid, printed.flesch_kincaid),
        ("coleman_liau", computed.coleman_liau, printed.coleman_liau),
    )
    for name, true, said in pairs:
        if abs(round(true, 1) - said) > 0.05:
            yield Fault("reading_grade", f"{name} says {said:.1f}; computed it is {true:.1f}")


RULES = (
    CheckRule(
        "sentence-too-long",
        f"No sentence has more than {LONGEST} words.",
        ("L2",),
        "Make two or three sentences of it.",
        sentence_too_long,
        of_words=True,
    ),
    CheckRule(
        "sentence-long",
        f"Sentences have {LONG} words or fewer.",
        ("L2",),
        "Make two sentences of it.",
        sentence_long,
        "warning",
        of_words=True,
    ),
    CheckRule(
        "sentences-short-on-average",
        f"The sentences of each part have {MEAN} words or fewer on average.",
        ("L2",),
        "Shorten the longest ones.",
        sentences_short_on_average,
        of_words=True,
    ),
    CheckRule(
        "few-words-on-a-screen",
        f"No screen has more than {MOST_WORDS} words, over all answer states.",
        ("L4", "COGA"),
        "Move some of it behind a door of the note, or to a note of its own.",
        few_words_on_a_screen,
        "warning",
        of_words=True,
    ),
    CheckRule(
        "few-words-in-a-reply",
        f"No reply to an answer has more than {MOST_WORDS} words.",
        ("L4", "COGA"),
        "Say the main thing, and name the note that explains it.",
        few_words_in_a_reply,
        "warning",
        of_words=True,
    ),
    CheckRule(
        "few-choices",
        f"No question has more than {MOST_CHOICES} choices.",
        ("L4", "COGA"),
        "Join choices, or ask in two steps.",
        few_choices,
    ),
    CheckRule(
        "medical-word-explained",
        "Medical words and abbreviations are explained.",
        ("L3", "CDC Clear Communication Index"),
        "Add it to `words` (or to `also` of the plain word), or use the plain word.",
        medical_word_explained,
        of_words=True,
    ),
    CheckRule(
        "reading-grade",
        f"Each part is at school grade {GRADE:.0f} or lower by two formulas.",
        ("L1", "IPDAS Q21", "NICE EC6"),
        "Use shorter words and shorter sentences.",
        reading_grade,
        of_words=True,
    ),
    CheckRule(
        "imprint-grade-true",
        "The imprint prints the reading grades that are computed.",
        ("L1", "IPDAS Q21"),
        "Put the computed grade into imprint.reading_grade.",
        imprint_grade_true,
    ),
)
