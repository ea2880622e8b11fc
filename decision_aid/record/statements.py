"""The SQL of the records, the same on SQLite and PostgreSQL; `?` stands for a value.

An answer's body holds the question, what was given and when, as JSON: sealed where there is a
passphrase. Its slot is a hash of the question, so that a sealed record does not tell the path.
"""

from __future__ import annotations

VERSION = 2
"""The form of the tables; a program refuses a newer one."""

TABLES = {
    "decision_aid_store": """CREATE TABLE decision_aid_store (version INTEGER NOT NULL)""",
    "decision_aid_session": """CREATE TABLE decision_aid_session (
    id TEXT PRIMARY KEY,
    handle TEXT NOT NULL UNIQUE,
    label TEXT NOT NULL,
    content TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    begun TEXT NOT NULL,
    last TEXT NOT NULL,
    answered INTEGER NOT NULL,
    counter INTEGER NOT NULL,
    seal TEXT NOT NULL,
    state TEXT NOT NULL)""",
    "decision_aid_answer": """CREATE TABLE decision_aid_answer (
    session TEXT NOT NULL REFERENCES decision_aid_session (id),
    slot TEXT NOT NULL,
    counter INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (session, slot))""",
    "decision_aid_print": """CREATE TABLE decision_aid_print (
    session TEXT PRIMARY KEY REFERENCES decision_aid_session (id),
    body TEXT NOT NULL)""",
}

UPGRADES: dict[int, tuple[str, ...]] = {1: (TABLES["decision_aid_print"],)}
"""What makes the next form out of a form; nothing that is kept is changed by it."""

SET_VERSION = "INSERT INTO decision_aid_store (version) VALUES (?)"
RAISE_VERSION = "UPDATE decision_aid_store SET version = ?"
GET_VERSION = "SELECT version FROM decision_aid_store"

ENTRY = (
    "id",
    "label",
    "content",
    "version",
    "hash",
    "begun",
    "last",
    "answered",
    "seal",
    "counter",
)
"""The columns that make an entry of a list."""
_ENTRY = ", ".join(ENTRY)
BEGIN = (
    "INSERT INTO decision_aid_session (id, handle, label, content, version, hash, begun, last, "
    "answered, counter, seal, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)"
)
LIST = f"SELECT {_ENTRY} FROM decision_aid_session ORDER BY last DESC, id"  # noqa: S608 no outside text
FIND = f"SELECT {_ENTRY}, handle FROM decision_aid_session WHERE handle = ?"  # noqa: S608
GET = f"SELECT {_ENTRY}, handle FROM decision_aid_session WHERE id = ?"  # noqa: S608

OPEN_ANSWERS = (
    "SELECT a.session, a.body FROM decision_aid_answer a "
    "JOIN decision_aid_session s ON s.id = a.session "
    "WHERE s.seal = '' AND s.content = ? AND s.version = ?"
)
"""Those of every session that belongs to that version of the content and is not locked."""
READ = (
    "SELECT s.counter, s.state, a.slot, a.counter, a.body FROM decision_aid_session s "
    "LEFT JOIN decision_aid_answer a ON a.session = s.id WHERE s.id = ? ORDER BY a.counter"
)
"""One statement, so that what it gives is of one moment."""
KEEP = (
    "INSERT INTO decision_aid_answer (session, slot, counter, body) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (session, slot) DO UPDATE SET counter = excluded.counter, body = excluded.body"
)
UPDATE = (
    "UPDATE decision_aid_session SET last = ?, answered = ?, counter = ?, state = ? "
    "WHERE id = ? RETURNING id"
)
PRINTED = (
    "INSERT INTO decision_aid_print (session, body) VALUES (?, ?) "
    "ON CONFLICT (session) DO UPDATE SET body = excluded.body"
)
PRINTS = (
    "SELECT s.counter, s.state, p.body FROM decision_aid_session s "
    "LEFT JOIN decision_aid_print p ON p.session = s.id WHERE s.id = ?"
)
NEW_HANDLE = "UPDATE decision_aid_session SET handle = ? WHERE id = ? RETURNING id"
RESTAMP = "UPDATE decision_aid_session SET content = ?, version = ?, hash = ? WHERE id = ?"
ERASE = (
    "DELETE FROM decision_aid_print WHERE session = ?",
    "DELETE FROM decision_aid_answer WHERE session = ?",
    "DELETE FROM decision_aid_session WHERE id = ? RETURNING id",
)
