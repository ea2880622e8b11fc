-- answers
UPDATE decision_aid_session SET counter = 1 WHERE label = 'river';
