"""A page that no list has: a forged button is answered by the list, on either database."""

from __future__ import annotations

import pytest

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog.actions import Action
from handlers.dialog.actions.audit import NarrowAudit, ShowMisses
from handlers.dialog.actions.bazaars import ListBazaars
from handlers.dialog.actions.brands import ListFamilies, ListFamilyInvitations, ListMembers
from handlers.dialog.actions.cash import ListDifferences, ShowPurse
from handlers.dialog.actions.catalogue import ListCatalogue, ListLacking
from handlers.dialog.actions.customer import (
    AskTeam,
    SearchFor,
    ShowBrand,
    ShowCart,
    ShowOrders,
    ShowPackage,
)
from handlers.dialog.actions.deliveries import ListDeliveries, ManageOrder, ShowPicking
from handlers.dialog.actions.delivery_plan import ListClosedOrders, ListClosures
from handlers.dialog.actions.drafts import ListDrafts
from handlers.dialog.actions.family import (
    ShowFamilyHome,
    ShowFamilyMaking,
    ShowFamilyProducts,
    ShowFamilySales,
)
from handlers.dialog.actions.goods import ListNotes, ListOffers, ListOwnNotes
from handlers.dialog.actions.hall import ListTills
from handlers.dialog.actions.inbox import ListQuestions, ShowQuestion
from handlers.dialog.actions.labels import ListLabelled
from handlers.dialog.actions.returns import ListToInspect
from handlers.dialog.actions.runs import ListMyRuns, ListRuns, ManageRun, ShowMyRun
from handlers.dialog.actions.staff import ListHolders, ListInvitations, ShowUnsent
from handlers.dialog.actions.wanted import ShowFavourites
from handlers.dialog.router import ROUTES
from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role
from tests.handlers import shelf
from tests.handlers.people import customer, let_in, staff
from tests.handlers.staff.ordering import an_order
from tests.handlers.staff.runs.rounds import PLACES, a_courier, packed, planned
from tests.handlers.talk import Talk
from tests.support.clock import HandClock


def lists(page: int) -> tuple[Action, ...]:
    """That page of every list; of what a family sees, of one brand and of the choice of them."""
    return (
        *(kind(page) for kind in (ShowCart, ShowOrders, ShowUnsent, ListDifferences, ListRuns)),
        *(ListMyRuns(page), ListTills(page)),
        ListToInspect(page),
        *(kind(page) for kind in (ListFamilies, ListBazaars, ListInvitations, ListCatalogue)),
        ListLacking(page),
        ListDrafts(page),
        ListLabelled(page),
        *(ListNotes(page=page), ListOffers(page), ListOwnNotes(1, page), ListOwnNotes(0, page)),
        ShowMisses(page),
        *(kind(page) for kind in (ListClosures, ListClosedOrders)),
        *(kind(1, page) for kind in (ListMembers, ListFamilyInvitations, ManageOrder)),
        *(ShowQuestion(1, page), ListQuestions("open", page)),
        *(kind(1, page) for kind in (ShowFamilyHome, ShowFamilyProducts, ShowFamilySales)),
        *(kind(0, page) for kind in (ShowFamilyHome, ShowFamilyProducts, ShowFamilySales)),
        *(ShowPurse(0, page), ShowPurse(1, page)),
        *(kind(1, page) for kind in (ShowFamilyMaking, ManageRun, ShowMyRun)),
        *(kind(0, page) for kind in (ShowFamilyMaking, ShowMyRun)),
        *(ShowPicking(page=page), ShowPicking("260302", "16:00", page)),
        *(NarrowAudit(what, page=page) for what in ("who", "day", "topic")),
        *(ShowPackage("teeb", page=page), ShowBrand(1, page), ShowFavourites(page)),
        *(SearchFor("دخون", page), ListDeliveries("placed", page), ListHolders("manager", page)),
    )


@pytest.fixture
async def boss(database: Database, clock: HandClock) -> Talk:
    """A manager who answers for two brands, in a shop with an order, a run and a question."""
    turns = Turns(database, DEFAULT_TERMS, clock)
    await an_order(turns)
    mona = await customer(turns)
    await mona.presses_old(AskTeam())
    await mona.says("سؤال")
    family_id = await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    manager = await staff(turns, Role.manager)
    for own in (1, family_id):
        await let_in(manager, family_id=own)
    await a_courier(turns, "سارة")
    await packed(turns, PLACES[0])
    return await planned(turns, manager)


def test_all_are_pressed() -> None:
    paged = {kind for kind in ROUTES if "page" in kind.__struct_fields__}
    assert {type(each) for each in lists(0)} == paged


async def test_before_the_first_page_is_the_first(boss: Talk) -> None:
    for first, before in zip(lists(0), lists(-1), strict=True):
        await boss.presses_old(first)
        shown = boss.cards
        await boss.presses_old(before)
        assert boss.cards == shown, before


async def test_after_the_last_page_is_no_defect(boss: Talk) -> None:
    for after in lists(10**6):
        await boss.presses_old(after)
        assert "حدث خطأ" not in boss.text, after
        assert "لم نجد المطلوب" not in boss.text, after
