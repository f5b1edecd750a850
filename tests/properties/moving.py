"""A rule of the shop at random: a product was entered under the wrong family, and is put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Coroutine
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.kernel.refusals import OrderedAlready, SalesMovedOn
from models.orders.product_family import correct_family, sales_of, set_family
from models.orders.queries import OrderView
from models.orders.returns import ReturnedPieces
from models.products.tables import Option, Product
from tests.support.acting import acting

T = TypeVar("T")


class Moving(RuleBasedStateMachine):
    """What the catalogue's staff and finance do about whose a product is."""

    session: AsyncSession
    orders: list[int]
    things: list[int]
    families: list[int]
    due: Counter[int]

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do it on the shop's own loop."""
        raise NotImplementedError

    def attempt(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do it in a savepoint; out comes the refusal when it is refused."""
        raise NotImplementedError

    def read(self, order_id: int) -> OrderView:
        """The order as it stands."""
        raise NotImplementedError

    @rule(thing=st.integers(0, 5), to=st.integers(0, 1), twice=st.booleans())
    def a_product_is_put_under_a_family(self, thing: int, to: int, twice: bool) -> None:
        """All that was ordered of it is hers, and what of that was credited goes over."""
        option = self.run(self.session.get_one(Option, self.things[thing]))
        family, product_id = self.families[to], option.product_id
        was = self.run(self.session.get_one(Product, product_id)).family_id
        sold = any(
            line.product_id == product_id for o in self.orders for line in self.read(o).lines
        )
        moved = self.credited(product_id) if was != family else 0
        acts = acting(self.session)
        assert (
            isinstance(self.attempt(set_family(acts, product_id, family)), OrderedAlready) == sold
        )
        for _ in range(1 + twice):
            mark = self.run(sales_of(self.session, product_id)).mark
            stale = self.attempt(correct_family(acts, product_id, family, "old", "a slip"))
            now = self.run(self.session.get_one(Product, product_id)).family_id
            assert isinstance(stale, SalesMovedOn) == (now != family)
            done = self.attempt(correct_family(acts, product_id, family, mark, "a slip"))
            assert done is None
        self.due[was] -= moved
        self.due[family] += moved

    def credited(self, product_id: int) -> int:
        """What the product has credited so far, in fils: delivered and kept, or borne."""
        lines = [line for o in self.orders for line in self.read(o).lines]
        own = {line.id for line in lines if line.product_id == product_id}
        kept = sum(
            line.amount.fils
            for o in map(self.read, self.orders)
            if o.state == "delivered"
            for line in o.live_lines
            if line.id in own
        )
        rows = self.run(self.session.scalars(select(ReturnedPieces)))
        return kept + sum(row.borne.fils for row in rows if row.line_id in own)
