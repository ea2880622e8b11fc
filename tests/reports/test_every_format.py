"""What every format holds: all that is said, with its sources, and the same bytes each time.

The golden files are renewed by `python -m tests.reports.test_every_format`, and then read before
they are kept."""

from __future__ import annotations

import hashlib
import re
from typing import Literal

import pytest

from decision_aid.summary.models import Summary
from decision_aid.wording import Sentence
from tests.papers import rendered
from tests.reports.reading import (
    FORMS,
    GOLDEN,
    Form,
    folded,
    in_process,
    made,
    mini,
    seen,
    words_of,
)


@pytest.mark.parametrize("form", FORMS)
def test_everything_that_is_said_is_printed_with_its_sources(form: Form, patient: Summary) -> None:
    """Between them the sheet and the booklet say it, with the short names of the sources."""
    words = seen(form, patient) + words_of(rendered(patient, form, "a4", "facts"), form)
    blocks = (*patient.side_1, *patient.side_2, *patient.details, patient.imprint)
    for block in (*blocks, patient.urgent_help, patient.table.box):
        assert folded(block.heading) in words
        for sentence in (one for said in block.passages for one in said.sentences):
            assert folded(sentence.text) + marks(patient, sentence) in words
    for source in patient.sources:
        assert re.search(rf"{source.number}\.?{re.escape(folded(source.source.short))}", words) or (
            form == "html" and folded(source.source.short) in words
        )


def marks(summary: Summary, sentence: Sentence) -> str:
    numbers = ",".join(str(summary.number(source)) for source in sentence.sources)
    return f"[{numbers}]" if numbers else ""


@pytest.mark.parametrize("form", ["html", "txt"])
def test_the_file_is_what_it_was(form: Literal["html", "txt"], summary: Summary) -> None:
    assert golden(form, summary) == (GOLDEN / f"mini.{form}").read_bytes()


def golden(form: Literal["html", "txt"], summary: Summary) -> bytes:
    """The file without its style, which lies in reports/, but for the foot made for this one."""
    bare = re.sub(rb"(?s)(?<=<style>).*(?=@page { @bottom)", b"\n", made(form, summary))
    return re.sub(rb"sha256-[\w+/=]+", b"sha256-...", bare)


PROCESS = """
import hashlib, sys
from tests.reports.reading import FORMS, made, mini
print([hashlib.sha256(made(form, mini())).hexdigest() for form in FORMS])
"""


def test_the_same_summary_is_the_same_bytes_in_every_process(summary: Summary) -> None:
    here = [hashlib.sha256(made(form, summary)).hexdigest() for form in FORMS]
    assert here == [hashlib.sha256(made(form, summary)).hexdigest() for form in FORMS]
    for seed in ("1", "2"):
        assert in_process(PROCESS, PYTHONHASHSEED=seed, TZ="Asia/Tokyo") == f"{here}\n"


def test_importing_the_report_brings_neither_jinja2_nor_typst() -> None:
    program = "import sys, decision_aid.report; print({'jinja2', 'typst'} & {*sys.modules})"
    assert in_process(program) == "set()\n"


if __name__ == "__main__":
    for kind in ("html", "txt"):
        (GOLDEN / f"mini.{kind}").write_bytes(golden(kind, mini()))
