"""What runs low: an option that falls to its limit is told of once, until it is filled up again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import select, update

from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import ProductChanged, StockRanLow, record
from models.kernel.refusals import NotFound
from models.products.tables import Option, Product


class OnHand(NamedTuple):
    """What is on hand of an option now, whose option it is, and when it runs low.

    Its family is asked for more from `low_limit` on (None: as the shop's terms say); `low_told`:
    she was, and it was not filled up since.
    """

    on_hand: int
    product_id: int
    low_limit: int | None
    low_told: bool

    def is_low(self, low_stock: int) -> bool:
        """Whether so few are left that more are asked for; a limit of 0 asks for none."""
        limit = low_stock if self.low_limit is None else self.low_limit
        return limit > 0 and self.on_hand <= limit


async def note_low(
    acting: Acting,
    now: Mapping[int, OnHand],
    fallen: Sequence[int],
    low_stock: int,
    sold_out: Collection[int] = (),
) -> None:
    """Record once which of the options that have `fallen` ran low; they are held by what moved.

    That the last piece of one was sold is a fact by itself. Where none ran low, nothing is asked of
    the database.
    """
    low = [id_ for id_ in fallen if now[id_].is_low(low_stock) and not now[id_].low_told]
    if not low:
        return
    await mark_told(acting, low, told=True)
    products = {now[id_].product_id for id_ in low}
    makers = select(Product.id, Product.family_id).where(Product.id.in_(products))
    families = {row.id: row.family_id for row in await acting.session.execute(makers)}
    for id_ in sorted(set(low) - set(sold_out)):
        product_id = now[id_].product_id
        told = StockRanLow(id_, product_id, families[product_id], now[id_].on_hand)
        record(acting, told)


async def set_low_limit(acting: Acting, option_id: int, limit: int | None, low_stock: int) -> None:
    """From so many pieces down more of the option is asked for (0: never; None: as usual).

    `low_stock` is what is usual. What is low by the new limit is told of now, once. Refuses:
    NotFound, also for a withdrawn option.
    """
    option = await acting.session.get(
        Option, option_id, with_for_update={"key_share": True}, populate_existing=True
    )
    if option is None or option.withdrawn:
        raise NotFound("option")
    if option.low_limit == limit:
        return
    was, now = ("" if each is None else str(each) for each in (option.low_limit, limit))
    record(acting, ProductChanged(option.product_id, "low", was, now, option_id=option_id))
    option.low_limit = limit
    await acting.session.flush()
    left = {option_id: OnHand(option.on_hand, option.product_id, limit, option.low_told)}
    await note_low(acting, left, [option_id], low_stock)
    await note_filled(acting, left, [option_id], low_stock)


async def note_filled(
    acting: Acting, now: Mapping[int, OnHand], filled: Sequence[int], low_stock: int
) -> None:
    """What staff have filled above its limit is told of again when it falls to it once more."""
    above = [id_ for id_ in filled if now[id_].low_told and not now[id_].is_low(low_stock)]
    if above:
        await mark_told(acting, above, told=False)


async def mark_told(acting: Acting, option_ids: Sequence[int], *, told: bool) -> None:
    """Keep whether it was told of these options, which are held, that they run low."""
    await acting.session.execute(
        update(Option)
        .where(Option.id.in_(option_ids))
        .values(low_told=told)
        .execution_options(synchronize_session=BY_ROW)
    )
