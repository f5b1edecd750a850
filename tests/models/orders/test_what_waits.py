"""What waits is found by an index of what waits alone, however much there was before."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.accounting.cash_handovers import waiting_handovers
from models.kernel.facts import ReturnInspected
from models.orders.inspecting import came_of, count_to_inspect, to_inspect
from models.orders.run_queries import open_runs, runs_of
from models.reports.history_names import names_in
from tests.support.plans import plans_of

Look = Callable[[AsyncSession], Awaitable[object]]
LOOKS: dict[str, tuple[Look, str]] = {
    "all runs": (open_runs, "ix_runs_open"),
    "a courier's runs": (lambda session: runs_of(session, 7), "ix_runs_open"),
    "cash to be confirmed": (waiting_handovers, "ix_cash_handovers_open"),
    "cash of one purse": (lambda session: waiting_handovers(session, 7), "ix_cash_handovers"),
    "how much to inspect": (count_to_inspect, "ix_returned_pieces_to_inspect"),
    "what to inspect": (lambda session: to_inspect(session, 0, 8), "ix_returned_pieces_to_inspect"),
    "what came of it": (
        lambda session: came_of(session, ReturnInspected(1, 2)),
        "ix_returned_pieces_order_id",
    ),
    "a history's pieces": (
        lambda session: names_in(session, [ReturnInspected(1, 2)], []),
        "ix_returned_pieces_order_id",
    ),
}


@pytest.mark.parametrize("look", LOOKS)
async def test_what_waits_is_found_by_its_index(session: AsyncSession, look: str) -> None:
    work, index = LOOKS[look]
    assert index in await plans_of(session, work(session))
