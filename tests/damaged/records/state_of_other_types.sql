-- answers
UPDATE decision_aid_session SET state = '{"shown": ["who"], "printed": "1", "digest": 7}' WHERE label = 'river';
