"""Where people speak: each channel turns its updates into what was heard, and shows replies."""
