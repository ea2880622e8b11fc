"""`python -m benchmarks`: the speed of the decision aid, each ratio taken in one run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from statistics import median

from benchmarks import measures
from benchmarks.measures import Measure
from benchmarks.translated import changing_language, loading_translated


def main() -> int:
    """Take every measure and print one line for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="runs of each process (default 7)")
    runs = parser.parse_args().runs
    sys.stdout.write(
        _line("what", "median ms", "p90 ms", "beside", "ms", "ratio", "of p90", "reach")
    )
    for measure in _measures(runs):
        sys.stdout.write(_row(measure))
        sys.stdout.flush()
    return 0


def _measures(runs: int) -> Iterable[Measure]:
    yield measures.first_screen(runs)
    yield measures.next_question(runs)
    yield changing_language(runs)
    yield measures.recomputing(1000)
    yield measures.loading(runs)
    yield measures.loading_french(runs)
    yield loading_translated(runs)
    yield measures.report_cold("html", runs)
    yield measures.report_cold("pdf", runs)
    yield from measures.report_warm(50)
    yield measures.hundred_in_a_row(5)


def _row(measure: Measure) -> str:
    return _line(
        measure.name,
        f"{median(measure.times):.2f}",
        f"{measure.p90:.2f}",
        measure.beside,
        f"{median(measure.baseline):.2f}" if measure.baseline else "",
        _number(measure.ratio),
        _number(measure.p90_ratio),
        measure.reach,
    )


def _number(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}"


def _line(*cells: str) -> str:
    widths = (28, 10, 10, 26, 10, 6, 6, 24)
    return "  ".join(cell.ljust(w) for cell, w in zip(cells, widths, strict=True)).rstrip() + "\n"


if __name__ == "__main__":
    sys.exit(main())
