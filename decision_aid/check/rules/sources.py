"""Sources: every sentence of fact has one, every quotation is word for word, none stands idle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from decision_aid.check.evidence_file import evidence_beside, read_evidence
from decision_aid.check.file_subject import folder_of
from decision_aid.check.rule import CheckRule, Subject
from decision_aid.check.texts import sentences, short, texts
from decision_aid.content.faults import Fault, fault_in
from decision_aid.content.measured import Measured
from decision_aid.content.walk import QUOTED, TextPiece

if TYPE_CHECKING:
    from decision_aid.content import DecisionAid, Source

# A sentence is one of fact if it has a digit, or a verb or noun of research or of advice from
# others. Questions, words to say, headings, the reader's own answers, definitions, pointers and the
# imprint (which speaks of the guide itself) are not. Coarse on purpose: it asks once too often
# rather than once too seldom.
_TELLS = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|trials? (?:found|show\w*|saw)|found|finds|reported|reports"
    r"|showed|measured|judged|warn(?:s|ed)|advis(?:es|ed)|recommend\w*|wrote|writes"
    r"|according to|announced|pooled|blinded|researchers?|reviewers?|regulator)\b",
    re.I,
)
_NOT_FACT = re.compile(
    r"\?[”\"]?$|^(?:ask|say|tell|call|think|look for|write|show|take|bring|keep|do not)\b"
    r"|\b(?:this guide|your summary|page 1|we asked|you told us|first screen|next screens?)\b"
    r"|\bmeans\b|^in plain words|\bwe found (?:none|no newer|no count)\b"
    r"|\bno count that we found\b",
    re.I,
)
_ROLES = frozenset({"text", "cell", "caption", "rule", "block", "advice", "option", "urgent"})
_LABEL = re.compile(r"[^.?!]*:")


def fact_has_source(subject: Subject) -> Iterator[Fault]:
    """A sentence with a digit or with a word of research names its source."""
    answers = [words for words in _readers_words(subject.aid) if re.search(r"\d", words)]
    for piece in texts(subject.aid):
        if piece.role in _ROLES and not piece.sources:
            for sentence in sentences(piece.text):
                if is_fact(_without(_without_own(subject.aid, sentence), answers)):
                    yield fault_in(piece, f"a sentence of fact without a source: {short(sentence)}")


def is_fact(sentence: str) -> bool:
    """Whether the sentence tells a fact that must have a source."""
    if _NOT_FACT.search(sentence.strip()) or _LABEL.fullmatch(sentence.strip()):
        return False
    return bool(re.search(r"\d", _unfilled(sentence)) or _TELLS.search(sentence))


def _without(sentence: str, answers: Iterable[str]) -> str:
    for words in answers:
        sentence = sentence.replace(words, "")
    return sentence


_OUT_OF = re.compile(r"(\{([a-z0-9_.-]+)\}) ?(?:/|out of|of|sur) ?(\d+)\b")
"""An answer or a score of so many, as in `{intensity} of 10`."""


_LABELLED = re.compile(r"([^.?!:{}]*): ?\{([a-z0-9_.-]+)\}\.?")
"""An answer alone after its label, as in `Pain under 55: {pain}.`"""


def _without_own(aid: DecisionAid, sentence: str) -> str:
    """The sentence without what tells of the person alone: of how many an answer is at most, and
    the numbers of its question where it stands under them.
    """
    found = _LABELLED.fullmatch(sentence.strip())
    if found and found[2] in aid.by_id:
        asked = set(_DIGITS.findall(aid.by_id[found[2]].text))
        if asked.issuperset(_DIGITS.findall(found[1])):
            return _DIGITS.sub("", sentence)
    return _without_reach(aid, sentence)


_DIGITS = re.compile(r"\d+")


def _without_reach(aid: DecisionAid, sentence: str) -> str:
    """The sentence without what an answer can come to at most."""

    def answer_alone(found: re.Match[str]) -> str:
        return found[1] if int(found[3]) == _most(aid, found[2]) else found[0]

    return _OUT_OF.sub(answer_alone, sentence)


def _most(aid: DecisionAid, name: str) -> object:
    """The greatest that the answer or the score of that name can be; None for anything else."""
    if name in aid.score:
        return aid.score[name].points.bounds({})[1]
    question = aid.by_id.get(name)
    return question.answer_at(question.bounds()[1]) if isinstance(question, Measured) else None


def _unfilled(sentence: str) -> str:
    return re.sub(r"\{[^{}]*\}", "", sentence)


def sources_used(subject: Subject) -> Iterator[Fault]:
    """Every source carries some text, count, contact or quotation."""
    found = subject.aid.inventory
    used = {name for piece in found.texts for name in piece.sources}
    used |= {reference.name for reference in found.references if reference.kind == "source"}
    for source in subject.aid.sources:
        if source.id not in used:
            yield Fault(source.id, "nothing rests on this source")


def superseded_with_date(subject: Subject) -> Iterator[Fault]:
    """Where a body has spoken again later, its older advice is told with its year."""
    older = _superseded(subject.aid)
    said: dict[str, str] = {}
    for piece in texts(subject.aid):
        said[piece.owner] = f"{said.get(piece.owner, '')} {piece.text}"
    for piece in texts(subject.aid):
        for name in piece.sources:
            advises = piece.role in _ROLES and _ADVICE.search(piece.text)
            if name in older and advises and not _has_date(older[name], said[piece.owner]):
                message = f"the same body spoke after {name!r}; {older[name]} is not said"
                yield fault_in(piece, f"{message}: {short(piece.text)}")


def _has_date(year: int, text: str) -> bool:
    return bool(re.search(rf"{year}|-{year % 100:02}\b", text))


_ADVICE = re.compile(
    r"\b(?:advis\w+|advice|recommend\w*|should|wrote|writes|warns?|warned)\b",
    re.I,
)


def _superseded(aid: DecisionAid) -> dict[str, int]:
    newest: dict[tuple[str, str], int] = {}
    spoken = [s for s in aid.sources if s.kind in ("position", "guidance", "review") and s.year]
    for source in spoken:
        key = (source.body, source.kind)
        newest[key] = max(newest.get(key, 0), source.year or 0)
    return {s.id: s.year for s in spoken if s.year and s.year < newest[s.body, s.kind]}


def quotations_word_for_word(subject: Subject) -> Iterator[Fault]:
    """What stands between “ and ” is in the quotes of a source that the statement cites."""
    said_by_readers = _readers_words(subject.aid)
    for piece in texts(subject.aid):
        if piece.role in _CANNOT_CITE or piece.owner in _quotation_ids(subject.aid):
            continue
        for quoted in QUOTED.findall(piece.text):
            words = _bare(quoted)
            if words not in said_by_readers and not _holds(subject.aid, piece, words):
                where = f"of {', '.join(piece.sources)}" if piece.sources else "of any source cited"
                yield fault_in(piece, f"not among the quotes {where}: {short(quoted)}")


_CANNOT_CITE = frozenset({"say", "question", "choice"})
"""Words to say aloud, what is asked and its answers: no mark is read in them."""


def _quotation_ids(aid: DecisionAid) -> set[str]:
    return {quotation.id for quotation in aid.recommendation.all_quotations}


def _holds(aid: DecisionAid, piece: TextPiece, words: str) -> bool:
    cited = (aid.source[name] for name in piece.sources if name in aid.source)
    return any(quotes(source, words) for source in cited)


def quotes(source: Source, words: str) -> bool:
    """Whether these words stand in the source's quotes, one next to the other."""
    pattern = re.compile(rf"(?<!\w){re.escape(_bare(words))}(?!\w)")
    return any(pattern.search(_bare(quote)) for quote in source.quotes)


