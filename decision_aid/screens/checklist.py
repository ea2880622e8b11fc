"""A checklist as one page: every line is a row with answers of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decision_aid.content import ChecklistLine
from decision_aid.screens.note import with_place
from decision_aid.screens.page import Page, Prose, Row
from decision_aid.screens.parts import prose, source_ids

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from decision_aid.content import Question
    from decision_aid.visit import Visit


def checklist_page(visit: Visit, line: ChecklistLine, take: Row) -> Page:
    """All lines of the checklist that are asked of this person; the row `take` goes on."""
    wording, lines = visit.interview.wording, visit.together
    shared = wording.passages(line.shared_lead, line.id)
    leads = {one.id: wording.passages(one.lead, one.id) for one in lines}
    rows = tuple(
        _row(visit, one, (*prose(leads[one.id]), *_prompt_above(visit, one))) for one in lines
    )
    page = Page(
        "",
        line.title or visit.aid.section_of[line.id].title,
        (*prose(shared), *_prompt_of_all(visit)),
        (*rows, take),
        tuple(answer_id(one, str(value)) for one in lines if (value := visit.answers.get(one.id))),
        at=_at(visit),
        urgent=line.urgent,
        sources=source_ids((*shared, *(said for lead in leads.values() for said in lead))),
    )
    return with_place(visit, line, page)


def _row(visit: Visit, line: Question, above: tuple[Prose, ...]) -> Row:
    wording = visit.interview.wording
    answers = tuple(
        Row(answer_id(line, choice.id), wording.fill(choice.text) or choice.text, "one")
        for choice in line.own_choices()
    )
    return Row(line.id, wording.question(line), "each", answers=answers, above=above)


def _at(visit: Visit) -> int:
    """The line that was gone to, else the first that is open, else the row that goes on."""
    names = [line.id for line in visit.together]
    if visit.shown in names[1:]:
        return names.index(visit.shown)
    still_open = (place for place, name in enumerate(names) if visit.answers.get(name) is None)
    return next(still_open, len(names))


def answer_id(line: Question, choice: str) -> str:
    """What the answer to that line is called on the page."""
    return f"{line.id}:{choice}"


def answers_in(marked: Sequence[str]) -> Mapping[str, str]:
    """Each line with the answer that is marked for it."""
    pairs = (one.partition(":") for one in marked)
    return {line: choice for line, colon, choice in pairs if colon}


# --- what a counsellor is told beside ---


def _has_one_prompt(visit: Visit) -> bool:
    return len({line.prompt for line in visit.together}) == 1


def _prompt_of_all(visit: Visit) -> tuple[Prose, ...]:
    return _prompt(visit, visit.together[0]) if _has_one_prompt(visit) else ()


def _prompt_above(visit: Visit, line: Question) -> tuple[Prose, ...]:
    return () if _has_one_prompt(visit) else _prompt(visit, line)


def _prompt(visit: Visit, line: Question) -> tuple[Prose, ...]:
    if not visit.counsels or not line.prompt:
        return ()
    said = visit.interview.wording.put_into(visit.words.screens.prompt, text=line.prompt)
    return (Prose("soft", said),)
