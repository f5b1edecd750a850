"""A coroutine run from a test that is not one itself."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def in_thread(work: Coroutine[Any, Any, T]) -> T:
    """Run the coroutine on a loop of its own: the tests' loop is not disturbed by it."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
