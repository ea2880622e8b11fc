-- answers
UPDATE decision_aid_session SET state = '7' WHERE label = 'river';
