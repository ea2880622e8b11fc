-- answers
UPDATE decision_aid_session SET state = 'x' WHERE label = 'river';
