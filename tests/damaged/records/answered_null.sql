-- row, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'answered INTEGER NOT NULL', 'answered INTEGER') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_session SET answered = NULL WHERE label = 'river';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'answered INTEGER', 'answered INTEGER NOT NULL') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
