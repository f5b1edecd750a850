"""What is kept of a person, and erased."""
