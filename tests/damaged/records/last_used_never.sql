-- row
UPDATE decision_aid_session SET last = '' WHERE label = 'river';
