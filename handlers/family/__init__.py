"""What families say and hear."""
