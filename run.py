"""Set up .venv, once, and start the program from there.

python3 run.py [ARGUMENT...]    the questionnaire, or any other command of decision-aid
python3 run.py check            every check of this project
"""

import sys

# Said before anything that an older Python could not run. It still has to read the whole file, so
# no syntax newer than 3.6 has a place here.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "This needs Python 3.11 or newer, and here is Python %d.%d.\n"  # noqa: UP031
        "Start it with a newer one, for instance: python3.11 run.py" % sys.version_info[:2]
    )

import hashlib
import importlib.util
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
PYTHON = BIN / ("python.exe" if sys.platform == "win32" else "python")

# Marks a .venv as made here. Empty until the set-up is complete, so that one which was cut short is
# never taken for whole; then it says what .venv was made for, and what it holds.
STAMP = VENV / "decision-aid-set-up"

TO_RUN = "requirements.txt"
TO_CHECK = "requirements-dev.txt"  # holds all of requirements.txt

# Each translation of the shipped content is checked in its own words too.
TRANSLATIONS = sorted(one.name.split(".")[1] for one in HERE.glob("questions.*.yaml"))

# Commands of .venv. Pytest comes last, so that its summary is what one sees.
CHECKS = (
    "ruff format --check",
    "ruff check",
    "mypy",
    "lint-imports --no-logo",
    "decision-aid check",
    *(f"decision-aid check --complete --language {one}" for one in TRANSLATIONS),
    "pytest -n 2",
)

NO_VENV = """\
Python's venv module is not complete on this machine.
On Debian and Ubuntu this installs what is missing: sudo apt install python3-venv
Then start again."""

NOT_OURS = f"""\
{VENV} was made by something else, so it is left alone.
Move it away or remove it, and start again."""

NO_NETWORK = """\
The packages could not be fetched: no connection to the package index.
The first start needs the internet, later ones do not. Start again when there is a connection."""

# What pip may be told by the environment: how packages are reached. All else, above all where to
# put them, is meant for other installations.
PIP_TOLD = re.compile(
    "PIP_(CACHE_DIR|(CLIENT_)?CERT|CONFIG_FILE|(DEFAULT_)?TIMEOUT|(EXTRA_)?INDEX_URL|FIND_LINKS"
    "|KEYRING_PROVIDER|NO_CACHE_DIR|NO_INDEX|PROXY|RETRIES|TRUSTED_HOST)"
)

# With these .venv's Python would look for its packages elsewhere.
ASTRAY = ("PYTHONHOME", "PYTHONPATH")

PIP_SETTINGS = f"""
pip follows these variables here: {{}}.
It also follows its files of settings. If they name a target, a prefix, a root or a user, take that
out and start again. This shows them: {PYTHON} -m pip config list"""

SIGNS_OF_NO_NETWORK = (
    "ConnectionError",
    "ConnectTimeout",
    "Failed to establish a new connection",
    "Max retries exceeded",
    "ProxyError",
    "ReadTimeout",
    "connection broken by",
    "name resolution",
)


class SetUpError(Exception):
    """The set-up failed; the text says why and what to do."""


class StoppedError(Exception):
    """A signal asked for an end."""


def say(text: str) -> None:
    """Narrate on standard error, if it is open; standard output is the program's."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(text, file=sys.stderr, flush=True)


def digest(*parts: bytes) -> str:
    """Name these parts by their contents."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def place() -> str:
    """Say what .venv is made for: it can neither be moved nor given another Python."""
    return digest(os.fsencode(HERE), os.fsencode(PYTHON.resolve()))


def contents(requirements: str) -> str:
    """Say what .venv holds once these requirements are installed."""
    return digest((HERE / requirements).read_bytes(), (HERE / "pyproject.toml").read_bytes())


def complete(requirements: str) -> bool:
    """Whether .venv holds these requirements and this project already."""
    made_for, *holds = read_stamp()
    return made_for == place() and PYTHON.exists() and contents(requirements) in holds


def read_stamp() -> list[str]:
    """Read what .venv was made for and what it holds; of an unfinished one, nothing."""
    return (STAMP.read_text().split() if STAMP.exists() else []) or [""]


