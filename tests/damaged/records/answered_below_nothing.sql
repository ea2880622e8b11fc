-- row
UPDATE decision_aid_session SET answered = -3 WHERE label = 'river';
