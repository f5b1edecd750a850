"""Orders: from the cart to the door."""
