"""A program in a process of its own, forked off one that holds the shop's code already.

To bring in the code and to read the words takes two seconds of a processor. What such a process
does is what `python -m` would do; that the program starts without it, a few tests see.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import runpy
import signal
import sys
import warnings
from collections.abc import Mapping, Sequence
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path

from tests.support.waiting import PATIENCE, until

NO_LIMITS = {
    "ENTAJ_OPEN_ORDERS": "1000",
    "ENTAJ_OPEN_PIECES": "100000",
    "ENTAJ_OPEN_VALUE": "10000000",
    "ENTAJ_CANCELLATIONS_A_DAY": "1000",
}
"""Settings for customers who order again and again."""


@cache
def forks() -> ForkServerContext:
    """Processes forked off one that holds the shop's code: they start at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.preloaded"])
    return context


class Life:
    """A program from its start to its end; what it writes goes to two files, or to one."""

    def __init__(
        self,
        program: Sequence[str],
        folder: Path,
        environment: Mapping[str, str],
        out: Path,
        err: Path,
    ) -> None:
        """Start it: `program` are the words after `python -m`, `folder` is where it runs."""
        self.out = out
        self.err = err
        for path in (out, err):
            path.touch()
        self._process = forks().Process(
            target=live, args=(program, folder, dict(environment), out, err), daemon=True
        )
        self._process.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """How it ended: its exit code, or the signal below zero; None while it lives."""
        return self._process.exitcode

    def send_signal(self, number: signal.Signals) -> None:
        """Send it a signal; nothing happens when it has ended."""
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Kill it with -9."""
        self.send_signal(signal.SIGKILL)

    async def wait(self) -> int:
        """Wait for its end; how it ended."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        if self.returncode is None:
            loop.add_reader(self._process.sentinel, ended.set)
            try:
                await ended.wait()
            finally:
                loop.remove_reader(self._process.sentinel)
        return self.join()

    def join(self) -> int:
        """Wait for its end in a test that is no coroutine; how it ended."""
        self._process.join(PATIENCE)
        assert self.returncode is not None, "it goes on and on"
        return self.returncode

    async def says(self, what: str) -> None:
        """Wait until it has written that."""

        async def is_said() -> bool:
            # Looked at first: what it wrote may have been its last words.
            has_ended = self.returncode is not None
            if what in self.out.read_text(errors="replace"):
                return True
            assert not has_ended, f"it ended without {what!r}: {self.err.read_text()}"
            return False

        await until(is_said)


def live(
    program: Sequence[str], folder: Path, environment: Mapping[str, str], out: Path, err: Path
) -> None:
    """What the new process does."""
    for number, path in ((1, out), (2, err)):
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(file, number)
        os.close(file)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = program[1:]
    warnings.simplefilter("error")
    runpy.run_module(program[0], run_name="__main__", alter_sys=True)
