"""A product is deleted: what people have asked the centre about it stays, and is about no product.

Of all rooms that name products this is the highest, so that the whole of the deleting is here.
"""

from __future__ import annotations

from sqlalchemy import update

from models.hall.deleted_products import leave_hall
from models.inbox.tables import Question
from models.kernel.acting import Acting
from models.orders.product_removal import clear_product, drop_product, whole_options


async def delete_product(acting: Acting, product_id: int) -> None:
    """Delete the product and what hangs on it for good.

    Refuses: NotFound, OrderedAlready.
    """
    await whole_options(acting.session, product_id)
    await leave_hall(acting.session, product_id)
    product = await clear_product(acting, product_id)
    asked = update(Question).where(Question.product_id == product_id).values(product_id=None)
    await acting.session.execute(asked.execution_options(synchronize_session=False))
    await drop_product(acting.session, product)
