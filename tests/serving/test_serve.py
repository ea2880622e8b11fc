"""`decision-aid serve` as whoever starts it meets it, with the real pages behind it."""

from __future__ import annotations

import signal
import socket
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from decision_aid.words import words
from tests.clinic_store import SECRET, Store
from tests.processes import PATIENCE
from tests.serving.client import say
from tests.serving.conftest import FORM_OF_START, Open, code_in, own_cookie

SERVE = words("en").serve
ON_NETWORK = ("--host", "0.0.0.0", "--port", "0")


def refused(store: Store, *arguments: str, before: str = "") -> str:
    """What the program says that serves nothing."""
    program = f"import sys; {before}\nfrom decision_aid.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", program, "serve", "--content", "small.yaml", *arguments],
        cwd=store.folder,
        env=store.environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    return done.stderr.strip()


def test_alone_it_serves_this_computer_without_a_code(serve: Open) -> None:
    server, said = serve("--port", "0")
    assert f"http://127.0.0.1:{server.port}/" in said
    assert "access code" not in said
    answer = server.ask("/", "Accept-Language: fr")
    assert answer.status == 200
    assert answer.head["cache-control"] == "no-store"
    assert server.ask("/", "Host: evil.test").status == 400


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_with_visitors_inside(serve: Open, number: int) -> None:
    server, _ = serve("--port", "0")
    begun = server.post(FORM_OF_START, path="/visit")
    assert begun.status == 303
    with server.connect():
        assert server.stop(number) == (128 + number, "")


def test_on_a_network_it_asks_for_certificate_and_key(clinic: Store) -> None:
    for host in ("0.0.0.0", "::", "192.0.2.7", "aid.clinic.test"):
        assert refused(clinic, "--host", host) == SERVE.needs_tls.format(host=host)


def test_a_closed_network_is_taken_at_its_word(serve: Open) -> None:
    server, said = serve(*ON_NETWORK, "--insecure-lan")
    assert SERVE.insecure in said
    assert server.ask().status == 403
    code = code_in(said)
    entered = server.post(f"text={code}".encode(), path="/enter")
    assert entered.status == 303
    assert server.ask("/", f"Cookie: {own_cookie(entered)}").status == 200


def test_over_tls_the_code_leads_to_the_first_page(
    serve: Open, certificate: tuple[Path, Path]
) -> None:
    files = [str(one) for one in certificate]
    context = ssl.create_default_context(cafile=files[0])
    server, said = serve(*ON_NETWORK, "--certificate", files[0], "--key", files[1], context=context)
    assert f"https://localhost:{server.port}/" in said
    entered = server.post(f"text={code_in(said)}".encode(), path="/enter")
    assert server.ask("/", f"Cookie: {own_cookie(entered)}").status == 200
    assert server.ask("/", "Host: aid.clinic.test").status == 403, "a name of the certificate"
    assert server.ask("/", "Host: evil.test").status == 400
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, "")


def test_it_serves_over_ipv6_too(serve: Open) -> None:
    server, said = serve("--host", "::1", "--port", "0")
    assert f"http://[::1]:{server.port}/" in said
    with socket.create_connection(("::1", server.port), timeout=PATIENCE) as connection:
        request = f"GET / HTTP/1.1\r\nHost: [::1]:{server.port}\r\n\r\n"
        assert say(connection, request.encode()).status == 200


def test_answers_are_kept_only_where_a_place_is_named(clinic: Store, serve: Open) -> None:
    """And there nobody sees a list of who came before: a code opens what is kept."""
    clinic.add("river")
    for arguments, asks in (((), False), (("--records", clinic.place), True)):
        server, _ = serve("--port", "0", *arguments)
        begun = server.post(FORM_OF_START, path="/visit")
        shown = server.ask(begun.head["location"], f"Cookie: {own_cookie(begun)}").body.decode()
        assert (words("en").screens.resume_shared in shown) == asks
        assert "river" not in shown


