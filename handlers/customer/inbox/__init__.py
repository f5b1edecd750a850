"""What a customer writes to the centre."""
