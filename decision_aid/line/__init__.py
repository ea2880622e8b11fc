"""The interview one plain line at a time, for screen readers, braille and pipes."""

from decision_aid.line.console import Ask, Console, Tell
from decision_aid.line.face import LineFace, NotBegun

__all__ = ["Ask", "Console", "LineFace", "NotBegun", "Tell"]
