"""A product is deleted: labels and offers of its options go; a note or sale keeps it."""

from __future__ import annotations

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.label_tables import PrintedLabel
from models.hall.note_tables import GoodsNoteLine, SupplyOffer
from models.hall.sale_tables import HallSaleLine
from models.kernel.refusals import OrderedAlready
from models.orders.product_removal import options_of


async def leave_hall(session: AsyncSession, product_id: int) -> None:
    """Forget labels and offers of the product, whose options are held whole.

    Refuses: OrderedAlready where it stands on a note or was sold in the hall.
    """
    if await was_in_hall(session, product_id):
        raise OrderedAlready
    gone = delete(PrintedLabel).where(PrintedLabel.option_id.in_(options_of(product_id)))
    await session.execute(gone.execution_options(synchronize_session=False))
    await drop_offers(session, product_id)


async def drop_offers(session: AsyncSession, product_id: int) -> None:
    """Forget what a family said she can bring of the product: it is hers no more."""
    gone = delete(SupplyOffer).where(SupplyOffer.option_id.in_(options_of(product_id)))
    await session.execute(gone.execution_options(synchronize_session=False))


async def was_in_hall(session: AsyncSession, product_id: int) -> bool:
    """Whether the product stands on a note or was sold in the hall."""
    named = or_(
        exists().where(GoodsNoteLine.product_id == product_id),
        exists().where(HallSaleLine.product_id == product_id),
    )
    return bool(await session.scalar(select(named)))
