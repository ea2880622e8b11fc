-- row
UPDATE decision_aid_session SET version = '0.1]0;x' WHERE label = 'river';
