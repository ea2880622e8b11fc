-- row
UPDATE decision_aid_session SET label = 'river
teapot' WHERE label = 'river';
