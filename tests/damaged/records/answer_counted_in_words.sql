-- answers, sqlite
UPDATE decision_aid_answer SET counter = 'one' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river') AND counter = 1;
