"""A shopper's way through the shop, on SQLite and on PostgreSQL."""

from handlers.dialog.turns import Turns
from models.kernel.database import Database
from models.kernel.shop_terms import DEFAULT_TERMS
from tests.handlers.people import customer
from tests.handlers.shelf import add_product
from tests.support.clock import HandClock
from tests.support.words import label, word


async def test_from_the_menu_to_a_full_cart(database: Database, clock: HandClock) -> None:
    turns = Turns(database, DEFAULT_TERMS, clock)
    await add_product(turns, "دخون", "Dukhoon", price=120, on_hand=2)
    await add_product(turns, "بخور", "Bakhoor", price=90, audience="family")
    talk = await customer(turns)
    await talk.presses(word("package-teeb"))
    await talk.presses(label("shelf-for-whom"))
    await talk.presses(word("audience-woman"))
    assert talk.text.endswith("المنتج 1 من 1")
    await talk.presses("1 · دخون")
    await talk.presses("المزيد من دار الورد")
    assert talk.text.endswith("المنتجات 1 إلى 2 من 2")
    await talk.presses("1 · دخون")
    await talk.presses(word("product-add"))
    await talk.presses(word("product-more"))
    await talk.says("بخوور")
    await talk.presses("بخور")
    await talk.presses(word("product-add"))
    await talk.presses("السلة (3)")
    assert "قيمة المنتجات: 330 د.إ" in talk.text
    await talk.presses(label("cart-clear"))
    await talk.presses("نعم")
    assert word("refused-cart-empty") in talk.text
