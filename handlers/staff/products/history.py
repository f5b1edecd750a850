"""A product's history: its prices, words, photos and stock as staff changed them."""

from __future__ import annotations

from handlers.dialog.actions.audit import ProductHistory
from handlers.dialog.actions.catalogue import ManageProduct
from handlers.dialog.layout import short
from handlers.dialog.router import view
from handlers.dialog.speech import Choice, Reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.history_screen import history_reply
from handlers.staff.products.screen import MOST_NAME, find_product
from models.people.access import Permission
from models.reports.history import Subject


@view(ProductHistory, allow=Permission.catalogue)
async def show_product_history(turn: Turn, asked: ProductHistory) -> Reply:
    """What happened to the product, the newest first. Refuses: NotFound."""
    product = await find_product(turn, asked.product_id)
    return await history_reply(
        turn,
        Subject.product,
        product.id,
        asked.before,
        title=say("history-of-product", name=short(product.name_ar, product.name_en, MOST_NAME)),
        icon="catalogue",
        to=lambda before: ProductHistory(product.id, before),
        back=Choice(say("button-this-product"), ManageProduct(product.id)),
    )
