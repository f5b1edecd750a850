"""Flood limits. The exact numbers are unpublished; these are those of the Bot API's FAQ."""

from __future__ import annotations

import math
from collections import defaultdict, deque
from dataclasses import dataclass, field

from telegram.constants import FloodLimit

from .people import Chat
from .refused import too_many_requests


@dataclass(slots=True)
class FloodLimits:
    """About one message a second in a chat (with a burst), thirty overall, twenty a minute in a
    group; seconds are those of the event loop's clock."""

    burst: int = 3
    per_chat: float = float(FloodLimit.MESSAGES_PER_SECOND_PER_CHAT)
    overall: int = int(FloodLimit.MESSAGES_PER_SECOND)
    group_minute: int = int(FloodLimit.MESSAGES_PER_MINUTE_PER_GROUP)
    _sent: deque[float] = field(default_factory=deque)
    _in_chat: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def count(self, chat: Chat, now: float, messages: int = 1) -> None:
        """Counts messages to a chat; an album counts each of its items."""
        recent = self._in_chat[chat.id]
        if chat.is_private:
            _need_room(recent, now, self.burst / self.per_chat, self.burst, messages)
        else:
            _need_room(recent, now, 60.0, self.group_minute, messages)
        _need_room(self._sent, now, 1.0, self.overall, messages)
        recent.extend([now] * messages)
        self._sent.extend([now] * messages)


def _need_room(sent: deque[float], now: float, window: float, limit: int, more: int) -> None:
    while sent and sent[0] <= now - window:
        sent.popleft()
    if sent and len(sent) + more > limit:
        raise too_many_requests(max(1, math.ceil(sent[0] + window - now)))
