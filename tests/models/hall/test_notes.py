"""Notes on goods: booked once, said right or wrong, counted without undoing what was sold."""

from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.note_answers import ask_again, confirm_note, dispute_note, settle_note
from models.hall.note_queries import WaitingNotes, count_waiting, note, notes_in, notes_of
from models.hall.note_tables import GoodsNote, NoteKind, NoteState
from models.hall.notes import Counted, NewNote, book_note
from models.hall.refusals import NoteAnswered
from models.hall.single_notes import note_counted, note_taken_in
from models.kernel.facts import Fact, FactRow
from models.kernel.refusals import NotFound, OutOfStock
from models.kernel.shop_terms import DEFAULT_TERMS
from models.products.stock import Take
from models.products.tables import Option
from models.reports.consistency import discrepancies
from models.reports.whereabouts import Whereabouts, whereabouts
from tests.support.acting import acting
from tests.support.clock import MORNING
from tests.support.halls import Seller, a_sale, a_seller, a_token
from tests.support.orders import an_order
from tests.support.refused import refused
from tests.support.shelves import a_family, a_person, an_option

TEN_NEXT_DAY = MORNING.replace(day=3, hour=6)  # at ten in Dubai


async def facts_of(session: AsyncSession, *kinds: str) -> list[Fact]:
    """The facts of these kinds, as they happened."""
    await session.flush()
    rows = select(FactRow).where(FactRow.kind.in_(kinds)).order_by(FactRow.id)
    return [row.fact for row in await session.scalars(rows)]


async def book(
    session: AsyncSession, kind: NoteKind, family_id: int, *goods: tuple[int, int], token: str = ""
) -> int:
    """Book a note of so many pieces of each option."""
    takes = tuple(Take(*each) for each in goods)
    new = NewNote(kind, family_id, token or a_token(), takes, reason="expired")
    return await book_note(acting(session, await a_person(session)), new)


async def count(session: AsyncSession, family_id: int, *found: tuple[int, int, int]) -> int:
    """Book a count: the option, what was found, and what should have lain there."""
    parts = tuple(Counted(*each) for each in found)
    new = NewNote(NoteKind.counted, family_id, a_token(), counted=parts)
    return await book_note(acting(session), new)


async def on_hand(session: AsyncSession, option_id: int) -> int:
    """What lies on the shelf of it."""
    return (await session.scalars(select(Option.on_hand).where(Option.id == option_id))).one()


async def test_a_note_is_booked_once_and_whole(session: AsyncSession) -> None:
    family = await a_family(session)
    first, second = [await an_option(session, family_id=family) for _ in range(2)]
    token = a_token()
    made = await book(session, NoteKind.take_in, family, (second, 15), (first, 20), token=token)
    again = await book(session, NoteKind.take_in, family, (first, 20), token=token)
    assert made == again
    assert await session.scalar(select(func.count(GoodsNote.id))) == 1
    assert [await on_hand(session, each) for each in (first, second)] == [20, 15]
    found = await note(session, made)
    assert [(line.option_id, line.change) for line in found.lines] == [(first, 20), (second, 15)]
    assert (found.pieces, found.state) == (35, NoteState.open)
    (brief,) = (await notes_of(session, family)).items
    assert (brief.things, brief.change) == (2, 35)
    async with refused(session, OutOfStock):
        await book(session, NoteKind.give_back, family, (first, 1), (second, 16))
    assert await on_hand(session, first) == 20
    others = await an_option(session)
    async with refused(session, NotFound):
        await book(session, NoteKind.take_in, family, (first, 1), (others, 1))


async def test_a_count_does_not_undo_what_was_sold_meanwhile(session: AsyncSession) -> None:
    family = await a_family(session)
    seller = await a_seller(session)
    option = await an_option(session, family_id=family, stock=10)
    await a_sale(session, seller, (option, 2))  # after nine of ten were counted
    await count(session, family, (option, 9, 10))
    assert await on_hand(session, option) == 7
    assert (await whereabouts(session, [option]))[option] == Whereabouts(10, 7, 0, 2, 0, 1)


