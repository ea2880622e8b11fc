"""The commands speak and print in the language that is asked for, and staff read theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from decision_aid.line import Console, LineFace
from decision_aid.look import Look, recall, remember
from decision_aid.paths import overlay_beside
from decision_aid.record import Records
from decision_aid.tui.themes import COLOURS
from decision_aid.visit import Visit
from tests.bilingual import languages_of, make_bilingual
from tests.clinic_store import Store, store
from tests.conftest import clock
from tests.screens.sitting_down import NO_TRACE

CONTENT = ("--content", "small.yaml")
ON = ("--date", "2026-11-20")
FRENCH = {"LANG": "fr_CA.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}
ENGLISH = {"LANG": "en_GB.UTF-8", "LC_ALL": "", "LC_MESSAGES": ""}


@pytest.fixture
def clinic(tmp_path: Path) -> Store:
    made = store(tmp_path)
    make_bilingual(made.content)
    (tmp_path / "answers.yaml").write_text("who: me\nhope: [rest]\nwords: null\n")
    return made


def printed(clinic: Store, *options: str, **environment: str) -> str:
    """The summary of the answers, as text."""
    given = ("summary", "answers.yaml", *CONTENT, *ON, "--format", "txt", "--output", "-")
    done = clinic.run(*given, *options, **{**ENGLISH, **environment})
    assert done.returncode == 0, done.stderr
    return done.stdout


# --- which language ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "environment", "is_french"),
    [
        ((), ENGLISH, False),
        ((), FRENCH, True),
        ((), {**FRENCH, "LC_ALL": "C.UTF-8"}, False),
        ((), {**ENGLISH, "LC_MESSAGES": "fr_FR.UTF-8"}, True),
        ((), {**ENGLISH, "LANG": "de_DE.UTF-8"}, False),
        (("--language", "en"), FRENCH, False),
        (("--language", "fr"), ENGLISH, True),
        (("--language", "fr-CA"), ENGLISH, True),
    ],
)
def test_a_summary_is_in_the_language_said_else_in_that_of_the_computer(
    clinic: Store, options: tuple[str, ...], environment: dict[str, str], is_french: bool
) -> None:
    text = printed(clinic, *options, **environment)
    assert ("MY SUMMARY É" in text.upper(), "Urgences" in text or "É" in text) == (
        is_french,
        is_french,
    )


@pytest.mark.parametrize(
    "command",
    [
        ("take", "--plain"),
        ("summary", "answers.yaml"),
        ("summary", "--blank"),
        ("records", "list"),
        ("records", "summary", "--all", "--output", "out"),
    ],
)
def test_a_language_that_is_not_there_is_refused_with_those_that_are(
    clinic: Store, command: tuple[str, ...]
) -> None:
    done = clinic.run(*command, *CONTENT, "--language", "de", **ENGLISH)
    assert (done.returncode, done.stdout) == (2, "")
    assert "“de” is not there" in done.stderr and "one of these: en, fr." in done.stderr
    assert "« de »" in clinic.run(*command, *CONTENT, "--language", "de", **FRENCH).stderr


def test_a_language_of_the_staff_that_is_not_there_is_refused_too(clinic: Store) -> None:
    given = ("summary", "answers.yaml", *CONTENT, "--staff-language", "de", "--edition", "staff")
    done = clinic.run(*given, **ENGLISH)
    assert (done.returncode, "en, fr" in done.stderr) == (2, True)


def test_the_guide_is_told_in_the_language_of_the_computer(clinic: Store) -> None:
    told = clinic.run("take", "--plain", *CONTENT, given="1\n1\n1\n", **FRENCH).stdout
    assert "Hello É" in told and "Who? É" in told
    told = clinic.run(
        "take", "--plain", *CONTENT, "--language", "en", given="1\n1\n1\n", **FRENCH
    ).stdout
    assert "É" not in told and "Who?" in told


def test_line_by_line_a_letter_changes_the_language(clinic: Store) -> None:
    told = clinic.run("take", "--plain", *CONTENT, given="l\nl\nh\n1\n", **ENGLISH).stdout
    assert "1. Français" not in told and "Français" in told
    assert told.index("Who? É") < told.rindex("Who?\n")
    assert "l: Français" in told


def test_line_by_line_a_language_is_chosen_by_its_number(clinic: Store) -> None:
    typed, told = iter(["3", "3", "1"]), list[str]()

    def ask(prompt: str) -> str:
        told.append(prompt)
        if (line := next(typed, None)) is None:
            raise EOFError
        return line

    languages = languages_of(clinic.content)
    visit = Visit(languages.take("en"), clock)
    console = Console(ask, told.append, 300, ask)  # somebody types
    LineFace(visit, console, NO_TRACE, clinic.folder, languages).run()
    text = "\n".join(told)
    assert text.index("3. Français") < text.index("Hello É") < text.index("3. English")
    assert text.index("3. English") < text.rindex("Hello\n") < text.index("Who?")


def test_check_speaks_its_own_language(clinic: Store) -> None:
    checked = [clinic.run("check", "small.yaml", **told).stdout for told in (ENGLISH, FRENCH)]
    assert checked[0].splitlines()[-1] == checked[1].splitlines()[-1]


# --- staff read theirs --------------------------------------------------------------------------

EDITIONS = ("--edition", "patient", "--edition", "staff")


@pytest.mark.parametrize(
    ("options", "staff_in_french"),
    [((), False), (("--staff-language", "en"), False), (("--staff-language", "fr"), True)],
)
def test_the_patients_copy_in_french_and_the_staffs_in_english(
    clinic: Store, options: tuple[str, ...], staff_in_french: bool
) -> None:
    given = ("summary", "answers.yaml", *CONTENT, *ON, *EDITIONS, "--format", "html")
    done = clinic.run(*given, "--language", "fr", *options, "--output", "out", **ENGLISH)
    assert done.returncode == 0, done.stderr
    patient = (clinic.folder / "out" / "answers.html").read_text()
    staff = (clinic.folder / "out" / "answers-staff.html").read_text()
    assert 'lang="fr"' in patient and "My summary É" in patient
    assert ('<html lang="fr"' in staff, "É" in staff) == (staff_in_french, staff_in_french)


def test_a_days_papers_are_in_both_languages_and_so_is_what_changed(clinic: Store) -> None:
    label = clinic.add(who="me", hope="rest")
    given = ("summary", label, *CONTENT, *ON, *EDITIONS, "--format", "txt", "--output", "out")
    assert clinic.records(*given, "--language", "fr", **ENGLISH).returncode == 0
    with Records.at(clinic.place) as records:
        session = records.open_entry(records.list()[0], None)
        session.keep("hope", ("walk",), session.entry.last)
        session.close()
    assert clinic.records(*given, "--language", "fr", **ENGLISH).returncode == 0
    (staff,) = (clinic.folder / "out").glob("*-staff.txt")
    (patient,) = (one for one in (clinic.folder / "out").glob("*.txt") if one != staff)
    assert "Walking É" in patient.read_text()
    assert "Walking" in staff.read_text() and "É" not in staff.read_text()


def test_the_line_for_the_record_is_in_the_language_of_the_staff(clinic: Store) -> None:
    label = clinic.add(who="me", hope="rest")
    line = clinic.records("line", label, *CONTENT, **FRENCH)
    assert (line.returncode, "É" in line.stdout) == (0, False), line.stderr
    french = clinic.records("line", label, *CONTENT, "--staff-language", "fr", **ENGLISH)
    assert french.stdout != line.stdout
    shown = clinic.records("show", label, *CONTENT, "--language", "fr", **ENGLISH)
    assert "Hope? É" in shown.stdout and "Rest É" in shown.stdout


# --- kept in one language, gone on with in the other --------------------------------------------


@pytest.mark.parametrize(("first", "then"), [(FRENCH, ENGLISH), (ENGLISH, FRENCH)])
def test_answers_kept_in_either_language_are_of_one_version(
    clinic: Store, first: dict[str, str], then: dict[str, str]
) -> None:
    take = ("take", "--plain", "--keep", *CONTENT)
    assert clinic.run(*take, given="1\n1\n", **first).returncode == 0
    assert clinic.run(*take, given="1\n1\n", **then).returncode == 0
    done = clinic.records("summary", "--all", *CONTENT, *ON, "--output", "out", **then)
    assert (done.returncode, "version" in done.stderr) == (0, False), done.stderr
    with Records.at(clinic.place) as records:
        assert len({entry.content for entry in records.list()}) == 1


def test_one_bad_text_of_a_translation_stops_no_paper(clinic: Store) -> None:
    beside = overlay_beside(clinic.content, "fr")
    lines = beside.read_text().splitlines()
    (bad,) = (one for one in lines if one.startswith("welcome_title:"))
    beside.write_text("\n".join([*(one for one in lines if one != bad), "welcome_title: nothing"]))
    assert "My summary É".casefold() in printed(clinic, "--language", "fr").casefold()
    checked = clinic.run("check", "small.yaml", **ENGLISH).stdout
    assert "small.fr.yaml" in checked and "welcome_title: the entry is no mapping" in checked


# --- what was chosen on this computer -------------------------------------------------------------


def test_what_was_chosen_here_wins_over_the_computers_and_what_is_said_over_both(
    clinic: Store,
) -> None:
    Path(clinic.place).mkdir()
    remember(clinic.place, Look("light", False, "fr"))
    told = clinic.run("take", "--plain", *CONTENT, given="1\n1\n", **ENGLISH).stdout
    assert "Hello É" in told
    said = ("--language", "en")
    told = clinic.run("take", "--plain", *CONTENT, *said, given="1\n1\n", **ENGLISH).stdout
    assert "É" not in told
    assert "MY SUMMARY É" not in printed(clinic).upper(), "papers are no matter of one patient"
    keep = ("take", "--plain", "--keep", *CONTENT, *said)
    assert clinic.run(*keep, given="1\n1\n", **ENGLISH).returncode == 0
    assert recall(clinic.place, COLOURS) == Look("light", False, "en")


# --- how a command is used --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "says", "is_over"),
    [
        (("--help",), "utilisation : decision-aid [-h]", 0),
        (("records", "list", "--help"), "  -h, --help            montrer cette aide", 0),
        (("--version",), "Contenu : ccsvi", 0),
        (("nonsense",), "decision-aid : erreur : 'nonsense' n’est pas une commande", 2),
        (("records",), "il manque une commande", 2),
        (("records", "show"), "il manque ceci : LABEL", 2),
        (("take", "--colour"), "ceci n’est pas connu ici : --colour", 2),
        (("serve", "--port"), "--port : il manque ce qui doit suivre", 2),
        (("serve", "--port", "many"), "--port : donnez un nombre entier de 0 à 65535", 2),
        (("take", "--keep", "--no-trace"), "--no-trace ne va pas avec --keep", 2),
    ],
)
def test_how_a_command_is_used_is_told_in_french(
    clinic: Store, command: tuple[str, ...], says: str, is_over: int
) -> None:
    done = clinic.run(*command, **FRENCH)
    told = (done.stdout + done.stderr).replace("\u00a0", " ")
    assert (done.returncode, says in told) == (is_over, True)


@pytest.mark.parametrize(
    "command", ["take", "serve", "summary", "preview", "records list", "records erase"]
)
def test_every_heading_of_help_is_french_too(clinic: Store, command: str) -> None:
    told = clinic.run(*command.split(), "--help", **FRENCH).stdout
    headings = {line for line in told.splitlines() if line.endswith(":")}
    assert headings <= {"à nommer\u00a0:", "options\u00a0:"}
    assert "options\u00a0:" in headings


@pytest.mark.parametrize("language", [("--language", "fr"), ("--language=fr",)])
def test_or_in_the_language_that_the_command_line_names(
    clinic: Store, language: tuple[str, ...]
) -> None:
    done = clinic.run("take", *language, "--colour", **ENGLISH)
    assert "ceci n’est pas connu ici : --colour" in done.stderr


def test_what_authors_use_is_told_in_english(clinic: Store) -> None:
    assert "usage: decision-aid check" in clinic.run("check", "--help", **FRENCH).stdout