@contextmanager
def alone() -> Iterator[None]:
    """Wait until no other set-up is at work on .venv, and keep others waiting."""
    VENV.mkdir(exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    folder = os.open(VENV, os.O_RDONLY)
    # Inherited, since what a killed set-up has left running is still at work.
    os.set_inheritable(folder, True)
    try:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another set-up that is under way ...")
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def set_up(requirements: str) -> None:
    """Make .venv hold these requirements and this project."""
    began = time.monotonic()
    if read_stamp()[0] == place() and PYTHON.exists():
        say("Bringing .venv up to date ...")
        STAMP.write_text("")
    else:
        make_venv()
    install("--require-hashes", "--requirement", str(HERE / requirements))
    # Editable, so that a change of the content shows at once.
    install("--no-build-isolation", "--no-deps", "--editable", str(HERE))
    links = list(VENV.glob("[Ll]ib/**/_decision_aid.pth"))
    if not links:
        raise SetUpError(f"The packages were not put into {VENV}.\n{name_settings()}")
    # Python 3.11 reads the path to here in the locale's encoding, and C:/Users/José or LC_ALL=C
    # would keep it from starting. The way up from site-packages is plain ASCII.
    for link in links:
        link.write_text(os.path.relpath(HERE, link.parent))
    new = STAMP.with_suffix(".new")
    new.write_text("\n".join([place(), contents(requirements), contents(TO_RUN)]))
    new.replace(STAMP)
    say(f"Set up in {time.monotonic() - began:.0f} seconds.")


def make_venv() -> None:
    """Make a new .venv, in place of an older one of our own."""
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise SetUpError(NO_VENV)
    if any(VENV.iterdir()) and not STAMP.exists():
        raise SetUpError(NOT_OURS)
    say("Setting up, about a minute the first time ...")
    # Started from .venv itself, this Python is about to go; the one behind it is not.
    python = sys.executable
    if sys.prefix != sys.base_prefix:
        python = os.path.realpath(python)
    STAMP.write_text("")
    for item in VENV.iterdir():
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        elif item != STAMP:
            item.unlink()
    output = quietly([python, "-m", "venv", str(VENV)])
    if output is None:
        return
    if "ensurepip" in output:
        raise SetUpError(NO_VENV)
    raise SetUpError(f"{output}\n\nThe folder {VENV} could not be made.")


def install(*arguments: str) -> None:
    """Install with .venv's own pip."""
    pip = [str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input"]
    output = quietly([*pip, "install", "--no-user", "--compile", *arguments])
    if output is None:
        return
    if any(sign in output for sign in SIGNS_OF_NO_NETWORK):
        raise SetUpError(NO_NETWORK)
    raise SetUpError(f"{output}\n\nThe set-up failed; pip says why above.\n{name_settings()}")


def name_settings() -> str:
    """Name what pip was told beside what it was asked; never the values, which can be secrets."""
    return PIP_SETTINGS.format(", ".join(filter(PIP_TOLD.fullmatch, sorted(os.environ))) or "none")


def environment() -> dict[str, str]:
    """Return what the program may be told by the environment."""
    return {name: value for name, value in os.environ.items() if name not in ASTRAY}


def quietly(command: Sequence[str]) -> str | None:
    """Run a command; the end of what it printed if it failed, else None."""
    # PYTHONPATH would let pip take packages from elsewhere for installed ones, and
    # PYTHONDONTWRITEBYTECODE would make every later start slow.
    told = {
        name: value
        for name, value in os.environ.items()
        if name[:6] != "PYTHON" and (name[:4] != "PIP_" or PIP_TOLD.fullmatch(name))
    }
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,  # what is piped in is for the questionnaire
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=told,
        encoding="utf-8",
        errors="replace",
        close_fds=False,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate()
        except BaseException:
            end(process)
            raise
    if process.returncode == 0:
        return None
    return "\n".join(output.strip().splitlines()[-20:]) or f"exit {process.returncode}"


def end(process: subprocess.Popen[str]) -> None:
    """End a command and whatever it has started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def start(arguments: Sequence[str]) -> int:
    """Become the program, so that signals and the exit code are its own."""
    command = [str(PYTHON), "-P", "-m", "decision_aid", *arguments]
    if sys.platform != "win32":
        os.execve(command[0], command, environment())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.run(command, env=environment(), check=False).returncode


def check() -> int:
    """Run every check, one after the other, and say which failed."""
    failed: list[str] = []
    for command in CHECKS:
        if command == CHECKS[-1] and failed:
            say(failures(failed))
        say(f"\n{command}")
        program, *arguments = command.split()
        whole = [str(BIN / program), *arguments]
        if subprocess.run(whole, cwd=HERE, env=environment(), check=False).returncode:
            failed.append(command)
    # Once more for somebody looking on; a log ends with pytest's own summary.
    if failed and sys.stderr is not None and sys.stderr.isatty():
        say(failures(failed))
    return 1 if failed else 0


def failures(failed: Sequence[str]) -> str:
    """Say which checks failed."""
    return f"\nFailed: {', '.join(failed)}"


def stop(number: int, _frame: FrameType | None) -> None:
    """Unwind, so that what was started is ended too."""
    raise StoppedError(number)


def main(arguments: Sequence[str]) -> int:
    """Set up what is needed, then run what is asked for."""
    checking = arguments[:1] == ["check"]
    if checking and arguments[1:]:
        say(
            "python3 run.py check runs every check and takes nothing more.\n"
            f"To check a content file: {BIN / 'decision-aid'} check FILE"
        )
        return 2
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, stop)
    try:
        requirements = TO_CHECK if checking else TO_RUN
        if not complete(requirements):
            with alone():
                if not complete(requirements):
                    set_up(requirements)
        return check() if checking else start(arguments)
    except SetUpError as error:
        say(str(error))
        return 1
    except OSError as error:
        say(f"{error.filename or VENV}: {error.strerror}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped.")
        return 128 + signal.SIGINT
    except StoppedError as stopped:
        return 128 + int(stopped.args[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
