-- row
UPDATE decision_aid_session SET begun = '202v-11-20T14:05:00' WHERE label = 'river';
