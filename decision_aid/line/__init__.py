"""The interview one plain line at a time, for screen readers, braille and pipes."""

from decision_aid.line.face import LineFace, Save
from decision_aid.line.telling import Ask, Tell

__all__ = ["Ask", "LineFace", "Save", "Tell"]