async def test_what_is_missing_of_orders_leaves_nothing_on_hand(session: AsyncSession) -> None:
    option = await an_option(session, stock=10)
    await an_order(session, await a_person(session), {option: 6}, MORNING)
    made = await note_counted(acting(session), option, 2)
    (line,) = (await note(session, made)).lines
    assert (line.counted, line.change, await on_hand(session, option)) == (2, -4, 0)
    made = await note_counted(acting(session), option, 7)
    assert (await note(session, made)).lines[0].change == 1
    await note_taken_in(acting(session), option, 3)
    assert await on_hand(session, option) == 4
    assert await discrepancies(session) == []
    async with refused(session, NotFound):
        await note_taken_in(acting(session), option + 1, 1)
    async with refused(session, NotFound):
        await note_counted(acting(session), await an_option(session, made_to_order=True), 1)


async def test_the_twin_an_absolute_count_undoes_the_sale(scratch: AsyncSession) -> None:
    family = await a_family(scratch)
    option = await an_option(scratch, family_id=family, stock=10)
    await a_sale(scratch, await a_seller(scratch), (option, 2))
    await scratch.execute(update(Option).where(Option.id == option).values(on_hand=9))
    assert await on_hand(scratch, option) == 9, "the two that were sold lie there again"


async def test_she_confirms_once_or_says_what_is_wrong(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, family_id=family)
    right, wrong = [await book(session, NoteKind.take_in, family, (option, 5)) for _ in "ab"]
    hers = acting(session, await a_person(session))
    await confirm_note(hers, right)
    await confirm_note(hers, right)
    async with refused(session, NoteAnswered):
        await dispute_note(hers, right, "أحضرت ستة")
    await dispute_note(hers, wrong, "أحضرت ستة")
    async with refused(session, NoteAnswered):
        await confirm_note(hers, wrong)
    assert [brief.id for brief in (await notes_in(session, NoteState.disputed)).items] == [wrong]
    unasked = await book(session, NoteKind.take_in, family, (option, 1))
    assert [brief.id for brief in (await notes_in(session, NoteState.open)).items] == [unasked]
    assert await count_waiting(session) == WaitingNotes(unconfirmed=1, disputed=1)
    await settle_note(acting(session), wrong, "صُحّح")
    async with refused(session, NoteAnswered):
        await settle_note(acting(session), wrong, "مرة أخرى")
    assert await count_waiting(session) == WaitingNotes(unconfirmed=1, disputed=0)
    settled = await note(session, wrong)
    assert (settled.state, settled.word, settled.answer) == ("settled", "أحضرت ستة", "صُحّح")
    kinds = ("goods-note-confirmed", "goods-note-disputed", "goods-note-settled")
    assert len(await facts_of(session, *kinds)) == 3
    async with refused(session, NotFound):
        await confirm_note(hers, unasked + 1)


async def test_who_says_nothing_is_asked_once_more_at_ten(session: AsyncSession) -> None:
    family = await a_family(session)
    option = await an_option(session, family_id=family)
    silent, said = [await book(session, NoteKind.take_in, family, (option, 5)) for _ in "ab"]
    await confirm_note(acting(session, await a_person(session)), said)
    assert await ask_again(acting(session, now=TEN_NEXT_DAY - timedelta(minutes=1))) == 0
    assert await ask_again(acting(session, now=TEN_NEXT_DAY)) == 1
    assert await ask_again(acting(session, now=TEN_NEXT_DAY + timedelta(days=5))) == 0
    (fact,) = await facts_of(session, "goods-note-asked-again")
    assert getattr(fact, "note_id", None) == silent


@pytest.mark.parametrize("way", ["order", "sale", "note", "count"])
async def test_what_runs_low_is_told_once_until_it_is_filled_up(
    session: AsyncSession, way: str
) -> None:
    family = await a_family(session)
    option = await an_option(session, family_id=family, stock=DEFAULT_TERMS.low_stock + 1)
    seller = await a_seller(session)
    await lessen(session, seller, family, option, way)
    assert len(await facts_of(session, "stock-ran-low")) == 1
    await lessen(session, seller, family, option, way)
    await book(session, NoteKind.take_in, family, (option, 1))
    await lessen(session, seller, family, option, way)
    assert len(await facts_of(session, "stock-ran-low")) == 1
    await book(session, NoteKind.take_in, family, (option, 2))
    await lessen(session, seller, family, option, way)
    left = [getattr(fact, "left", None) for fact in await facts_of(session, "stock-ran-low")]
    assert left == [3, 3]


