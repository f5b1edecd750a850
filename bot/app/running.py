"""Runs the storefront until it is told to stop."""

from __future__ import annotations

import asyncio
import ctypes
import gc
import signal
from collections.abc import Callable, Sequence
from importlib import import_module

import structlog

from bot.app.assembly import Storefront
from bot.ground.settings import Settings
from bot.runtime.channel import Channel
from handlers.dialog.rendering import bundle
from locales.languages import LANGUAGES

log = structlog.get_logger(__name__)
STOPS = (signal.SIGTERM, signal.SIGINT)
M_MMAP_THRESHOLD, M_ARENA_MAX = -3, -8  # malloc.h of glibc
LARGE = 512 * 1024
COLLECTS_AGAIN_S = 30.0
COMES_FIRST = ("phonenumbers", "bot.images.draw", "bot.images.photos")
"""A phone is asked for at the first checkout, and every menu has a picture."""


def run_storefront(
    settings: Settings, channels: Sequence[Channel], opened: Callable[[Storefront], None]
) -> None:
    """Open the storefront, call `opened`, and close in order on SIGTERM or Ctrl-C.

    Raises PortTaken and NotOpened, and what a database raises that cannot be opened.
    """
    give_memory_back()
    with asyncio.Runner(loop_factory=fast_loop()) as runner:
        runner.run(serve(settings, channels, opened))


async def serve(
    settings: Settings, channels: Sequence[Channel], opened: Callable[[Storefront], None]
) -> None:
    """The storefront, from its opening to the signal."""
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in STOPS:
        loop.add_signal_handler(sign, told.set)
    storefront = Storefront(settings, channels)
    # A channel that cannot be reached is waited for; what comes meanwhile is not to pile up.
    loop.call_later(COLLECTS_AGAIN_S, gc.enable)
    opening = asyncio.create_task(storefront.__aenter__())
    stopping = asyncio.create_task(told.wait())
    await asyncio.wait({opening, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if not opening.done():
        opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)
        return
    await opening
    # What is built by now stays: looking through it again held up taps for 25 ms at a time. Among
    # it are 2,000 objects that nothing holds; to find them took a tenth of the start.
    gc.freeze()
    gc.enable()
    storefront.background.run(load_what_comes_first())
    opened(storefront)
    await stopping
    log.info("closing")
    await storefront.close()


async def load_what_comes_first() -> None:
    """Load, beside the event loop, what the first customers will need, and every start does not.

    Whoever came first would else hold up all others: the words of a language take a tenth of a
    second, the phone book and the drawing half of that. Every shop comes to need them, within
    minutes; what few need is left out (icalendar, 3 MB).
    """
    await asyncio.to_thread(load_modules_and_words)


def load_modules_and_words() -> None:
    """Load `COMES_FIRST`, and the words of every language."""
    for name in COMES_FIRST:
        import_module(name)
    for language in LANGUAGES:
        bundle(language)


def give_memory_back() -> None:
    """Have the C library return what is large to the system as soon as it is freed, where it can.

    All threads share one pool, so that what one frees is there for the others.

    Left alone, glibc learns from the first picture that is drawn to keep pieces of that size, 8 MB
    of a worker's memory; a fixed limit, in bytes, ends the learning (see mallopt(3)).
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(M_MMAP_THRESHOLD, LARGE)
        mallopt(M_ARENA_MAX, 1)


def fast_loop() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop's event loop where it is installed, else None for the usual one."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop
