"""The times that depend on each other, in seconds; `tests/bot/ground/test_timeouts.py` holds how.

What the database has its time for stands in `models/kernel/database.py`, and what the sender's
claims have in `bot/runtime/sender.py`.
"""

from __future__ import annotations

# A call of the Bot API.
CONNECT_S = 5.0
READ_S = 20.0
LONG_POLL_S = 30
"""How long Telegram may hold a question for updates that has no answer yet."""
POLL_READ_S = 40.0

# A reply, and what is owed in its place.
REPLY_S = 5.0
"""When a turn waits no longer for its reply's calls, which go on."""
LINGERS_S = 25.0
"""How long they go on after that: as long as a call can take."""
OWED_AFTER_S = 30.0
"""When what is still going is owed: later than it lingers, or it would be sent twice."""
LETTER_S = 28.0
"""For an owed message: longer than a call takes, so that none is cut off."""

# A press.
PRESS_S = 10.0
"""When Telegram may refuse the answer to a press ("query is too old")."""
MOMENT_S = 4.0
"""When a press without an answer is told to wait a moment."""

# The posts, each of which one process has: a channel's sending, announcing and the clock.
POST_RENEWED_S = 2.0
"""Whoever holds it shows so often that it does; the others look as often."""
POST_ANSWERS_S = 5.0
"""How long PostgreSQL may take to answer for it."""
POST_LOOKS = 8
"""Whoever was not seen to show it, at so many looks of another process, has lost the post."""
POST_HELD_S = 10.0
"""Whoever has not shown it for so long asks before it believes that it holds the post."""

# Closing.
FINISH_S = 10.0
"""For each of what is under way: the posts of updates, the turns, the messages, the background."""
