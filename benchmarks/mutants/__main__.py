"""Changes one thing at a time in the core and sees whether the tests notice.

    python -m benchmarks.mutants decision_aid/conditions.py tests/test_conditions.py ...

Without arguments all that `targets` names is gone through. What stayed alive is printed with its
line. A tool for whoever works on the code, not a test: a live mutant is a test that is missing, or
a change without meaning, which then stands in `equivalent` with the reason. The tests are run once
without any change, for two reasons: where they fail anyway they notice nothing, and how long they
take tells when a change made them endless.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import importlib.abc
import importlib.machinery
import os
import random
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import ModuleType

from benchmarks.mutants.changes import Mutant, mutants
from benchmarks.mutants.equivalent import reason, stale
from benchmarks.mutants.targets import TARGETS

SLACK, AT_LEAST = 3, 10
"""A mutant counts as noticed, for it never ends, when its tests take so many times as long as
without it, and so many seconds of processor time more."""


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module in place of the one on disk."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant
        self.name = ".".join(mutant.path.with_suffix("").parts)

    def find_spec(
        self, name: str, _path: object = None, _target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.machinery.ModuleSpec(name, self, origin=str(self.mutant.path))

    def create_module(self, _spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.mutant.path.resolve())
        exec(compile(self.mutant.code, module.__file__, "exec"), module.__dict__)


def is_noticed(mutant: Mutant, tests: Sequence[str], seconds: int) -> bool:
    """Whether any of the tests fails with the change."""
    return not _pass(tests, seconds, mutant)


def _pass(tests: Sequence[str], seconds: int, mutant: Mutant | None = None) -> bool:
    """Whether the tests pass, in a process of their own."""
    pid = os.fork()
    if pid == 0:
        os._exit(_run(tests, seconds, mutant))
    return os.waitpid(pid, 0)[1] == 0


OPTIONS = (
    "-x -q --no-header -W ignore --hypothesis-seed=1 -p no:cacheprovider -p no:xdist "
    "-p no:unraisableexception -p no:threadexception"
)


def _run(tests: Sequence[str], seconds: int, mutant: Mutant | None) -> int:
    import resource

    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nothing, stream)
    if mutant is not None:
        sys.meta_path.insert(0, _Finder(mutant))
    with contextlib.suppress(BaseException):
        return int(pytest.main([*OPTIONS.split(), *tests]))
    return 1


def _seconds_without(tests: Sequence[str]) -> float:
    """The processor time that the tests take when nothing is changed; an error if they fail."""
    before = sum(os.times()[2:4])
    if not _pass(tests, 3600):
        raise SystemExit(f"these tests fail without any change: {' '.join(tests)}")
    return sum(os.times()[2:4]) - before


def _warm_up() -> None:
    """What is not ours is imported before forking, and what is compiled kept: no mutant waits."""
    sys.dont_write_bytecode = False
    for name in ("hypothesis", "jinja2", "pydantic", "pytest", "textual.app", "typst", "yaml"):
        with contextlib.suppress(ImportError):
            __import__(name)
    gc.freeze()


def main() -> int:
    """Go through the modules named, or all; the exit code says whether any mutant is alive."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", nargs="?")
    parser.add_argument("tests", nargs="*")
    parser.add_argument("--sample", type=int, help="so many of each module, picked at random")
    given = parser.parse_args()
    chosen = {given.module: given.tests or TARGETS[given.module]} if given.module else TARGETS
    for line in stale(TARGETS):
        print(f"equivalent names a line that is gone: {line}")
    _warm_up()
    alive = sum(_report(Path(path), tests, given.sample) for path, tests in chosen.items())
    return 1 if alive else 0


def _report(path: Path, tests: Sequence[str], sample: int | None) -> int:
    seconds = int(SLACK * _seconds_without(tests)) + AT_LEAST
    every = list(mutants(path))
    if sample is not None and sample < len(every):
        every = random.Random(path.name).sample(every, sample)
    alive = same = 0
    with ThreadPoolExecutor(2) as pool:
        noticed = pool.map(lambda one: is_noticed(one, tests, seconds), every)
        for mutant in (one for one, well in zip(every, noticed, strict=True) if not well):
            why = reason(mutant)
            alive, same = alive + (not why), same + bool(why)
            print(
                f"{'same ' if why else 'alive'}  {path}:{mutant.line}  {mutant.says}",
                why,
                flush=True,
            )
    share = alive / max(1, len(every) - same)
    print(
        f"{path}: {alive} of {len(every) - same} alive, {share:.1%}; {same} more change nothing",
        flush=True,
    )
    return alive


if __name__ == "__main__":
    sys.exit(main())
