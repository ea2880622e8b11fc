-- row
UPDATE decision_aid_session SET last = '2026-11-31T14:05:00' WHERE label = 'river';
