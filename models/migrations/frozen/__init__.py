"""What migrations reckon with, as it was when they were written: none of it is changed again."""
