-- row
UPDATE decision_aid_session SET answered = 2000000000 WHERE label = 'river';
