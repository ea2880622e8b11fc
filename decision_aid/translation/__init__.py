"""The texts of a content file for translators, as `.po`, and their work as an overlay."""
