-- answers, sqlite
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'body TEXT NOT NULL', 'body TEXT') WHERE name = 'decision_aid_answer';
PRAGMA writable_schema = RESET;
UPDATE decision_aid_answer SET body = NULL WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'body TEXT', 'body TEXT NOT NULL') WHERE name = 'decision_aid_answer';
PRAGMA writable_schema = RESET;
