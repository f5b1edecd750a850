"""Another address for an order that is not on its way, in the emirate that its fee is for."""

from __future__ import annotations

import msgspec
from sqlalchemy import case, update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import AddressChanged, record
from models.kernel.refusals import WrongState
from models.orders.fulfilment import READDRESSED, WRONG_ADDRESS
from models.orders.states import MOVABLE
from models.orders.tables import Order
from models.orders.transitions import lock_order


class Place(msgspec.Struct, frozen=True):
    """Where an order goes to within its emirate: words, or a pin in WGS 84 degrees."""

    address: str = ""
    latitude: float | None = None
    longitude: float | None = None


async def change_address(acting: Acting, order_id: int, place: Place) -> None:
    """Let an order that has not gone out go to that place; an address that was awaited has come.

    Whether the actor may is the caller's to ask. Refuses: NotFound, WrongState.
    """
    state = await lock_order(acting.session, order_id)
    if state not in MOVABLE:
        raise WrongState(state)
    # The area belonged to the address that was.
    await acting.session.execute(
        update(Order)
        .where(Order.id == order_id)
        .values(
            area="",
            address=place.address,
            latitude=place.latitude,
            longitude=place.longitude,
            reason=case((Order.reason == WRONG_ADDRESS, READDRESSED), else_=Order.reason),
        )
        .execution_options(synchronize_session=BY_ROW)
    )
    record(acting, AddressChanged(order_id))
