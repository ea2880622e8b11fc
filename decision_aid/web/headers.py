"""What each answer tells the browser: to keep nothing, run nothing, and ask nobody else."""

from __future__ import annotations

from collections.abc import Mapping

_ALWAYS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",  # with none at all, a form would not say where it is from
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_NOTHING_ELSE = "base-uri 'none'; frame-ancestors 'none'"

PAGE: Mapping[str, str] = {
    **_ALWAYS,
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'; "
        + _NOTHING_ELSE
    ),
}
SUMMARY: Mapping[str, str] = {
    **_ALWAYS,
    # The file itself allows one style sheet alone, by its hash; a header can only take away.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; form-action 'none'; "
        + _NOTHING_ELSE
    ),
}
SHIPPED: Mapping[str, str] = {**PAGE, "Cache-Control": "public, max-age=3600"}
"""Style and fonts are the same for everybody."""
CLEARED: Mapping[str, str] = {**PAGE, "Clear-Site-Data": '"cache", "cookies", "storage"'}
