-- row, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'counter INTEGER NOT NULL', 'counter INTEGER') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_session SET counter = NULL WHERE label = 'river';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'counter INTEGER', 'counter INTEGER NOT NULL') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
