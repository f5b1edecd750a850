"""Pieces that come back from an order: on the shelf again, still to be looked at, or lost.

What becomes of them is said by line. Each way keeps the stock and the sums of the families true;
where a thing is lost that a family has made, the centre or the family bears it (`ShopTerms`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum

import msgspec
from sqlalchemy import CheckConstraint, ForeignKey, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.accounting.family_days import Ordered, count_back
from models.accounting.ledger import CENTRE_LOSSES, Booking, book_all, family_account
from models.kernel.acting import Acting
from models.kernel.base import Base, Id, partial_index
from models.kernel.money import NOTHING, Money
from models.orders.queries import OrderLineView, OrderView
from models.products.production import release
from models.products.stock import Movement, Take, give_back, write_off


class Disposition(StrEnum):
    """What becomes of pieces that come back; the values are stored, and are named in phrases."""

    shelf = "shelf"  # as good as new: on the shelf again
    inspect = "inspect"  # the desk has yet to look at it: on no shelf until then
    unsellable = "unsellable"  # spoiled, or made for this one order
    missing = "missing"  # it was not there at all


KNOWN = ", ".join(f"'{disposition}'" for disposition in Disposition)
OFF_THE_BOOKS = {
    Disposition.unsellable: Movement.spoiled,
    Disposition.missing: Movement.counted,
}
"""The movements by which pieces that returned on paper leave the stock again."""


class ReturnedPieces(Base):
    """So many pieces of a line that came back, and what became of them.

    `borne` (fils) is what the centre pays the family for them all the same. Pieces still to be
    looked at have `decided_at` empty; when the desk has decided, what became of them are rows of
    their own, with this one as their `inspected_id`. `undone_at`: the cancelling that they came
    back by was taken back, and so did they.
    """

    __tablename__ = "returned_pieces"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("borne >= 0", name="borne"),
        CheckConstraint(f"disposition IN ({KNOWN})", name="disposition"),
        partial_index(
            "ix_returned_pieces_to_inspect",
            "id",
            where="disposition = 'inspect' AND decided_at IS NULL",
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), index=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("order_lines.id"))
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"))
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"))
    quantity: Mapped[int]
    disposition: Mapped[str]
    borne: Mapped[Money]
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    inspected_id: Mapped[int | None] = mapped_column(ForeignKey("returned_pieces.id"))
    decided_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]


class Returned(msgspec.Struct, frozen=True):
    """So many pieces of a live line that come back, and what becomes of them.

    ValueError for more pieces than the line has, and for a thing made to order that is to lie on
    the shelf or to be looked at: it was made for this one order.
    """

    line: OrderLineView
    quantity: int
    disposition: Disposition

    def __post_init__(self) -> None:
        made = self.line.making_day is not None
        if made and self.disposition in (Disposition.shelf, Disposition.inspect):
            raise ValueError(f"what was made to order does not return to the {self.disposition}")
        if not 0 < self.quantity <= self.line.quantity:
            raise ValueError(f"{self.quantity} of {self.line.quantity} pieces do not come back")

    @property
    def amount(self) -> Money:
        """What the pieces come to."""
        return self.line.price * self.quantity

    @property
    def stocked(self) -> Take | None:
        """The pieces as they left the shelf; None for what is made to order."""
        made = self.line.making_day is not None
        return None if made else Take(self.line.option_id, self.quantity)


def whole(lines: Iterable[OrderLineView], stocked: Disposition) -> list[Returned]:
    """All pieces of the lines; what was made to order cannot be sold to anybody else."""
    return [
        Returned(line, line.quantity, stocked if line.making_day is None else lost_of(stocked))
        for line in lines
    ]


def lost_of(stocked: Disposition) -> Disposition:
    """What becomes of a thing made to order where stocked ones have that disposition."""
    return stocked if stocked is Disposition.missing else Disposition.unsellable


async def take_back(acting: Acting, order: OrderView, parts: Sequence[Returned]) -> None:
    """Let the pieces of an open order come back: stock, making days and the families' figures.

    The order's row is locked and written already, and so is what is kept of the pieces
    (`keep_returned`): from here on rows are taken that others wait for.
    """
    await move_stock(acting, order.id, parts)
    for (product_id, day), quantity in made_pieces(parts).items():
        await release(acting.session, product_id, day, quantity)
    lines = [msgspec.structs.replace(part.line, quantity=part.quantity) for part in parts]
    await count_back(acting.session, Ordered(order.placed_at, order.bazaar_id), lines)


async def move_stock(acting: Acting, order_id: int, parts: Sequence[Returned]) -> None:
    """Put on the shelf what belongs there, and write off what is lost, by their options."""
    by_disposition: dict[Disposition, dict[int, int]] = {}
    for part in parts:
        if part.stocked is not None:
            pieces = by_disposition.setdefault(part.disposition, {})
            pieces[part.stocked.option_id] = pieces.get(part.stocked.option_id, 0) + part.quantity
    for disposition, why in OFF_THE_BOOKS.items():
        for option_id, quantity in sorted(by_disposition.get(disposition, {}).items()):
            await write_off(acting, Take(option_id, quantity), order_id, why)
    shelved = by_disposition.get(Disposition.shelf, {})
    await give_back(acting, [Take(*pieces) for pieces in sorted(shelved.items())], order_id)


def made_pieces(parts: Iterable[Returned]) -> Mapping[tuple[int, date], int]:
    """How many pieces of each product were promised for a day, in the order of their ids."""
    promised: dict[tuple[int, date], int] = {}
    for part in parts:
        if part.line.making_day is not None:
            key = (part.line.product_id, part.line.making_day)
            promised[key] = promised.get(key, 0) + part.quantity
    return dict(sorted(promised.items()))


async def keep_returned(
    acting: Acting, order_id: int, parts: Iterable[Returned], *, borne: bool
) -> list[ReturnedPieces]:
    """Write down what came back. With `borne` the centre pays for what cannot be sold again."""
    rows = [row_of(acting, order_id, part, borne=borne) for part in parts]
    acting.session.add_all(rows)
    await acting.session.flush()
    return rows


def row_of(acting: Acting, order_id: int, part: Returned, *, borne: bool) -> ReturnedPieces:
    """What is kept of the pieces."""
    pays = borne and part.disposition is Disposition.unsellable
    return ReturnedPieces(
        order_id=order_id,
        line_id=part.line.id,
        option_id=part.line.option_id,
        family_id=part.line.family_id,
        quantity=part.quantity,
        disposition=part.disposition.value,
        borne=part.amount if pays else NOTHING,
        at=acting.now,
        actor_id=acting.actor_id,
    )


async def came_back(
    session: AsyncSession, order_id: int, lines: Iterable[OrderLineView]
) -> list[ReturnedPieces]:
    """What came back of the order's lines as it was said at first, before it was looked at.

    What a cancelling had brought back that was taken back since is left out.
    """
    rows = await session.scalars(
        select(ReturnedPieces)
        .where(ReturnedPieces.order_id == order_id)
        .where(ReturnedPieces.line_id.in_([line.id for line in lines]))
        .where(ReturnedPieces.inspected_id.is_(None), ReturnedPieces.undone_at.is_(None))
        .order_by(ReturnedPieces.id)
    )
    return list(rows)


def losses_of(rows: Iterable[ReturnedPieces]) -> dict[str, Mapping[str, Money]]:
    """The events that credit each family with what the centre bears of her things."""
    return {
        f"order:{row.order_id}:borne:{row.id}": {
            family_account(row.family_id): -row.borne,
            CENTRE_LOSSES: row.borne,
        }
        for row in rows
        if row.borne
    }


async def book_losses(acting: Acting, rows: Sequence[ReturnedPieces]) -> None:
    """Credit each family with what the centre bears of her things; the last of the transaction.

    The rows are all of one order.
    """
    if events := losses_of(rows):
        order_id = rows[0].order_id
        await book_all(acting, [Booking(name, sides, order_id) for name, sides in events.items()])
