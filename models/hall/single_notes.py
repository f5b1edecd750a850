"""Notes of a single line: pieces of one option that came in, or that were counted."""

from __future__ import annotations

import secrets

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.note_tables import NoteKind
from models.hall.notes import NewNote, book_note, counted_of
from models.kernel.acting import Acting
from models.kernel.refusals import NotFound
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.orders.stocktaking import set_aside
from models.products.stock import Take, lock_stocked
from models.products.tables import Option, Product


async def note_taken_in(
    acting: Acting, option_id: int, pieces: int, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """So many pieces of the option came in; out comes the number of the note.

    Refuses: NotFound, also for what is made to order or withdrawn. ValueError for no pieces.
    """
    family_id = await family_of_option(acting.session, option_id)
    goods = (Take(option_id, pieces),)
    new = NewNote(NoteKind.take_in, family_id, secrets.token_urlsafe(9), goods)
    return await book_note(acting, new, terms)


async def note_counted(
    acting: Acting, option_id: int, found: int, terms: ShopTerms = DEFAULT_TERMS
) -> int:
    """So many pieces of the option were found; out comes the number of the note.

    What orders hold that are not packed yet lies there too. Refuses: NotFound, also for what is
    made to order or withdrawn. ValueError for less than nothing.
    """
    on_hand = await lock_stocked(acting.session, option_id)
    family_id = await family_of_option(acting.session, option_id)
    expected = on_hand + await set_aside(acting.session, option_id)
    counted = (counted_of(option_id, found, expected, on_hand),)
    new = NewNote(NoteKind.counted, family_id, secrets.token_urlsafe(9), counted=counted)
    return await book_note(acting, new, terms)


async def family_of_option(session: AsyncSession, option_id: int) -> int:
    """Whose goods the option is. Refuses: NotFound."""
    whose = select(Product.family_id).join(Option, Option.product_id == Product.id)
    family_id = await session.scalar(whose.where(Option.id == option_id))
    if family_id is None:
        raise NotFound("option")
    return family_id
