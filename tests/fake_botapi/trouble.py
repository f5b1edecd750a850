"""Trouble on demand: what goes wrong between a bot and the Bot API, so many times."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, get_args

CallTrouble = Literal["late", "too_many_requests", "server_error", "unresolved", "reset", "drop"]
UpdateTrouble = Literal["twice", "out_of_order", "redeliver"]
TroubleKind = Literal[
    "late",
    "too_many_requests",
    "server_error",
    "unresolved",
    "reset",
    "drop",
    "twice",
    "out_of_order",
    "redeliver",
]
CALL_KINDS: frozenset[str] = frozenset(get_args(CallTrouble))


@dataclass(slots=True)
class Trouble:
    """One kind of trouble and how often it still strikes, in one ``chat`` or in all.

    ``late`` answers after ``delay`` seconds, or when it ``is_over`` (the call is applied at once;
    ``lasting`` counts the answers that wait), ``too_many_requests`` refuses with ``retry_after``
    seconds, ``server_error`` with ``code``, ``unresolved`` as a webhook whose host could not be
    looked up, ``reset`` breaks the connection before the call is applied, ``drop`` after it.
    ``twice`` delivers an update again after it was acknowledged, ``out_of_order`` hands over two
    waiting updates in reverse, ``redeliver`` gives the last ``times`` acknowledged updates again
    when the bot next starts (getMe, setWebhook or deleteWebhook). For updates ``chat`` is the id
    of the person.
    """

    kind: TroubleKind
    method: str | None = None
    chat: int | None = None
    times: int = 1
    delay: float = 1.0
    retry_after: int = 1
    code: int = 500
    lasting: int = 0
    _over: asyncio.Event = field(default_factory=asyncio.Event)

    def is_over(self) -> None:
        """Answers what is late now: who waits for something else meanwhile needs no clock."""
        self._over.set()

    async def lasts(self) -> None:
        """Waits until a late answer may go."""
        self.lasting += 1
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), self.delay)
        finally:
            self.lasting -= 1

    def strikes(self, method: str, chat: object) -> bool:
        """Whether a call of this method, to this chat, is meant."""
        return (
            self.times > 0
            and (self.method is None or self.method.lower() == method.lower())
            and (self.chat is None or self.chat == chat)
        )


class Troubles:
    """All the trouble that was asked for."""

    def __init__(self) -> None:
        self.listed: list[Trouble] = []

    def add(self, trouble: Trouble) -> Trouble:
        """Asks for one more."""
        self.listed.append(trouble)
        return trouble

    def for_call(self, method: str, chat: object) -> Trouble | None:
        """The trouble that this call meets, counted as having struck."""
        for trouble in self.listed:
            if trouble.kind in CALL_KINDS and trouble.strikes(method, chat):
                return self._struck(trouble)
        return None

    def for_update(self, kind: UpdateTrouble, chat: int) -> Trouble | None:
        """The trouble that this update meets, counted as having struck."""
        for trouble in self.listed:
            if trouble.kind == kind and trouble.strikes("", chat):
                return self._struck(trouble)
        return None

    def redeliveries(self) -> int:
        """How many updates come again at a start of the bot; asked once."""
        found = [trouble for trouble in self.listed if trouble.kind == "redeliver"]
        for trouble in found:
            self.listed.remove(trouble)
        return sum(trouble.times for trouble in found)

    def _struck(self, trouble: Trouble) -> Trouble:
        trouble.times -= 1
        if trouble.times == 0:
            self.listed.remove(trouble)
        return trouble
