"""Leafing through a list inside a question does not push the list away with the question."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import handlers.conversations  # noqa: F401  registers every function that answers
from handlers.dialog.actions import Action
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.customer import (
    ChooseAudience,
    ShowBazaar,
    ShowOrders,
    ShowPackage,
    ShowProduct,
)
from handlers.dialog.dispatch import leafs
from handlers.dialog.router import ROUTES
from handlers.dialog.turns import Turns
from tests.handlers import shelf
from tests.handlers.customer.buying import with_cart
from tests.support.words import label

PAGED = sorted(
    (kind for kind in ROUTES if any(f.name == "page" for f in msgspec.structs.fields(kind))),
    key=lambda kind: kind.__name__,
)


def test_the_paged_lists_are_known() -> None:
    names = {kind.__name__ for kind in PAGED}
    assert {"ShowCart", "ShowOrders", "SearchFor", "ListCatalogue", "ListDeliveries"} <= names


@pytest.mark.parametrize("kind", PAGED, ids=lambda kind: kind.__name__)
@given(data=st.data(), page=st.integers(1, 999))
def test_a_further_page_leafs_and_the_first_does_not(
    kind: type[ActionBase], data: st.DataObject, page: int
) -> None:
    first = data.draw(st.builds(kind, page=st.just(0)))
    further = msgspec.structs.replace(first, page=page)
    assert isinstance(first, Action)
    assert isinstance(further, Action)
    assert not leafs(first)
    assert leafs(further)


@pytest.mark.parametrize(
    ("leafing", "fresh"),
    [
        (ShowProduct(1, option_id=2), ShowProduct(1)),
        (ChooseAudience("atayeb"), ShowPackage("atayeb")),
        (ShowBazaar(leafed=True), ShowBazaar()),
    ],
)
def test_another_view_of_the_same_screen_leafs(leafing: Action, fresh: Action) -> None:
    assert leafs(leafing)
    assert not leafs(fresh)


@pytest.mark.parametrize(("page", "repeated"), [(0, True), (1, False)])
async def test_the_question_is_asked_again_beneath_the_first_page_alone(
    turns: Turns, page: int, repeated: bool
) -> None:
    option_id = await shelf.only_option(turns, await shelf.add_product(turns, "لقيمات"))
    mona = await with_cart(turns, option_id)
    await mona.presses(label("cart-checkout"))
    question = mona.cards[-1]
    await mona.presses_old(ShowOrders(page=page))
    assert (question in mona.cards) is repeated
