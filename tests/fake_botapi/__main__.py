"""``python -m tests.fake_botapi --port N``: the fake as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

from . import TOKEN, FakeBotApi, FloodLimits


async def _serve(options: argparse.Namespace) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(each, stop.set)
    api = FakeBotApi(
        options.token,
        port=options.port,
        latency=options.latency,
        flood=FloodLimits() if options.flood else None,
        keep_calls=options.keep_calls,
        control=True,
    )
    async with api:
        sys.stdout.write(f"{api.port}\n")
        sys.stdout.flush()
        await stop.wait()


def main() -> None:
    """Prints the port on a line of its own when ready, and serves until it is told to stop."""
    parser = argparse.ArgumentParser(prog="python -m tests.fake_botapi", description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--latency", type=float, default=0.0, help="seconds added to each answer")
    parser.add_argument("--flood", action="store_true", help="with Telegram's flood limits")
    parser.add_argument("--keep-calls", type=int, default=10_000)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(parser.parse_args()))


if __name__ == "__main__":
    main()
