-- row, sqlite
UPDATE decision_aid_session SET begun = X'3230' WHERE label = 'river';
