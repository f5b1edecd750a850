"""The words: a file for each area, in each language."""
