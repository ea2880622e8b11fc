-- row, sqlite
UPDATE decision_aid_session SET counter = 'many' WHERE label = 'river';
