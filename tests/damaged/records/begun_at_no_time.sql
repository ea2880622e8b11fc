-- row
UPDATE decision_aid_session SET begun = 'soon' WHERE label = 'river';