def _bare(words: str) -> str:
    """The words with plain apostrophes and single spaces, without what stands around them."""
    plain = words.replace("’", "'").replace("‘", "'")
    return " ".join(plain.split()).strip("“”\"' .,;:")


def _readers_words(aid: DecisionAid) -> set[str]:
    """Answers may be quoted back to the reader: they are nobody's word but the reader's."""
    found: set[str] = set()
    for question in aid.questions:
        found |= {_bare(choice.text) for choice in question.own_choices()}
        found |= {_bare(choice.printed) for choice in question.own_choices()}
    return found - {""}


def source_complete(subject: Subject) -> Iterator[Fault]:
    """A source tells who, where it was read, and the rows of evidence behind it."""
    for source in subject.aid.sources:
        for name in ("short", "body"):
            if not getattr(source, name).strip():
                yield Fault(source.id, f"{name!r} is empty")
        if not source.address.strip() and not source.remark.strip():
            yield Fault(source.id, "'address' is empty, and no 'remark' says what was read")
        if not source.rows:
            yield Fault(source.id, "no row of docs/evidence.md is named")
        if source.year is not None and not 1900 <= source.year <= source.read.year:
            yield Fault(source.id, f"the year {source.year} cannot be")


def rows_in_evidence(subject: Subject) -> Iterator[Fault]:
    """Each row named by a source is a row of docs/evidence.md, where that file is there."""
    known = read_evidence(evidence_beside(folder_of(subject)))
    for source in subject.aid.sources if known else ():
        for row in source.rows:
            if row not in known and not _family(row, known):
                yield Fault(source.id, f"docs/evidence.md has no row {row!r}")


def _family(row: str, known: Iterable[str]) -> bool:
    """Whether it names all rows of a family, such as `S-A`."""
    return any(re.fullmatch(rf"{re.escape(row)}\d+", one) for one in known)


RULES = (
    CheckRule(
        "fact-has-source",
        "Every sentence of fact names its source; what an answer or a score comes to is none.",
        ("V1", "V3", "IPDAS 2.2.1"),
        "Put the source's id in brackets before the full stop: `… 42 of 100 [source-id].`",
        fact_has_source,
    ),
    CheckRule(
        "source-used",
        "Every source is used.",
        ("V1", "IPDAS 2.2.1"),
        "Take the source out, or name it where its fact stands.",
        sources_used,
        "warning",
    ),
    CheckRule(
        "superseded-with-date",
        "An older word of a body stands with its year where the body has spoken again.",
        ("V2", "IPDAS 2.2.3"),
        "Say the year in the sentence, or rest it on the later source.",
        superseded_with_date,
        "warning",
    ),
    CheckRule(
        "quotation-word-for-word",
        "What is quoted stands word for word in the quotes of the source cited, but in a question"
        " or a choice, where no mark is read.",
        ("V1", "R1"),
        "Copy the source's words into `quotes`, cite it in the same sentence, or drop the quotes.",
        quotations_word_for_word,
    ),
    CheckRule(
        "source-complete",
        "A source says who, where it was read, and which rows of evidence it carries.",
        ("V1", "IPDAS Q18", "IPDAS Q19"),
        "Fill it in.",
        source_complete,
    ),
    CheckRule(
        "row-in-evidence",
        "The rows named by sources stand in docs/evidence.md.",
        ("V1", "V3"),
        "Mend the row's id, or add the row.",
        rows_in_evidence,
    ),
)
