-- answers, sqlite
UPDATE decision_aid_answer SET body = CAST(X'7BFF' AS TEXT) WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
