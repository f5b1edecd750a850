"""A reply to what a family, or staff, were told leads to what that was about."""

from __future__ import annotations

import pytest

from handlers.dialog.actions import Action
from handlers.dialog.actions.brands import ManageFamily
from handlers.dialog.actions.customer import SendToTeam, ShowProduct
from handlers.dialog.actions.family import ShowFamilyHome, ShowFamilyProducts
from handlers.dialog.actions.staff import ShowDesk, ShowTeam
from handlers.dialog.speech import Said
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.people import Language
from tests.handlers import shelf
from tests.handlers.inboxes import messages, questions
from tests.handlers.people import family_member, let_in, staff
from tests.handlers.staff.ordering import HOME, an_order, order_named
from tests.handlers.told import actions, announced
from tests.support.words import word

ASKS = "هل يُغلَّف كهدية؟"


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_a_reply_to_a_sale_shows_her_lines_and_goes_to_the_centre(
    turns: Turns, language: Language
) -> None:
    family_id = await shelf.add_family(turns)
    other = await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    mother = await family_member(turns, family_id, external_id="rose", language=language)
    await an_order(turns)
    number = await an_order(turns)
    told = await announced(turns)
    (about,) = actions(told.to("rose")[-1])
    assert about == ShowFamilyHome(family_id, order_id=(await order_named(turns, number)).id)
    await mother.sends(Said(ASKS, "9", replies_to=(about,)))
    first = mother.text
    assert first.count(number) == 3, first  # in the heading, and with each of her two lines
    for hidden in (HOME.name, HOME.phone, HOME.area):
        assert hidden not in first
    await mother.presses_old(mother.offered(SendToTeam)[0])
    (said,) = await messages(turns)
    (question,) = await questions(turns)
    quote = word("family-reply-order", language, brand="X", number=number).split("X")
    assert said.text.startswith(quote[0]), said.text
    assert said.text.endswith(f"{quote[1]}\n{ASKS}")
    assert question.order_id is None  # its name and phone are the customer's
    await mother.sends(Said("شكراً", "9", replies_to=(about,)))
    assert number not in mother.text
    for elsewhere in (ShowFamilyHome(other, order_id=2), ShowFamilyProducts(other)):
        await mother.sends(Said(ASKS, "9", replies_to=(elsewhere,)))
        assert "المسك" not in mother.text


async def test_a_reply_to_other_news_shows_what_that_is_about(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    await shelf.add_product(turns, "ماء ورد")
    mother = await family_member(turns, family_id)
    for about, shown in (
        (ShowFamilyHome(family_id), "المستحق الآن"),
        (ShowFamilyHome(family_id, order_id=7), "المستحق الآن"),
        (ShowFamilyProducts(family_id), "ماء ورد"),
    ):
        await mother.sends(Said(ASKS, "9", replies_to=(about,)))
        assert shown in mother.text
        assert mother.offered(SendToTeam)


async def test_a_reply_of_staff_opens_what_they_were_told_of(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    told: dict[Action, str] = {ShowTeam(): word("team-title"), ManageFamily(family_id): "دار الورد"}
    for about, shown in told.items():
        await manager.sends(Said("من هذه؟", "9", replies_to=(about,)))
        assert shown in manager.text + "".join(manager.labels)
        # On a screen that has a way to it among many others it is no answer to that one.
        board = (ShowDesk(), ShowProduct(1), about, ShowTeam())
        await manager.sends(Said("من هذه؟", "9", replies_to=board))
        assert "«من هذه؟»" in manager.text
    await let_in(manager, family_id=family_id)
    await manager.sends(Said("كم بقي؟", "9", replies_to=(ShowFamilyHome(family_id),)))
    assert "المستحق الآن" in manager.text
