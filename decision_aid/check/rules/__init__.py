"""The rules of `check`, one module a family."""
