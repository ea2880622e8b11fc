"""Any bytes as content: faults or a pass, never an exception, soon and in little memory."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from decision_aid import paths
from decision_aid.check import output, run
from decision_aid.check.run import catalogue, check_file, rule_of
from tests.conftest import ON

SOUND = (Path(__file__).parent / "sound.yaml").read_bytes()
LENIENT = settings(
    deadline=None,
    max_examples=120,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SECONDS_FOR_RULES = 2
MOST_SECONDS, MOST_BYTES = int(run.MOST_SECONDS) + SECONDS_FOR_RULES, 500_000_000
"""Of the processor's time, which the system itself sees to; all but the two is for loading.

The rules get two seconds here in place of thirty: a bomb tests that they end, not when.
"""


def look_at(folder: Path, data: bytes) -> None:
    """It ends without an exception, and all that it says can be told."""
    path = folder / "questions.yaml"
    path.write_bytes(data)
    outcome = check_file(path, paths.reports(), ON)
    assert output.as_text(outcome)
    assert output.as_json(outcome)
    assert all(rule_of(fault.id) in catalogue() for fault in outcome.faults)


@LENIENT
@given(data=st.binary(max_size=400))
def test_random_bytes(tmp_path: Path, data: bytes) -> None:
    look_at(tmp_path, data)


@LENIENT
@given(data=st.text(alphabet="[]{}:,-?&*!|>'\"#%@` \n\tab01~<=", max_size=300))
def test_random_yaml(tmp_path: Path, data: str) -> None:
    look_at(tmp_path, data.encode())


PARTS = (
    b"", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\t", b"\n", b"[", b"]", b"{", b"}", b": ", b"- ",
    b"&a ", b"*a", b"<<: ", b"!!str ", b"9" * 400, b"-1", b"0", b"[]", b"{}", b'""', b"null",
    b"true", b"who", b"me", b"{who}", b"{tests.balloon}", b"not: ", b"at_least: 1", b'"',
    b"includes: me",
    b"1e9", b"2026-02-30", b"0001-01-01", b"9999-12-31", b"\xe2\x80\x9c", b"\xe2\x80\xae",
    b"when: {who: me}, ", b"[nice-2019]", b"1 in 5", b"(", b"A. B. C.",
)  # fmt: skip


@LENIENT
@given(
    cuts=st.lists(
        st.tuples(st.integers(0, len(SOUND)), st.integers(0, 40), st.sampled_from(PARTS)),
        min_size=1,
        max_size=4,
    )
)
def test_real_content_cut_and_pasted(tmp_path: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    data = SOUND
    for start, length, part in cuts:
        data = data[:start] + part + data[start + length :]
    look_at(tmp_path, data)


@LENIENT
@given(seed=st.integers(0, 10_000_000))
def test_real_content_with_its_values_exchanged(tmp_path: Path, seed: int) -> None:
    """Still YAML, and often still of the right shape, so that rules and proof get to see it."""
    chance = random.Random(seed)
    lines = SOUND.decode().splitlines()
    for _ in range(chance.randrange(1, 4)):
        one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
        words, others = lines[one].split(), lines[other].split()
        if words and others:
            old, new = chance.choice(words).strip(",{}[]"), chance.choice(others).strip(",{}[]")
            lines[one] = lines[one].replace(old, new, 1) if old else lines[one]
    look_at(tmp_path, "\n".join(lines).encode())


# --- bombs, each in a process of its own with its memory bounded --------------------------------

SHIPPED = paths.questions().read_bytes()
ITEM = "      - {id: q%d, type: select_multiple, text: Which?, choices: [%s]}\n"
CHOICES = ", ".join(f"{{id: c{n}, text: C}}" for n in range(40))
MANY = "".join(ITEM % (n, CHOICES) for n in range(500)).encode()
TANGLED = "".join(
    f"      - {{id: q{n}, type: select_one, text: Which?, choices: [{{id: a, text: A}}, "
    f"{{id: b, text: B}}], when: {{any: [{{q{n * 7 % max(n, 1)}: a}}, {{q{n // 2}: b}}]}}}}\n"
    if n > 2
    else f"      - {{id: q{n}, type: select_one, text: Which?, choices: [{{id: a, text: A}}, "
    "{id: b, text: B}]}\n"
    for n in range(3000)
).encode()
HERE = b"      - id: matters\n"
BOMBS = {
    "brackets": b"[" * 25_000,
    "unclosed": b"{a: " * 25_000,
    "aliases": b"a: &a [x]\n" + b"b: [" + b"*a, " * 100_000 + b"]\n",
    "merges": b"a: &a {x: 1}\n" + b"".join(b"b%d: {<<: *a}\n" % n for n in range(20_000)),
    "list": b"- a\n" * 1_240_000,
    "flow": b"[" + b"a," * 2_490_000 + b"]",
    "same key": b"a: 1\n" * 990_000,
    "turned words": b"- no\n" * 990_000,
    "unknown keys": b"".join(b"a%d: 1\n" % n for n in range(90_000)),
    "wrong entries": b"sections:\n" + b"- 1\n" * 90_000,
    "spaces": b'title: "' + b" " * 4_900_000 + b'x"\n',
    "marks": b'title: "' + b"[a" * 2_400_000 + b'"\n',
    "quotes": b'title: "' + "“".encode() * 1_600_000 + b'"\n',
    "digits": b"id: " + b"9" * 4_000_000,
    "nothing": b"",
    "long title": SOUND.replace(b"There is more.", b"A word. " * 500_000),
    "long sentence": SOUND.replace(b"There is more.", b"word " * 900_000),
    "open quotes": SOUND.replace(b"There is more.", "“ ".encode() * 900_000),
    "braces": SOUND.replace(b"[There is more.]", b'["' + b"{who} " * 500_000 + b'"]'),
    "spaced marks": SOUND.replace(b"[There is more.]", b'["' + b" " * 4_000_000 + b'[nice-2019]"]'),
    "many choices": SOUND.replace(HERE, MANY + HERE),
    "tangled conditions": SOUND.replace(HERE, TANGLED + HERE),
    "many words": SOUND.replace(b"words:\n", b"words:\n" + b"".join(
        b"  - {word: w%d, means: A thing.}\n" % n for n in range(25_000))),
    "many rules": SOUND.replace(b"rules:\n", b"rules:\n" + b"".join(
        b"  - {id: r%d, list: ask, when: {who: me}, says: What is it?}\n" % n
        for n in range(10_000))),
    "many faults": SOUND.replace(b"rules:\n", b"rules:\n" + b"".join(
        b"  - {id: r, list: gone, when: {gone: me}, says: A [gone].}\n" for n in range(9_000))),
    "many cycles": SHIPPED.replace(b"phrases:\n", b"phrases:\n  one: [{text: '{two}'}]\n"
                                   b"  two: [{text: '{one}'}]\n", 1),
}  # fmt: skip

PROGRAM = f"""
import re, sys
from datetime import date
from pathlib import Path
from decision_aid import paths
from decision_aid.check import output, run
run.MOST_SECONDS = {SECONDS_FOR_RULES}
outcome = run.check_file(Path(sys.argv[1]), paths.reports(), date(2026, 11, 20))
text = output.as_text(outcome) + output.as_json(outcome)
status = Path("/proc/self/status").read_text()  # getrusage counts what the parent had
print(int(re.search("VmHWM: *\\t *([0-9]+) kB", status)[1]) * 1024)
"""


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_soon_in_little_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / "questions.yaml"
    path.write_bytes(BOMBS[name])
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)],
        capture_output=True, text=True, check=False, preexec_fn=_bounded,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) < MOST_BYTES


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (4_000_000_000, 4_000_000_000))


def test_a_folder_a_pipe_and_nothing_are_faults(tmp_path: Path) -> None:
    known = {rule.id for rule in catalogue()}
    for path in (tmp_path, tmp_path / "gone"):
        outcome = check_file(path, paths.reports(), ON)
        assert {fault.id for fault in outcome.faults} <= known
        assert not outcome.passed
