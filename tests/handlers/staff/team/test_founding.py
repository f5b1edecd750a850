"""Handing over as the founder on the team's page: offered by one, taken on by the other."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.staff import PassFounding, TakeOnFounding, TakeRole
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role, accept_invitation, invite
from models.people.founder import founding
from tests.handlers.people import customer
from tests.handlers.staff.desk.test_histories import join
from tests.handlers.talk import Talk
from tests.handlers.told import announced, text
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.words import label, word

LONG = "عائشة بنت سلطان بن محمد بن راشد آل علي"


async def invited(turns: Turns, by: Talk, name: str) -> Talk:
    """A manager whom that one invited."""
    talk = await customer(turns, name, by.language)
    async with turns.database.write() as session:
        own = acting(session, await by.person_id(), turns.clock())
        code = await invite(own, role=Role.manager, name=name)
        await accept_invitation(acting(session, await talk.person_id(), turns.clock()), code)
    return talk


@pytest.mark.parametrize("language", ["ar", "en"])
async def test_the_founder_hands_over_and_only_then_can_be_removed(
    database: Database, clock: HandClock, language: str
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    founder = await join(turns, "Aisha", Role.manager, language)
    clock.advance(minutes=1)
    heir = await invited(turns, founder, LONG)
    first, second = await founder.person_id(), await heir.person_id()
    await heir.presses_old(TakeRole("manager", first, sure=True))
    assert word("refused-founder-stays", language) in heir.text
    await announced(turns)

    await founder.says("/team")
    await founder.presses(label("button-pass-founding", language))
    await founder.presses(LONG[:10])
    await founder.presses(label("button-offer-founding", language))
    told = await announced(turns)
    assert told.people() == {LONG}
    assert "Aisha" in text(told.to(LONG), language)
    async with database.read() as session:
        assert (await founding(session)).founder_id == first

    await heir.says("/team")
    await heir.presses(label("button-take-on-founding", language))
    assert "Aisha" in heir.text
    await heir.presses(label("button-founding-yes", language))
    assert word("founding-taken-on", language) in heir.text
    told = await announced(turns)
    assert told.people() == {"Aisha"}
    await heir.presses_old(TakeRole("manager", first, sure=True))
    async with database.read() as session:
        assert await founding(session) == (second, None)


async def test_an_offer_is_taken_back(turns: Turns) -> None:
    founder = await join(turns, "Aisha", Role.manager)
    turns.clock.advance(minutes=1)  # type: ignore[attr-defined]
    heir = await invited(turns, founder, "Salama")
    await founder.presses_old(PassFounding(await heir.person_id(), sure=True))
    await founder.says("/team")
    await founder.presses(label("button-pass-founding"))
    assert "Salama" in founder.text
    await founder.presses(label("button-offer-back"))
    assert word("founding-taken-back") in founder.text
    await heir.presses_old(TakeOnFounding(sure=True))
    assert word("founding-nothing") in heir.text
    await heir.presses_old(PassFounding(await founder.person_id(), sure=True))
    assert word("refused-not-allowed") in heir.text


async def test_alone_there_is_nobody_to_hand_over_to(turns: Turns) -> None:
    founder = await join(turns, "Aisha", Role.manager)
    await founder.says("/team")
    assert label("button-pass-founding") not in " ".join(founder.labels)
    await founder.presses_old(PassFounding(999))
    assert word("button-desk") in founder.labels
