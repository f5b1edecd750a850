"""From how many pieces down a family is asked for more: set for an option, and taken back."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.actions.catalogue import ChangeLowLimit, ManageProduct
from handlers.dialog.turns import Turns
from models.people.access import Role
from models.products.tables import Option
from tests.handlers import shelf
from tests.handlers.people import family_member, staff
from tests.handlers.told import announced, text
from tests.support.words import word

SIZES = [("صغير", "Small", 20, 9), ("كبير", "Large", 40, 9)]


async def limits(turns: Turns) -> list[int | None]:
    """The limits of the options, in their order."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(Option.low_limit).order_by(Option.position)))


async def test_one_option_is_told_of_earlier_and_then_as_usual_again(turns: Turns) -> None:
    product_id = await shelf.add_product(turns, "لقيمات", options=SIZES)
    mother = await family_member(turns, await shelf.add_family(turns))
    clerk = await staff(turns, Role.catalogue)
    await announced(turns)
    await clerk.presses_old(ManageProduct(product_id))
    await clerk.presses(word("catalogue-change-low"))
    await clerk.presses("كبير")
    assert "حد التنبيه الآن: المعتاد (3 قطع)" in clerk.text
    for typed in ("كثير", "1001"):
        await clerk.says(typed)
        assert "كبير" in clerk.text
    assert await limits(turns) == [None, None]
    await clerk.says("١٠")
    assert word("changing-done") in clerk.text
    assert await limits(turns) == [None, 10]
    told = await announced(turns)
    assert "لقيمات (كبير)" in text(told.to(mother.external_id)), "nine are few by now"
    await clerk.presses(word("catalogue-change-low"))
    await clerk.presses("كبير")
    assert "حد التنبيه الآن: 10 قطع" in clerk.text
    await clerk.presses("العودة إلى المعتاد (3 قطع)")
    assert await limits(turns) == [None, None]


async def test_what_is_made_to_order_or_gone_has_no_limit(turns: Turns) -> None:
    made = await shelf.add_product(turns, "كيك", made_to_order=True, lead_days=2)
    clerk = await staff(turns, Role.catalogue)
    await clerk.presses_old(ManageProduct(made))
    assert word("catalogue-change-low") not in clerk.labels
    stocked = await shelf.add_product(turns, "لقيمات")
    for action in (ChangeLowLimit(made), ChangeLowLimit(99), ChangeLowLimit(stocked, 99)):
        await clerk.presses_old(action)
        assert word("refused-not-found") in clerk.text
