"""Notes on goods: taken in from a family, given back to her, written off, or counted.

A note and the movements of the stock are one act: it is booked once for its token, whole or not at
all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.note_tables import GoodsNote, GoodsNoteLine, NoteKind, NoteState
from models.kernel.acting import Acting
from models.kernel.base import insert_into, table_of
from models.kernel.facts import NoteMade, record
from models.kernel.money import Money
from models.kernel.refusals import NotFound
from models.kernel.rows import RowReader
from models.kernel.shop_terms import DEFAULT_TERMS, ShopTerms
from models.products.stock import (
    Movement,
    Take,
    move_all,
    refresh_offered,
    tell_of_staff_moves,
    write_down,
)
from models.products.tables import Option, Product

MOVEMENTS: Mapping[NoteKind, Movement] = {
    NoteKind.take_in: Movement.taken_in,
    NoteKind.give_back: Movement.given_back,
    NoteKind.write_off: Movement.spoiled,
    NoteKind.counted: Movement.counted,
}
"""How the stock's movements name what each kind of note does."""
WHY_WRITTEN_OFF = ("expired", "broken", "tasting", "missing")
"""The reasons to write goods off that are chosen, kept by key; any other is in own words."""


class Counted(msgspec.Struct, frozen=True, order=True):
    """What was found of an option, and how many pieces should have lain there at that moment.

    What is booked is the difference, so that a sale made meanwhile is not undone.
    """

    option_id: int
    found: int
    expected: int


def counted_of(option_id: int, found: int, expected: int, on_hand: int) -> Counted:
    """What was found of an option of which so many should have lain there, and `on_hand` is left.

    What lies there for orders is sold already: where of that some is missing too, nothing is left
    on hand, and never less than nothing.
    """
    return Counted(option_id, found, min(expected, found + on_hand))


class NewNote(msgspec.Struct, frozen=True):
    """A note to be booked: the goods of one family, or what was counted of them.

    `token` is the act's own: booked again with it, nothing happens twice. A reason is needed to
    write goods off.
    """

    kind: NoteKind
    family_id: int
    token: str
    goods: tuple[Take, ...] = ()
    counted: tuple[Counted, ...] = ()
    reason: str = ""
    bazaar_id: int | None = None

    def changes(self) -> list[Take]:
        """By how many pieces each option changes, in the order of their ids.

        ValueError without goods, with an option named twice, with no pieces, or a write-off without
        its reason: the dialog asks for all of it.
        """
        parts = sorted(self.parts())
        if not parts or len({part.option_id for part in parts}) < len(parts):
            raise ValueError("a note names each of its options once")
        if self.kind is NoteKind.write_off and not self.reason:
            raise ValueError("what is written off has its reason")
        return parts

    def parts(self) -> Iterable[Take]:
        """The changes as they were named."""
        if self.kind is NoteKind.counted:
            for each in self.counted:
                if each.found < 0:
                    raise ValueError(f"nobody counts {each.found} pieces")
                yield Take(each.option_id, each.found - each.expected)
            return
        sign = 1 if self.kind is NoteKind.take_in else -1
        for part in self.goods:
            if part.quantity <= 0:
                raise ValueError(f"{part.quantity} pieces are no goods")
            yield Take(part.option_id, sign * part.quantity)


class Stocked(msgspec.Struct, frozen=True):
    """An option that has stock, as a note names it."""

    option_id: int
    product_id: int
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    price: Money


STOCKED = RowReader(
    Stocked,
    option_id=Option.id,
    product_id=Option.product_id,
    name_ar=Product.name_ar,
    name_en=Product.name_en,
    label_ar=Option.label_ar,
    label_en=Option.label_en,
    price=Option.price,
)


async def book_note(acting: Acting, new: NewNote, terms: ShopTerms = DEFAULT_TERMS) -> int:
    """Book the note and move the stock; out comes its number, the same for the same token.

    Refuses: NotFound for an option that is not this family's, is made to order, or is withdrawn
    and to be taken in; OutOfStock where fewer pieces lie on the shelf than are to leave it.
    """
    parts = new.changes()
    note_id = await begin_note(acting, new)
    if note_id is None:
        return await number_of(acting.session, new.token)
    named = await stocked_options(acting.session, new, [part.option_id for part in parts])
    moving = [part for part in parts if part.quantity]
    moved = await move_all(acting.session, moving)
    why = MOVEMENTS[new.kind]
    await write_down(acting, moving, why, note_id=note_id)
    await keep_lines(acting.session, note_id, new, parts, named)
    record(acting, NoteMade(note_id, new.family_id, new.kind.value, new.bazaar_id))
    await tell_of_staff_moves(acting, moving, why, moved, terms)
    await refresh_offered(acting.session, {row.product_id for row in moved.values()})
    return note_id


async def begin_note(acting: Acting, new: NewNote) -> int | None:
    """Put the note down; None where its token is booked already."""
    made = await acting.session.execute(
        insert_into(acting.session, GoodsNote)
        .values(
            token=new.token,
            kind=new.kind.value,
            family_id=new.family_id,
            bazaar_id=new.bazaar_id,
            reason=new.reason,
            at=acting.now,
            actor_id=acting.actor_id,
            state=NoteState.open.value,
        )
        .on_conflict_do_nothing(index_elements=["token"])
        .returning(GoodsNote.id)
    )
    note_id: int | None = made.scalar()
    return note_id


async def number_of(session: AsyncSession, token: str) -> int:
    """The number of the note that was booked with that token. Refuses: NotFound."""
    note_id = await session.scalar(select(GoodsNote.id).where(GoodsNote.token == token))
    if note_id is None:
        raise NotFound("note")
    return note_id


async def stocked_options(
    session: AsyncSession, new: NewNote, option_ids: Sequence[int]
) -> dict[int, Stocked]:
    """The options of a note, held until it is booked, by their ids. Refuses: NotFound."""
    fit = [Product.family_id == new.family_id, ~Product.made_to_order]
    if new.kind is NoteKind.take_in:
        fit.append(~Option.withdrawn)
    rows = await session.execute(
        select(*STOCKED.columns)
        .join(Product, Product.id == Option.product_id)
        .where(Option.id.in_(option_ids), *fit)
        .order_by(Option.id)
        .with_for_update(key_share=True, of=Option)
    )
    found = {row[0]: STOCKED.read(row) for row in rows}
    if len(found) < len(option_ids):
        raise NotFound("option")
    return found


async def keep_lines(
    session: AsyncSession,
    note_id: int,
    new: NewNote,
    parts: Sequence[Take],
    named: Mapping[int, Stocked],
) -> None:
    """Keep what the note says, line by line."""
    found = {each.option_id: each.found for each in new.counted}
    rows: list[dict[str, Any]] = [
        {
            "note_id": note_id,
            "change": part.quantity,
            "counted": found.get(part.option_id),
            **msgspec.structs.asdict(named[part.option_id]),
        }
        for part in parts
    ]
    await session.execute(insert(table_of(GoodsNoteLine)), rows)
