"""Which modules are changed, and which tests are aimed at each."""

from __future__ import annotations

CORE = ("tests/test_conditions.py", "tests/test_third_value.py", "tests/test_interview.py")
PAPER = (
    "tests/test_paper_lists.py",
    "tests/test_third_value.py",
    "tests/test_summary.py",
    "tests/test_dates.py",
)
TARGETS: dict[str, tuple[str, ...]] = {
    "decision_aid/conditions.py": (*CORE, "tests/test_load.py"),
    "decision_aid/interview.py": (*CORE, "tests/test_visit.py"),
    "decision_aid/wording.py": (*PAPER, "tests/test_visit.py"),
    "decision_aid/summary/patient.py": PAPER,
    "decision_aid/summary/parts.py": PAPER,
    "decision_aid/summary/sources.py": PAPER,
    "decision_aid/summary/changes.py": (*PAPER, "tests/test_placeholders.py"),
    "decision_aid/summary/readiness.py": PAPER,
    "decision_aid/summary/blank.py": PAPER,
    "decision_aid/summary/staff.py": PAPER,
    "decision_aid/summary/record_line.py": PAPER,
    "decision_aid/report/guard.py": ("tests/test_guard.py",),
    "decision_aid/record/session.py": ("tests/record/test_session.py",),
}
"""Each module with the tests that are aimed at it; they take seconds."""
