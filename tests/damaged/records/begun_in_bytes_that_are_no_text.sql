-- row, sqlite
UPDATE decision_aid_session SET begun = CAST(X'323032FF' AS TEXT) WHERE label = 'river';
