"""The same pages in a browser, as plain HTML without a script, for whoever has no terminal."""
