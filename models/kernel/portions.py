"""Old rows go in portions: a write transaction that takes long would hold everybody else up."""

from __future__ import annotations

from typing import Any, cast

from sqlalchemy import CursorResult, Delete, Update
from sqlalchemy.ext.asyncio import AsyncSession


async def count_rows(session: AsyncSession, change: Delete | Update) -> int:
    """Run the change past the objects at hand; how many rows it met."""
    changed = await session.execute(change.execution_options(synchronize_session=False))
    return cast(CursorResult[Any], changed).rowcount
