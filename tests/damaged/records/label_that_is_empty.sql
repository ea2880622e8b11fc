-- row
UPDATE decision_aid_session SET label = '' WHERE label = 'river';
