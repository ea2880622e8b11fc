"""A store with a few sessions for the tests of `records`, and how its commands are run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from decision_aid.content import DecisionAid
from decision_aid.content.load import load
from decision_aid.record import ContentVersion, Records, StoredAnswer
from tests.conftest import clock
from tests.processes import PATIENCE
from tests.small import small_text

QUESTIONS = """
- {id: who, type: select_one, text: Who?, choices: [{id: me, text: Me}, {id: you, text: You}]}
- {id: hope, type: select_multiple, text: Hope?, most: 1,
   choices: [{id: rest, text: Rest}, {id: walk, text: Walking}]}
- {id: words, type: text, text: Words?}
"""
SECRET = "PLANTED-illness"
PASSPHRASE = "four kind words PLANTED"
TOP = Path(__file__).parents[1]


@dataclass(frozen=True)
class Store:
    """A folder with a questionnaire, and records beside it."""

    folder: Path
    place: str

    @property
    def content(self) -> Path:
        """The questionnaire."""
        return self.folder / "small.yaml"

    def aid(self) -> DecisionAid:
        """The questionnaire, loaded."""
        return load(self.content)

    def add(
        self,
        label: str | None = None,
        passphrase: str | None = None,
        *,
        version: ContentVersion | None = None,
        moment: datetime | None = None,
        **answers: str | None,
    ) -> str:
        """Keep a session of these answers; its label."""
        moment = moment or clock()
        with Records.at(self.place) as records:
            session = records.begin(
                label, version or ContentVersion.of(self.aid()), moment, passphrase
            )
            given = answers or {"who": "me", "hope": None, "words": SECRET}
            session.keep_all(
                StoredAnswer(name, None if one is None else (one,), moment + timedelta(minutes=1))
                for name, one in given.items()
            )
            session.close()
            return session.entry.label

    def records(
        self, *arguments: str, given: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run a command on these records, away from any terminal."""
        return self.run("records", *arguments, given=given, **environment)

    def run(
        self, *arguments: str, given: str = "", **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the program."""
        return subprocess.run(
            self.command(*arguments),
            cwd=self.folder,
            input=given,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, **self.environment(), **environment},
            start_new_session=True,
            timeout=PATIENCE,
            check=False,
        )

    def command(self, *arguments: str) -> list[str]:
        """What is run."""
        return [sys.executable, "-m", "decision_aid", *arguments]

    def environment(self) -> dict[str, str]:
        """Where it finds the program and the records."""
        return {"PYTHONPATH": str(TOP), "DECISION_AID_RECORDS": self.place}


def store(folder: Path, place: str | None = None) -> Store:
    """A folder with the questionnaire and no records yet."""
    (folder / "small.yaml").write_text(small_text(QUESTIONS))
    (folder / "out").mkdir()
    return Store(folder, place or str(folder / "records"))


def everything_in(folder: Path) -> Iterator[bytes]:
    """The name and content of each file."""
    for path in folder.rglob("*"):
        yield path.name.encode()
        if path.is_file():
            yield path.read_bytes()
