-- answers
UPDATE decision_aid_answer SET counter = 5 - counter WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river') AND counter IN (2, 3);
