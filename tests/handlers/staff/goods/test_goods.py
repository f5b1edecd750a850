"""Goods of a family in the chat: a note is filled in, heard, disputed and answered; and counted."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from handlers.dialog.actions.drafts import DropDraft
from handlers.dialog.actions.goods import ConfirmNote, DisputeNote, ShowNote, TakeOffer
from handlers.dialog.pictures import Receipt
from handlers.dialog.turns import Turns
from models.hall.moved_products import set_family
from models.hall.note_tables import GoodsNote, NoteKind
from models.hall.notes import Counted, NewNote, book_note
from models.people.access import Role
from models.products.tables import Option
from models.reports.consistency import discrepancies
from tests.handlers import shelf
from tests.handlers.people import family_member, staff
from tests.handlers.staff.drafts import skip_the_rest
from tests.handlers.talk import Talk
from tests.handlers.told import actions, announced, text
from tests.support.acting import acting
from tests.support.orders import fill_cart, order_cart
from tests.support.words import label, word


async def on_hand(turns: Turns, option_id: int) -> int:
    """What lies on the shelf of it."""
    async with turns.database.read() as session:
        return (await session.scalars(select(Option.on_hand).where(Option.id == option_id))).one()


async def two_things(turns: Turns) -> tuple[int, int]:
    """Luqaimat and maamoul of one family, ten of each."""
    made = [await shelf.add_product(turns, name) for name in ("لقيمات", "معمول بالتمر")]
    first, second = [await shelf.only_option(turns, each) for each in made]
    return first, second


async def begins(clerk: Talk, kind: str) -> None:
    """The clerk begins a note of that kind for the only family."""
    await clerk.says("/stock")
    await clerk.presses(word(f"button-start-{kind}"))
    if kind == "count":
        await clerk.presses(word("button-count-family"))
    await clerk.presses("دار الورد")


async def test_goods_come_in_by_one_message_and_the_family_says_what_is_wrong(
    turns: Turns,
) -> None:
    luqaimat, maamoul = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    mother = await family_member(turns, await shelf.add_family(turns))
    await announced(turns)
    await begins(clerk, "take-in")
    await clerk.says("لقيمات ٢٠، كنافة ٣")
    assert "كنافة ٣" in clerk.text
    assert await on_hand(turns, luqaimat) == 10
    await clerk.says("لقيمات ٢٠، معمول ١٥")
    assert "لقيمات: 20 قطعة" in clerk.text
    await clerk.presses(word("button-note-done"))
    assert "عدد القطع 35" in clerk.text
    await clerk.presses(word("button-book-take-in"))
    await clerk.redelivered()
    assert (await on_hand(turns, luqaimat), await on_hand(turns, maamoul)) == (30, 25)
    await clerk.says("/desk")
    assert word("stock-unconfirmed", count="1") in clerk.text
    await clerk.presses(word("button-unconfirmed", count="1"))
    assert clerk.offered(ShowNote) == [ShowNote(1)]
    told = await announced(turns)
    (heard,) = told.to(mother.external_id)
    assert word("note-was-made") in text([heard])
    picture = heard.cards[0].picture
    assert isinstance(picture, Receipt)
    assert [line.quantity for line in picture.lines] == ["× 20", "× 15"]
    assert actions(heard)[:2] == [ConfirmNote(1), DisputeNote(1)]
    await mother.presses_old(DisputeNote(1))
    await mother.says("أحضرنا 18 لقيمات لا 20")
    assert word("note-disputed-thanks") in mother.text
    told = await announced(turns)
    assert "أحضرنا 18 لقيمات لا 20" in text(told.to(clerk.external_id))
    await clerk.says("/desk")
    await clerk.presses("⚠️ سندات فيها خطأ (1)")
    await clerk.presses(clerk.labels[0])
    await clerk.presses(word("button-settle-note"))
    await clerk.presses(word("note-answered-corrected"))
    told = await announced(turns)
    assert word("note-answered-corrected") in text(told.to(mother.external_id))
    await mother.presses_old(ConfirmNote(1))
    assert word("note-state-settled") in mother.text


async def test_a_note_is_confirmed_by_one_tap_and_by_nobody_else(turns: Turns) -> None:
    await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    mother = await family_member(turns, await shelf.add_family(turns))
    other = await family_member(turns, await shelf.add_family(turns, ("أخرى", "Other")))
    await begins(clerk, "give-back")
    await clerk.presses("لقيمات · 10")
    await clerk.says("١١")
    assert "الموجود على الرف 10 قطع" in clerk.text
    await clerk.presses("3")
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("button-book-give-back"))
    await other.presses_old(ConfirmNote(1))
    assert word("refused-not-allowed") in other.text
    await mother.presses_old(ConfirmNote(1))
    assert word("note-confirmed-thanks") in mother.text
    await mother.says("/products")
    assert "أُعيد إليكم 3 قطع" in mother.text


async def test_a_count_line_by_line_while_one_is_sold(turns: Turns) -> None:
    luqaimat, maamoul = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    mona = await staff(turns, Role.courier, external_id="mona")
    await begins(clerk, "count")
    await clerk.presses(word("button-line-by-line"))
    await clerk.says("٩")
    person_id = await mona.person_id()
    async with turns.database.write() as session:
        await fill_cart(session, person_id, {luqaimat: 2}, turns.clock())
        await order_cart(session, person_id, turns.clock())
    await clerk.presses("مطابق للمسجّل (10)")
    await clerk.presses(word("button-note-done"))
    assert "نقص عن المسجّل: قطعة واحدة" in clerk.text
    await clerk.presses(word("button-book-count"))
    assert (await on_hand(turns, luqaimat), await on_hand(turns, maamoul)) == (7, 10)
    async with turns.database.read() as session:
        assert await discrepancies(session) == []
        assert len((await session.scalars(select(GoodsNote.id))).all()) == 1


async def test_what_she_can_bring_is_taken_in_by_one_tap(turns: Turns) -> None:
    luqaimat, _ = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    mother = await family_member(turns, await shelf.add_family(turns))
    await announced(turns)
    await mother.says("/products")
    await mother.presses(word("button-can-bring"))
    await mother.presses("لقيمات")
    await mother.presses("20")
    told = await announced(turns)
    (heard,) = told.to(clerk.external_id)
    assert "لقيمات: 20 قطعة" in text([heard])
    courier = await staff(turns, Role.courier, external_id="courier")
    await courier.says("/desk")
    assert word("stock-offers", count="1") not in courier.text
    await clerk.says("/desk")
    await clerk.presses(word("button-offers", count="1"))
    assert "لقيمات" in clerk.labels[0]
    (taking,) = [each for each in actions(heard) if isinstance(each, TakeOffer)]
    await clerk.presses_old(taking)
    assert await on_hand(turns, luqaimat) == 30
    await clerk.presses_old(taking)
    assert await on_hand(turns, luqaimat) == 30
    assert word("note-was-made") in text((await announced(turns)).to(mother.external_id))


async def new_product(clerk: Talk, name: str, pieces: str) -> None:
    """From the note at hand to a new product of its family, up to its preview."""
    await clerk.presses(word("button-new-product"))
    await clerk.presses(word("package-atayeb"))
    await clerk.says(name, "Basbousa")
    await clerk.presses(word("adding-in-stock"))
    await clerk.presses(word("adding-kind-one"))
    await clerk.says("45", pieces)
    await clerk.presses(word("audience-everyone"))
    await skip_the_rest(clerk)


async def test_a_new_product_comes_back_onto_the_note_that_it_began_in(turns: Turns) -> None:
    await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "take-in")
    await clerk.says("لقيمات ٢٠")
    await new_product(clerk, "بسبوسة", "١٢")
    await clerk.presses(label("button-publish"))
    assert word("noting-product-on-note") in clerk.text
    assert "لقيمات: 20 قطعة" in clerk.text
    assert "بسبوسة: 12 قطعة" in clerk.text
    async with turns.database.read() as session:
        option_id = (await session.scalars(select(Option.id).order_by(Option.id.desc()))).first()
    assert option_id is not None
    assert await on_hand(turns, option_id) == 0, "it lies on the shelf when the note is booked"
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("button-book-take-in"))
    assert await on_hand(turns, option_id) == 12
    await clerk.says("/desk")
    assert word("button-drafts") not in clerk.labels, "the note was finished"
    async with turns.database.read() as session:
        assert len((await session.scalars(select(GoodsNote.id))).all()) == 1


async def test_a_new_product_that_is_left_leads_back_to_the_note(turns: Turns) -> None:
    await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "take-in")
    await clerk.says("لقيمات ٢٠")
    await clerk.presses(word("button-new-product"))
    assert word("noting-new-product") in clerk.text
    await clerk.presses(word("button-cancel"))
    await clerk.presses(label("button-form-quit"))
    assert "لقيمات: 20 قطعة" in clerk.text


async def test_a_new_product_whose_note_is_gone_has_a_note_of_its_own(turns: Turns) -> None:
    await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "take-in")
    await clerk.says("لقيمات ٢٠")
    await new_product(clerk, "بسبوسة", "12")
    await clerk.presses_old(DropDraft(1, True))
    await clerk.presses(label("button-publish"))
    assert "الكمية 12" in clerk.text
    async with turns.database.read() as session:
        assert len((await session.scalars(select(GoodsNote.id))).all()) == 1
        assert await discrepancies(session) == []


async def test_a_count_of_150_options_is_shown_whole_to_staff_and_family(turns: Turns) -> None:
    names = [f"ق{at:03}" for at in range(150)]
    await shelf.add_product(turns, "سوار", options=[(each, each, 20, 5) for each in names])
    clerk = await staff(turns, Role.catalogue)
    mother = await family_member(turns, await shelf.add_family(turns))
    await announced(turns)
    await clerk.says("/stock")
    await clerk.presses(word("button-start-count"))
    await clerk.presses(word("button-count-family"))
    await clerk.presses("دار الورد")
    for first in range(0, 150, 50):
        await clerk.says("، ".join(f"{each} 4" for each in names[first : first + 50]))
    await clerk.presses(word("button-note-done"))
    assert word("lines-more", count=120) in clerk.text
    await clerk.presses(word("button-book-count"))
    (heard,) = (await announced(turns)).to(mother.external_id)
    for cards in (clerk.cards, heard.cards):
        pictures = [card.picture for card in cards]
        assert [card.choices != () for card in cards] == [False, False, False, True]
        lines = [line for each in pictures if isinstance(each, Receipt) for line in each.lines]
        assert len(lines) == 150
        assert {line.quantity for line in lines} == {"× 4"}
    async with turns.database.read() as session:
        assert set(await session.scalars(select(Option.on_hand))) == {4}


async def counted_to(turns: Turns, option_id: int, pieces: int) -> None:
    """Somebody else counts so many pieces of it on the shelf, by a note of her own."""
    family_id = await shelf.add_family(turns)
    async with turns.database.write() as session:
        found = (Counted(option_id, pieces, 10),)
        await book_note(
            acting(session), NewNote(NoteKind.counted, family_id, "other", counted=found)
        )


@pytest.mark.parametrize("answer", ["2", "مرحبا", "ارجاع"])
async def test_a_thing_that_ran_out_while_it_is_asked_about_leads_back_to_the_list(
    turns: Turns, answer: str
) -> None:
    luqaimat, _ = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "write-off")
    await clerk.presses("لقيمات · 10")
    await counted_to(turns, luqaimat, 0)
    await clerk.says(answer)
    assert word("noting-thing-gone") in clerk.text
    assert word("noting-lines-write-off") in clerk.text
    await clerk.says("معمول 3")
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("written-off-broken"))
    await clerk.presses(word("button-book-write-off"))
    assert word("noting-booked") in clerk.text


async def test_a_line_that_can_not_be_booked_any_more_is_named_and_can_be_dropped(
    turns: Turns,
) -> None:
    luqaimat, maamoul = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "give-back")
    await clerk.says("لقيمات 4، معمول 3")
    await clerk.presses(word("button-note-done"))
    await counted_to(turns, luqaimat, 0)
    await clerk.presses(word("button-book-give-back"))
    assert word("noting-shelf-changed") in clerk.text
    assert "لقيمات: الموجود على الرف لا شيء" in clerk.text
    assert word("button-book-give-back") not in clerk.labels
    await clerk.presses(word("button-change-lines"))
    await clerk.presses("✅ لقيمات · 4")
    await clerk.says("2")
    await clerk.presses(word("button-back"))
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("button-drop-amiss"))
    await clerk.presses(word("button-book-give-back"))
    assert word("noting-booked") in clerk.text
    assert (await on_hand(turns, luqaimat), await on_hand(turns, maamoul)) == (0, 7)


async def test_goods_that_went_off_sale_are_named_and_can_be_dropped(turns: Turns) -> None:
    luqaimat, _ = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "take-in")
    await clerk.says("لقيمات 4، معمول 3")
    await clerk.presses("✅ لقيمات · 4")
    async with turns.database.write() as session:
        changed = update(Option).where(Option.id == luqaimat).values(withdrawn=True)
        await session.execute(changed)
    await clerk.says("5")
    assert word("noting-off-sale", thing="لقيمات") in clerk.text
    await clerk.presses(word("button-drop-line"))
    assert "لقيمات" not in clerk.text
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("button-book-take-in"))
    assert word("noting-booked") in clerk.text


async def test_a_note_of_which_nothing_can_be_booked_leads_back_to_its_list(turns: Turns) -> None:
    luqaimat, _ = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "give-back")
    await clerk.says("لقيمات 4، معمول 0")
    await clerk.presses(word("button-note-done"))
    await counted_to(turns, luqaimat, 0)
    await clerk.presses(word("button-book-give-back"))
    await clerk.presses(word("button-drop-amiss"))
    assert word("noting-lines-give-back") in clerk.text
    assert word("button-note-done") not in clerk.labels


async def test_a_thing_that_is_another_familys_by_now_is_dropped_from_the_note(
    turns: Turns,
) -> None:
    luqaimat, maamoul = await two_things(turns)
    clerk = await staff(turns, Role.catalogue)
    await begins(clerk, "write-off")
    await clerk.says("لقيمات 4")
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("written-off-broken"))
    other = await shelf.add_family(turns, ("أخرى", "Other"))
    async with turns.database.write() as session:
        product_id = (await session.get_one(Option, luqaimat)).product_id
        await set_family(acting(session), product_id, other)
    await clerk.presses(word("button-book-write-off"))
    assert word("noting-shelf-changed") in clerk.text
    assert word("noting-line-gone", pieces="4 قطع") in clerk.text
    await clerk.presses(word("button-drop-amiss"))
    await clerk.says("معمول 3")
    await clerk.presses(word("button-note-done"))
    await clerk.presses(word("button-book-write-off"))
    assert word("noting-booked") in clerk.text
    assert (await on_hand(turns, luqaimat), await on_hand(turns, maamoul)) == (10, 7)
