-- row, sqlite
UPDATE decision_aid_session SET seal = X'00' WHERE label = 'river';
