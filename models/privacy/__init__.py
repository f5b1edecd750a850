"""What is kept of a person: shown, given out, and erased."""
