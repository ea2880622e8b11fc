-- row, sqlite
UPDATE decision_aid_session SET counter = 9223372036854775808 WHERE label = 'river';
