"""Which options are labelled, how often, and which labels say an old price."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.hall.labels import Labelled, count_old_prices, keep_printed, labels_wanted
from models.hall.note_tables import NoteKind
from models.hall.notes import NewNote, book_note
from models.hall.short_codes import code_of, option_of
from models.kernel.money import Money
from models.products.stock import Take
from models.products.tables import Option
from tests.support.acting import acting
from tests.support.halls import a_token
from tests.support.shelves import a_family, a_person, an_option


async def copies(session: AsyncSession, kind: Labelled, key: object = "") -> dict[int, int]:
    """How many labels each option of that choice needs."""
    found = await labels_wanted(session, kind, str(key))
    return {each.option_id: each.copies for each in found}


async def print_all(session: AsyncSession, *ids: int) -> None:
    """Labels of these options are printed, at today's price."""
    for option in ids:
        found = await labels_wanted(session, Labelled.option, str(option))
        await keep_printed(acting(session, await a_person(session)), found)


async def reprice(session: AsyncSession, option_id: int, price: Money) -> None:
    """The option costs something else."""
    await session.execute(update(Option).where(Option.id == option_id).values(price=price))


async def test_as_many_labels_as_pieces_lie_on_the_shelf(session: AsyncSession) -> None:
    family = await a_family(session)
    shirts = await an_option(session, stock=3, family_id=family, package="anaqa")
    gone = await an_option(session, family_id=family)
    await an_option(session, family_id=family, made_to_order=True, lead_days=1, daily_most=2)
    oil = await an_option(session, stock=2, package="teeb")
    assert await copies(session, Labelled.family, family) == {shirts: 3}
    assert await copies(session, Labelled.package, "teeb") == {oil: 2}
    assert await copies(session, Labelled.option, shirts) == {shirts: 3}
    assert await copies(session, Labelled.option, gone) == {gone: 1}


async def test_a_note_is_labelled_with_what_came_in_by_it(session: AsyncSession) -> None:
    family = await a_family(session)
    came, other = [await an_option(session, stock=9, family_id=family) for _ in range(2)]
    goods = (Take(came, 4), Take(other, 2))
    new = NewNote(NoteKind.take_in, family, a_token(), goods)
    note_id = await book_note(acting(session, await a_person(session)), new)
    assert await copies(session, Labelled.note, note_id) == {came: 4, other: 2}
    out = NewNote(NoteKind.give_back, family, a_token(), goods)
    gone_id = await book_note(acting(session, await a_person(session)), out)
    assert await copies(session, Labelled.note, gone_id) == {}


async def test_a_changed_price_makes_labels_old_until_they_are_printed(
    session: AsyncSession,
) -> None:
    changed, same, never = [await an_option(session, stock=2) for _ in range(3)]
    await print_all(session, changed, same)
    assert await count_old_prices(session) == 0
    await reprice(session, changed, Money.dirhams(40))
    await reprice(session, never, Money.dirhams(40))
    assert await copies(session, Labelled.old_price) == {changed: 2}
    assert await count_old_prices(session) == 1
    (old,) = await labels_wanted(session, Labelled.old_price)
    assert (old.printed, old.price) == (Money.dirhams(35), Money.dirhams(40))
    await print_all(session, changed)
    assert await copies(session, Labelled.old_price) == {}


async def test_a_label_of_what_is_sold_out_is_not_old(session: AsyncSession) -> None:
    """It hangs on nothing any more."""
    option = await an_option(session)
    await print_all(session, option)
    await reprice(session, option, Money.dirhams(40))
    assert await count_old_prices(session) == 0


async def test_a_key_that_is_none_finds_nothing(session: AsyncSession) -> None:
    await an_option(session, stock=1)
    for kind in Labelled:
        for key in ("", "x", "-1", "١", "9" * 40, "1.5"):
            assert await copies(session, kind, key) == {}, (kind, key)


def test_a_short_code_is_the_options_own() -> None:
    for option_id in (1, 12, 8_999, 98_999):
        code = code_of(option_id)
        assert 4 <= len(code) <= 5
        assert option_of(code) == option_id
    for no_code in ("", "12", "999", "1000", "0999", "10.1", "١٠٠١", "1" * 10, " 1012"):
        assert option_of(no_code) is None
