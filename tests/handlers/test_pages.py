"""A page that no list has: a forged button is answered by the list, on either database."""

from __future__ import annotations

import pytest

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.actions import (
    ListBazaars,
    ListCatalogue,
    ListDeliveries,
    ListFamilies,
    ListFamilyInvitations,
    ListHolders,
    ListInvitations,
    ListMembers,
    ManageOrder,
    SearchFor,
    ShowCart,
    ShowFamilyHome,
    ShowFamilyProducts,
    ShowFamilySales,
    ShowOrders,
    ShowUnsent,
)
from handlers.router import ROUTES
from handlers.turns import Turns
from models.access import Role
from models.database import Database
from models.terms import DEFAULT_TERMS
from tests.ground.clock import HandClock
from tests.handlers import shelf
from tests.handlers.people import let_in, staff
from tests.handlers.staff.ordering import an_order

PAGED = {kind for kind in ROUTES if "page" in kind.__struct_fields__}


@pytest.mark.parametrize("page", [-1, 10**6])
async def test_a_page_that_there_is_not_is_no_defect(
    database: Database, clock: HandClock, page: int
) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    await an_order(turns)
    family_id = await shelf.add_family(turns, ("دار المسك", "Dar Al Misk"))
    boss = await staff(turns, Role.manager)
    for own in (1, family_id):
        await let_in(boss, family_id=own)
    lists = (
        *(kind(page) for kind in (ShowCart, ShowOrders, ShowUnsent)),
        *(kind(page) for kind in (ListFamilies, ListBazaars, ListInvitations, ListCatalogue)),
        *(kind(1, page) for kind in (ListMembers, ListFamilyInvitations, ManageOrder)),
        *(kind(1, page) for kind in (ShowFamilyHome, ShowFamilyProducts, ShowFamilySales)),
        *(kind(0, page) for kind in (ShowFamilyHome, ShowFamilyProducts, ShowFamilySales)),
        *(SearchFor("دخون", page), ListDeliveries("placed", page), ListHolders("manager", page)),
    )
    assert {type(each) for each in lists} == PAGED
    for each in lists:
        await boss.presses_old(each)
        assert "حدث خطأ" not in boss.text, each
        assert "لم نجد المطلوب" not in boss.text, each
