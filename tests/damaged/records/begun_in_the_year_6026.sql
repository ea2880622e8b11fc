-- row
UPDATE decision_aid_session SET begun = '6026-11-20T14:05:00' WHERE label = 'river';
