"""Two at one screen: prompts, teach-back, readiness, notes and jumping, in both faces."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.conditions import Value
from decision_aid.content import DecisionAid, Note
from decision_aid.content.load import load
from decision_aid.interview import conduct_interview
from decision_aid.line import Console, LineFace
from decision_aid.screens.navigator import Navigator
from decision_aid.screens.screen import Go
from decision_aid.start import Brought, Start
from decision_aid.summary.readiness import measure_readiness
from decision_aid.summary.staff import make_staff_summary
from decision_aid.visit import Visit
from tests import papers
from tests.conftest import NOWHERE, ON, clock
from tests.screens.sitting_down import NO_TRACE, begin, sit_down, text_of, visit_of
from tests.small import small_aid
from tests.tui.person import Person, Size, sitting_down

SHIPPED = paths.questions()
AID = load(SHIPPED)
TOGETHER = Start(keep=False, audience="counsellor")
MARK = "For you, the counsellor:"

BEGUN: Mapping[str, Value | None] = {
    "country": "uk", "length": "full", "who": "me", "situation": "thinking",
}  # fmt: skip
TOLD = {**BEGUN, "hope": ("fatigue",), "matters": ("harm", "what_works")}
NOT_READY = {
    **BEGUN,
    "before.settled": "not_yet", "after.settled": "ready",
    "before.informed": "ready", "after.informed": "unsure",
    "before.supported": "not_yet",
}  # fmt: skip


# --- taking part ------------------------------------------------------------------------------


@asynccontextmanager
async def together(
    folder: Path,
    answers: Mapping[str, Value | None],
    size: Size = (80, 40),
    start: Start = TOGETHER,
) -> AsyncIterator[Person]:
    """A visit on the full screen in which this was answered already."""
    async with sitting_down(folder, size, content=SHIPPED, start=start) as person:
        await person.press("enter", "1")
        await person.until(lambda: person.at.startswith("question"))
        person.visit.answers.update(answers)
        yield person


def counselled(folder: Path, answers: Mapping[str, Value | None], question: str) -> Navigator:
    """The same, led through the screens by nothing but the navigator, at that question."""
    navigator = begin(folder, TOGETHER, AID)
    visit_of(navigator).answers.update(answers)
    visit_of(navigator).go_to(question)
    navigator.show(Go("question"))
    return navigator


class Heard:
    """A visit line by line: what is typed, and all that is told."""

    def __init__(
        self,
        *lines: str,
        answers: Mapping[str, Value | None] | None = None,
        at: str = "",
        start: Start = TOGETHER,
        aid: DecisionAid = AID,
    ) -> None:
        self.visit = Visit(aid, clock, answers, audience=start.audience)
        if at:
            self.visit.go_to(at)
        self.lines = iter(lines)
        self.told: list[str] = []
        LineFace(self.visit, Console(self.ask, self.told.append, 5000), start, NOWHERE).run()

    def ask(self, prompt: str) -> str:
        self.told.append(prompt)
        for line in self.lines:
            return line
        raise EOFError

    def hears(self, words: str) -> bool:
        return any(words in line for line in self.told)


def number_of(text: str, *lines: str, answers: Mapping[str, Value | None]) -> str:
    """The number under which that can be picked after these lines."""
    told = Heard(*lines, answers=answers, at="country").told
    return next(line for line in reversed(told) if re.match(rf"\d+\. {text}", line)).split(".")[0]


# --- prompts ----------------------------------------------------------------------------------

ASKED = [q for q in AID.questions if q.audience == "patient" and not isinstance(q, Note)]
PROMPTS = [q.prompt for q in AID.by_id.values() if q.prompt]


def test_beside_each_question_stands_a_prompt_of_its_own() -> None:
    assert [question.id for question in ASKED if not question.prompt] == []
    assert len(set(PROMPTS)) == len(PROMPTS)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_prompt_is_short_and_states_no_number_and_no_source(prompt: str) -> None:
    sentences = re.split(r"(?<=[.?!])\s+", prompt)
    assert len(sentences) <= 2
    assert max(len(sentence.split()) for sentence in sentences) <= 14
    assert not re.search(r"[0-9{}\[\]]", prompt)


@pytest.mark.parametrize("hard", ["hope", "told", "friend", "follow_up", "largest_trial"])
def test_hard_moments_have_a_prompt(hard: str) -> None:
    assert AID.by_id[hard].prompt


@pytest.mark.parametrize("name", ["before.settled", "offered_as", "largest_trial"])
def test_a_prompt_stands_beside_questions_lines_of_checklists_and_notes(
    tmp_path: Path, name: str
) -> None:
    said = f"{MARK} {AID.by_id[name].prompt}"
    assert said in text_of(counselled(tmp_path, BEGUN, name).page)
    assert Heard(answers=BEGUN, at=name).hears(said)


def test_another_way_of_saying_a_note_is_the_persons_alone(tmp_path: Path) -> None:
    navigator = counselled(tmp_path, BEGUN, "largest_trial")
    navigator.choose("another_way")
    assert "Think of two rooms" in text_of(navigator.page)
    assert MARK not in text_of(navigator.page)


def test_a_line_of_a_checklist_has_its_own_prompt_or_that_of_all(tmp_path: Path) -> None:
    aid = small_aid(
        tmp_path,
        """
        - {id: who, type: select_one, text: Who?, choices: [{id: you, text: You}]}
        - id: kit
          type: checklist
          prompt: Wait.
          items: [{id: one, text: One?, prompt: Look up.}, {id: two, text: Two?}]
          answers: [{id: present, text: "Yes"}]
        """,
    )
    assert [aid.by_id[name].prompt for name in ("kit.one", "kit.two")] == ["Look up.", "Wait."]


def test_a_patient_alone_hears_nothing_that_is_for_a_counsellor() -> None:
    alone = Heard(*["h", "p", "n", "a", "k", "", ""] * 60, answers=BEGUN, start=Start(keep=False))
    assert not any("counsellor" in line for line in alone.told)
    assert not [prompt for prompt in PROMPTS if alone.hears(prompt)]


# --- the welcome ------------------------------------------------------------------------------


def test_whoever_is_counselled_is_told_who_sees_the_answers(tmp_path: Path) -> None:
    sees = "with a counsellor, who sees what you answer"
    assert sees in text_of(sit_down(tmp_path, TOGETHER, AID).page)
    assert sees not in text_of(sit_down(tmp_path, NO_TRACE, AID).page)
    assert Heard().hears(sees)
    assert not Heard(start=NO_TRACE).hears("counsellor")


def test_no_text_says_that_nobody_sees_the_answers() -> None:
    texts = SHIPPED.read_text("utf-8")
    assert not re.search(r"(?i)nobody (else )?(reads|sees)|no one (else )?(reads|sees)", texts)


# --- teach-back -------------------------------------------------------------------------------

TEACH_BACK = "How would you tell a friend what that trial found?"


@pytest.mark.parametrize(
    ("number", "chosen", "taught"),
    [(1, "many_more", True), (4, "unsure", True), (2, "about_as_many", False)],
)
def test_a_misunderstanding_alone_is_followed_by_teach_back_at_once(
    tmp_path: Path, number: int, chosen: str, taught: bool
) -> None:
    said = f"{MARK} say it once more in your own words. Then ask: “{TEACH_BACK}”"
    navigator = counselled(tmp_path, BEGUN, "c1")
    navigator.choose(chosen)
    assert navigator.page.heading.startswith("You chose: ")
    assert (said in text_of(navigator.page)) is taught
    assert Heard(str(number), answers=BEGUN, at="c1").hears(said) is taught


def test_every_check_has_its_own_question_to_ask_back() -> None:
    checks = [question for question in AID.questions if question.type == "knowledge_check"]
    asked = [check.teach_back for check in checks]
    assert all(text.endswith("?") for text in asked) and len(set(asked)) == len(asked) == 6


# --- readiness --------------------------------------------------------------------------------


def areas(answers: Mapping[str, Value | None]) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    interview = conduct_interview(AID, answers, audience="counsellor")
    return {
        one.question: (one.before, one.after, one.steps) for one in measure_readiness(interview)
    }


def test_readiness_is_told_by_area_in_words_with_a_step_for_each_unmet_need() -> None:
    assert areas(NOT_READY) == {
        "I feel settled about what to do.": ("not yet", "yes", ()),
        "I could tell a friend what each choice may do, good and bad.": (
            "yes", "not sure", ("I can read the side-by-side table again, one row a day.",),
        ),
        "I know what I care about most in this.": ("not answered", "not answered", ()),
        "I have someone I trust to talk it over with.": (
            "not yet", "not answered",
            ("I can call an MS nurse, or the MS Helpline of MS Society UK: 0808 800 8000.",),
        ),
    }  # fmt: skip


def test_on_the_short_way_nobody_is_asked_how_ready_they_are() -> None:
    short = areas({**BEGUN, "length": "short", "after.settled": "not_yet"})
    assert "I feel settled about what to do." not in short


def test_passing_over_the_second_time_leaves_the_first_answer_standing() -> None:
    passed = areas({**BEGUN, "before.clear": "unsure", "after.clear": None})
    assert passed["I know what I care about most in this."][2] == (
        "I can talk over what I care about most with someone close to me.",
    )


def test_supporters_are_asked_and_helped_in_their_own_words() -> None:
    found = areas({**BEGUN, "who": "supporter", "before.settled": "not_yet"})
    assert found["I know what the person I support would like from me."][2] == (
        "I can ask what the person I support would like from me.",
    )


def test_professionals_are_not_asked_how_ready_they_feel() -> None:
    assert areas({**BEGUN, "who": "professional"}) == {}


def test_the_steps_are_those_that_the_summary_prints() -> None:
    answers = {**NOT_READY, "after.supported": "not_yet"}
    facts = papers.rendered(Visit(AID, clock, answers).summary(), "txt", edition="facts")
    printed = " ".join(facts.decode().split())
    for _, _, steps in areas(answers).values():
        assert all(step in printed for step in steps)


def test_what_is_covered_leads_to_readiness_and_back(tmp_path: Path) -> None:
    navigator = counselled(tmp_path, NOT_READY, "country")
    navigator.press("summary")
    navigator.choose("covered")
    assert navigator.page.heading == "What was covered, and what is still open"
    navigator.choose("readiness")
    shown = text_of(navigator.page)
    assert "At the start: not yet. At the end: yes." in shown
    assert "A step they can take: “I can read the side-by-side table again" in shown
    assert not re.search(r"\d+ of \d+|%|score: ", shown)
    navigator.back()
    assert navigator.at == "covered"
    navigator.back()
    assert navigator.at == "summary.home"


def test_by_line_k_tells_what_is_covered_and_leads_to_readiness() -> None:
    heard = Heard("k", "2", answers=NOT_READY, at="country")
    area = heard.told.index("I feel settled about what to do.")
    assert heard.told[area + 1] == "- At the start: not yet. At the end: yes."
    assert heard.hears("A step they can take: “I can read the side-by-side table again")
    assert heard.hears("Still open") and heard.hears("It is not a score.")


def test_by_line_a_counsellor_hears_of_the_letters_for_two() -> None:
    letters = ("- n: private notes", "- a: the answers given", "- k: what is covered")
    for letter in letters:
        assert Heard("h", at="country").hears(letter)
        assert not Heard("h", at="country", start=Start(keep=False)).hears(letter)


def test_by_line_the_way_to_covered_and_open_is_told_at_the_end() -> None:
    ended = Heard("x", "4", "2", answers=NOT_READY, at="country").told
    assert "4. Covered, and still open" in ended[ended.index("Your summary is ready") :]
    assert any("How ready they feel" in line for line in ended)
    alone = Heard("x", answers=BEGUN, at="country", start=Start(keep=False))
    assert alone.hears("Your summary is ready") and not alone.hears("Covered")


# --- what the person said, beside the table ---------------------------------------------------


async def _open_table(person: Person) -> None:
    person.visit.go_to("side_by_side")
    person.screen.show()
    await person.pilot.pause()
    await person.press("3")
    await person.until(lambda: person.at == "table")
    await person.pilot.pause()


async def test_on_a_wide_screen_it_stands_beside_and_stays(tmp_path: Path) -> None:
    async with together(tmp_path, TOLD, (120, 40)) as person:
        await _open_table(person)
        for size in ((120, 40), (100, 30)):
            await person.resize(size)
            await person.until_sees("What they told you")
            top = next(line for line in person.lines if "What they told you" in line)
            assert "Side by side" in top
            await person.press("pagedown", "pagedown")
            assert person.sees("• Less fatigue") and person.sees("• Avoiding serious harm")
            await person.press("home")


async def test_on_a_narrow_or_low_screen_it_stands_below(tmp_path: Path) -> None:
    async with together(tmp_path, TOLD, (99, 40)) as person:
        await _open_table(person)
        for size in ((99, 40), (40, 24), (120, 20)):
            await person.resize(size)
            await person.until(lambda: not person.sees("What they told you"))
            await person.press("end")
            await person.until_sees("• Avoiding serious harm")
            await person.press("home")
        await person.resize((120, 40))
        await person.until_sees("What they told you")


# --- agenda, notes, jumping, answers from home ------------------------------------------------


def test_it_begins_with_the_agenda_and_ends_with_it() -> None:
    heard = Heard("1", "Words for my wife", "k")
    assert heard.hears("What they wanted to leave with: Words for my wife")


PART_OF_NOTES = AID.section_of["notes"].title
PRIVATE = "Cried about the fundraiser"


def test_private_notes_reach_no_paper_and_no_list_of_answers(tmp_path: Path) -> None:
    answers = {**TOLD, "notes": PRIVATE, "agenda": "Time"}
    taken = Visit(AID, clock, answers, audience="counsellor")
    staff = make_staff_summary(AID, answers, ON, with_words=True)
    for paper in (papers.text(taken.summary()), papers.html(taken.summary()), repr(staff)):
        assert PRIVATE not in " ".join(paper.split())

    navigator = counselled(tmp_path, answers, "country")
    navigator.press("overview")
    navigator.choose(f"part:{AID.section_of['notes'].id}")
    assert "Your private notes written" in text_of(navigator.page)
    assert PRIVATE not in text_of(navigator.page)
    heard = Heard(
        "o", number_of(PART_OF_NOTES, "o", answers=answers), "a", answers=answers, at="country"
    )
    assert heard.hears("Your private notes, written") and not heard.hears(PRIVATE)


def test_by_line_notes_are_written_from_anywhere_and_lead_back() -> None:
    heard = Heard("n", PRIVATE, "1", answers=BEGUN, at="hope")
    assert heard.visit.answers["notes"] == PRIVATE
    assert heard.visit.answers["hope"] == ("fatigue",)


def test_one_jumps_anywhere_and_loses_nothing(tmp_path: Path) -> None:
    short = {**TOLD, "length": "short"}
    navigator = counselled(tmp_path, short, "hope")
    navigator.press("overview")
    navigator.choose(f"part:{AID.section_of['matters'].id}")
    navigator.choose("go:matters")
    assert (visit_of(navigator).shown, visit_of(navigator).answers) == ("matters", short)
    part = number_of("What matters to you", "o", answers=short)
    question = number_of("What matters most to you?", "o", part, answers=short)
    heard = Heard("o", part, question, answers=short, at="hope")
    assert (heard.visit.shown, heard.visit.answers) == ("matters", short)


def test_answers_from_home_are_looked_at_then_gone_on_with(tmp_path: Path) -> None:
    given = {"country": ("uk",), "length": ("short",), "who": ("me",), "situation": ("thinking",)}
    given["notes"] = (PRIVATE,)
    brought = Brought(given, dict.fromkeys(given, clock()), "hope")
    start = Start(keep=False, audience="counsellor", brought=brought)
    navigator = begin(tmp_path, start, AID)
    assert navigator.at == "keeping.brought"
    navigator.choose("look")
    assert "the UK" in text_of(navigator.page) and PRIVATE not in text_of(navigator.page)
    navigator.back()
    navigator.choose("carry_on")
    assert navigator.at == "question.agenda"
    navigator.press("pass_over")
    assert navigator.at == "question.hope"
    answers = dict(visit_of(navigator).answers)
    del answers["agenda"], answers["notes"]
    assert answers == {
        "country": "uk", "length": "short", "who": "me", "situation": "thinking",
    }  # fmt: skip


def test_by_line_the_answers_given_are_read_and_stay_as_they_are() -> None:
    heard = Heard("a", "a", answers={**TOLD, "scan": None}, at="country")
    assert heard.hears("- Where do you live? the UK")
    assert heard.hears("- Has anyone said that a scan shows you have CCSVI? passed over")
    assert heard.visit.answers == {**TOLD, "scan": None} and heard.visit.shown == "country"


def test_whoever_is_accompanied_elsewhere_is_asked_what_two_are_but_writes_nothing_for_them(
    aid: DecisionAid,
) -> None:
    given = {"length": "full", "who": "me", "situation": "thinking"}
    alone, accompanied, together = (
        {one.id for one in conduct_interview(aid, given, audience=audience).path}
        for audience in ("patient", "accompanied", "counsellor")
    )
    assert {"before.settled", "before.informed"} <= accompanied - alone
    assert together - accompanied == {"agenda", "notes"}
