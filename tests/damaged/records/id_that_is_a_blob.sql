-- row, id, sqlite
UPDATE decision_aid_session SET id = X'00FF' WHERE label = 'river';
