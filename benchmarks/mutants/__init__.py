"""Changes one thing at a time in the core and sees whether the tests notice."""
