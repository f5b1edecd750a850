"""Eid is closed with orders in it: whom that meets is asked once, and takes another time or not."""

from __future__ import annotations

from handlers.dialog.speech import Lines, say
from tests.bot.week.cast import (
    CHOOSES,
    DESK,
    FOR_EID,
    MANAGER,
    SECOND_COURIER,
    WAITS,
    Cast,
)
from tests.bot.week.doors import pays_exactly
from tests.bot.week.ordering import orders_herself
from tests.bot.whole.talk import presses, says
from tests.fake_botapi.people import as_read
from tests.support.words import label, word

EID, EID_EN = "عيد الفطر", "Eid Al Fitr"
EID_DAYS = "20-22 مارس"
OPEN_DAYS = ["الخميس 19 مارس", "الاثنين 23 مارس", "الثلاثاء 24 مارس"]
"""The next days on which something is delivered, in whose windows the asked can choose."""
ASK = label("button-ask-windows", count=0).partition(" (")[0]
"""The button that asks all customers, however many there are."""
THURSDAY = "الخميس 19 مارس · 10:00 صباحاً"


async def some_order_for_eid(cast: Cast) -> None:
    """Two more orders, for the evening of a day on which nobody will deliver."""
    for name, wanted in FOR_EID.items():
        await orders_herself(cast, name, wanted)


async def eid_is_closed(cast: Cast) -> None:
    """The manager closes the days with a name, and reads how many orders lie in them."""
    chief = cast[MANAGER]
    await says(chief, "/delivery", label("button-delivery-closures"))
    await presses(chief, label("button-delivery-closures"), label("button-close-days"))
    await presses(chief, label("button-close-days"), word("delivery-ask-days")[:20])
    await says(chief, EID_DAYS, word("delivery-ask-closed-name")[:20])
    await says(chief, f"{EID} / {EID_EN}", word("delivery-closed-orders", count=len(FOR_EID)))


async def whom_it_meets_are_asked(cast: Cast) -> None:
    """The desk goes from its notice to the list of these orders, and asks for all in one act."""
    desk = cast[DESK]
    told = await desk.sees("يتوقف التوصيل")
    assert told.contains(EID)
    listed = word("closed-orders", count=len(FOR_EID))[-30:]
    closed = await presses(desk, label("button-see-closed-orders"), listed, on=told)
    assert all(closed.contains(cast.orders[name].number) for name in FOR_EID)
    asked = await presses(
        desk,
        label("button-ask-windows", count=len(FOR_EID)),
        word("closed-orders-asked", count=len(FOR_EID))[-30:],
    )
    assert not asked.contains(ASK)


async def one_takes_another_time(cast: Cast) -> None:
    """She presses a window of the question itself; none of the days of Eid is offered."""
    asked = await cast[CHOOSES].sees(f"في موعد طلبكم رقم {cast.orders[CHOOSES].number}")
    assert asked.contains(EID)
    offered = [as_read(each).partition(" · ")[0] for each in asked.buttons if "مارس" in each]
    assert list(dict.fromkeys(offered)) == OPEN_DAYS
    moved = "موعد التوصيل: الخميس 19 مارس، من 10:00 صباحاً"
    await presses(cast[CHOOSES], THURSDAY, moved, on=asked)


async def her_order_comes_on_thursday(cast: Cast) -> None:
    """It is packed and taken out by itself, without a run."""
    desk, courier, order = cast[DESK], cast[SECOND_COURIER], cast.orders[CHOOSES]
    await says(desk, order.number, f"طلب {order.number} –")
    packed = f"طلب {order.number} – {word('state-packed')}"
    await presses(desk, label("button-move-packed"), packed)
    told = await courier.sees(order.number)
    await presses(courier, word("staff-open-order"), label("button-move-out"), on=told)
    door = await presses(courier, label("button-move-out"), label("button-delivered"))
    await pays_exactly(courier, door, order)


async def the_other_is_still_asked(cast: Cast) -> None:
    """Her order alone waits: who was asked is not asked again, and finds the question on it."""
    number = cast.orders[WAITS].number
    waits = Lines(
        (
            *(say("desk-accepted", count=1), say("delivery-closed-orders", count=1)),
            say("desk-no-photo", count=2),
        )
    )
    board = await says(cast[MANAGER], "/desk", word("delivery-closed-orders", count=1))
    assert as_read(board.words) == word("desk", roles=say("role-manager"), tasks=waits)
    await presses(cast[MANAGER], label("button-closed-orders", count=1), number)
    listed = await cast[MANAGER].sees(word("closed-orders-asked", count=1)[-30:])
    assert not listed.contains(ASK)
    mine = await says(cast[WAITS], number, word("order-needs-window"))
    assert mine.button(label("order-choose-window")) is not None
