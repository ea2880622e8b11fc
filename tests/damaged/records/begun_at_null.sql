-- row, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'begun TEXT NOT NULL', 'begun TEXT') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_session SET begun = NULL WHERE label = 'river';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'begun TEXT', 'begun TEXT NOT NULL') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
