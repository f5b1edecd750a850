"""A subject while it runs: its own process, a fake Bot API of its own, and a crowd of people."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import aiohttp
import msgspec
import psutil

from tests.fake_botapi import FakeBotApiProcess
from tests.support.lives import Life
from tests.support.ports import free_port

ROOT = Path(__file__).parents[2]
HEALTHY_WITHIN_S = 180.0
SETTLED_S = 0.5
DONE_WITHIN_S = 120.0
MEGABYTE = 1024 * 1024
STARTS_ANEW = True
"""A test of the benchmark, which judges no number, forks its shops off a process with the code."""
Child = asyncio.subprocess.Process | Life


class Program(NamedTuple):
    """How a subject is started; ``{base}``, ``{token}`` and ``{port}`` are filled in."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = {}
    python: str = sys.executable
    folder: Path = ROOT

    def filled(self, **known: object) -> Program:
        """The program with those words put in."""
        arguments = [each.format(**known) for each in self.arguments]
        environment = {key: each.format(**known) for key, each in self.environment.items()}
        return self._replace(arguments=arguments, environment=environment)


class Measured(msgspec.Struct, frozen=True):
    """What one round counted; times in seconds, `cpu` of the subject and of the fake."""

    seconds: float
    acts: int
    act_p50: float
    act_p95: float
    act_p99: float
    journeys: int
    journey_p50: float
    journey_p99: float
    done: int
    failed: int
    cpu: float = 0.0
    fake_cpu: float = 0.0

    @property
    def rate(self) -> float:
        """Acts a second."""
        return self.acts / self.seconds if self.seconds else 0.0

    @property
    def cost(self) -> float:
        """Seconds of the subject's processor time for an act."""
        return self.cpu / self.done if self.done else 0.0

    @property
    def journey_rate(self) -> float:
        """Journeys a second."""
        return self.journeys / self.seconds


class Running:
    """A subject and its fake, from start to end."""

    def __init__(self, program: Program, log: Path) -> None:
        """What the subject prints goes to `log`."""
        self._program = program
        self._log = log
        self._stack = AsyncExitStack()
        self.fake = FakeBotApiProcess("--keep-calls", "100")
        self.people: list[int] = []
        self.started_in = 0.0
        self.acts = 0
        self._process = psutil.Process()

    async def __aenter__(self) -> Self:
        try:
            await self._stack.enter_async_context(self.fake)
            await self._start()
        except BaseException:
            await self._stack.aclose()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._stack.aclose()

    async def _start(self) -> None:
        port = free_port()
        program = self._program.filled(base=self.fake.base_url, token=self.fake.token, port=port)
        began = time.perf_counter()
        child = await (begun_anew if starts_anew(program) else forked)(program, self._log)
        self._stack.push_async_callback(ended, child)
        await healthy(f"http://127.0.0.1:{port}/healthz", child, self._log)
        self.started_in = time.perf_counter() - began
        self._process = psutil.Process(child.pid)

    async def gather(self, count: int) -> None:
        """So many people more, who have begun to talk with the bot."""
        people = await self.fake.act("people", count=count)
        await self.crowd([{"says": "/start"}], people=people, seconds=0.0, patience=60.0)
        self.people += people

    async def crowd(self, journey: Sequence[Mapping[str, Any]], **load: Any) -> Measured:
        """Let a crowd (all people, unless `people` says) follow the journey, and measure it."""
        fake = psutil.Process(self.fake.pid)
        before, fake_before = cpu_of(self._process), cpu_of(fake)
        counted = await self.fake.act(
            "crowd", **{"people": self.people, "journey": journey, **load}
        )
        measured = msgspec.convert(
            {
                **counted,
                "cpu": cpu_of(self._process) - before,
                "fake_cpu": cpu_of(fake) - fake_before,
            },
            Measured,
        )
        self.acts += measured.done
        return measured

    async def crowd_and_after(self, journey: Sequence[Mapping[str, Any]], **load: Any) -> Measured:
        """Let a crowd follow the journey once; the cost of what is done for it later counts too."""
        before = cpu_of(self._process)
        measured = await self.crowd(journey, once=True, **load)
        await self.fake.act("quiet", settle=SETTLED_S, within=DONE_WITHIN_S)
        return msgspec.structs.replace(measured, cpu=cpu_of(self._process) - before)

    def spent(self) -> float:
        """Seconds of processor time that the subject's process has used."""
        return cpu_of(self._process)

    def megabytes(self) -> float:
        """The resident memory of the subject's process."""
        return float(self._process.memory_info().rss) / MEGABYTE


def starts_anew(program: Program) -> bool:
    """Whether it is started as its owner does; what is forked off is the shop of this checkout."""
    is_ours = program.python == sys.executable and program.arguments[:2] == ("-m", "bot")
    return STARTS_ANEW or not is_ours


async def begun_anew(program: Program, log: Path) -> Child:
    """A process of that program; what it prints goes to `log`."""
    with log.open("ab") as output:
        return await asyncio.create_subprocess_exec(
            *(program.python, *program.arguments),
            cwd=program.folder,
            env={**os.environ, **program.environment},
            stdout=output,
            stderr=output,
        )


async def forked(program: Program, log: Path) -> Child:
    """The same, forked off a process that holds the shop's code already."""
    environment = {**os.environ, **program.environment}
    return Life(program.arguments[1:], program.folder, environment, log, log)


async def healthy(address: str, child: Child, log: Path) -> None:
    """Waits for 200; AssertionError when the subject ends or takes too long."""
    until = time.perf_counter() + HEALTHY_WITHIN_S
    async with aiohttp.ClientSession() as session:
        while time.perf_counter() < until and child.returncode is None:
            try:
                async with session.get(address) as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.01)
    said = await asyncio.to_thread(log.read_text)
    raise AssertionError(f"the subject did not start:\n{said[-3000:]}")


async def ended(child: Child) -> None:
    """Ends the process, gently at first."""
    if child.returncode is None:
        child.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(child.wait(), 15)
    except TimeoutError:
        child.kill()
        await child.wait()


def cpu_of(process: psutil.Process) -> float:
    """Seconds of processor time that it has used."""
    times = process.cpu_times()
    return float(times.user + times.system)


def python_of(checkout: Path) -> str:
    """The Python of a checkout's own virtual environment; of this one, the one that runs."""
    return sys.executable if checkout == ROOT else str(checkout / ".venv" / "bin" / "python")


async def run_in(checkout: Path, code: str, *args: str) -> None:
    """Run some lines there. Raises AssertionError with what was said when they fail."""
    child = await asyncio.create_subprocess_exec(
        *(python_of(checkout), "-c", code, *args),
        cwd=checkout,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    said, _ = await child.communicate()
    assert child.returncode == 0, said.decode()[-3000:]
