"""`schema`: what may stand in questions.yaml, as JSON Schema for editors or told for authors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from decision_aid.cli.endings import DONE
from decision_aid.cli.output import say, say_json
from decision_aid.content.schema import json_schema

if TYPE_CHECKING:
    from argparse import Namespace


def schema(given: Namespace) -> int:
    """Write the JSON Schema of questions.yaml, or the guide's reference, to standard output."""
    if given.guide:
        from decision_aid.check.reference import reference

        say(reference())
        return DONE
    say_json(json.dumps(json_schema(), indent=2) + "\n")
    return DONE
