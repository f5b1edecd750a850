"""What a customer writes is no link for staff, and her telephone is one still."""

from __future__ import annotations

import msgspec
import pytest

from handlers.dialog import rendering
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.rendering import plain
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.addresses import Destination
from tests.fake_botapi.links import pressable
from tests.handlers.people import staff
from tests.handlers.staff.ordering import HOME, an_order, order_named
from tests.handlers.told import announced

WRITTEN: Destination = msgspec.structs.replace(
    HOME,
    name="@someone t.me/x",
    area="evil.example",
    address="http://evil.example/x #tag",
    note="see http://evil.example or @someone or /confirm_1",
)


async def read_by_staff(turns: Turns, state: str) -> list[str]:
    """The card of the order and all news of it, as they stand on a screen."""
    desk = await staff(turns, Role.orders)
    order = await order_named(turns, await an_order(turns, state=state, to=WRITTEN))
    await desk.presses_old(ManageOrder(order.id))
    news = [card for _, reply in await announced(turns) for card in reply.cards]
    return [
        plain(card.text, language) for card in (*desk.cards, *news) for language in ("ar", "en")
    ]


@pytest.mark.parametrize("state", ["placed", "out"])
async def test_nothing_that_was_written_can_be_pressed(turns: Turns, state: str) -> None:
    read = await read_by_staff(turns, state)
    assert sum("confirm_1" in text for text in read) >= 2
    assert [pressable(text) for text in read] == [[]] * len(read)
    assert any(f"\u2066{HOME.phone}\u2069" in text for text in read)


async def test_unguarded_it_could_be_pressed(turns: Turns, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rendering, "unlink", str)
    found = {each for text in await read_by_staff(turns, "out") for each in pressable(text)}
    assert {"/confirm_1", "@someone", "#tag", "evil.example", "t.me"} <= found
