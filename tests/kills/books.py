"""What the shop's books say, against what people pressed and read: every place that disagrees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from sqlalchemy import select

from bot.channels.telegram.parsing import CHANNEL
from handlers.notifications.reminders import reminders_of
from models.bazaars.bazaars import Bazaar, BazaarDay
from models.kernel.facts import (
    FactBase,
    FactRow,
    OrderAccepted,
    OrderCancelled,
    OrderDelivered,
    OrderOut,
    OrderPacked,
    OrderPlaced,
)
from models.messaging.accounts import Account
from models.messaging.outbox import OwedMessage
from models.orders.states import OrderState
from models.orders.tables import Order, OrderLine
from models.reports.consistency import discrepancies
from tests.fake_botapi.people import as_read
from tests.kills.stage import Stage

TO_CUSTOMERS: dict[type[FactBase], str] = {
    OrderAccepted: "قُبل طلبكم رقم {number} (",
    OrderPacked: "📦 طلبكم رقم {number} (",
    OrderOut: "خرج طلبكم رقم {number} (",
    OrderDelivered: "تم تسليم طلبكم رقم {number} (",
}
TO_STAFF: dict[type[FactBase], str] = {
    OrderPlaced: "طلب جديد رقم {number}",
    OrderCancelled: "ألغى العميل الطلب رقم {number}،",
}
TO_FAMILIES: dict[type[FactBase], str] = {
    OrderPlaced: "رقم الطلب: {number}",
    OrderDelivered: "تم تسليم الطلب رقم {number}،",
    OrderCancelled: "أُلغي الطلب رقم {number}،",
}
# Made again after a kill, a call may be one whose effect stands already.
AFTER_A_KILL = ("query is too old", "message is not modified", "uploaded twice")


class Owed(msgspec.Struct, frozen=True):
    """Words that a person must have read once; `key` is the owed message that carried them.

    `never` is so of a quiet fact, whose order was over before it was told, but to its customer.
    """

    key: str
    person: int
    words: str
    never: bool = False


class Books:
    """The books of a day that is over; `read` before anything else."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._seen = {
            person.id: [as_read(each.words) for each in person.screen if each.from_bot]
            for person in stage.api.people.values()
        }
        self.twice = 0

    async def read(self) -> None:
        """Read what the shop wrote down."""
        async with self._stage.database.read() as session:
            self._orders = list(await session.scalars(select(Order).order_by(Order.id)))
            self._lines = list(await session.scalars(select(OrderLine).order_by(OrderLine.id)))
            self._facts = list(await session.scalars(select(FactRow).order_by(FactRow.id)))
            self._accounts = {int(a.external_id): a for a in await session.scalars(select(Account))}
            days = select(Bazaar.name_ar, BazaarDay.bazaar_id, BazaarDay.opens_at).join(Bazaar)
            self._reminders = {
                name: reminders_of(bazaar_id, opens_at)
                for name, bazaar_id, opens_at in await session.execute(days)
            }
            unsent = select(OwedMessage.key).where(OwedMessage.outcome.is_distinct_from("sent"))
            self._unsent = list(await session.scalars(unsent))
            self._owed_keys = set(await session.scalars(select(OwedMessage.key)))
            self._discrepancies = await discrepancies(session)

    def disagreements(self) -> list[str]:
        """Everything that is lost, doubled or wrong, one a line."""
        complaints = [
            each for each in self._stage.api.complaints() if not each.startswith("unanswered ")
        ]
        pending = self._stage.api.platform.updates.pending.values()
        return [
            *self._stage.waited_in_vain,
            *self._discrepancies,
            *(f"{key} was not sent" for key in self._unsent),
            *self._acknowledged(),
            *self._kept_quiet_wrongly(),
            *self._read_wrongly([*self._owed_of_facts(), *self._owed_of_reminders()]),
            *(f"the {update.kind} {update.id} waits" for update in pending),
            *self._unanswered(),
            *(each for each in complaints if not any(word in each for word in AFTER_A_KILL)),
        ]

    @property
    def placed(self) -> int:
        """How many orders there are."""
        return len(self._orders)

    def _unanswered(self) -> Iterator[str]:
        """Presses that were never answered, and whose reply did not come by itself later either.

        When the reply is owed the update is done: killed then, the shop has no press to answer.
        """
        for press in self._stage.api.unanswered_presses():
            if f"reply:{CHANNEL}:{press.update_id}" not in self._owed_keys:
                yield f"unanswered {press}"

    def _acknowledged(self) -> Iterator[str]:
        """Orders and their customers: each known to the other, and one for each checkout."""
        by_person = {account.person_id: at for at, account in self._accounts.items()}
        ordered: dict[int, list[Order]] = {}
        for order in self._orders:
            ordered.setdefault(by_person[order.person_id], []).append(order)
        for shopper in self._stage.shoppers:
            hers = ordered.pop(shopper.person.id, [])
            name = shopper.person.user.first_name
            booked = {order.number for order in hers}
            yield from (
                f"{name} was told {n}: no such order" for n in shopper.codes.keys() - booked
            )
            yield from (f"{name} was never told of {n}" for n in booked - shopper.codes.keys())
            tokens = [order.token for order in hers]
            yield from (f"{name}: {t} ordered twice" for t in tokens if tokens.count(t) > 1)
            yield from (f"{name} never pressed {t}" for t in set(tokens) - shopper.tokens)
            yield from (f"{name} pressed {t} in vain" for t in shopper.tokens - set(tokens))
        yield from (f"{hers} ordered by nobody" for hers in ordered.values())

    def _kept_quiet_wrongly(self) -> Iterator[str]:
        """Sales that were kept quiet though they go on, or of which one half was told."""
        orders = {order.id: order for order in self._orders}
        quiet = {row.order_id for row in self._facts if row.quiet}
        for row in self._facts:
            if row.order_id not in quiet or not isinstance(row.fact, OrderPlaced | OrderCancelled):
                continue
            order = orders[row.fact.order_id]
            if not row.quiet or order.state != OrderState.cancelled:
                told = f"{order.number} ({order.state}) kept quiet: {row.quiet}"
                yield f"{type(row.fact).__name__} of {told}"

    def _owed_of_facts(self) -> Iterator[Owed]:
        """What everybody must have read about each order."""
        orders = {order.id: order for order in self._orders}
        buyers = {account.person_id: at for at, account in self._accounts.items()}
        staff = [member.id for member in self._stage.staff]
        for row in self._facts:
            order = orders.get(row.order_id or 0)
            if order is None:
                continue
            if not (isinstance(row.fact, OrderCancelled) and row.actor_id == order.person_id):
                yield from self._owed(
                    row, order, TO_CUSTOMERS, "customer", [buyers[order.person_id]]
                )
            yield from self._owed(row, order, TO_STAFF, "staff", staff)
            for family in {line.family_id for line in self._lines if line.order_id == order.id}:
                member = self._stage.families[family].id
                yield from self._owed(row, order, TO_FAMILIES, f"family-{family}", [member])

    def _owed(
        self,
        row: FactRow,
        order: Order,
        words: dict[type[FactBase], str],
        audience: str,
        people: Iterable[int],
    ) -> Iterator[Owed]:
        found = words.get(type(row.fact))
        for person in people if found else ():
            never = row.quiet and audience != "customer"
            key = f"fact:{row.id}:{audience}:{self._accounts[person].id}"
            yield Owed(key, person, (found or "").format(number=order.number), never)

    def _owed_of_reminders(self) -> Iterator[Owed]:
        """The reminders that came due before the shop was opened for the last time."""
        for name, due in self._stage.openings.items():
            if due > self._stage.opened_last:
                continue
            for shopper in self._stage.shoppers:
                account = self._accounts[shopper.person.id]
                key = f"{self._reminders[name]}hour:{account.id}"
                yield Owed(key, shopper.person.id, name)

    def _read_wrongly(self, owed: list[Owed]) -> Iterator[str]:
        """What was not read, or more often than kills between sending and marking explain."""
        for each in owed:
            times = sum(each.words in words for words in self._seen[each.person])
            least, most = (0, 0) if each.never else (1, 1 + self._stage.held[each.key])
            self.twice += times > 1
            if not least <= times <= most:
                yield f"{each.person} read {each.words!r} {times} times, not {least} to {most}"
        if not owed:
            yield "nobody was owed anything"
