"""Any keys and any bytes, in one burst or in any pieces: nothing is typed, lost or dead by that."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from textual import events
from textual.message import Message

from decision_aid.tui import sequences
from decision_aid.tui.key_codes import KeyCodes
from decision_aid.tui.messages import LateCode
from decision_aid.tui.sequences import SILENCE, Token, Tokenizer
from tests.tui.anything import CODES, KEYS, PIECES, QUIET, Fed, impatient, in_pieces
from tests.tui.person import sitting_down
from tests.tui.test_keys import WHOLE_WAY

REAL = settings(
    deadline=None,
    derandomize=True,
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
CTRL_C = b"\x03"


class Clock:
    """Stands still until it is set forward."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def heard(pieces: list[bytes], gap: float = 0.0, rest: float = 10.0) -> list[Token]:
    """What comes of these pieces with that many seconds between them, and a pause at the end."""
    clock = Clock()
    tokenizer = Tokenizer(clock)
    tokens: list[Token] = []
    for place, piece in enumerate(pieces):
        clock.now += gap if place else 0
        tokens += [*tokenizer.tick(), *tokenizer.feed(piece)]
    for _ in range(3):
        clock.now += rest
        tokens += tokenizer.tick()
    return joined(tokens)


def joined(tokens: list[Token]) -> list[Token]:
    """Neighbouring runs of text as one."""
    whole: list[Token] = []
    for token in tokens:
        if whole and token.kind == whole[-1].kind == "text":
            whole.append(Token("text", whole.pop().text + token.text))
        else:
            whole.append(token)
    return whole


BYTES = st.one_of(
    st.binary(max_size=40),
    st.lists(
        st.sampled_from(PIECES),
        max_size=12,
    ).map(b"".join),
)  # fmt: skip
CUTS = st.lists(st.integers(0, 1000), max_size=12)


@settings(deadline=None)
@given(BYTES, CUTS)
@example("é".encode(), [1])
@example(b"\x1b[200~words\x1b[201~", list(range(17)))
def test_any_pieces_mean_what_the_whole_means(data: bytes, cuts: list[int]) -> None:
    whole = heard([data])
    assert heard(in_pieces(data, cuts)) == whole
    assert all(isinstance(one, Message) for one in KeyCodes().messages(whole))


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("gap", [0.09, 0.2, 0.45, 0.6, 1.5])
def test_a_key_code_in_two_pieces_is_still_that_key(code: bytes, gap: float) -> None:
    for cut in range(1, len(code)):
        tokens = heard([code[:cut], code[cut:]], gap)
        late = gap > SILENCE and cut > 1  # the rest of it might be a letter that somebody means
        assert "text" not in {token.kind for token in tokens} or late, (cut, tokens)
        if gap < SILENCE:
            assert CODES[code] in keys_of(tokens), (cut, tokens)


def keys_of(tokens: list[Token]) -> list[str]:
    """The keys that the app is told of, those that came late among them."""
    keys = []
    for message in KeyCodes().messages(tokens):
        found = message.keys if isinstance(message, LateCode) else [message]
        keys += [one.key for one in found if isinstance(one, events.Key)]
    return keys


@pytest.mark.parametrize("name", QUIET)
def test_what_is_no_key_types_nothing_in_whatever_pieces(name: str) -> None:
    data = QUIET[name]
    for cut in range(len(data) + 1):
        for gap in (0.0, 0.2):
            if gap and data[:cut] + data[2:3] == b"\x1bM":
                continue  # after Escape this may be the beginning of words
            tokens = heard([data[:cut], data[cut:]], gap)
            assert {"text"}.isdisjoint(token.kind for token in tokens), (cut, gap, tokens)


@pytest.mark.parametrize("code", [*QUIET.values(), b"\x1b[" + b"9" * 99 + b"Z", b"\x1b]0;u\x1b\\"])
def test_what_is_no_key_is_told_to_the_app_as_no_key(code: bytes) -> None:
    assert keys_of(heard([code])) == []


def test_after_escape_came_apart_once_it_is_waited_for() -> None:
    clock = Clock()
    tokenizer = Tokenizer(clock)
    kinds = []
    for _ in range(2):
        for piece in (b"\x1b", b"[D"):
            kinds += [token.kind for token in tokenizer.feed(piece)]
            clock.now += 0.2
            kinds += [token.kind for token in tokenizer.tick()]
    assert kinds == ["escape", "late", "code"]


@pytest.mark.parametrize(
    ("words", "typed"),
    [(b"[", "["), (b"[note]", "[note]"), (b"Once", "Once"), (b"]1", "]1"), (b"u", "u")],
)
def test_words_right_after_escape_are_words(words: bytes, typed: str) -> None:
    single = [words[place : place + 1] for place in range(len(words))]
    assert heard([b"\x1b", *single], 0.3) == [Token("escape", "\x1b"), Token("text", typed)]


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([b"\x1b[20", b"0~wor", b"ds \xc3", b"\xa9\x1b[2", b"01~"], "words é"),
        ([b"\x1b[200~a\x1b[D\x1b[Bb\x1b[201~"], "a\x1b[D\x1b[Bb"),
        ([b"\x1b[200~never ended"], "never ended"),
        ([b"\x1b[200~its end is cut\x1b[20"], "its end is cut"),
    ],
)
def test_a_paste_in_pieces_or_without_end_is_one_paste(pieces: list[bytes], text: str) -> None:
    assert heard(pieces, 0.2) == [Token("paste", text)]


