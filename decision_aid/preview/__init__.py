"""An author's file in a browser: its faults, each question as people see it, and the sheet."""
