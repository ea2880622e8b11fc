-- answers, sqlite
UPDATE decision_aid_session SET state = CAST(X'FF' AS TEXT) WHERE label = 'river';
