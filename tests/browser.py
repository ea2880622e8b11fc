"""A browser that prints a page on a machine that has no fonts but DejaVu, or those of this one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from decision_aid.report.glyphs import fonts

ONLY_DEJAVU = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><cachedir>{folder}</cachedir></fontconfig>
"""
OPTIONS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")


def printed(html: str, folder: Path, *, bare: bool = True) -> bytes:
    """The page as the browser prints it; the fonts of this machine are out of sight if bare."""
    page, pdf = folder / "page.html", folder / "page.pdf"
    page.write_text(html, encoding="utf-8")
    places = (f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={pdf}")
    subprocess.run(
        [shutil.which("chromium") or "", *OPTIONS, *places, page.as_uri()],
        env={**os.environ, **({"FONTCONFIG_FILE": str(only_dejavu(folder))} if bare else {})},
        capture_output=True,
        check=True,
    )
    return pdf.read_bytes()


def only_dejavu(folder: Path) -> Path:
    """A configuration of fonts that knows DejaVu Sans alone."""
    there = folder / "fonts"
    there.mkdir(exist_ok=True)
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        shutil.copy(fonts() / name, there)
    config = folder / "fonts.conf"
    config.write_text(ONLY_DEJAVU.format(folder=there), encoding="utf-8")
    return config
