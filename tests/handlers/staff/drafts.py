"""A product that is being added, as far as some question, and what is on the shelf."""

from __future__ import annotations

from sqlalchemy import select

from handlers.dialog.turns import Turns
from models.kernel.money import Money
from models.messaging.form_drafts import FormDraft
from models.people.access import Role
from models.products.tables import Option, Product
from tests.handlers import shelf
from tests.handlers.people import staff
from tests.handlers.talk import Talk
from tests.support.words import word


async def asked_for_name(turns: Turns) -> Talk:
    """A member of the catalogue's staff who has chosen a package."""
    await shelf.add_family(turns)
    talk = await staff(turns, Role.catalogue)
    await talk.says("/addproduct")
    assert word("adding-ask-package") in talk.text
    await talk.presses(word("package-atayeb"))
    return talk


async def asked_for_kind(turns: Turns) -> Talk:
    """The same, once everything before the options is said."""
    talk = await asked_for_name(turns)
    await talk.says("معمول بالتمر")
    await talk.says("Date maamoul")
    await talk.presses("دار الورد")
    await talk.presses(word("adding-in-stock"))
    return talk


async def asked_for_label(turns: Turns) -> Talk:
    """The same, of a product that comes in options: the first one's name is asked for."""
    talk = await asked_for_kind(turns)
    await talk.presses(word("adding-kind-several"))
    return talk


async def asked_for_price(turns: Turns) -> Talk:
    """The same, of a product without options."""
    talk = await asked_for_kind(turns)
    await talk.presses(word("adding-kind-one"))
    return talk


async def skip_the_rest(talk: Talk) -> None:
    """Neither a description in both languages nor a photo."""
    for _ in range(3):
        await talk.presses(word("button-skip"))


async def at_preview(turns: Turns) -> Talk:
    """The same, before the preview of a product without options."""
    talk = await asked_for_price(turns)
    await talk.says("٤٥٫٥٠")
    await talk.says("12")
    await talk.presses(word("audience-everyone"))
    await talk.says("معمول طري\nمحشو بتمر خلاص")
    await talk.presses(word("button-skip"))
    await talk.presses(word("button-skip"))
    assert word("adding-preview") in talk.text
    return talk


async def products(turns: Turns) -> list[Product]:
    """Every product."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(Product).order_by(Product.id)))


async def options(turns: Turns) -> list[tuple[str, str, Money, int]]:
    """Every option."""
    async with turns.database.read() as session:
        rows = await session.scalars(select(Option).order_by(Option.position))
        return [(row.label_ar, row.label_en, row.price, row.on_hand) for row in rows]


async def kept_drafts(turns: Turns) -> list[FormDraft]:
    """The half-filled forms that were put aside, the oldest first."""
    async with turns.database.read() as session:
        return list(await session.scalars(select(FormDraft).order_by(FormDraft.id)))
