"""`schema`: the JSON Schema of questions.yaml, for editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from decision_aid.cli.endings import DONE
from decision_aid.cli.output import say_json
from decision_aid.content.schema import json_schema

if TYPE_CHECKING:
    from argparse import Namespace


def schema(_given: Namespace) -> int:
    """Write the JSON Schema of questions.yaml to standard output."""
    say_json(json.dumps(json_schema(), indent=2) + "\n")
    return DONE
