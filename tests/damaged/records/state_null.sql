-- answers, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'state TEXT NOT NULL', 'state TEXT') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_session SET state = NULL WHERE label = 'river';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'state TEXT', 'state TEXT NOT NULL') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
