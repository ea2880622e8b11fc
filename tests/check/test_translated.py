"""A translation is checked in its own words: its sentences, its sheet, and what it lacks."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid import paths
from decision_aid.check import output
from decision_aid.check.languages import find_language
from decision_aid.check.run import CheckResult, catalogue, check_file
from decision_aid.cli import main
from decision_aid.content.load import load
from decision_aid.content.overlay_lines import write_lines
from decision_aid.content.text_places import find_texts, mark_of
from decision_aid.content.yaml_reader import read_yaml
from tests.conftest import ON

SOUND = (Path(__file__).parent / "sound.yaml").read_text(encoding="utf-8")
MORE = "sections.shelf.items.more_note.body.1"
KNOWN = "summary.blocks.known.passages.1"
LONG = "Nous avons lu et relu tout ce que des gens de tous les pays ont écrit sur ce sujet {} fois."


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "questions.yaml"
    path.write_text(SOUND, encoding="utf-8")
    return path


def checked(
    content: Path, said: dict[str, str], language: str = "fr", *, complete: bool = False
) -> CheckResult:
    """What is found in the translation that says these texts, by place, and no more."""
    texts = find_texts(read_yaml(content.read_bytes()).data)
    entries = {place: (mark_of(texts[place].text), text) for place, text in said.items()}
    beside = content.with_name(f"questions.{language}.yaml")
    beside.write_text(write_lines(entries), encoding="utf-8")
    return check_file(content, paths.reports(), ON, language, complete=complete)


def told(outcome: CheckResult) -> dict[str, str]:
    """Each fault by its rule: its file and line, its place and its words."""
    return {one.id: f"{one.file}:{one.line}: {one.place}: {one.message}" for one in outcome.faults}


USUAL = {"translation-whole", "translation-signed-off"}
"""What is said of each translation here: much is missing, and nobody has signed it off."""


@pytest.mark.parametrize(
    ("text", "rule", "says"),
    [
        (
            "Il y a encore bien des choses à dire sur tout cela, et nous les avons mises ici pour "
            "les jours où vous voulez en lire plus.",
            "sentence-too-long",
            "a sentence of 27 words",
        ),
        ("C’est un miracle.", "loaded-words", "the word 'miracle' is loaded"),
        ("Vous devez lire ceci.", "words-to-avoid", "instead of 'Vous devez' say"),
        ("Une sténose peut être là.", "medical-word-explained", "'sténose' is not explained"),
    ],
)
def test_the_rules_of_language_speak_of_french_by_its_own_lines(
    content: Path, text: str, rule: str, says: str
) -> None:
    found = told(checked(content, {"title": "Un petit guide", MORE: text}))
    assert found.keys() == USUAL | {rule}
    assert found[rule].startswith(f"questions.fr.yaml:2: {MORE}: {says}")


def test_a_rule_that_knows_english_alone_does_not_speak_of_french(content: Path) -> None:
    no_english_verb = {MORE: "Elle dort ici, et son chat aussi. Proven, unproven, just."}
    assert told(checked(content, no_english_verb)).keys() == USUAL


def test_what_is_not_translated_is_english_and_left_to_its_own_check(content: Path) -> None:
    loud = SOUND.replace("There is more.", "Un miracle.")
    content.write_text(loud, encoding="utf-8")
    assert told(checked(content, {"title": "Un petit guide"})).keys() == USUAL


def test_a_part_that_is_hard_to_read_in_french_is_told(content: Path) -> None:
    hard = (
        "Considérablement d’interventions endovasculaires occasionnent d’inévitables complications."
    )
    easy = "On a mis un tube chez des gens, et on a vu ce qui est venu."
    place = "sections.start.items.trial_note.body.2"
    marked = "{} [trial-2018]."
    for text, is_hard in ((hard, True), (easy, False)):
        said = " ".join([text] * 25)
        found = told(checked(content, {place: marked.format(said.rstrip("."))}))
        assert ("reading-grade" in found) is is_hard, found
        if is_hard:
            assert "'start' is at ease" in found["reading-grade"]


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("opération", 4), ("veine", 1), ("vie", 1), ("quatre", 1), ("fatigue", 2), ("maïs", 2),
        ("théorie", 3), ("l’hôpital", 3), ("IRM", 1), ("12", 1), ("cœur", 1), ("là-bas", 2),
    ],
)  # fmt: skip
def test_syllables_of_french_are_those_that_are_heard(word: str, count: int) -> None:
    assert find_language("fr").syllables(word) == count


def test_a_sheet_that_runs_over_in_french_is_shown_though_english_fits(content: Path) -> None:
    lines = " ".join(LONG.format(one) for one in ("deux", "trois", "quatre", "cinq", "six") * 18)
    long = {KNOWN: f"{lines} Un essai l’a regardé [trial-2018]."}
    outcome = checked(content, long)
    (fault, *_) = (one for one in outcome.faults if one.id == "sheet-fits")
    assert "the sheet can run over on" in fault.message and fault.answers is not None
    assert "sheet-fits" not in told(check_file(content, paths.reports(), ON))


AGAIN = """
      - id: ready_again
        type: select_one
        text: Do you feel ready?
        choices: [{id: ready, text: "Yes"}, {id: not_yet, text: Not yet, leaves_open: true}]
