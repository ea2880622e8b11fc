"""What tests of the server share: servers in processes of their own, and a certificate."""

from __future__ import annotations

import datetime
import ipaddress
import ssl
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.processes import PATIENCE
from tests.serving.client import Running, start

Start = Callable[..., Running]
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
