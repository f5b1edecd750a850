"""What the log says of an outage: a line each time, and no trace as of a defect."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from bot.runtime.background import logged
from models.kernel.unavailable import DatabaseAway


@pytest.mark.parametrize(
    ("error", "why"), [(DatabaseAway(OSError("away")), "OSError"), (ValueError("a defect"), None)]
)
async def test_only_a_defect_leaves_its_trace(error: Exception, why: str | None) -> None:
    async def fails() -> None:
        raise error

    with capture_logs() as lines:
        await logged(fails())
    (line,) = lines
    assert line["log_level"] == "error"
    assert line.get("why") == why
    assert bool(line.get("exc_info")) is (why is None)
