-- row, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'label TEXT NOT NULL', 'label TEXT') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_session SET label = NULL WHERE label = 'river';
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'label TEXT', 'label TEXT NOT NULL') WHERE name = 'decision_aid_session';
PRAGMA writable_schema = RESET;
