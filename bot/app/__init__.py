"""The whole put together, opened and closed, and the tools of whoever runs it."""
