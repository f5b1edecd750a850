"""What a screen looks like: pure functions from data to a card."""
