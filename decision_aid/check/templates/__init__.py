"""Reads the templates' source, to prove that the advice is printed whatever is answered."""
