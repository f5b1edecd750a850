"""Invitations: for whom they are, their card with the link, and what becomes of the name."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.brands import InviteFamily
from handlers.dialog.actions.staff import InviteStaff
from handlers.dialog.links import encode_link
from handlers.dialog.speech import ShareChoice
from handlers.dialog.turns import Turns
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.words import word


def links(talk: Talk) -> list[ShareChoice]:
    """The links that stand on the screen now."""
    return [
        choice
        for card in talk.screen
        for row in card.choices
        for choice in row
        if isinstance(choice, ShareChoice)
    ]


@pytest.mark.parametrize("ways", [(word("button-team"),), (word("button-team"), "لوحة العمل")])
async def test_an_invitation_to_the_team_stays_on_the_screen(
    turns: Turns, ways: tuple[str, ...]
) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/team")
    await manager.presses("دعوة: التوصيل")
    await manager.says("سيف")
    for way in ways:
        await manager.presses(way)
    assert len(links(manager)) == 1


async def test_an_invitation_to_a_brand_stays_on_the_screen(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(InviteFamily(family_id))
    await manager.says("أم سالم")
    await manager.presses(word("button-this-family"))
    assert "حسابات مرتبطة بهذه العلامة: 0" in manager.text
    await manager.presses(word("button-families"))
    assert len(links(manager)) == 1


async def test_who_goes_back_is_where_the_invitation_began(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    for asked, place in (
        (InviteFamily(family_id), "دار الورد\nDar Al Ward"),
        (InviteStaff("courier"), "لدعوة شخص جديد"),
    ):
        await manager.presses_old(asked)
        await manager.presses(word("button-back"))
        assert word("form-left") in manager.text
        assert place in manager.text


@pytest.mark.parametrize("typed", ["😀", "", "12345", "س" * 41])
async def test_a_name_is_asked_for_until_there_is_one(turns: Turns, typed: str) -> None:
    manager = await staff(turns, Role.manager)
    await manager.presses_old(InviteStaff("courier"))
    await manager.says(typed)
    assert "لمن هذه الدعوة" in manager.text
    assert links(manager) == []


async def test_whoever_opens_her_own_invitation_does_not_use_it_up(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    await manager.presses_old(InviteFamily(family_id))
    await manager.says("أم سالم")
    link = f"/start {encode_link(manager.shared().action)}"
    await manager.says(link)
    assert word("refused-own-invitation") in manager.text
    await manager.says("/family")
    assert word("refused-not-allowed") in manager.text
    mother = Talk(turns, external_id="mother")
    await mother.says(link)
    assert "دار الورد" in mother.text
    await manager.says(link)
    assert word("refused-invitation-spent") in manager.text
