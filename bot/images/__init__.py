"""Pictures: pure functions, data in, bytes out."""
