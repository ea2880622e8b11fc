"""Places in a text that are filled for one person, written as {name}."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([a-z0-9_.]+)\}")
