-- row, sqlite
UPDATE decision_aid_session SET answered = 'many' WHERE label = 'river';
