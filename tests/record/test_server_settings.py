"""However a server is set up: the records keep answers there, or say before all why they cannot."""

from __future__ import annotations

import itertools

import psycopg
import pytest

from decision_aid.record import Records
from tests.conftest import clock
from tests.record.both_faces import FACES
from tests.record.conftest import STAMP
from tests.record.server import Server
from tests.record.test_both_faces import BEGINNINGS
from tests.record.test_in_its_place import kind_of

pytestmark = pytest.mark.postgres
NOW = clock()
OTHER_ENCODINGS = ("SQL_ASCII", "LATIN1", "WIN1252", "EUC_JP", "MULE_INTERNAL")
_NUMBERS = itertools.count()


@pytest.fixture
def database(server: Server) -> str:
    """The name of an empty database of its own, whose settings a test may change."""
    name = f"settings_{next(_NUMBERS)}"
    server.database(name)
    return name


def run_on(address: str, *statements: str) -> None:
    with psycopg.connect(address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())


def tables_there(address: str) -> int:
    with psycopg.connect(f"{address}&client_encoding=SQL_ASCII") as connection:
        found = connection.execute(
            "SELECT count(*) FROM pg_class WHERE relname LIKE 'decision_aid%'"
        ).fetchone()
    return int(found[0]) if found else -1


# --- what cannot be mended from here ---


@pytest.mark.parametrize("encoding", OTHER_ENCODINGS)
def test_another_encoding_than_utf8_is_refused_and_no_table_made(
    server: Server, encoding: str
) -> None:
    address = server.database(f"{encoding.lower()}_{next(_NUMBERS)}", encoding)
    with pytest.raises(Exception, match=f"its encoding is {encoding}, not UTF8"):
        Records.at(address)
    assert kind_of(lambda: Records.at(address, make=False)) == "server_encoding"
    assert tables_there(address) == 0


def test_each_face_says_so_before_a_code_is_given(server: Server, face: str) -> None:
    address = server.database(f"sql_ascii_{next(_NUMBERS)}", "SQL_ASCII")
    course = FACES[face](("--records", address))
    assert BEGINNINGS["server_encoding"] in course.said
    assert course.exit_code == 0


READ_ONLY = ("default_transaction_read_only = on", "server_only_reads")
NO_SCHEMA = ("search_path = nowhere", "server_no_schema")


@pytest.mark.parametrize(("setting", "kind"), [READ_ONLY, NO_SCHEMA])
def test_a_store_that_takes_nothing_is_refused_on_opening(
    server: Server, database: str, setting: str, kind: str
) -> None:
    Records.at(server.address_of(database)).close()
    run_on(server.address(), f"ALTER DATABASE {database} SET {setting}")
    for make in (True, False):
        assert kind_of(lambda make=make: Records.at(server.address_of(database), make=make)) == kind  # type: ignore[misc]


TABLES_OF_ANSWERS = ("decision_aid_session", "decision_aid_answer", "decision_aid_print")


@pytest.mark.parametrize("table", TABLES_OF_ANSWERS)
@pytest.mark.parametrize("right", ["SELECT", "INSERT", "UPDATE", "DELETE"])
def test_a_right_that_is_missing_is_told_before_a_code_is_given(
    server: Server, database: str, table: str, right: str
) -> None:
    address = server.address_of(database)
    Records.at(address).close()
    run_on(
        address,
        f"CREATE ROLE {database} LOGIN",
        f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {database}",
        f"REVOKE {right} ON {table} FROM {database}",
    )
    with Records.at(address.replace("user=aid", f"user={database}")) as room:
        assert kind_of(lambda: room.begin(None, STAMP, NOW)) == "server_refused"
        run_on(address, f"GRANT {right} ON {table} TO {database}")
        room.begin(None, STAMP, NOW).close()


@pytest.mark.parametrize("table", TABLES_OF_ANSWERS)
def test_a_table_that_is_missing_is_told_before_a_code_is_given(
    server: Server, database: str, table: str
) -> None:
    with Records.at(server.address_of(database)) as records:
        run_on(server.address_of(database), f"DROP TABLE {table} CASCADE")
        assert kind_of(lambda: records.begin(None, STAMP, NOW)) == "foreign"


# --- what is said anew on each connection ---

UNUSUAL = (
    "standard_conforming_strings = off",
    "default_transaction_isolation = 'serializable'",
    "default_transaction_isolation = 'repeatable read'",
    "client_encoding = 'LATIN1'",
    "statement_timeout = '1ms'",
    "lock_timeout = '1ms'",
    "idle_in_transaction_session_timeout = '1ms'",
    "synchronous_commit = off",
    "bytea_output = 'escape'",
    "datestyle = 'German'",
    "timezone = 'Pacific/Kiritimati'",
    "log_parameter_max_length_on_error = -1",
)
WORDS = "a \\ backslash, 'quotes', 漢字 and Ω"


@pytest.mark.parametrize("setting", UNUSUAL)
def test_answers_are_kept_and_given_back_whatever_the_servers_settings(
    server: Server, database: str, setting: str
) -> None:
    run_on(server.address(), f"ALTER DATABASE {database} SET {setting}")
    address = server.address_of(database)
    with Records.at(address) as records:
        session = records.begin(WORDS, STAMP, NOW)
        session.keep("who", [WORDS], NOW)
        session.mark_printed(NOW.date())
        assert Records.at(address).open_by_code(session.code).only_looking
        session.close()
    with Records.at(address) as records:
        again = records.open_by_code(session.code)
        assert (again.entry.label, again.answers_given()) == (WORDS, {"who": (WORDS,)})
        assert records.erase(again).complete


def test_thinking_for_long_does_not_cost_the_lock(server: Server, database: str) -> None:
    run_on(server.address(), f"ALTER DATABASE {database} SET idle_session_timeout = '9s'")
    with Records.at(server.address_of(database)) as records:
        asked = "SELECT current_setting('idle_session_timeout')"
        assert records._database.read(asked) == [("0",)]


def test_the_encoding_that_the_surroundings_name_is_not_used(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGCLIENTENCODING", "SQL_ASCII")
    with Records.at(server.address_of(database) + "&client_encoding=LATIN1") as records:
        assert records.begin(WORDS, STAMP, NOW).entry.label == WORDS
        assert [entry.label for entry in records.list()] == [WORDS]


def test_a_connection_made_again_is_looked_at_again(server: Server, database: str) -> None:
    """A database that lets itself only be read since, as a standby server does."""
    records = Records.at(server.address_of(database))
    run_on(
        server.address(),
        f"ALTER DATABASE {database} SET default_transaction_read_only = on",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        f"WHERE datname = '{database}' AND pid <> pg_backend_pid()",
    )
    kinds = [kind_of(lambda: records.begin(None, STAMP, NOW)) for _ in range(2)]
    assert kinds == ["server_away", "server_only_reads"]
