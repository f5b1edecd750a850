"""What the fake answers instead of a result."""

from __future__ import annotations


class Refused(Exception):
    """A call that the Bot API answers with ``ok: false``.

    ``code`` is both the HTTP status and ``error_code``; ``retry_after`` is in seconds.
    """

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


def bad_request(why: str) -> Refused:
    """A 400 with the real server's prefix."""
    return Refused(400, f"Bad Request: {why}")


def forbidden(why: str) -> Refused:
    """A 403 with the real server's prefix."""
    return Refused(403, f"Forbidden: {why}")


def too_many_requests(seconds: int) -> Refused:
    """A 429 that asks for a pause of so many seconds."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


class NotTaught(Refused):
    """A method that the Bot API has and this fake does not play."""

    def __init__(self, method: str) -> None:
        super().__init__(501, f"Not Implemented: the fake Bot API was not taught {method}")
