-- answers
UPDATE decision_aid_answer SET body = 'x' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