def test_certificate_and_key_that_cannot_be_used(
    clinic: Store, certificate: tuple[Path, Path]
) -> None:
    cert, key = map(str, certificate)
    for given in (("--certificate", cert), ("--key", key)):
        assert refused(clinic, *given) == SERVE.both_or_none
    both = ("--certificate", cert, "--key", key)
    assert refused(clinic, *both, "--insecure-lan") == SERVE.insecure_or_not
    for wrong in ((cert, cert), (key, key), ("gone.pem", key), (cert, "small.yaml")):
        said = refused(clinic, "--certificate", wrong[0], "--key", wrong[1])
        assert said.startswith(SERVE.bad_certificate.partition("{")[0].rstrip(": "))


def test_a_port_in_use_is_said_in_a_sentence(clinic: Store) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert refused(clinic, "--port", str(port)) == SERVE.port_in_use.format(port=port)


def test_an_address_of_another_computer_is_said_in_a_sentence(clinic: Store) -> None:
    for host in ("198.51.100.7", "a" * 70, "no..name"):
        said = refused(clinic, "--host", host, "--insecure-lan", "--port", "0")
        assert said == SERVE.no_such_host.format(host=host)


def test_ports_and_minutes_are_whole_numbers(clinic: Store) -> None:
    for port in ("-1", "65536", "http", "１"):
        assert words("en").commands.not_a_port in refused(clinic, "--port", port)
    for idle in ("0", "19", "1441", "20.5"):
        assert words("en").commands.not_minutes in refused(clinic, "--idle", idle)


@pytest.mark.parametrize("state", [">&-", ">/dev/full"])
def test_where_the_address_cannot_be_told_nothing_is_served(clinic: Store, state: str) -> None:
    command = clinic.command("serve", "--content", "small.yaml", "--port", "0")
    done = subprocess.run(
        ["bash", "-c", f'exec "$@" {state}', "bash", *command],
        cwd=clinic.folder,
        env=clinic.environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("standard output cannot be written: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("missing", ["uvicorn", "starlette"])
def test_without_the_extra_it_says_how_to_get_it(clinic: Store, missing: str) -> None:
    said = refused(clinic, before=f"sys.modules[{missing!r}] = None")
    assert said == SERVE.needs_extra


def test_a_questionnaire_with_faults_is_refused_before_anything_is_served(clinic: Store) -> None:
    clinic.content.write_text("nonsense: true")
    assert "small.yaml" in refused(clinic)


def test_beyond_300_visitors_people_are_asked_to_come_back(serve: Open) -> None:
    server, _ = serve("--port", "0")
    inside = [server.post(FORM_OF_START, path="/visit") for _ in range(300)]
    assert {one.status for one in inside} == {303}
    late = server.post(FORM_OF_START, path="/visit")
    assert (late.status, SERVE.refused["full"][0].encode() in late.body) == (503, True)
    assert server.ask("/", "Cookie: visit=guess").status == 503
    place = inside[7].head["location"]
    assert server.ask(place, f"Cookie: {own_cookie(inside[7])}").status == 200
    for open_to_all in ("/urgent", "/ended"):
        assert server.ask(open_to_all, "Cookie: visit=gone").status == 200


def test_where_the_system_allows_few_files_it_says_so_and_serves(serve: Open) -> None:
    few = ("bash", "-c", 'ulimit -n 300; exec "$@"', "bash")
    server, _ = serve("--port", "0", under=few)
    assert server.ask().status == 200
    told = SERVE.few_files.format(needed=1_500)
    assert server.stop(signal.SIGTERM) == (128 + signal.SIGTERM, f"{told}\n")


def test_what_people_write_is_in_no_line_that_it_says(serve: Open) -> None:
    server, _ = serve("--port", "0")
    own = f"Cookie: {own_cookie(server.post(FORM_OF_START, path='/visit'))}"
    head = ("Sec-Fetch-Site: same-origin", "Content-Type: application/x-www-form-urlencoded", own)
    for body in (f"page=1&do=write&text={SECRET}", f"page={SECRET}", f"{SECRET}=%F0%9F%98%80"):
        server.post(body.encode(), *head, path="/visit")
    server.ask(f"/summary/{SECRET}", own)
    server.process.send_signal(signal.SIGTERM)
    output, errors = server.process.communicate(timeout=PATIENCE)
    assert (output, errors) == ("", "")
