-- row
UPDATE decision_aid_session SET hash = 'abc' WHERE label = 'river';
