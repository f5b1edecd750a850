"""What the Bot API's refusals mean for a message."""

from __future__ import annotations

from datetime import timedelta

from telegram.error import (
    BadRequest,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.runtime.outcomes import Blocked, NotShown, TryLater, Unsendable
from bot.runtime.retry_policy import Retry
from handlers.dialog.speech import Reply

_GONE = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
_LONG_S = 60.0
AGAIN = Retry(first=0.5, longest=30.0)
"""How what has to go well in the end is tried again: the start, asking for updates, an update."""


def seconds_of(error: RetryAfter) -> float:
    """How many seconds the platform asks to wait."""
    asked = error.retry_after
    return asked.total_seconds() if isinstance(asked, timedelta) else float(asked)


def not_shown(error: TelegramError, rest: Reply) -> NotShown:
    """The trouble in the words of the channels."""
    why = error.message
    match error:
        case RetryAfter():
            return TryLater(why, rest, seconds_of(error), asked=True)
        case Forbidden():
            return Blocked(why, rest)
        case BadRequest() if why.lower().startswith(_GONE):
            return Blocked(why, rest)
        case BadRequest():
            return Unsendable(why, rest)
        case TimedOut():
            return TryLater(why, rest, _LONG_S, unsure=True)
        case NetworkError():
            return TryLater(why or type(error).__name__, rest, None)
        case _:
            # A wrong token or a second poller: nothing of the message's own making.
            return TryLater(why, rest, _LONG_S)
