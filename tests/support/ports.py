"""Ports for programs that tests start."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from itertools import count

from bot.runtime.web_host.server import PortTaken, listening_socket

FIRST, EACH = 20_000, 1_500  # eight workers stay below what the system gives to who connects
WORKER = int(os.environ.get("PYTEST_XDIST_WORKER", "gw7").removeprefix("gw")) % 8
_next = count(random.SystemRandom().randrange(EACH))


def free_port() -> int:
    """A port that nobody listens on, and that nobody else is given before it is taken.

    The system gives it to nobody who connects, another worker has ports of its own, and this one
    comes to the same port again only after all others.
    """
    while True:
        port = FIRST + WORKER * EACH + next(_next) % EACH
        with suppress(PortTaken):
            listening_socket("127.0.0.1", port).close()
            return port
