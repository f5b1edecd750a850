"""The shop with everybody in it, at random, beside a plain reckoning of what must be true."""
