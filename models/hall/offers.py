"""What families offer to bring: staff turn it into a note when the goods are there, or decline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.families.families import Family
from models.hall.note_tables import NoteKind, SupplyOffer
from models.hall.notes import NewNote, book_note
from models.hall.refusals import OfferAnswered, TooManyOffers
from models.kernel.acting import Acting
from models.kernel.base import BY_ROW
from models.kernel.facts import SupplyDeclined, SupplyOffered, record
from models.kernel.paging import Page, page_of
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.products.stock import Take
from models.products.tables import Option, Product

MOST_WAITING = 20
"""So many offers of one family may wait for an answer."""


class Offer(msgspec.Struct, frozen=True):
    """So many pieces of an option that a family can bring (`at` in UTC).

    `note_id` is the note that it came in by; `declined_at` is when staff said no.
    """

    id: int
    family_id: int
    brand_ar: str
    brand_en: str
    option_id: int
    product_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    quantity: int
    at: datetime
    note_id: int | None
    declined_at: datetime | None

    @property
    def waits(self) -> bool:
        """Whether staff have not answered it yet."""
        return self.note_id is None and self.declined_at is None


OFFER = RowReader(
    Offer,
    id=SupplyOffer.id,
    family_id=SupplyOffer.family_id,
    brand_ar=Family.brand_ar,
    brand_en=Family.brand_en,
    option_id=SupplyOffer.option_id,
    product_id=Option.product_id,
    name_ar=Product.name_ar,
    name_en=Product.name_en,
    label_ar=Option.label_ar,
    label_en=Option.label_en,
    quantity=SupplyOffer.quantity,
    at=SupplyOffer.at,
    note_id=SupplyOffer.note_id,
    declined_at=SupplyOffer.declined_at,
)


async def offer_supply(acting: Acting, family_id: int, option_id: int, quantity: int) -> int:
    """The family can bring so many pieces of her option; out comes the offer's id.

    One of the same option that waits still is changed instead. Refuses: NotFound for what is not
    hers, withdrawn or made to order; TooManyOffers. ValueError for no pieces.
    """
    if quantity <= 0:
        raise ValueError(f"{quantity} pieces are no offer")
    product_id = await stocked_product(acting.session, family_id, option_id)
    offer_id = await change_waiting(acting, family_id, option_id, quantity)
    if offer_id is None:
        offer_id = await add_offer(acting, family_id, option_id, quantity)
    record(acting, SupplyOffered(offer_id, option_id, product_id, family_id, quantity))
    return offer_id


async def stocked_product(session: AsyncSession, family_id: int, option_id: int) -> int:
    """The product of the family's option that has stock, held. Refuses: NotFound."""
    product_id = await session.scalar(
        select(Option.product_id)
        .join(Product, Product.id == Option.product_id)
        .where(Option.id == option_id, ~Option.withdrawn)
        .where(Product.family_id == family_id, ~Product.made_to_order)
        .with_for_update(key_share=True, of=Option)
    )
    if product_id is None:
        raise NotFound("option")
    return product_id


async def change_waiting(
    acting: Acting, family_id: int, option_id: int, quantity: int
) -> int | None:
    """Change the offer of that option that waits; out comes its id, None where none does."""
    same = (SupplyOffer.family_id == family_id, SupplyOffer.option_id == option_id, *waiting())
    offer_id: int | None = await acting.session.scalar(
        update(SupplyOffer)
        .where(*same)
        .values(quantity=quantity, at=acting.now, person_id=acting.actor_id)
        .returning(SupplyOffer.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return offer_id


async def add_offer(acting: Acting, family_id: int, option_id: int, quantity: int) -> int:
    """Put the offer down. Refuses: TooManyOffers."""
    hers = select(func.count()).where(SupplyOffer.family_id == family_id, *waiting())
    if (await acting.session.scalar(hers) or 0) >= MOST_WAITING:
        raise TooManyOffers(MOST_WAITING)
    offer = SupplyOffer(
        family_id=family_id,
        option_id=option_id,
        quantity=quantity,
        at=acting.now,
        person_id=acting.actor_id,
    )
    acting.session.add(offer)
    await acting.session.flush()
    return offer.id


def waiting() -> tuple[ColumnElement[bool], ...]:
    """The conditions on offers that staff have not answered yet."""
    return SupplyOffer.note_id.is_(None), SupplyOffer.declined_at.is_(None)


async def take_offer(
    acting: Acting, offer_id: int, quantity: int, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """The goods are there: so many are taken in by a note; out comes its number.

    Twice, it is the same note. Refuses: NotFound, OfferAnswered where it was declined.
    """
    found = await offer(acting.session, offer_id)
    if found.declined_at is not None:
        raise OfferAnswered
    taken = (Take(found.option_id, quantity),)
    new = NewNote(NoteKind.take_in, found.family_id, f"offer:{offer_id}", taken)
    note_id = await book_note(acting, new, terms)
    ended = await end_offer(acting, offer_id, {"note_id": note_id})
    if not ended and (await offer(acting.session, offer_id)).note_id != note_id:
        raise OfferAnswered
    return note_id


async def decline_offer(acting: Acting, offer_id: int) -> None:
    """Staff do not want it. Refuses: NotFound, OfferAnswered."""
    found = await offer(acting.session, offer_id)
    said_no = {"declined_at": acting.now, "declined_by": acting.actor_id}
    if not await end_offer(acting, offer_id, said_no):
        raise OfferAnswered
    told = SupplyDeclined(
        offer_id, found.option_id, found.product_id, found.family_id, found.quantity
    )
    record(acting, told)


async def end_offer(acting: Acting, offer_id: int, end: Mapping[str, Any]) -> bool:
    """Answer the offer; False where it was answered before."""
    ended = await acting.session.execute(
        update(SupplyOffer)
        .where(SupplyOffer.id == offer_id, *waiting())
        .values(end)
        .returning(SupplyOffer.id)
        .execution_options(synchronize_session=BY_ROW)
    )
    return ended.first() is not None


async def offer(session: AsyncSession, offer_id: int) -> Offer:
    """One offer. Refuses: NotFound."""
    row = (await session.execute(offers_where(SupplyOffer.id == offer_id))).first()
    if row is None:
        raise NotFound("offer")
    return OFFER.read(row)


async def waiting_offers(session: AsyncSession, page: int = 0, per_page: int = 8) -> Page[Offer]:
    """The offers that staff have not answered yet, the oldest first."""
    chosen = offers_where(*waiting()).order_by(SupplyOffer.id)
    rows = await session.execute(chosen.limit(per_page + 1).offset(page * per_page))
    return page_of(rows.all(), OFFER.read, page, per_page)


async def offers_of(session: AsyncSession, family_id: int) -> list[Offer]:
    """What the family has offered and staff have not answered yet."""
    rows = await session.execute(offers_where(SupplyOffer.family_id == family_id, *waiting()))
    return [OFFER.read(row) for row in rows]


async def waiting_offer_count(session: AsyncSession) -> int:
    """How many offers staff have not answered yet."""
    return await session.scalar(select(func.count(SupplyOffer.id)).where(*waiting())) or 0


def offers_where(*which: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """The look-up of such offers with what they are of."""
    return (
        select(*OFFER.columns)
        .join(Family, Family.id == SupplyOffer.family_id)
        .join(Option, Option.id == SupplyOffer.option_id)
        .join(Product, Product.id == Option.product_id)
        .where(*which)
    )