async def lessen(session: AsyncSession, seller: Seller, family: int, option: int, way: str) -> None:
    """One piece less lies on the shelf."""
    match way:
        case "order":
            await an_order(session, await a_person(session), {option: 1}, MORNING)
        case "sale":
            await a_sale(session, seller, (option, 1))
        case "note":
            await book(session, NoteKind.write_off, family, (option, 1))
        case _:
            was = await on_hand(session, option)
            await count(session, family, (option, was - 1, was))


async def test_an_option_has_a_limit_of_its_own(session: AsyncSession) -> None:
    family = await a_family(session)
    asked, never = [await an_option(session, family_id=family, stock=10) for _ in "ab"]
    await session.execute(update(Option).where(Option.id == asked).values(low_limit=8))
    await session.execute(update(Option).where(Option.id == never).values(low_limit=0))
    await book(session, NoteKind.give_back, family, (asked, 2), (never, 9))
    (fact,) = await facts_of(session, "stock-ran-low")
    assert (getattr(fact, "option_id", 0), getattr(fact, "left", 0)) == (asked, 8)


async def test_what_a_note_takes_off_to_the_last_piece_is_told_as_what_runs_low(
    session: AsyncSession,
) -> None:
    """That the last piece was sold is told by itself; of a note nobody would hear otherwise."""
    family, seller = await a_family(session), await a_seller(session)
    noted, sold = [await an_option(session, family_id=family, stock=5) for _ in "ab"]
    await book(session, NoteKind.give_back, family, (noted, 5))
    await a_sale(session, seller, (sold, 5))
    (low,) = await facts_of(session, "stock-ran-low")
    (gone,) = await facts_of(session, "last-piece-sold")
    assert (getattr(low, "option_id", 0), getattr(low, "left", 1)) == (noted, 0)
    assert getattr(gone, "option_id", 0) == sold


@pytest.mark.parametrize("seed", range(3))
async def test_random_notes_and_sales_agree_with_a_plain_reckoning(
    session: AsyncSession, seed: int
) -> None:
    dice, family = Random(seed), await a_family(session)
    seller = await a_seller(session)
    options = [await an_option(session, family_id=family) for _ in range(3)]
    plain = {option: [0] * 5 for option in options}  # in, shelf, sold, back, off
    for _ in range(40):
        await one_act(session, dice, family, seller, plain)
    found = await whereabouts(session, options)
    for option, (came, shelf, sold, back, off) in plain.items():
        assert found[option] == Whereabouts(came, shelf, 0, sold, back, off)
        assert came == shelf + sold + back + off


async def one_act(
    session: AsyncSession, dice: Random, family: int, seller: Seller, plain: dict[int, list[int]]
) -> None:
    """Something happens to one option, here and on paper; what cannot be done changes neither."""
    option, pieces = dice.choice(sorted(plain)), dice.randint(1, 6)
    row = plain[option]
    act = dice.choice(["in", "sold", "back", "off", "count"])
    if act == "count":
        found = dice.randint(0, 8)
        if dice.random() < 0.5 and row[1]:  # one is sold before the count is booked
            expected = row[1]
            await a_sale(session, seller, (option, 1))
            row[1], row[2] = row[1] - 1, row[2] + 1
            found = max(found, 1)
        else:
            expected = row[1]
        await count(session, family, (option, found, expected))
        change = found - expected
        row[1] += change
        row[0 if change > 0 else 4] += abs(change)
        return
    if act == "in":
        await book(session, NoteKind.take_in, family, (option, pieces))
        row[0], row[1] = row[0] + pieces, row[1] + pieces
        return
    to = {"sold": 2, "back": 3, "off": 4}[act]
    if pieces > row[1]:
        async with refused(session, OutOfStock):
            await leave(session, act, family, seller, option, pieces)
        return
    await leave(session, act, family, seller, option, pieces)
    row[1], row[to] = row[1] - pieces, row[to] + pieces


async def leave(
    session: AsyncSession, act: str, family: int, seller: Seller, option: int, pieces: int
) -> None:
    """So many pieces leave the shelf."""
    if act == "sold":
        await a_sale(session, seller, (option, pieces))
    else:
        kind = NoteKind.give_back if act == "back" else NoteKind.write_off
        await book(session, kind, family, (option, pieces))
