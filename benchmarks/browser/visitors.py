"""Visitors at once, each with a connection and a cookie of their own, as bare as can be."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Sequence
from urllib.parse import urlencode

from benchmarks.browser.recorded import Step

HEAD = (
    "Host: localhost",
    "Accept: text/html",
    "Accept-Language: en",
    "Accept-Encoding: identity",
    "User-Agent: benchmark",
)
FORM = ("Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: same-origin")
HIDDEN = re.compile(r'name="(page|proof)" value="([^"]*)"')


class Browser:
    """One visitor."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._cookie = ""
        self._hidden = {"page": "0", "proof": ""}

    async def __aenter__(self) -> Browser:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._writer.close()

    async def walk(self, steps: Sequence[Step]) -> list[float]:
        """Do these steps one after another; how many milliseconds each page took."""
        self._cookie, self._hidden = "", {"page": "0", "proof": ""}
        return [await self._do(one) for one in steps]

    async def _do(self, step: Step) -> float:
        """Send the form, go where it leads, and read the page."""
        body = urlencode({**self._hidden, **step.fields}, doseq=True)
        begun = time.perf_counter()
        status, head, _ = await self._ask("POST", "/visit", body)
        assert status == 303, (status, step.fields)
        status, _, html = await self._ask("GET", head["location"])
        taken = time.perf_counter() - begun
        assert status == 200, (status, step.fields)
        self._hidden = dict(HIDDEN.findall(html))
        return taken * 1000

    async def _ask(self, method: str, path: str, body: str = "") -> tuple[int, dict[str, str], str]:
        cookie = (f"Cookie: {self._cookie}",) if self._cookie else ()
        form = (*FORM, f"Content-Length: {len(body)}") if method == "POST" else ()
        lines = (f"{method} {path} HTTP/1.1", *HEAD, *cookie, *form, "", body)
        self._writer.write("\r\n".join(lines).encode())
        first, *rest = (await self._reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        pairs = (line.partition(": ") for line in rest if line)
        head = {name.lower(): value for name, _, value in pairs}
        self._cookie = head.get("set-cookie", self._cookie).partition(";")[0]
        html = await self._reader.readexactly(int(head.get("content-length", 0)))
        return int(first.split()[1]), head, html.decode()


def visit_at_once(port: int, visitors: int, walks: int, steps: Sequence[Step]) -> list[float]:
    """So many visitors walk so many times each; how many milliseconds each page took."""
    return asyncio.run(_visit(port, visitors, walks, steps))


async def _visit(port: int, visitors: int, walks: int, steps: Sequence[Step]) -> list[float]:
    every = await asyncio.gather(*(_walk(port, walks, steps) for _ in range(visitors)))
    return [one for taken in every for one in taken]


async def _walk(port: int, walks: int, steps: Sequence[Step]) -> list[float]:
    async with Browser(port) as browser:
        return [one for _ in range(walks) for one in await browser.walk(steps)]
