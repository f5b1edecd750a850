"""What families say and see."""
