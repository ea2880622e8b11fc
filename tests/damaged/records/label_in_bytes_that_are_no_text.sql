-- row, sqlite
UPDATE decision_aid_session SET label = CAST(X'7269766572FF' AS TEXT) WHERE label = 'river';
