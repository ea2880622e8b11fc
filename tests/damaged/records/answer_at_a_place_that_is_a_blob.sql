-- answers, sqlite
UPDATE decision_aid_answer SET slot = X'00' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river') AND counter = 1;
