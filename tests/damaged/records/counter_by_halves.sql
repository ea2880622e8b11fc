-- row, sqlite
UPDATE decision_aid_session SET counter = 2.5 WHERE label = 'river';
