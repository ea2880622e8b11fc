"""A decision aid is a file, the interview a function of it; a face only asks and says."""
