"""The interview one plain line at a time, for screen readers, braille and pipes."""

from decision_aid.line.console import Ask, Console, Tell
from decision_aid.line.face import LineFace, NotBegun
from decision_aid.line.keyboard import Keyboard
from decision_aid.line.pipe import Pipe

__all__ = ["Ask", "Console", "Keyboard", "LineFace", "NotBegun", "Pipe", "Tell"]
