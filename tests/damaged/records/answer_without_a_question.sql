-- answers
UPDATE decision_aid_answer SET body = '{"given": null, "moment": "2026-11-20T14:05:00"}' WHERE session = (SELECT id FROM decision_aid_session WHERE label = 'river');
