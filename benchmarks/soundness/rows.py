"""One flipped bit in a store, at each place in turn: what every command makes of it."""

from __future__ import annotations

import contextlib
import io
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from decision_aid import cli
from decision_aid.content.load import load
from decision_aid.record import ContentVersion, Records, StoredAnswer
from decision_aid.record.folder import DATABASE
from tests.clinic_store import QUESTIONS
from tests.conftest import clock
from tests.small import small_text

GIVEN = {"who": ("me",), "hope": None, "words": ("Will it last?",)}
COMMANDS = ("list", "show teapot", "show river", "export teapot", "erase gone --yes")
OWN_FAULT, DONE = 70, 0


def flipped_bits(folder: Path, flips: int) -> str:
    """Flip that many bits, spread over the whole file, one at a time; say what came of it."""
    folder.mkdir()
    content = folder / "small.yaml"
    content.write_text(small_text(QUESTIONS))
    whole = _make_store(folder / "whole", content)
    found: Counter[str] = Counter()
    for data in _flip(whole, flips):
        found.update(_try_all(folder / "flipped", content, data))
        found["flips"] += 1
    wrong = found["ended by a fault of this program"] + found["CHANGED by a refusal"]
    said = ", ".join(f"{count} {what}" for what, count in sorted(found.items()) if what != "flips")
    return f"{found['flips']} flipped bits, {said}; {'UNEXPECTED' if wrong else 'none unexpected'}"


def _make_store(place: Path, content: Path) -> bytes:
    aid = load(content)
    with Records.at(place) as records:
        for label in ("river", "teapot"):
            session = records.begin(label, ContentVersion.of(aid), clock())
            session.keep_all(StoredAnswer(name, one, clock()) for name, one in GIVEN.items())
            session.mark_printed(clock().date())
            session.close()
    return (place / DATABASE).read_bytes()


def _flip(whole: bytes, flips: int) -> Iterator[bytes]:
    """The file with one other bit, where there is something: zeros are nothing yet."""
    places = [place for place, byte in enumerate(whole) if byte]
    for number in range(min(flips, len(places))):
        place = places[number * len(places) // flips]
        yield whole[:place] + bytes([whole[place] ^ 1 << number % 8]) + whole[place + 1 :]


def _try_all(place: Path, content: Path, data: bytes) -> Iterator[str]:
    """What each command came to, each on the damaged file as it was."""
    for command in COMMANDS:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(0o700)
        (place / DATABASE).write_bytes(data)
        code = _run(command.split(), place, content)
        if code == OWN_FAULT:
            yield "ended by a fault of this program"
        elif code == DONE:
            yield "commands did what was asked"
        else:
            yield "told and refused in part or whole"
            if (place / DATABASE).read_bytes() != data:
                yield "CHANGED by a refusal"


def _run(command: list[str], place: Path, content: Path) -> int:
    doing, *rest = command
    given = ["--output", "-"] if doing == "export" else []
    named = [] if doing == "erase" else ["--content", str(content)]
    out = io.TextIOWrapper(io.BytesIO())
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        return cli.main(["records", doing, *rest, *given, *named, "--records", str(place)])
