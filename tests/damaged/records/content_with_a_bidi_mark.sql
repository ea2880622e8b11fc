-- row
UPDATE decision_aid_session SET content = 'small⁦' WHERE label = 'river';
