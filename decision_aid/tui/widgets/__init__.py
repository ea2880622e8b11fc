"""Widgets that draw their own lines, so that a change of screen needs no layout."""
