"""What tests of the server share: servers in processes of their own, and a certificate."""

from __future__ import annotations

import datetime
import ipaddress
import re
import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from decision_aid.words import words
from tests.clinic_store import Store
from tests.processes import PATIENCE, hearing
from tests.serving.client import Answer, Running, start

Start = Callable[..., Running]
Open = Callable[..., tuple[Running, str]]
FORM_OF_START = b"page=0&proof=&do=row:start"
"""What the button of the welcome sends."""
FROM, UNTIL = datetime.datetime(2020, 1, 1), datetime.datetime(2120, 1, 1)


@pytest.fixture
def start_server() -> Iterator[Start]:
    """Starts the small server, any number of times, and stops them all."""
    running: list[Running] = []

    def begin(context: ssl.SSLContext | None = None, **given: Any) -> Running:
        running.append(start(given, context))
        return running[-1]

    yield begin
    for one in running:
        one.process.kill()
        one.process.communicate(timeout=PATIENCE)


@pytest.fixture(scope="module")
def serving() -> Iterator[Running]:
    """One server as it is usually set, for tests that leave it as it was."""
    running = start({})
    yield running
    running.process.kill()
    running.process.communicate(timeout=PATIENCE)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A certificate for localhost and aid.clinic.test, and its key."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names: list[x509.GeneralName] = [x509.DNSName("localhost"), x509.DNSName("aid.clinic.test")]
    names.append(x509.IPAddress(ipaddress.ip_address("127.0.0.1")))
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return folder / "cert.pem", folder / "key.pem"


def own_cookie(answer: Answer) -> str:
    """The cookie that came with this answer, as a browser sends it back."""
    return answer.head["set-cookie"].partition(";")[0]


@pytest.fixture
def serve(clinic: Store) -> Iterator[Open]:
    """Starts the program with these arguments; what it says until it can be stopped."""
    running: list[subprocess.Popen[str]] = []

    def begin(
        *arguments: str, context: ssl.SSLContext | None = None, under: tuple[str, ...] = ()
    ) -> tuple[Running, str]:
        process = subprocess.Popen(
            [*under, *clinic.command("serve", "--content", "small.yaml", *arguments)],
            cwd=clinic.folder,
            env=clinic.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=hearing,  # noqa: PLW1509 no threads here
        )
        running.append(process)
        assert process.stdout is not None
        said = "".join(iter(lambda: _line_before_the_last(process), ""))
        port = re.search(r"https?://[^/]+:(\d+)/", said)
        assert port, said
        return Running(process, int(port[1]), context), said

    yield begin
    for process in running:
        process.kill()
        process.communicate(timeout=PATIENCE)


def _line_before_the_last(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    return "" if line.startswith(words("en").serve.how_to_stop[:8]) else line


def code_in(said: str) -> str:
    """The access code among what the program said."""
    found = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert found, said
    return found[0]
