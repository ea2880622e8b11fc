-- row
UPDATE decision_aid_session SET label = 'river' WHERE label = 'river';
