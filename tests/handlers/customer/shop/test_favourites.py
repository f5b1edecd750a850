"""Favourites, and being told once when what was sold out can be had again."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import ShowProduct
from handlers.dialog.actions.wanted import Await, Favour, ShowFavourites
from handlers.dialog.turns import Turns
from models.kernel.acting import Acting
from models.products import publishing
from models.products.wanted import MOST_ALERTS, Back, note_back, what_is_back
from tests.handlers import shelf
from tests.handlers.people import customer
from tests.handlers.talk import Talk
from tests.handlers.told import Told, announced, text
from tests.support.acting import acting
from tests.support.words import label, word


async def back(turns: Turns) -> Told:
    """What the shop's clock notes as there again is announced."""
    async with turns.database.read() as session:
        found = await what_is_back(session)
    for each in found:
        async with turns.database.write() as session:
            await note_back(Acting(session, None, turns.clock()), each)
    return await announced(turns)


async def sold_out(turns: Turns, name: str = "كعك") -> int:
    """A product of which nothing is left."""
    return await shelf.add_product(turns, name, on_hand=0)


async def stocked(turns: Turns, product_id: int, pieces: int) -> None:
    """So many pieces lie there now."""
    await shelf.count_stock(turns, await shelf.only_option(turns, product_id), pieces)


async def test_one_tap_keeps_a_product_and_the_list_leads_there_and_back(turns: Turns) -> None:
    cake = await shelf.add_product(turns, "كعك", "Cake")
    hidden = await shelf.add_product(turns, "تمر", "Dates")
    talk = await customer(turns)
    await talk.presses_old(ShowFavourites())
    assert word("favourites-none").split("\n", maxsplit=1)[0] in talk.text
    for product_id in (hidden, cake):
        await talk.presses_old(ShowProduct(product_id))
        await talk.presses(label("button-favourite"))
        assert talk.notice == word("favourite-kept")
        assert word("button-favourite-drop") in talk.labels
        assert not talk.offered(Await)
    async with turns.database.write() as session:
        await publishing.hide(acting(session), hidden, True)
    for typed in ("/settings", "/start"):
        await talk.says(typed)
        await talk.presses(label("button-favourites"))
    assert [action.product_id for action in talk.offered(ShowProduct)] == [cake]
    await talk.presses("كعك")
    await talk.presses(label("button-favourite-drop"))
    await talk.presses(label("favourites-back"))
    assert not talk.offered(ShowProduct)
    await talk.presses_old(Favour(99_999))
    assert word("refused-not-found") in talk.text


@pytest.mark.parametrize("typed", ["المفضلة", "❤️ المفضلة", "مفضلتي", "favourites", "my wishlist"])
async def test_typed_they_are_shown_and_the_menu_has_them_where_there_are_some(
    turns: Turns, typed: str
) -> None:
    cake, talk = await shelf.add_product(turns, "كعك", "Cake"), await customer(turns)
    await talk.says("/start")
    assert word("button-favourites") not in talk.labels
    await talk.presses_old(Favour(cake))
    await talk.says("/start")
    assert word("button-favourites") in talk.labels
    await talk.says(typed)
    assert [action.product_id for action in talk.offered(ShowProduct)] == [cake]


async def test_who_waits_is_told_once_and_only_of_what_is_there(turns: Turns) -> None:
    cake = await sold_out(turns)
    mona, huda = await customer(turns), await customer(turns, "huda", "en")
    for talk, words in ((mona, word("button-alert")), (huda, word("button-alert", "en"))):
        await talk.presses_old(ShowProduct(cake))
        await talk.presses(words)
    assert word("alert-on", "en") in huda.notice
    await huda.presses(word("button-alert-off", "en"))
    assert (await back(turns)).people() == set()
    await stocked(turns, cake, 2)
    told = await back(turns)
    assert told.people() == {"mona"}
    assert text(told.to("mona")) == word("alert-back", name="كعك")
    await stocked(turns, cake, 0)
    await stocked(turns, cake, 2)
    assert (await back(turns)).people() == set()


