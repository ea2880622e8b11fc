-- answers, lock
UPDATE decision_aid_session SET seal = '[1, 2]' WHERE label = 'river';
