-- row
UPDATE decision_aid_session SET version = '' WHERE label = 'river';
