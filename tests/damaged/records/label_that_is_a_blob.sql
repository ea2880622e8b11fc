-- row, sqlite
UPDATE decision_aid_session SET label = X'7269766572' WHERE label = 'river';
