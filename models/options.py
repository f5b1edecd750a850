"""A published product's options: another one, and one that is taken off sale for good."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.catalogue import Option, Product
from models.errors import LastOption, NotFound
from models.facts import ProductChanged, record
from models.listing import NewOption
from models.search import index_product
from models.stock import refresh_offered, take_in


async def add_option(
    session: AsyncSession,
    product_id: int,
    new: NewOption,
    actor_id: int | None,
    now: datetime,
    first: tuple[str, str] | None = None,
) -> int:
    """Add a way to have the product, with its goods taken in; out comes its id.

    `first` names the way that there was, where that was the only one and had no name. Refuses
    NotFound("product").
    """
    product = await session.get(Product, product_id)
    if product is None:
        raise NotFound("product")
    if product.made_to_order and new.quantity:
        raise ValueError("what is made to order has no pieces")
    if first is not None:
        await name_only_option(session, product_id, first)
    last = await session.scalar(
        select(func.max(Option.position)).where(Option.product_id == product_id)
    )
    option = Option(
        product_id=product_id,
        position=(last or 0) + 1,
        label_ar=new.label_ar,
        label_en=new.label_en,
        price=new.price,
    )
    session.add(option)
    await session.flush()
    if new.quantity:
        await take_in(session, option.id, new.quantity, actor_id, now)
    await refresh_offered(session, [product_id])
    await index_product(session, product_id)
    told = ProductChanged(product_id, "option-added", "", new.label_ar)
    record(session, told, now, actor_id)
    return option.id


async def name_only_option(session: AsyncSession, product_id: int, labels: tuple[str, str]) -> None:
    """Give the product's one option without labels these."""
    unnamed = select(Option).where(
        Option.product_id == product_id,
        ~Option.withdrawn,
        Option.label_ar == "",
        Option.label_en == "",
    )
    option = (await session.scalars(unnamed.with_for_update())).one_or_none()
    if option is not None:
        option.label_ar, option.label_en = labels
        await session.flush()


async def withdraw_option(
    session: AsyncSession, product_id: int, option_id: int, actor_id: int | None, now: datetime
) -> None:
    """Take an option off sale; orders that name it keep it, carts say that it is gone.

    Refuses NotFound("option"), and LastOption: the product itself is hidden instead.
    """
    # All in the order of their ids, as whoever takes stock does, and the product after them.
    own = select(Option).where(Option.product_id == product_id, ~Option.withdrawn)
    options = list(await session.scalars(own.order_by(Option.id).with_for_update()))
    withdrawn = [option for option in options if option.id == option_id]
    if not withdrawn:
        raise NotFound("option")
    if len(options) == 1:
        raise LastOption
    withdrawn[0].withdrawn = True
    await session.flush()
    await refresh_offered(session, [product_id])
    await index_product(session, product_id)
    told = ProductChanged(product_id, "option-withdrawn", withdrawn[0].label_ar, "")
    record(session, told, now, actor_id)
