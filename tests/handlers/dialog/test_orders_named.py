"""Every question about an order says which one, when it is asked and whenever it is asked again."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from sqlalchemy import update

from handlers.dialog.about_order import AboutOrder, with_order
from handlers.dialog.forms import FLOWS
from handlers.dialog.speech import say
from handlers.dialog.states import CODEC, Aside, SaidBack, StateBase
from handlers.dialog.turns import Turns
from handlers.ui.changing.draft import Wanted
from handlers.ui.order_names import asked_about
from models.kernel.money import Money
from models.messaging.conversations import Conversation
from models.orders.after_delivery import BroughtBack
from models.orders.queries import OrderView, order_for_staff
from models.orders.returns import Disposition
from models.people.access import Role
from tests.handlers.people import customer, staff
from tests.handlers.staff.at_the_door import opened
from tests.handlers.staff.ordering import an_order, code_of, order_named
from tests.handlers.talk import Talk
from tests.support.words import label, word

NONSENSE = "؟؟"
CASH = {"total": Money.dirhams(215), "taken": Money(5)}
PLACE = {
    "goes_to": "sharjah",
    "emirate": "sharjah",
    "zones": True,
    "area": "الرحمانية",
    "where": "فيلا 12",
    "meant": "ajman",
}
ADDRESS = {"emirate": "sharjah"}
THINGS = {"rows": (Wanted(1, 2, 1),)}
GOODS = BroughtBack(1, 1, Disposition.shelf)
FILLED: dict[str, dict[str, Any]] = {
    **{f"{whose}Phone": {} for whose in ("Own", "Orders")},
    **{f"{whose}Note": {} for whose in ("Own", "Orders")},
    **{f"{whose}Place": PLACE for whose in ("Own", "Orders", "Telling", "New")},
    **{f"{whose}Things": THINGS for whose in ("Own", "Orders")},
    **{f"{whose}Address": ADDRESS for whose in ("Telling", "New")},
    "Cancelling": {"reason": "spoiled", "things": 2, "lines": (1,)},
    "Confirming": CASH,
    "Correcting": {**CASH, "was": Money(5)},
    "HandingBack": {"nth": 1, "amount": Money(5)},
    "Inspecting": {"returned_id": 1, "most": 2, "shelf": 1},
    "NotDelivered": {"reason": "سبب آخر"},
    "Overriding": {**CASH, "courier": 1},
    "RefusingOrder": {"line": "1", "most": 2},
    "RefusingPart": {"line": "1", "most": 2, "pieces": 1},
    "Rescheduling": {},
    "Returning": {"nth": 1, "line": "1", "most": 2, "picked": (GOODS,), "purses": (1,)},
    "Striking": {"line": "1", "most": 2, "reason": "سبب آخر"},
}
"""What was answered before a form's questions, as far as they look at it."""


async def view_of(turns: Turns, number: str) -> OrderView:
    row = await order_named(turns, number)
    async with turns.database.read() as session:
        return await order_for_staff(session, row.id)


async def put_into(talk: Talk, state: StateBase) -> None:
    """Let the person be in that question, as it is stored."""
    async with talk.turns.database.write() as session:
        await session.execute(update(Conversation).values(state=CODEC.encode(state)))


def test_what_is_kept_of_an_order_is_kept_with_its_name() -> None:
    kept = {
        kind.__name__
        for kind in FLOWS
        if {"order_id", "number"} & set(kind.__struct_fields__) and kind.__name__ != "AskingTeam"
    }
    assert kept == {kind.__name__ for kind in FLOWS if issubclass(kind, AboutOrder)}
    assert kept == set(FILLED)


async def test_every_question_names_its_order_again(turns: Turns) -> None:
    order = await view_of(turns, await an_order(turns, state="out"))
    name = f"{order.number} (بخور 0 ومنتج آخر)"
    own, boss = await customer(turns), await staff(turns, Role.manager)
    for kind, flow in FLOWS.items():
        if not issubclass(kind, AboutOrder):
            continue
        talk = boss if flow.allow else own
        begun = kind(**{**asked_about(order), **FILLED[kind.__name__]})
        for at in flow.questions:
            asked = replace(begun, at=at)
            doubt = SaidBack("5", say("button-yes"))
            doubted = replace(asked, aside=Aside.said_back, said_back=doubt)
            for state in (asked, doubted):
                await put_into(talk, state)
                await talk.says("/language")
                assert name in talk.reads(talk.cards[-1].text), (kind, at, talk.text)
                await talk.says(NONSENSE)
                assert talk.text.count(name) == 1, (kind, at, talk.text)
    # Without its rule the questions that name none in their own words are about nobody's order.
    assert with_order(StateBase(), say("confirming-ask-cash")) == say("confirming-ask-cash")


async def test_the_cash_at_the_door_is_that_of_a_named_order(turns: Turns) -> None:
    number = await an_order(turns, state="out")
    courier = await staff(turns, Role.courier)
    await opened(turns, courier, number)
    await courier.presses(label("button-delivered"))
    asked = f"طلب {number} (بخور 0 ومنتج آخر): ما رمز التسليم"
    assert asked in courier.text
    before = courier.choices[-1].action  # type: ignore[union-attr]
    code = await code_of(turns, number)
    await courier.says("12", code)
    heading = f"طلب رقم {number} (بخور 0 ومنتج آخر)\n\nالمبلغ المطلوب"
    for act in (NONSENSE, "/orders"):
        await courier.says(act)
        assert heading in courier.text, act
    await courier.presses_old(before)
    assert heading in courier.text
    await courier.says("/cancel")
    assert word("deliveries-left") in courier.text
