-- row
UPDATE decision_aid_session SET last = '2026-11-20T25:05:00' WHERE label = 'river';
