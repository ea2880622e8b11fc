-- answers, sqlite
UPDATE decision_aid_answer SET body = X'FF' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
