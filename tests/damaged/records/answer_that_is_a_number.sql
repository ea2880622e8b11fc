-- answers
UPDATE decision_aid_answer SET body = '7' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