async def test_who_could_not_be_told_truly_waits_on(turns: Turns) -> None:
    cake, mona = await sold_out(turns), await customer(turns)
    await mona.presses_old(Await(cake))
    await stocked(turns, cake, 1)
    async with turns.database.write() as session:
        await note_back(Acting(session, None, turns.clock()), Back(cake))
    await stocked(turns, cake, 0)
    assert (await announced(turns)).people() == set()
    await stocked(turns, cake, 1)
    assert (await back(turns)).people() == {"mona"}


async def test_what_was_withdrawn_is_not_told_of_until_it_is_shown_again(turns: Turns) -> None:
    cake, mona = await sold_out(turns), await customer(turns)
    await mona.presses_old(Await(cake))
    async with turns.database.write() as session:
        await publishing.hide(acting(session), cake, True)
    await stocked(turns, cake, 5)
    assert (await back(turns)).people() == set()
    async with turns.database.write() as session:
        await publishing.hide(acting(session), cake, False)
    assert (await back(turns)).people() == {"mona"}


async def test_so_many_are_waited_for_and_no_more(turns: Turns) -> None:
    talk: Talk = await customer(turns)
    for at in range(MOST_ALERTS + 1):
        product_id = await sold_out(turns, f"كعك {at}")
        await talk.presses_old(Await(product_id))
        assert (word("refused-too-many-kept", most=MOST_ALERTS) in talk.text) == (at == MOST_ALERTS)


SIZES = [("صغير", "Small", 30, 4), ("وسط", "Medium", 45, 0), ("كبير", "Large", 60, 0)]


async def test_who_waits_for_one_option_hears_of_that_one_alone(turns: Turns) -> None:
    gown = await shelf.add_product(turns, "جلابية", "Jalabiya", options=SIZES)
    small, medium, large = await shelf.option_ids(turns, gown)
    mona, huda = await customer(turns), await customer(turns, "huda")
    await mona.presses_old(ShowProduct(gown, small))
    assert not mona.offered(Await), "that one is there"
    for talk, option_id in ((mona, large), (huda, medium)):
        await talk.presses_old(ShowProduct(gown, option_id))
        await talk.presses(word("button-alert-option"))
        assert word("button-alert-off") in talk.labels
    await huda.presses_old(ShowProduct(gown, large))
    assert word("button-alert-option") in huda.labels, "she waits for another"
    await shelf.count_stock(turns, small, 9)
    assert (await back(turns)).people() == set()
    await shelf.count_stock(turns, large, 2)
    told = await back(turns)
    assert told.people() == {"mona"}
    assert text(told.to("mona")) == word("alert-back-option", name="جلابية", option="كبير")
    await shelf.count_stock(turns, large, 0)
    await shelf.count_stock(turns, large, 2)
    assert (await back(turns)).people() == set(), "once is enough"
    await shelf.count_stock(turns, medium, 1)
    assert (await back(turns)).people() == {"huda"}


async def test_of_all_options_sold_out_one_is_waited_for_or_any(turns: Turns) -> None:
    gown = await shelf.add_product(turns, "جلابية", "Jalabiya", options=SIZES[1:])
    medium, large = await shelf.option_ids(turns, gown)
    mona, huda = await customer(turns), await customer(turns, "huda")
    await mona.presses_old(ShowProduct(gown))
    await mona.presses(word("button-alert"))
    await huda.presses_old(ShowProduct(gown, large))
    await huda.presses(word("button-alert-option"))
    await shelf.count_stock(turns, medium, 1)
    assert (await back(turns)).people() == {"mona"}, "any of them will do"
    async with turns.database.write() as session:
        await note_back(Acting(session, None, turns.clock()), Back(gown, large))
    assert (await announced(turns)).people() == set(), "it is not there"
    await shelf.count_stock(turns, large, 1)
    assert (await back(turns)).people() == {"huda"}
