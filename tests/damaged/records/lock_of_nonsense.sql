-- answers, lock
UPDATE decision_aid_session SET seal = 'x' WHERE label = 'river';