"""


def test_what_is_asked_twice_is_asked_twice_in_every_language_and_in_the_same_words(
    content: Path,
) -> None:
    before = "      - {id: sure, type: rating"
    content.write_text(SOUND.replace(before, AGAIN.lstrip("\n") + before, 1), encoding="utf-8")
    first, again = (f"sections.start.items.{one}.text" for one in ("ready", "ready_again"))
    same, other = "Vous sentez-vous prêt\u00a0?", "Êtes-vous prêt\u00a0?"
    for said, faults in ((same, 0), (other, 1)):
        found = told(checked(content, {first: same, again: said}))
        assert len(found.keys() & {"asked-again-alike"}) == faults
        pairs = [(one.id, two.id) for one, two in load(content, "fr").asked_again]
        assert pairs == [("ready", "ready_again")]
    assert found["asked-again-alike"].startswith(f"questions.fr.yaml:2: {again}: ")


# --- what is missing -------------------------------------------------------------------------


def test_with_complete_each_text_that_is_missing_or_stale_is_an_error(content: Path) -> None:
    said = {"title": "Un petit guide", MORE: "Il y en a plus."}
    assert checked(content, said).passed
    content.write_text(SOUND.replace("There is more.", "There is less."), encoding="utf-8")
    outcome = check_file(content, paths.reports(), ON, "fr", complete=True)
    errors = {f"{one.line}: {one.message}" for one in outcome.of("error")}
    assert f"2: {MORE}: the text has changed since, and is shown as it is in the original" in errors
    assert "1: short_title: the text is not translated" in errors
    whole = check_file(content, paths.reports(), ON, complete=True)
    assert {one.message for one in whole.of("error")} == {
        one.message for one in outcome.of("error")
    }


def test_the_command_checks_the_translation_that_is_named(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    checked(content, {MORE: "C’est un miracle."})
    assert main(["check", str(content), "--language", "fr", "--today", "2026-11-20"]) == 1
    out = capsys.readouterr().out
    assert "questions.fr.yaml:1: error: loaded-words" in out
    assert "questions.fr.yaml: 1 error, " in out
    assert main(["check", str(content), "--today", "2026-11-20"]) == 0
    capsys.readouterr()
    assert main(["check", str(content), "--language", "eo"]) == 1
    assert "questions.eo.yaml" in capsys.readouterr().out
    assert main(["check", str(content), "--trace", "--language", "fr"]) == 0
    assert "«\u00a0This procedure should not be used at all.\u00a0»" in capsys.readouterr().out


def test_the_catalogue_says_what_is_asked_of_each_translation() -> None:
    listed = output.catalogue_as_text(catalogue())
    before, _, after = listed.partition("sentence-too-long (error)\n")
    assert "asked of each translation" in after.partition("\nsentence-long ")[0]
    assert "asked of each translation" not in before.partition("fact-has-source ")[2]


def test_a_fault_outside_any_text_names_the_translation(content: Path) -> None:
    text = output.as_text(checked(content, {"title": "Un petit guide"}))
    assert "questions.fr.yaml:1: warning: translation-whole" in text
    assert "questions.yaml:" not in text
