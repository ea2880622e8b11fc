-- print
UPDATE decision_aid_print SET body = '[{"on": 7, "given": []}]' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
