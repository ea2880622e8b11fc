"""Every paper says MS Society UK's sentence in full, then what the bodies of the country say."""

from __future__ import annotations

from typing import Literal

import pytest

from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.report import guard
from decision_aid.report.guard import IncompleteReport
from decision_aid.summary.models import StaffSummary, Summary
from decision_aid.summary.patient import make_summary
from decision_aid.summary.staff import make_staff_summary
from tests import papers
from tests.conftest import ON
from tests.reports.reading import folded, words_of

FOR_EVERYBODY = (
    "MS Society UK, 2012: “the MS Society recommends against seeking an unproven treatment outside"
    " of a properly regulated clinical trial”",
    "We know of no open trial.",
)
NICE = "NICE, 2019: “This procedure should not be used."
CANADA = (
    "MS Canada, 2018: “MS Society-funded clinical trial confirms venoplasty for treatment of MS is"
    " ineffective”",
    "CIHR, the Canadian agency that paid for a trial, 2017: “It does not support the use of vein"
    " dilation therapy in the management of patients with MS.”",
)
USA = (
    "US regulator (FDA), 2012: “no reliable evidence from controlled clinical trials that this"
    " procedure is effective in treating Multiple Sclerosis”",
    "The National MS Society told its readers of this notice in 2012.",
    "US regulator (FDA), 2017: “There is no clear scientific evidence to support that the treatment"
    " of internal jugular venous stenosis is safe in any patients”",
)
OWN_SOCIETY = "Ask what your own country's MS society says (msif.org)."
BODIES: dict[str | None, tuple[str, ...]] = {
    "uk": (NICE,),
    "canada": CANADA,
    "usa": USA,
    "europe": (NICE, OWN_SOCIETY),
    "elsewhere": (NICE, OWN_SOCIETY),
    "unsaid": (NICE, OWN_SOCIETY),
    None: (NICE, OWN_SOCIETY),
}
"""By the answer to where one lives; None: passed over."""
OF_OTHERS = {body for bodies in BODIES.values() for body in bodies}
Form = Literal["html", "txt", "pdf"]


def summaries(aid: DecisionAid, answers: Answers) -> tuple[Summary, StaffSummary]:
    return make_summary(aid, answers, ON), make_staff_summary(aid, answers, ON)


@pytest.mark.parametrize("form", ["html", "txt", "pdf"])
@pytest.mark.parametrize("country", BODIES)
def test_each_paper_quotes_ms_society_uk_and_then_the_bodies_of_the_country(
    aid: DecisionAid, country: str | None, form: Form
) -> None:
    for summary in summaries(aid, {"country": country, "situation": "thinking"}):
        words = words_of(papers.rendered(summary, form), form)
        places = [words.find(folded(said)) for said in (*FOR_EVERYBODY, *BODIES[country])]
        assert -1 not in places and places == sorted(places)
        others = OF_OTHERS - set(BODIES[country])
        assert [said for said in others if folded(said) in words] == []


@pytest.mark.parametrize("country", BODIES)
def test_a_text_without_ms_society_uk_s_sentence_is_refused_in_every_country(
    aid: DecisionAid, country: str | None
) -> None:
    for summary in summaries(aid, {"country": country}):
        text = papers.text(summary).replace("unproven treatment", "untested treatment")
        with pytest.raises(IncompleteReport, match="against seeking an unproven treatment"):
            guard.check_text(text, summary)
