"""The printed sheet beside plain pages of the same typesetter: python -m benchmarks.sheets.

A plain page has as many words on as many pages, in as many frames and in the same fonts, is tagged
as ours is, and is set anew each time. One that never changes stays in Typst's cache but for its
file, so there are two more: one paragraph differs each time, as in our sheets, and every paragraph
does. The times are the processor's, for a busy machine changes those least.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from statistics import median
from typing import TypeAlias

from benchmarks.measures import ON, PATIENT, TOP
from decision_aid import paths
from decision_aid.answers_file import load_answers
from decision_aid.conditions import Answers
from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.report import pdf_text
from decision_aid.report.files import render
from decision_aid.report.glyphs import fonts, shipped_names
from decision_aid.report.options import PrintOptions
from decision_aid.report.pdf import PDF
from decision_aid.report.typesetting import compile_pdf
from decision_aid.summary.patient import make_summary

Work: TypeAlias = Callable[[int], object]
OPTIONS = PrintOptions(PDF)
FRAMES = 22
"""As many as a sheet has parts, boxes and rows."""
FIRST, IN_A_ROW, ROUNDS = 5, 100, 3
COLD = 7
COMMAND = ["-m", "decision_aid", "summary", str(PATIENT), "--format", "pdf", "--output", "-"]
BARE = """
import sys, typst
shipped = {"include_system_fonts": False, "include_embedded_fonts": False}
fonts = typst.Fonts(**shipped, font_paths=[sys.argv[1]])
page = sys.stdin.buffer.read()
typst.Compiler(font_paths=fonts).compile(page, format="pdf", pdf_standards=["ua-1"])
"""


def main() -> None:
    """Print how long each takes, and the ratio to each plain page."""
    aid = load(paths.questions())
    answers = load_answers(PATIENT, aid)
    same = make_summary(aid, answers, ON)
    words = " ".join(pdf_text.pages(render(same, OPTIONS))).split()
    plain: dict[str, Work] = {
        "never changes": partial(_set_plain, words, 0),
        "one paragraph differs": partial(_set_plain, words, 1),
        "every paragraph differs": partial(_set_plain, words, FRAMES),
    }
    ours: dict[str, Work] = {
        "the same sheet": lambda _: render(same, OPTIONS),
        f"{IN_A_ROW} sheets that differ, each": partial(_set_sheet, aid, answers),
    }
    for name, work in ours.items():
        taken, *beside = _in_turn([work, *plain.values()])
        _tell(name, taken, zip(plain, beside, strict=True))
    page = _plain_page(words, 0, 0)
    both = [(_cold(COMMAND, b""), _cold(["-c", BARE, str(fonts())], page)) for _ in range(COLD)]
    taken, bare = (median(times) for times in zip(*both, strict=True))
    _tell("the command, cold", taken, [("import typst, cold", bare)])


def _tell(name: str, taken: float, beside: Iterable[tuple[str, float]]) -> None:
    sys.stdout.write(f"{name}: {taken:.1f} ms\n")
    for what, bare in beside:
        sys.stdout.write(f"    a plain page, {what}: {bare:.1f} ms, ratio {taken / bare:.1f}\n")
    sys.stdout.flush()


def _in_turn(works: Sequence[Work]) -> list[float]:
    """Of each how long one of a hundred in a row takes, after some that nobody counts."""
    rounds = [[_each(work, start) for work in works] for start in range(0, ROUNDS * 1000, 1000)]
    return [median(taken) for taken in zip(*rounds, strict=True)]


def _each(work: Work, start: int) -> float:
    for number in range(FIRST):
        work(start - number)
    begun = time.process_time()
    for number in range(IN_A_ROW):
        work(start + number)
    return 1000 * (time.process_time() - begun) / IN_A_ROW


def _set_sheet(aid: DecisionAid, answers: Answers, number: int) -> bytes:
    """The PDF of answers that differ each time in what the person wrote."""
    own = {"ask_words": f"My question number {number}: what else could help?"}
    return render(make_summary(aid, {**answers, **own}, ON), OPTIONS)


def _set_plain(words: Sequence[str], changing: int, number: int) -> bytes:
    return compile_pdf(_plain_page(words, changing, number), ON)


def _plain_page(words: Sequence[str], changing: int, number: int) -> bytes:
    """These words in frames, of which the first ones differ with the number."""
    each = -(-len(words) // FRAMES)
    families = ", ".join(map(json.dumps, shipped_names()))
    head = (
        '#set document(title: "A page")\n#set page(paper: "a4", margin: 15mm)\n'
        f"#set text(font: ({families}), fallback: false, size: 11pt)\n"
        "#set block(spacing: 0.5em)\n= A page\n"
    )
    said = [" ".join(words[at : at + each]) for at in range(0, len(words), each)]
    said = [f"{number} {text}" if at < changing else text for at, text in enumerate(said)]
    frame = "#block(width: 100%, stroke: 0.5pt, inset: 1mm)[#{}]\n"
    return (
        head + "".join(frame.format(json.dumps(text, ensure_ascii=False)) for text in said)
    ).encode()


def _cold(arguments: Sequence[str], given: bytes) -> float:
    """The processor's time for a Python that starts, does that and ends."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, *arguments]
    subprocess.run(command, input=given, check=True, cwd=TOP, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


if __name__ == "__main__":
    main()
