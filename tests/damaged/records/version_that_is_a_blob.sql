-- row, sqlite
UPDATE decision_aid_session SET version = X'01' WHERE label = 'river';
