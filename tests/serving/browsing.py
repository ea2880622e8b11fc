"""Somebody at a browser who is served by the real program, without an eye."""

from __future__ import annotations

import httpx2

from tests.processes import PATIENCE
from tests.serving.client import Running
from tests.web.visiting import ByForm


def sit_down_at(server: Running) -> ByForm:
    """A person at a browser of their own, which has no cookie yet."""
    return ByForm(
        httpx2.Client(
            base_url=f"http://127.0.0.1:{server.port}",
            headers={"Sec-Fetch-Site": "same-origin"},
            follow_redirects=True,
            timeout=PATIENCE,
            trust_env=False,
            verify=False,  # nothing is encrypted here, and reading all certificates takes long
        )
    )
