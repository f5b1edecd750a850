"""A thread that answers too late is no trouble; whatever else fails in a thread is."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import asyncio, sys, threading
from bot.app.driver_threads import forgive_late_answers

def answer():
    loop.call_soon_threadsafe(print)

def break_down():
    raise RuntimeError("something else")

loop = asyncio.new_event_loop()
loop.close()
if "forgives" in sys.argv:
    forgive_late_answers()
threading.Thread(target=answer if "late" in sys.argv else break_down).start()
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["late", "forgives"], ""),
        (["late"], "Event loop is closed"),
        (["forgives"], "something else"),
    ],
)
def test_only_a_late_answer_is_forgiven(words: list[str], said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stderr.strip().endswith(said)
    assert (done.stderr == "") == (said == "")
