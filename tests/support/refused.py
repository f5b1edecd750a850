"""What the shop refuses, tried in a savepoint as a turn does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import Refusal

R = TypeVar("R", bound=Refusal)


@asynccontextmanager
async def refused(session: AsyncSession, kind: type[R]) -> AsyncIterator[pytest.ExceptionInfo[R]]:
    """What is done inside is refused in that way, and rolled back."""
    with pytest.raises(kind) as caught:
        async with session.begin_nested():
            yield caught
