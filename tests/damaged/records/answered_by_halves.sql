-- row, sqlite
UPDATE decision_aid_session SET answered = 1.5 WHERE label = 'river';
