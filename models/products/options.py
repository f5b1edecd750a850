"""A published product's options: another one, and one that is taken off sale for good."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.acting import Acting
from models.kernel.facts import ProductChanged, record
from models.kernel.folding import normalise
from models.kernel.refusals import AlreadyThere, LastOption, NotFound
from models.products.publishing import NewOption, put_option
from models.products.search.queries import index_product
from models.products.stock import refresh_offered
from models.products.tables import Option, Product


async def add_option(
    acting: Acting, product_id: int, new: NewOption, first: tuple[str, str] | None = None
) -> int:
    """Add a way to have the product, with its goods taken in; out comes its id.

    `first` names the way that there was, where that was the only one and had no name. Refuses
    NotFound("product"), and AlreadyThere("option") for a label of another one, however it is
    spelled.
    """
    session = acting.session
    product = await session.get(Product, product_id)
    if product is None:
        raise NotFound("product")
    if product.made_to_order and new.quantity:
        raise ValueError("what is made to order has no pieces")
    options = await lock_options(session, product_id)
    if not options:  # it was deleted meanwhile
        raise NotFound("product")
    require_new(new, options, first)
    if first is not None:
        name_only_option(options, first)
    last = await session.scalar(
        select(func.max(Option.position)).where(Option.product_id == product_id)
    )
    option_id = await put_option(acting, product_id, (last or 0) + 1, new)
    await refresh_offered(session, [product_id])
    await index_product(session, product_id)
    told = ProductChanged(product_id, "option-added", "", new.label_ar, "", new.label_en, option_id)
    record(acting, told)
    return option_id


async def lock_options(session: AsyncSession, product_id: int) -> list[Option]:
    """The product's options on sale; nobody else adds or withdraws one until the commit.

    They are locked in the order of their ids, as whoever takes stock does. Carts may name them
    meanwhile, and would else hold what is waited for.
    """
    own = select(Option).where(Option.product_id == product_id, ~Option.withdrawn)
    await session.execute(own.order_by(Option.id).with_for_update(key_share=True))
    # Only a statement of its own sees what was added while this one waited.
    seen = own.order_by(Option.id).execution_options(populate_existing=True)
    return list(await session.scalars(seen))


def require_new(
    new: NewOption, options: Sequence[Option], first: tuple[str, str] | None = None
) -> None:
    """Refuse (AlreadyThere) labels that one of the options has; one without labels has `first`."""
    labels = [labels_of(option) or first or ("", "") for option in options]
    for at, label in enumerate((new.label_ar, new.label_en)):
        taken = {normalise(other[at]) for other in labels if other[at]}
        if label and normalise(label) in taken:
            raise AlreadyThere("option")


def labels_of(option: Option) -> tuple[str, str] | None:
    """The option's labels in Arabic and English, if it has any."""
    return (option.label_ar, option.label_en) if option.label_ar or option.label_en else None


def name_only_option(options: Sequence[Option], labels: tuple[str, str]) -> None:
    """Give these labels (Arabic, English) to the option without any, where it is the only one."""
    unnamed = [option for option in options if labels_of(option) is None]
    if len(unnamed) == 1:
        unnamed[0].label_ar, unnamed[0].label_en = labels


async def withdraw_option(acting: Acting, product_id: int, option_id: int) -> None:
    """Take an option off sale; orders that name it keep it, carts say that it is gone.

    Refuses NotFound("option"), and LastOption: the product itself is hidden instead.
    """
    session = acting.session
    options = await lock_options(session, product_id)
    withdrawn = [option for option in options if option.id == option_id]
    if not withdrawn:
        raise NotFound("option")
    if len(options) == 1:
        raise LastOption
    withdrawn[0].withdrawn = True
    await session.flush()
    await refresh_offered(session, [product_id])
    await index_product(session, product_id)
    was = (withdrawn[0].label_ar, withdrawn[0].label_en)
    told = ProductChanged(product_id, "option-withdrawn", was[0], "", was[1], "", option_id)
    record(acting, told)
