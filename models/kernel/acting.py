"""Who acts, and when: what every operation of the shop is given first."""

from __future__ import annotations

from datetime import datetime

import msgspec
from sqlalchemy.ext.asyncio import AsyncSession


class Acting(msgspec.Struct, frozen=True):
    """Who does something, and when; `session` is open in the transaction that it is done in.

    `actor_id` is the person who acts, or None where the house itself does (the sample, the command
    line); `now` is in UTC. Operations hand it on whole, so that all that they write down names the
    same person and the same time.
    """

    session: AsyncSession
    actor_id: int | None
    now: datetime

    @property
    def person_id(self) -> int:
        """The person who acts, on what is their own. Raises LookupError where nobody does."""
        if self.actor_id is None:
            raise LookupError("nobody acts here but the house itself")
        return self.actor_id
