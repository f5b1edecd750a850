"""What customers say and hear."""
