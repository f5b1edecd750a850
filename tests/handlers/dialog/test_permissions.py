"""Every function of staff and families is refused to whoever may not ask for it."""

from __future__ import annotations

from typing import Any, get_type_hints

import pytest
from sqlalchemy import delete

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog.actions import Action
from handlers.dialog.actions.asked import Leave
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.catalogue import ChangeProduct, ManageProduct
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.forms import FLOWS
from handlers.dialog.router import GUARDED, ROUTES
from handlers.dialog.speech import Command, Pressed, Said, What
from handlers.dialog.turns import Turns
from models.people.access import GRANTS, Permission, Role, RoleRow
from tests.handlers import shelf
from tests.handlers.people import customer, family_member, staff
from tests.handlers.talk import Talk
from tests.support.words import word

GUARDED_ROUTES = {
    action: route for action, route in ROUTES.items() if route.answer.__module__.startswith(GUARDED)
}
# Written here once more: what asks for less than it should would be refused to fewer, and pass.
NEEDED = {
    Permission.family: {
        *("ShowFamilyHome", "ShowFamilyProducts", "ShowFamilySales", "ShowFamilyMaking"),
        *("ListOwnNotes", "ShowOwnNote", "ConfirmNote", "DisputeNote", "Disputing"),
        *("StartOffer", "Offering"),
    },
    Permission.desk: {
        *("ShowDesk", "SaveDraft", "ListDrafts", "OpenDraft", "DropDraft"),
        # Whose till it is, or who settles cash, is looked at within.
        *("ManageTill", "CountTill", "CountingTill", "ConfirmTill", "AnswerTill", "WithdrawTill"),
        "ShowClosing",
    },
    Permission.catalogue: {
        *("ListCatalogue", "FindInCatalogue", "Finding", "InCatalogue", "ListLacking"),
        *("AddProduct", "AddingProduct", "ManageProduct", "HideProduct"),
        *("ChangeProduct", "Changing", "ShowPhotos", "PlacePhoto", "RemovePhoto"),
        *("AddPhotos", "AddingPhotos", "AddOption", "AddingOption", "WithdrawOption"),
        *("ChangeLowLimit", "LimitingLow"),
        *("ChangeWishes", "AllowingWishes", "ChangeOtherWords", "NamingOtherwise"),
        *("ProductHistory", "MoveProduct", "MovingProduct", "DeleteProduct"),
        *("ShowLabels", "ListLabelled", "ListLabelNotes", "PickLabels", "ShowLabel"),
        *("StartPartSheet", "UsedSheet", "PrintLabels"),
        *("ShowStock", "StartNote", "Noting", "ChooseCount", "ListNotes", "ShowNote"),
        *("SettleNote", "Settling", "ListOffers", "ShowOffer", "TakeOffer", "TakeOtherCount"),
        *("TakingOffer", "DeclineOffer"),
    },
    Permission.deliver: {
        *("ListDeliveries", "FindOrder", "ManageOrder", "MoveOrder"),
        *("StartConfirm", "Confirming", "ConfirmByCommand", "StartNotDelivered", "NotDelivered"),
        *("StartPartRefused", "RefusingPart", "RefusingOrder"),
        *("MoveMany", "MovingMany", "FindOrders", "AskOrder", "Finding", "InOrders"),
        *("ShowMyRun", "ListMyRuns", "TakeRun", "ShowStop", "PlaceStop", "SayComing"),
        *("ShowMyDay", "ShowPurse", "HandCash", "Handing", "ShowHandover"),
        *("ConfirmHandover", "AnswerHandover", "WithdrawHandover"),
    },
    Permission.orders: {
        *("StartStaffCancel", "Cancelling", "StartStrike", "Striking"),
        *("StartReschedule", "Rescheduling", "StartNewAddress", "NewAddress", "NewPlace"),
        "ShowPicking",
        *("ChangeOrder", "OrdersPhone", "OrdersNote", "OrdersPlace", "OrdersThings"),
        *("SendCode", "ListPurses"),
        *("ListToInspect", "ShowToInspect", "InspectAll", "StartInspect", "Inspecting"),
        *("StartReturn", "Returning", "UndoCancel", "OrderHistory"),
        *("HandBack", "HandingBack"),
        *("ListRuns", "ManageRun", "PlanRuns", "Planning", "PassRun", "ChooseRun", "MoveStop"),
        *("ListClosedOrders", "AskForWindows"),
    },
    Permission.on_behalf: {"StartOnBehalf", "EndOnBehalf", "Beginning"},
    Permission.delivery: {
        *("ShowDeliveryPlan", "ShowWeek", "ShowWeekday", "RemoveWindow", "CopyWeekday"),
        *("ChangePlan", "ChangingPlan", "ListFees"),
        *("ListClosures", "AddClosure", "AddingClosure", "OpenDays"),
        *("ListZones", "ShowZone", "AddZone", "AddingZone", "DeliverToZone", "RemoveZone"),
        *("ListSeasons", "AddSeason", "AddingSeason", "RemoveSeason"),
        *("ShowPickUp", "SwitchPickUp"),
    },
    Permission.override: {
        *("Overriding", "ManageAccount", "LimitAccount", "ReleaseOrder", "StartOverride"),
    },
    Permission.inbox: {
        *("ListQuestions", "ShowQuestion", "ShowSent", "TakeQuestion", "CloseQuestion"),
        *("AnswerQuestion", "Answering"),
    },
    Permission.finance: {
        *("CorrectCash", "Correcting"),
        *("ListDifferences", "ShowDifference", "SettleDifference", "ListTills"),
        "ShowDayMoney",
    },
    Permission.sell: {
        *("ShowTill", "StartTill", "OpeningTill", "MoveCash", "MovingCash"),
        *("HandTill", "TakeTill"),
        *("Sell", "Selling", "CompleteSale", "ShowSale", "ShowSaleReceipt"),
        "PrintSaleReceipt",
        *("VoidSale", "Voiding", "ReturnGoods", "TakingBack"),
    },
    Permission.audit: {"ShowAudit", "NarrowAudit", "ShowDayBook", "ShowMisses"},
    Permission.families: {
        *("ListFamilies", "InFamilies", "AddFamily", "AddingFamily", "ManageFamily"),
        *("RenameFamily", "Renaming", "InviteFamily", "InvitingFamily"),
        *("ListFamilyInvitations", "WithdrawFamilyInvitation", "ListMembers", "RemoveMember"),
        "FamilyHistory",
    },
    Permission.bazaars: {
        *("ListBazaars", "ManageBazaar", "AddBazaar", "AddingBazaar", "HideBazaar"),
        *("ChangeBazaar", "ChangingBazaar", "AddBazaarDay", "AddingDay", "RemoveBazaarDay"),
        "BazaarHistory",
    },
    Permission.team: {
        *("ShowTeam", "ListHolders", "TakeRole", "ListInvitations", "WithdrawInvitation"),
        *("ErasePerson", "InviteStaff", "InvitingStaff", "ShowUnsent"),
        *("PassFounding", "TakeOnFounding"),
    },
}
REFUSED = "غير متاحة لهذا الحساب"
ASKED = {str: "x", int: 1, bool: True}


