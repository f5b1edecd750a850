"""What every channel does with what is owed, and how it says that something did not arrive."""

from __future__ import annotations

import asyncio
from typing import Any, Literal, Protocol

import msgspec

from handlers.dialog.speech import Reply
from models.people.people import Language


class Recipient(msgspec.Struct, frozen=True):
    """Whom a reply is for: the account, and the channel's own id of the person."""

    account_id: int
    external_id: str
    language: Language


class Letter(msgspec.Struct, frozen=True):
    """A message of the outbox as a channel brings it; `owed_id` names it."""

    owed_id: int
    to: Recipient
    reply: Reply


Brought = Literal["sent", "waiting"]
"""What became of a letter: on the person's screen, or stored for a page that will fetch it."""


class Bringer(Protocol):
    """A channel, as the sender sees it."""

    async def bring(self, letter: Letter) -> Brought:
        """Bring an owed message once; raises Blocked, TryLater or Unsendable."""


class NotShown(Exception):
    """A reply did not arrive; `rest` is what of it is still to be shown."""

    def __init__(self, why: str, rest: Reply) -> None:
        super().__init__(why)
        self.why = why
        self.rest = rest

    def __reduce__(self) -> tuple[Any, ...]:
        """Its text is not all that it is made of."""
        return type(self), (self.why, self.rest)


class Blocked(NotShown):
    """The person does not want our messages, or is gone: nothing is sent any more."""


class TryLater(NotShown):
    """The platform cannot take it now: again after `seconds`, or after a pause of one's own.

    `asked` is true when the platform itself asked for the pause (too many requests), `unsure` when
    the call was not answered: it may have arrived, and would be seen twice.
    """

    def __init__(
        self,
        why: str,
        rest: Reply,
        seconds: float | None,
        *,
        asked: bool = False,
        unsure: bool = False,
    ) -> None:
        super().__init__(why, rest)
        self.seconds = seconds
        self.asked = asked
        self.unsure = unsure

    def __reduce__(self) -> tuple[Any, ...]:
        """In another process no call of this one is going on."""
        left = {"asked": self.asked, "unsure": self.unsure}
        return TryLater, (self.why, self.rest, self.seconds), left

    def is_owed(self, key: str) -> None:
        """The rest was put into the outbox under that key."""


class StillGoing(TryLater):
    """A call has no answer yet and is left to end; the rest is owed in case that it does not.

    `showing` ends with what is left then, or raises NotShown. `owed_as` is the outbox's key.
    """

    def __init__(self, rest: Reply, seconds: float, showing: asyncio.Task[Reply]) -> None:
        super().__init__("no answer yet", rest, seconds, unsure=True)
        self.showing = showing
        self.owed_as: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def is_owed(self, key: str) -> None:
        """The rest was put into the outbox under that key."""
        if not self.owed_as.done():
            self.owed_as.set_result(key)


class Unsendable(NotShown):
    """The platform will never take this message: a defect of ours."""
