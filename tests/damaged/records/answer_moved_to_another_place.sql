-- answers
UPDATE decision_aid_answer SET slot = 'é' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river') AND counter = 1;
