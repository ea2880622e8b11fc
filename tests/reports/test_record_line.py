"""The line for the record."""

from __future__ import annotations

import re
from dataclasses import replace

from decision_aid.content import DecisionAid
from decision_aid.summary.models import StaffSummary
from decision_aid.summary.record_line import make_record_line
from decision_aid.summary.staff import make_staff_summary
from tests.conftest import ON
from tests.papers import rendered
from tests.reports.reading import (
    answers_of,
)


def test_the_line_is_one_paragraph_with_day_version_and_hash(staff: StaffSummary) -> None:
    line = make_record_line(staff)
    assert "\n" not in line
    assert "  " not in line
    assert line.startswith("Decision aid “")
    assert f"version {staff.version}, {staff.content_hash[:6]}, 20 November 2026." in line
    assert line.endswith(" ".join(one.text for one in staff.recommendation.in_short))
    assert rendered(staff, "line", "a4", "staff") == f"{line}\n".encode()
    assert not re.search(r"\[\d", line)


def test_the_line_says_what_a_record_needs(aid: DecisionAid) -> None:
    line = make_record_line(make_staff_summary(aid, answers_of("booked_next_week", aid), ON))
    for part in ("A date is booked.", "leaving nothing untried", "I lean towards having it."):
        assert part in line
    treated = make_record_line(make_staff_summary(aid, answers_of("stent_warning_sign", aid), ON))
    assert "Warning signs: " in treated


def test_the_line_of_a_guide_past_its_day_says_so(staff: StaffSummary) -> None:
    old = replace(staff, warning="This guide is out of date.", out_of_date=True)
    assert ". This guide is out of date. " in make_record_line(old)
