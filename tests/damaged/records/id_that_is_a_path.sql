-- row, id, sqlite
UPDATE decision_aid_session SET id = '../../../elsewhere' WHERE label = 'river';
