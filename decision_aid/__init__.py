"""A decision aid is a file, the interview a function of it; a face only asks and says."""

__version__ = "1.0.0"
