-- row, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'last TEXT NOT NULL', 'last TEXT') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_session SET last = NULL WHERE label = 'river';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'last TEXT', 'last TEXT NOT NULL') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
