-- row
UPDATE decision_aid_session SET label = 'river2J' WHERE label = 'river';
