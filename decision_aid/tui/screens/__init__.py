"""The screens; each turns what it knows into a page and hears what was picked on it."""
