"""The shipped content tells each way fairly: early, from both sides, and with both halves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from decision_aid import paths
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.interview import conduct_interview
from decision_aid.start import Brought
from decision_aid.visit import Visit
from tests.conftest import clock

LED = ("understand", "thinking", "booked", "against", "another", "unsaid")
COUNTRIES = ("uk", "canada", "usa", "europe", "elsewhere", "unsaid")


def on_screen(aid: DecisionAid, note: str, given: Answers) -> str:
    """What the note says to somebody who answered like this, doors left closed."""
    wording = conduct_interview(aid, given).wording
    told = wording.passages(tuple(aid.by_id[note].shown()), note)
    return " ".join(paragraph.text for paragraph in told)


def texts_by_owner(aid: DecisionAid) -> Iterator[tuple[str, str]]:
    told: dict[str, str] = {}
    for piece in aid.inventory.texts:
        told[piece.owner] = f"{told.get(piece.owner, '')} {piece.text}"
    yield from told.items()


@pytest.mark.parametrize("length", ["short", "full"])
@pytest.mark.parametrize("situation", LED)
def test_both_ways_tell_early_what_is_decided_and_then_both_sides(
    aid: DecisionAid, situation: str, length: str
) -> None:
    given = {"length": length, "who": "me", "situation": situation}
    at = conduct_interview(aid, given).positions
    told = ["decision", "friend", "largest_trial", "uncounted", "side_by_side"]
    assert sorted(told, key=at.__getitem__) == told
    if situation == "another" and length == "short":
        assert "how the veins looked made no clear difference" in on_screen(
            aid, "side_by_side", given
        )
    else:
        assert at["hope"] < at["decision"]
        assert at["uncounted"] < at["leave_veins"] < at["side_by_side"]


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_advice_is_told_where_the_ways_are_told_in_every_country(
    aid: DecisionAid, country: str
) -> None:
    told = on_screen(aid, "decision", {"country": country, "situation": "thinking"})
    own = {"canada": "MS Canada", "usa": "The US regulator (FDA, 2012)"}.get(country, "NICE")
    assert "MS Society UK (2012) advises against a balloon or a stent outside" in told
    assert own in told
    assert told.index("No procedure") < told.index("A balloon") < told.index("A stent")


def test_who_was_treated_is_told_of_care_where_the_ways_are_told(aid: DecisionAid) -> None:
    told = on_screen(aid, "decision", {"situation": "had", "now": "symptom"})
    assert told.startswith("This is about care now, and about having another procedure.")


def test_on_the_short_way_a_friend_s_better_feeling_comes_first_and_is_short(
    aid: DecisionAid,
) -> None:
    told = on_screen(aid, "friend", {"length": "short", "who": "me", "situation": "thinking"})
    assert told.startswith("Some people feel better after it, and that is real.")
    assert len(told.split()) <= 80
    assert len(re.findall(r"[.?!](?= |$)", told)) == 5


def test_where_no_others_were_counted_it_is_said_who_is_missing(aid: DecisionAid) -> None:
    """ "Nobody was compared" left readers asking with whom."""
    told = [text for _, text in texts_by_owner(aid)]
    assert [text for text in told if re.search("nobody (was )?(to )?compare", text, re.I)] == []
    for owner in ("friend", "uncounted", "but_series"):
        said = " ".join(text for one, text in texts_by_owner(aid) if one == owner)
        assert re.search("(people|nobody|group) without the procedure", said)


def test_no_death_among_808_people_is_told_with_its_limit_and_with_deaths_elsewhere(
    aid: DecisionAid,
) -> None:
    owners = [(owner, text) for owner, text in texts_by_owner(aid) if "808 people" in text]
    assert {owner for owner, _ in owners} == {"uncounted", "comparison"}
    for _, text in owners:
        assert re.search(r"up to about 5 (deaths )?in 1,000", text)
        assert re.search("Elsewhere,? .*people (have )?died", text)
        assert "3 of 95 people" in text
        assert "92 did not" in text
        assert "173" not in text


def test_after_the_second_reading_mood_is_a_hope_with_help_and_somebody_to_call(
    aid: DecisionAid,
) -> None:
    given: Answers = {"country": "uk", "who": "me", "situation": "thinking", "hope": ("mood",)}
    told = on_screen(aid, "help_mood", given)
    assert "Samaritans, 116 123" in told
    assert "call 999 now" in told
    asked = [finding.rule.id for finding in conduct_interview(aid, given).wording.findings("team")]
    assert "team_mood" in asked


def test_answers_of_the_first_edition_are_kept_where_they_fit_and_the_others_are_named(
    aid: DecisionAid,
) -> None:
    first = {"who": ("me",), "situation": ("thinking",), "c1": ("many_more",)}
    gone = {"c2": ("see_effect",), "c4": ("many",), "c7": ("not_used",), "c5": ("unknown_often",)}
    given = {**first, **gone}
    visit = Visit(aid, clock)
    recap = visit.bring(Brought(given, dict.fromkeys(given, clock()), None))
    assert visit.answers == {name: values[0] for name, values in first.items()}
    assert (recap.asked_again, recap.asked_no_more) == ((aid.by_id["c5"].text,), 3)


OFFERED: Answers = {"length": "short", "who": "me", "situation": "thinking", "offered_as": "study"}


@pytest.mark.parametrize(
    ("told", "headings"),
    [
        ({}, ["You have not told us about it yet"]),
        ({"offer_check.pay": "unknown"}, ["Still open"]),
        ({"offer_check.number": "present"}, ["What speaks for it"]),
        ({"offered_as": "treatment"}, ["What speaks for it", "Reasons to ask more"]),
        (
            {"offer_check.pay": "present", "offer_check.soon": "unknown"},
            ["What speaks for it", "Reasons to ask more", "Still open"],
        ),
    ],
)
def test_of_an_offer_both_sides_are_shown_or_neither_and_that_nothing_was_told(
    aid: DecisionAid, told: Answers, headings: list[str]
) -> None:
    said = on_screen(aid, "offer_result", {**OFFERED, **told})
    possible = ("You have not told", "What speaks for it", "Reasons to ask more", "Still open")
    assert [one for one in possible if one in said] == [
        one for one in possible if any(heading.startswith(one) for heading in headings)
    ]
    assert ("Some people felt better" in said) == ("Reasons to ask more" in said)


def test_the_title_claims_that_something_was_told_only_where_it_was(aid: DecisionAid) -> None:
    title = conduct_interview(aid, OFFERED).wording.question(aid.by_id["offer_result"])
    assert title == "About this offer"
    told = {**OFFERED, "offer_check.pay": "unknown"}
    title = conduct_interview(aid, told).wording.question(aid.by_id["offer_result"])
    assert title == "What you told us about this offer"


def test_each_count_names_its_own_group(aid: DecisionAid) -> None:
    """ "Of every 100 people 42 did better with the balloon, 49 without" read as one hundred."""
    said = " ".join(text for owner, text in texts_by_owner(aid) if owner == "c1")
    assert "Of 100 people with the balloon, {tests_12_months.balloon} did better." in said
    assert "Of 100 with the pretend procedure, {tests_12_months.sham} did." in said
    two_armed = [outcome for outcome in aid.outcomes if len(outcome.risks) > 1]
    assert all(one.opening.plain.startswith("Of 100 people per group") for one in two_armed)


def test_an_address_holds_names_alone_so_that_no_english_sentence_stands_in_another_language(
    aid: DecisionAid,
) -> None:
    sentence = re.compile(r"\b(copy|copies|reported|method|named|abstract|banner|archived)\b", re.I)
    assert [one.id for one in aid.sources if sentence.search(one.address)] == []


def test_no_page_of_a_forum_a_blog_or_a_clinic_is_printed_as_an_address() -> None:
    text = paths.questions().read_text(encoding="utf-8").lower()
    kept_off = ("forum", "blog", "psiram", "yumpu", "axahealth", "thisisms", "petalo", "ccsvi.nl")
    assert [word for word in kept_off if word in text] == []
