"""Replies whose call is answered late: what is owed in their place is settled when it ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.ground.timeouts import LINGERS_S
from bot.runtime.outcomes import NotShown, StillGoing, TryLater, Unsendable
from bot.runtime.retry import outlast
from handlers.dialog.refusals import NOT_SHOWN
from handlers.dialog.speech import Reply, encode_reply
from models.kernel.database import Database
from models.messaging.outbox import mark_failed, mark_sent
from models.messaging.owing import owed_id

log = structlog.get_logger(__name__)
OWED_WITHIN_S = 3600.0  # it is owed as soon as the database is back


async def see_through(going: StillGoing, database: Database, clock: Callable[[], datetime]) -> None:
    """Wait for the end of what is still going, and close what is owed, or leave what is left.

    `clock` gives the time in UTC. What has no end in time stays owed as it is; in the place of what
    can never be shown the person is told so.
    """
    trouble: NotShown | None = None
    rest = Reply()
    try:
        async with asyncio.timeout(LINGERS_S):
            rest = await going.showing
    except Unsendable as met:
        # Brought again it would be refused again, and the person would hear nothing.
        log.error("reply-not-shown", why=met.why)
        trouble, rest = met, NOT_SHOWN
    except NotShown as met:
        trouble, rest = met, met.rest
    except TimeoutError:
        return
    except SQLAlchemyError:
        # It stays owed as it is: what of it has arrived is not known.
        raise
    except Exception as defect:
        log.exception("reply-not-shown")
        trouble, rest = Unsendable(type(defect).__name__, NOT_SHOWN), NOT_SHOWN
    if going.rest == Reply():
        return
    async with asyncio.timeout(OWED_WITHIN_S):
        key = await going.owed_as
    settling = partial(settle, database, clock, key, rest, trouble)
    await outlast(settling, owed=key)


async def settle(
    database: Database,
    clock: Callable[[], datetime],
    key: str,
    rest: Reply,
    trouble: NotShown | None,
) -> None:
    """Close what is owed under that key, or leave of it what is left, for the sender to bring."""
    async with database.write() as session:
        message_id = await owed_id(session, key)
        if rest == Reply():
            await mark_sent(session, message_id, clock())
            return
        pause = trouble.seconds if isinstance(trouble, TryLater) else None
        retry_at = clock() + timedelta(seconds=pause or 0.0)
        why = trouble.why if trouble is not None else ""
        await mark_failed(session, message_id, retry_at, why, encode_reply(rest))
