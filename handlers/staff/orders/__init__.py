"""Orders on their way to the door."""