def any_of(action: type[ActionBase]) -> Action:
    """A press of that kind, which is one that a button can hold."""
    hints = get_type_hints(action)
    values: dict[str, Any] = {name: ASKED[hints[name]] for name in action.__struct_fields__}
    made = action(**values)
    assert isinstance(made, Action)
    return made


async def check_refused(talk: Talk, held: frozenset[Permission]) -> None:
    """Press everything that the person may not ask for."""
    pressed = 0
    for action, route in GUARDED_ROUTES.items():
        if route.allow not in held:
            await talk.presses_old(any_of(action))
            assert REFUSED in talk.text, action.__name__
            pressed += 1
    assert pressed > 2


async def test_a_customer_is_refused_each_of_them(turns: Turns) -> None:
    assert len(GUARDED_ROUTES) > 30
    await check_refused(await customer(turns), frozenset())


@pytest.mark.parametrize("role", Role)
async def test_each_role_is_refused_what_is_not_its_own(turns: Turns, role: Role) -> None:
    await check_refused(await staff(turns, role), GRANTS[role])


async def test_a_family_is_refused_what_staff_do(turns: Turns) -> None:
    mother = await family_member(turns, await shelf.add_family(turns))
    await check_refused(mother, frozenset({Permission.family}))


def test_everything_asks_for_the_permission_that_it_needs() -> None:
    asked: dict[Permission | None, set[str]] = {}
    for action, route in GUARDED_ROUTES.items():
        asked.setdefault(route.allow, set()).add(action.__name__)
    for state, flow in FLOWS.items():
        if flow.allow is not None:
            asked.setdefault(flow.allow, set()).add(state.__name__)
    assert asked == NEEDED


def test_every_form_of_staff_asks_for_a_permission() -> None:
    forms = {kind.__name__: flow for kind, flow in FLOWS.items() if "staff" in kind.__module__}
    assert len(forms) > 8
    assert [name for name, flow in forms.items() if flow.allow is None] == []


@pytest.mark.parametrize(
    "act",
    [Said("كيف حالكم"), Command("cancel"), Command("cart"), Pressed(None), Pressed(Leave())],
)
async def test_a_role_that_is_taken_away_ends_a_form(turns: Turns, act: What) -> None:
    product_id = await shelf.add_product(turns, "ماء ورد")
    manager = await staff(turns, Role.manager)
    await manager.presses_old(ManageProduct(product_id))
    await manager.presses_old(ChangeProduct(product_id, "name"))
    async with turns.database.write() as session:
        await session.execute(delete(RoleRow))
    await manager.sends(act)
    assert REFUSED in manager.text
    assert "ماء ورد" not in manager.text
    await manager.says("كيف حالكم")
    assert REFUSED not in manager.text
    assert "ماء ورد" not in manager.text


async def test_staff_are_led_back_to_the_desk(turns: Turns) -> None:
    courier = await staff(turns, Role.courier)
    await courier.presses_old(ManageOrder(999))
    assert courier.labels == [word("button-desk"), word("button-home")]
