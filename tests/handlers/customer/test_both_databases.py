"""A shopper's way through the shop, on SQLite and on PostgreSQL."""

from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.handlers.people import customer
from tests.handlers.shelf import add_product
from tests.support.clock import HandClock


async def test_from_the_menu_to_a_full_cart(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    await add_product(turns, "دخون", "Dukhoon", price=120, on_hand=2)
    await add_product(turns, "بخور", "Bakhoor", price=90, audience="family")
    talk = await customer(turns)
    await talk.presses("طِيب")
    await talk.presses("التالي")
    assert talk.text.startswith("بخور")
    await talk.presses("للمرأة")
    await talk.presses("أضف إلى السلة")
    await talk.presses("➕")
    await talk.says("بخوور")
    await talk.presses("بخور")
    await talk.presses("أضف إلى السلة")
    await talk.presses("السلة (3)")
    assert "مجموع المنتجات: 330 د.إ" in talk.text
    await talk.presses("إفراغ السلة")
    await talk.presses("نعم")
    assert "السلة فارغة." in talk.text
