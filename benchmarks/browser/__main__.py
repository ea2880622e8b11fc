"""`python -m benchmarks.browser`: speed and memory of the browser edition, taken in one run."""

from __future__ import annotations

import argparse
import sys
from itertools import chain

from benchmarks.browser.figures import first_page, memory, pages


def main() -> int:
    """Print every figure with what stands beside it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.browser", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of each (default 5)")
    rounds = parser.parse_args().rounds
    for figure in chain(pages(rounds), memory(), first_page(rounds)):
        sys.stdout.write("\n".join((*figure.lines(), "")))
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
