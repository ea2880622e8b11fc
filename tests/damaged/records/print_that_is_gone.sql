-- print
DELETE FROM decision_aid_print WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
