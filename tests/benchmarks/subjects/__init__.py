"""The bots that are measured, each a program of its own: ``<base> <token> <port>``."""
