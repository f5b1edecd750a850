"""What people hold is taken back: a role, a membership, an invitation; after one question each."""

from __future__ import annotations

from handlers.dialog.actions.brands import RemoveMember, WithdrawFamilyInvitation
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.actions.staff import TakeRole, WithdrawInvitation
from handlers.dialog.links import encode_link
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.people.founder import offer_founding, take_on_founding
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.talk import Talk
from tests.support.acting import acting
from tests.support.words import label as the_label
from tests.support.words import word

REFUSED = "غير متاحة لهذا الحساب"


async def invited(manager: Talk, button: str, name: str) -> Talk:
    """Somebody whom the manager invites by that button, and who accepts."""
    await manager.presses(button)
    await manager.says(name)
    link = f"/start {encode_link(manager.shared().action)}"
    new = Talk(manager.turns, external_id=name)
    await new.says(link)
    return new


async def test_a_role_is_taken_away_and_ends_at_once(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/team")
    saif = await invited(manager, "دعوة: التوصيل", "سيف")
    await saif.says("/deliveries")
    await manager.says("/team")
    assert "التوصيل: شخص واحد (سيف)" in manager.text
    await manager.presses("التوصيل (1)")
    await manager.presses("سيف")
    assert "هل يُسحب هذا الدور؟\nسيف – التوصيل" in manager.text
    await manager.presses(word("button-back"))
    await manager.presses("سيف")
    await saif.says("/deliveries")
    assert REFUSED not in saif.text
    await manager.presses(word("button-take-role"))
    assert "سُحب الدور: سيف – التوصيل" in manager.text
    await saif.says("/deliveries")
    assert REFUSED in saif.text
    await saif.presses_old(ManageOrder(1))
    assert REFUSED in saif.text
    await saif.says("/start")
    assert word("button-desk") not in saif.labels
    await manager.presses(word("button-team"))
    assert "التوصيل: لا أحد بعد" in manager.text


async def test_the_last_manager_stays_and_may_leave_once_there_is_another(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    own = await manager.person_id()
    await manager.presses_old(TakeRole("manager", own, sure=True))
    assert word("refused-last-manager") in manager.text
    second = await staff(turns, Role.manager, external_id="second")
    await manager.says("/team")
    await manager.presses("الإدارة (2)")
    assert sum("بلا اسم" in label for label in manager.labels) == 2
    await manager.presses_old(TakeRole("manager", own, sure=True))
    assert word("refused-founder-stays") in manager.text, "she hands over first"
    async with turns.database.write() as session:
        await offer_founding(acting(session, own, turns.clock()), await second.person_id())
        await take_on_founding(acting(session, await second.person_id(), turns.clock()))
    await manager.presses_old(TakeRole("manager", own, sure=True))
    assert manager.labels == [word("button-home")]
    await manager.says("/team")
    assert REFUSED in manager.text


async def test_a_member_of_a_family_is_removed(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses("دار الورد")
    assert not any("من يتابع" in label for label in manager.labels)
    mother = await invited(manager, word("button-invite-family"), "أم سالم")
    await manager.presses(word("button-this-family"))
    await manager.presses("من يتابع هذه العلامة (1)")
    await manager.presses("أم سالم")
    assert "هل تُوقَف متابعة هذا الشخص للعلامة؟\nأم سالم – دار الورد" in manager.text
    await mother.says("/family")
    assert REFUSED not in mother.text
    await manager.presses(word("button-remove-member"))
    assert "أُوقفت المتابعة: أم سالم – دار الورد" in manager.text
    for said in ("/family", "/sales", "/products"):
        await mother.says(said)
        assert REFUSED in mother.text
    await manager.presses_old(RemoveMember(family_id, await mother.person_id(), sure=True))
    assert word("refused-not-found") in manager.text


async def test_an_open_invitation_to_the_team_is_withdrawn(turns: Turns) -> None:
    manager = await staff(turns, Role.manager)
    await manager.says("/team")
    assert not any("لم تُقبل" in label for label in manager.labels)
    await manager.presses("دعوة: الإدارة")
    await manager.says("سيف")
    link = f"/start {encode_link(manager.shared().action)}"
    await manager.presses(word("button-team"))
    await manager.presses("دعوات لم تُقبل بعد (1)")
    await manager.presses("الإدارة: سيف · حتى الاثنين 16 مارس")
    assert "هل تُسحب هذه الدعوة؟" in manager.text
    await manager.presses_old(WithdrawFamilyInvitation(2, sure=True))
    assert word("people-invitation-over") in manager.text, (
        "that button is for invitations to a brand"
    )
    await manager.presses(word("button-withdraw"))
    assert "سُحبت الدعوة" in manager.text
    late = await customer(turns, "late")
    await late.says(link)
    assert word("refused-invitation-spent") in late.text
    await late.says("/team")
    assert REFUSED in late.text
    await manager.presses_old(WithdrawInvitation(2, sure=True))
    assert word("people-invitation-over") in manager.text
    assert manager.labels == [word("button-team"), word("button-desk")]


async def test_an_open_invitation_to_a_brand_is_withdrawn(turns: Turns) -> None:
    await shelf.add_family(turns)
    manager = await staff(turns, Role.manager)
    await manager.says("/families")
    await manager.presses("دار الورد")
    await manager.presses(word("button-invite-family"))
    await manager.says("أم سالم")
    link = f"/start {encode_link(manager.shared().action)}"
    await manager.presses(word("button-this-family"))
    await manager.presses("دعوات لم تُقبل بعد (1)")
    await manager.presses("أم سالم · حتى الاثنين 16 مارس")
    await manager.presses_old(WithdrawInvitation(2, sure=True))
    assert word("people-invitation-over") in manager.text, (
        "that button is for invitations to the team"
    )
    await manager.presses_old(WithdrawFamilyInvitation(2))
    assert "هل تُسحب هذه الدعوة؟" in manager.text
    await manager.presses(word("button-withdraw"))
    assert "سُحبت الدعوة" in manager.text
    await manager.presses(word("button-this-family"))
    assert not any("لم تُقبل" in label for label in manager.labels)
    mother = await customer(turns, "mother")
    await mother.says(link)
    assert word("refused-invitation-spent") in mother.text
    await manager.presses_old(WithdrawFamilyInvitation(2))
    assert word("people-invitation-over") in manager.text
    assert manager.labels == [word("button-families"), word("button-desk")]


async def test_many_people_are_leafed_through_and_the_longest_names_fit(turns: Turns) -> None:
    family_id = await shelf.add_family(turns)
    manager = await staff(turns, Role.manager, language="en")
    await manager.says("/team")
    for at in range(9):
        await invited(manager, "Invite: Catalogue", f"{at} " + "w" * 38)
    await manager.presses("Invite: Catalogue")
    await manager.says("w" * 40)
    await manager.says("/team")
    await manager.presses("Invitations not accepted yet (1)")
    await manager.presses("www")
    await manager.says("/team")
    await manager.presses("Catalogue (9)")
    await manager.presses(the_label("button-next", "en"))
    assert sum("since" in label for label in manager.labels) == 1
    await manager.presses("www")
    assert "Take this role away?" in manager.text
    await manager.presses_old(RemoveMember(family_id, 1))
    assert manager.text == word("refused-not-found", "en")
