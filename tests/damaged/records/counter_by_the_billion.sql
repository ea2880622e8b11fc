-- row
UPDATE decision_aid_session SET counter = 2147483647 WHERE label = 'river';
