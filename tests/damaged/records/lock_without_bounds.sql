-- answers, lock
UPDATE decision_aid_session SET seal = '{"n": 1e999, "r": 8, "p": 1, "salt": "", "key": ""}' WHERE label = 'river';
