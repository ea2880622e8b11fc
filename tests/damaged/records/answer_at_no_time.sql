-- answers
UPDATE decision_aid_answer SET body = '{"question": "who", "given": null, "moment": 7}' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
