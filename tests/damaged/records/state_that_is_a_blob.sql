-- answers, sqlite
UPDATE decision_aid_session SET state = X'00' WHERE label = 'river';