def test_a_paste_that_pauses_is_two_pastes_and_no_keys() -> None:
    tokens = heard([b"\x1b[200~one ", b"two\x1b[201~x"], 1.0)
    assert tokens == [Token("paste", "one "), Token("paste", "two"), Token("text", "x")]


# --- the real program -----------------------------------------------------------------------


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[], Fed]]:
    """Begins a visit; it goes on to the first question."""
    with ExitStack() as stack:

        def begun() -> Fed:
            fed = stack.enter_context(Fed(tmp_path, impatient))
            fed.begin()
            return fed

        yield begun


@pytest.fixture
def visits(begin: Callable[[], Fed]) -> Callable[[], Fed]:
    """The visit that goes on, or another where the last was ended by its keys."""
    going_on: list[Fed] = []

    def visit() -> Fed:
        if not going_on or going_on[-1].has_ended:
            going_on.append(begin())
        return going_on[-1]

    return visit


@REAL
@given(data=BYTES.map(lambda data: data.replace(CTRL_C, b"")), cuts=CUTS)
def test_random_bytes_in_random_pieces(
    visits: Callable[[], Fed], data: bytes, cuts: list[int]
) -> None:
    fed = visits()
    fed.feed(in_pieces(data, cuts))
    fed.still_answers()


@REAL
@given(keys=st.lists(st.sampled_from(KEYS), min_size=40, max_size=40))
def test_after_a_burst_of_any_keys_the_page_answers(
    visits: Callable[[], Fed], keys: list[str]
) -> None:
    fed = visits()
    fed.feed(["".join(keys).encode()])
    fed.still_answers()


@pytest.mark.parametrize("burst", ["1\r\x7f", "1\r\x1bOR", "1\r\x1b[15~", "p\x7f", "1\r\x1bOQ"])
def test_a_burst_over_the_first_box_leaves_no_dead_page(
    begin: Callable[[], Fed], burst: str
) -> None:
    fed = begin()
    for keys, text in (("p", "Is any of this new"), ("2\r", "What do you hope")):
        fed.program.send(keys)
        fed.see(text)
    fed.feed([burst.encode()])
    fed.answers()
    fed.end_cleanly()


async def test_a_whole_visit_typed_ahead_is_answered_as_if_it_were_typed_slowly(
    tmp_path: Path,
) -> None:
    ahead = "1\r2\r13\rWill it last?\rWho pays?\t\r12\r3\r\r1\r\r2\r"
    async with sitting_down(tmp_path) as person:
        await person.begin()
        for key in KeyCodes().messages(Token("text", sign) for sign in ahead):
            person.app.post_message(key)
        await person.until_sees("Your summary is ready")
        assert person.visit.answers == WHOLE_WAY


async def test_enter_typed_ahead_of_the_room_that_a_box_leaves_is_not_spent_on_reading_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with sitting_down(tmp_path) as person:
        await person.go_to("age")
        with monkeypatch.context() as slow:
            slow.setattr(person.screen, "_on_timer_update", lambda: None)
            slow.setattr(person.screen._update_timer, "resume", lambda: None)
            for key in KeyCodes().messages(Token("text", sign) for sign in "12\r3\r\r"):
                person.app.post_message(key)
            await person.until(lambda: person.visit.shown != "age")
            await person.pilot.pause()
        person.screen._update_timer.resume()
        await person.until(lambda: person.visit.shown == "c1")


def test_a_letter_in_two_reads_is_one_letter(begin: Callable[[], Fed]) -> None:
    fed = begin()
    fed.go_to_words()
    fed.feed([b"caf\xc3"])
    fed.see("3 of 2,000")
    fed.feed([b"\xa9"])
    fed.see("café", "4 of 2,000")
    fed.end_cleanly()


def at_once() -> None:
    """Inside the program: Escape is the key as soon as nothing else came in the same read."""
    sequences.ESCAPE = 0.0


def test_an_arrow_that_comes_apart_in_a_box_moves_in_the_box(tmp_path: Path) -> None:
    with Fed(tmp_path, at_once) as fed:
        fed.begin()
        fed.go_to_words()
        for piece, text in ((b"ab", "2 of 2,000"), (b"\x1b", "u urgent"), (b"[D", "F2 urgent")):
            fed.feed([piece])
            fed.see(text)
        fed.feed([b"c"])
        fed.see("acb", "3 of 2,000")
        fed.end_cleanly()


def test_the_window_changes_in_the_middle_of_a_key_code(begin: Callable[[], Fed]) -> None:
    fed = begin()
    fed.go_to_words()
    fed.feed([b"ab\x1b["])
    fed.resize(60, 30)
    fed.feed([b"D", b"c"])
    fed.see("3 of 2,000")
    fed.answers()
    fed.end_cleanly()
