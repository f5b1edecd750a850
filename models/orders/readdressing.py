"""Another address for an order that is not on its way."""

from __future__ import annotations

import msgspec
from sqlalchemy import case, update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import AddressChanged, record
from models.kernel.refusals import WrongState
from models.orders.change_kinds import Place
from models.orders.fulfilment import READDRESSED, WRONG_ADDRESS
from models.orders.pricing import Amounts
from models.orders.queries import OrderView, order_for_staff
from models.orders.states import MOVABLE
from models.orders.tables import Order
from models.orders.transitions import lock_order
from models.people.addresses import Destination, follow_correction

__all__ = ["Place", "change_address", "destination_of", "readdress"]


async def change_address(acting: Acting, order_id: int, place: Place) -> None:
    """Let an order that has not gone out go to that place, in the emirate that its fee is for.

    The place names none. An address that was awaited has come. Whether the actor may is the
    caller's to ask. Refuses: NotFound, WrongState; also for what is fetched at the hall, which goes
    to no address.
    """
    state = await lock_order(acting.session, order_id)
    order = await order_for_staff(acting.session, order_id)
    if state not in MOVABLE or order.at_hall:
        raise WrongState(state)
    await readdress(acting, order, place, order.amounts)


async def readdress(acting: Acting, order: OrderView, place: Place, amounts: Amounts) -> None:
    """Write the place, and what the order costs then; its row is held.

    The area belonged to the address that was. Where it is still the customer's last one, the next
    order is offered the new one.
    """
    was = destination_of(order)
    now = msgspec.structs.replace(
        was,
        emirate=place.emirate or was.emirate,
        zone=place.zone if place.emirate else was.zone,
        area=place.area,
        address=place.address,
        latitude=place.latitude,
        longitude=place.longitude,
    )
    await acting.session.execute(
        update(Order)
        .where(Order.id == order.id)
        .values(
            emirate=now.emirate,
            zone=now.zone,
            area=now.area,
            address=now.address,
            latitude=now.latitude,
            longitude=now.longitude,
            reason=case((Order.reason == WRONG_ADDRESS, READDRESSED), else_=Order.reason),
            **amounts.columns,
        )
        .execution_options(synchronize_session=BY_ROW)
    )
    await follow_correction(acting.session, order.person_id, was, now)
    record(
        acting,
        AddressChanged(
            order.id,
            was.emirate,
            now.emirate,
            in_words(was),
            in_words(now),
            order.total,
            amounts.total,
        ),
    )


def destination_of(order: OrderView) -> Destination:
    """To whom and where the order goes."""
    return Destination(**{name: getattr(order, name) for name in Destination.__struct_fields__})


def in_words(place: Destination) -> str:
    """Area and address as they were written; empty for a pin alone."""
    return " · ".join(part for part in (place.area, place.address) if part)
