"""The file as it was saved last, and the last version of it that could be shown to people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from decision_aid import paths
from decision_aid.check.evidence_file import evidence_beside
from decision_aid.check.preview import choose_answers
from decision_aid.content.faults import Fault, InvalidContent
from decision_aid.content.load import ReadFile, read_aid
from decision_aid.preview.places import find_questions, split_lines
from decision_aid.preview.proving import Proof, Task
from decision_aid.preview.versions import files_behind, fingerprint, read_leniently
from decision_aid.start import with_report_to
from decision_aid.words import USUAL, Words, words

if TYPE_CHECKING:
    from decision_aid.conditions import Answers
    from decision_aid.content import DecisionAid, Question
    from decision_aid.content.yaml_reader import Document


@dataclass(frozen=True)
class Sound:
    """A version that can be shown to people, and the answers that it is shown for."""

    aid: DecisionAid
    document: Document
    lines: tuple[str, ...]
    proof: Proof
    given: Answers = field(default_factory=dict)
    whose: str = ""

    @property
    def words(self) -> Words:
        """The engine's words in the language of the aid."""
        return words(self.aid.language)

    @cached_property
    def places(self) -> Mapping[str, range]:
        """The lines of each question, or of the checklist or ranking that it is in."""
        return find_questions(self.document, self.lines)

    @cached_property
    def steps(self) -> Mapping[str, tuple[Question, ...]]:
        """The screens in the order of the file, each with what is asked on it."""
        found: dict[str, tuple[Question, ...]] = {}
        for section in self.aid.sections:
            for question in section.questions:
                name = question.screen_id
                found[name] = (*found.get(name, ()), question)
        return found

    def place_of(self, step: str) -> range:
        """Its lines; of one place of a ranking those of the ranking."""
        return self.places.get(step) or self.places[step.rpartition(".")[0]]


@dataclass(frozen=True)
class Saved:
    """The file as it was saved last."""

    file: str
    texts: Mapping[str, tuple[str, ...]]
    """The lines of each file, by its name."""
    faults: tuple[Fault, ...]
    sound: Sound | None
    """What can be shown: this version, else the last one that could be; None if there was none."""
    is_sound: bool
    """Whether that is this version."""
    evidence: Path
    """Where the rows of evidence lie."""
    is_gone: bool = False
    """Whether the file is not there, as between two steps of an editor that saves."""

    @property
    def words(self) -> Words:
        """The engine's words in the language of what is shown."""
        return self.sound.words if self.sound else words(USUAL)

    def line(self, fault: Fault) -> str:
        """The text of the line that has the fault."""
        lines = self.texts.get(fault.file, ())
        return lines[fault.line - 1] if 0 < fault.line <= len(lines) else ""


class Watched:
    """Looks at the file, and reads it again where anything else stands there."""

    def __init__(self, content: Path, answers: Path | None, today: Callable[[], date]) -> None:
        self._content = content
        self._answers = answers
        self._today = today
        self._seen: tuple[str, date] | None = None
        self._saved: Saved | None = None
        self._one_at_a_time = Lock()

    def look(self) -> Saved:
        """The file as it is now."""
        with self._one_at_a_time:
            files, on = files_behind(self._content, self._answers), self._today()
            seen = fingerprint(files), on
            if self._saved is None or seen != self._seen:
                task = Task(self._content, paths.reports(), on, files, seen[0])
                self._saved, self._seen = self._read(task, self._last), seen
            return self._saved

    def close(self) -> None:
        """Nobody looks any more."""
        if self._last is not None:
            self._last.proof.end()

    @property
    def _last(self) -> Sound | None:
        return self._saved.sound if self._saved else None

    def _read(self, task: Task, last: Sound | None) -> Saved:
        texts = {path.name: split_lines(read_leniently(path)) for path in reversed(task.files)}
        evidence = evidence_beside(self._content.parent)
        saved = Saved(self._content.name, texts, (), last, is_sound=False, evidence=evidence)
        if not self._content.is_file():
            return replace(saved, is_gone=True)
        try:
            reading = read_aid(self._content)
        except InvalidContent as error:
            return replace(saved, faults=error.faults)
        if reading.faults or reading.aid is None:
            return replace(saved, faults=reading.faults)
        if last is not None:
            last.proof.end()
        return self._with_answers(replace(saved, is_sound=True), reading, task)

    def _with_answers(self, saved: Saved, reading: ReadFile, task: Task) -> Saved:
        """What can be shown, for the answers as far as they can be taken."""
        if reading.aid is None:
            return saved
        aid = with_report_to(reading.aid)
        sound = Sound(aid, reading.document, saved.texts[saved.file], Proof(task))
        ours = words(aid.language)
        try:
            given, whose = choose_answers(aid, self._answers, ours)
        except InvalidContent as error:
            whose = ours.preview.answers_not_taken.format(file=error.faults[0].file)
            return replace(saved, faults=error.faults, sound=replace(sound, whose=whose))
        return replace(saved, sound=replace(sound, given=given, whose=whose))
