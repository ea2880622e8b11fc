-- answers
DELETE FROM decision_aid_answer WHERE counter = 1 AND session = (SELECT id FROM decision_aid_session WHERE label = 'river');
