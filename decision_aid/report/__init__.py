"""A summary as a file: formats and editions as data, each file checked on its way out."""
