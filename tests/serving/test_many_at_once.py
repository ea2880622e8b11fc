"""Two hundred people at once, and several hands on one form: nobody sees or does another's."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock

from tests.clinic_store import QUESTIONS, Store
from tests.serving.browsing import sit_down_at
from tests.serving.conftest import Open
from tests.small import small_text
from tests.web.visiting import ByForm

VISITORS, STEPS, THREADS, SEED = 200, 11, 16, 20261128
SUMMARY = """
summary:
  title: My summary
  urgent_first: {who: you}
  blocks:
    - {id: mine, heading: In my own words, side: 1, style: own_words, passages: ["{words}"]}
  fill_in: [My nurse]
  passed_over: Passed over
"""
ANYBODYS = re.compile(r"quokka\d{3}")


@dataclass
class Visitor:
    """Somebody who writes a word that nobody else does, and looks at all that is shown of it."""

    person: ByForm
    word: str
    lock: Lock = field(default_factory=Lock)
    seen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._steps = self._visit()

    def step(self) -> None:
        """One request, with what it leads to."""
        with self.lock:
            self.seen.append(next(self._steps))

    def _visit(self) -> Iterator[str]:
        person = self.person
        steps: tuple[Callable[[], object], ...] = (
            person.open,
            lambda: person.send("row:start"),
            lambda: person.send("row:take", ["you" if self.word[-1] in "02468" else "me"]),
            lambda: person.send("press:pass_over"),
            lambda: person.send("write:", text=f"I fear for my {self.word}."),
            lambda: person.send("row:read"),
            lambda: person.send("press:overview"),
            lambda: person.send("row:part:one"),
            lambda: person.send("press:back"),
            lambda: person.send("row:close"),
            lambda: person.open("/summary"),
        )
        for do in steps:
            do()
            yield person.html


def test_200_people_at_once_see_their_own_words_alone(clinic: Store, serve: Open) -> None:
    clinic.content.write_text(small_text(QUESTIONS, summary=SUMMARY))
    server, _ = serve("--port", "0")
    visitors = [Visitor(sit_down_at(server), f"quokka{number:03}") for number in range(VISITORS)]
    turns = [one for one in visitors for _ in range(STEPS)]
    random.Random(SEED).shuffle(turns)
    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(one.step) for one in turns]:
            done.result()
    for one in visitors:
        assert len(one.seen) == STEPS
        assert {found for page in one.seen for found in ANYBODYS.findall(page)} == {one.word}
        assert one.word in one.seen[5], "the summary on the screen"
        assert one.word in one.seen[7], "the answers of a part"
        assert one.word in one.seen[10], "the summary as a page"


def test_eight_clicks_at_the_same_moment_answer_once(serve: Open) -> None:
    server, _ = serve("--port", "0")
    person = sit_down_at(server)
    person.open()
    person.send("row:start")
    fields = person.fields("row:take", ["me"], None)
    with ThreadPoolExecutor(8) as pool:
        clicks = [pool.submit(person.client.post, "/visit", data=fields) for _ in range(8)]
        pages = [one.result().text for one in clicks]
    assert {re.findall("<title>(.*?) –", page)[0] for page in pages} == {"Hope?"}
    assert not any("This is where you are now." in page for page in pages)
    person.open("/")
    person.send("press:back")
    assert re.search('value="me" checked', person.html)


def test_two_tabs_that_begin_at_once_are_one_visit_from_then_on(serve: Open) -> None:
    """The welcome is open in both; the one whose cookie stays leads."""
    server, _ = serve("--port", "0")
    person = sit_down_at(server)
    person.open()
    fields = person.fields("row:start", (), None)
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(person.client.post, "/visit", data=fields) for _ in range(2)]
        assert [one.result().status_code for one in both] == [200, 200]
    person.open()
    person.send("row:take", ["me"])
    assert ">Hope?</h1>" in person.html
