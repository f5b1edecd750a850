"""The chat page: acts in, messages out, and all that the browser fetches."""
