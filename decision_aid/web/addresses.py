"""Under which addresses a browser reaches us, and whether that is this computer alone."""

from __future__ import annotations

import ipaddress
import socket
from pathlib import Path


def is_this_computer_alone(host: str) -> bool:
    """Whether nobody on another computer can connect there."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_every_address(host: str) -> bool:
    """Whether it stands for all that this computer has, such as 0.0.0.0."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False


def names_to_answer(host: str, certificate: Path | None) -> tuple[str, ...]:
    """By which names we may be called, the best first; a number that was reached always does."""
    of_computer = (_number_of_computer(), socket.gethostname().lower())
    given = () if is_every_address(host) else (host.lower(),)
    told = _names_in(certificate) if certificate else ()
    return (*given, *told, *(() if given else of_computer), "localhost")


def address_to_open(name: str, port: int, *, is_secure: bool) -> str:
    """What is typed into a browser."""
    scheme, usual = ("https", 443) if is_secure else ("http", 80)
    written = f"[{name}]" if ":" in name else name
    return f"{scheme}://{written}/" if port == usual else f"{scheme}://{written}:{port}/"


def _number_of_computer() -> str:
    """The number by which others on the network reach this computer; nothing is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return str(asking.getsockname()[0])


def _names_in(certificate: Path) -> tuple[str, ...]:
    """The names that the certificate is for; none where it cannot be read."""
    from cryptography import x509

    try:
        found = x509.load_pem_x509_certificate(certificate.read_bytes())
        names = found.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (OSError, ValueError, x509.ExtensionNotFound):
        return ()
    every = names.get_values_for_type(x509.DNSName)
    return tuple(one.lower() for one in every if not one.startswith("*"))
