"""A product that was entered by mistake is deleted, as long as nobody has ordered it."""

from __future__ import annotations

from collections.abc import Iterator

from handlers.dialog.actions.catalogue import DeleteProduct, HideProduct, ManageProduct
from handlers.dialog.forms import both
from handlers.dialog.layout import short
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.products.catalogue import catalogue_card
from handlers.staff.products.screen import find_product
from handlers.ui.board import board
from handlers.ui.order_lines import stack
from models.inbox.deleted_products import delete_product
from models.kernel.refusals import OrderedAlready
from models.orders.product_family import was_ordered
from models.orders.product_removal import HangsOn, hangs_on
from models.people.access import Permission
from models.products.product_pages import ProductCard


@step(DeleteProduct, allow=Permission.catalogue)
async def delete(turn: Turn, asked: DeleteProduct) -> Reply:
    """Ask once, then delete it; of what was ordered say so. Refuses: NotFound."""
    product = await find_product(turn, asked.product_id)
    if await was_ordered(turn.session, product.id):
        return reply(ordered_card(turn, product), in_place=True)
    if not asked.sure:
        hangs = await hangs_on(turn.session, product.id)
        return reply(question_card(turn, product, hangs), in_place=True)
    try:
        async with turn.session.begin_nested():
            await delete_product(turn.acting, product.id)
    except OrderedAlready:  # it was ordered at this moment
        return reply(ordered_card(turn, product), in_place=True)
    notice = say("deleting-done", product=short(product.name_ar, product.name_en))
    return reply(await catalogue_card(turn, ""), in_place=True, notice=notice)


def question_card(turn: Turn, product: ProductCard, hangs: HangsOn) -> Card:
    """Whether it is really meant: its name, and what goes with it."""
    name = short(product.name_ar, product.name_en)
    brand = short(product.brand_ar, product.brand_en)
    words = say("deleting-sure", product=name, brand=brand)
    if lines := tuple(goes_with_it(hangs)):
        words = both(words, stack(*lines))
    sure = DeleteProduct(product.id, sure=True)
    yes: Row = (Choice(say("button-delete-product-sure"), sure),)
    return board(turn, "catalogue", say("catalogue-title"), words, yes, *ways_out(product))


def goes_with_it(hangs: HangsOn) -> Iterator[Phrase]:
    """What hangs on it, of which there is any."""
    for what in ("photos", "pieces", "carts", "favourites", "waiting"):
        if count := getattr(hangs, what):
            yield say(f"deleting-{what}", count=count)


def ordered_card(turn: Turn, product: ProductCard) -> Card:
    """That it was ordered already, and what can be done instead."""
    words = say("deleting-ordered", product=short(product.name_ar, product.name_en))
    return board(turn, "catalogue", say("catalogue-title"), words, *ways_out(product))


def ways_out(product: ProductCard) -> tuple[Row, ...]:
    """To take it off sale instead, where it is on sale; and back."""
    hide = Choice(say("button-hide-product"), HideProduct(product.id, hidden=True))
    back = Choice(say("button-back"), ManageProduct(product.id))
    return ((back,),) if product.hidden else ((hide,), (back,))
