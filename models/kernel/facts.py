"""What happened, as rows of the same transaction: the source of every notice and of the audit log.

A fact's tag is written by hand and permanent. Facts carry ids and figures, never a sentence.
"""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ForeignKey, Index, Select, false, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Id, Json, partial_index
from models.kernel.money import Money
from models.kernel.prepared import prepared


class FactBase(msgspec.Struct, frozen=True, tag_field="fact"):
    """The base of every fact."""


class OrderPlaced(FactBase, frozen=True, tag="order-placed"):
    order_id: int


class OrdersClaimed(FactBase, frozen=True, tag="orders-claimed"):
    """Orders that were placed by telephone are the actor's from now on, who has that number."""

    order_ids: tuple[int, ...]


class OrderAccepted(FactBase, frozen=True, tag="order-accepted"):
    order_id: int


class OrderPacked(FactBase, frozen=True, tag="order-packed"):
    order_id: int


class OrderOut(FactBase, frozen=True, tag="order-out"):
    """The order left the centre; with its run where `run_id` is not 0, and alone else."""

    order_id: int
    run_id: int = 0


class OrderDelivered(FactBase, frozen=True, tag="order-delivered"):
    """`taken` is the cash that was taken; `without_code` when a manager confirmed it.

    `due` is what was to be taken, where that differs; `holder_id` is who has the cash, where that
    is not the one who confirmed it.
    """

    order_id: int
    taken: Money
    reason: str = ""
    without_code: bool = False
    photo: str = ""
    due: Money | None = None
    holder_id: int | None = None


class OrderNotDelivered(FactBase, frozen=True, tag="order-not-delivered"):
    """The goods came back to the desk; the next try is on `day` in `window`.

    `offered` are other windows that were free then, where the customer may choose one. They had
    gone out for `was_day` and `was_window`; None and empty where that was not kept.
    """

    order_id: int
    reason: str
    day: date
    window: str
    offered: tuple[tuple[date, str], ...] = ()
    was_day: date | None = None
    was_window: str = ""


class OrderRescheduled(FactBase, frozen=True, tag="order-rescheduled"):
    """An order that is not on its way goes out on `day` in `window` now."""

    order_id: int
    day: date
    window: str


class AddressChanged(FactBase, frozen=True, tag="address-changed"):
    """An open order goes to another address in the same emirate now."""

    order_id: int


class OrderRefused(FactBase, frozen=True, tag="order-refused"):
    """The whole order was refused at the door; `reason` is in the words of staff, if given."""

    order_id: int
    reason: str = ""


class PartRefused(FactBase, frozen=True, tag="part-refused"):
    """Pieces were refused at the door, and are these struck lines now; the rest is delivered."""

    order_id: int
    line_ids: tuple[int, ...]


class OrderCancelled(FactBase, frozen=True, tag="order-cancelled"):
    """The order is closed and undelivered; `reason` is in the words of staff, if they gave one.

    `was` is the state that it was cancelled in; empty in what was written before that was kept.
    """

    order_id: int
    by_customer: bool
    reason: str = ""
    was: str = ""


class OrderReleased(FactBase, frozen=True, tag="order-released"):
    """A manager said yes to an order that waited for it."""

    order_id: int


class AccountLimited(FactBase, frozen=True, tag="account-limited"):
    """A manager decided of an account: held, blocked, or (empty) that it is free again."""

    person_id: int
    limit: str


class OrderReinstated(FactBase, frozen=True, tag="order-reinstated"):
    """A cancelling was taken back, `by_customer` or by staff; the order `was` in that state then.

    `told`: people had heard of the cancelling by then.
    """

    order_id: int
    was: str
    by_customer: bool
    told: bool


class GoodsReturned(FactBase, frozen=True, tag="goods-returned"):
    """Goods of a delivered order came back the `nth` time, as the rows `returned_ids`.

    `refunded` is the money that was handed back.
    """

    order_id: int
    nth: int
    refunded: Money
    returned_ids: tuple[int, ...]


class ReturnInspected(FactBase, frozen=True, tag="return-inspected"):
    """The pieces that came back as `returned_id` were looked at; what came of it are rows."""

    order_id: int
    returned_id: int


class LineStruck(FactBase, frozen=True, tag="line-struck"):
    """A line, or the pieces of it that are `line_id` now, was taken out of an order as missing.

    `was` and `now` are the order's total, before and since.
    """

    order_id: int
    line_id: int
    reason: str = ""
    product_id: int = 0
    was: Money | None = None
    now: Money | None = None


class WrongCodeGiven(FactBase, frozen=True, tag="wrong-code"):
    """A wrong delivery code; `tries` are those of the order so far."""

    order_id: int
    tries: int


class WrongCodesPiledUp(FactBase, frozen=True, tag="wrong-codes-piled-up"):
    """So many wrong codes of one person on one day, on all these orders.

    `barred`: from now on the person can confirm nothing by a code that day.
    """

    person_id: int
    tries: int
    order_ids: tuple[int, ...]
    barred: bool = False


class WindowPassed(FactBase, frozen=True, tag="window-passed"):
    """The order was still at the centre when its window had passed."""

    order_id: int
    day: date
    window: str


class RunPlanned(FactBase, frozen=True, tag="run-planned"):
    """So many orders were put into a run, which may have held some before."""

    run_id: int
    orders: int


class RunChanged(FactBase, frozen=True, tag="run-changed"):
    """One order was put into a run by hand (`added`), or taken out of it."""

    run_id: int
    order_id: int
    added: bool


class RunTaken(FactBase, frozen=True, tag="run-taken"):
    """The courier took the run: so many orders went out with it."""

    run_id: int
    orders: int


class RunPassed(FactBase, frozen=True, tag="run-passed"):
    """The run is another courier's from now on; `was` and `now` are their persons' ids."""

    run_id: int
    was: int
    now: int


class CourierOnTheWay(FactBase, frozen=True, tag="courier-on-the-way"):
    """The courier comes to this order's door next."""

    order_id: int


class CodeSent(FactBase, frozen=True, tag="code-sent"):
    """The desk let the customer be told the delivery code once more; nobody else reads it."""

    order_id: int


class CashCorrected(FactBase, frozen=True, tag="cash-corrected"):
    """The cash of a delivered order was not `was` but `taken`; `due` where that still differs.

    `holder_id` is whose purse it is in; None for the centre's till.
    """

    order_id: int
    was: Money
    taken: Money
    reason: str
    due: Money | None = None
    holder_id: int | None = None


class CashDifferenceSettled(FactBase, frozen=True, tag="cash-difference-settled"):
    """So much cash was missing (below nothing: too much), and is settled; `how` is stored.

    `person_id` is who had taken or handed over the cash.
    """

    difference_id: int
    how: str
    missing: Money
    person_id: int | None = None
    order_id: int | None = None


class CashHandoverProposed(FactBase, frozen=True, tag="cash-handover-proposed"):
    """One side says how much of a purse is handed over, `counted` of `expected`; nothing moved."""

    handover_id: int
    person_id: int
    expected: Money
    counted: Money
    reason: str = ""


class CashHandoverWithdrawn(FactBase, frozen=True, tag="cash-handover-withdrawn"):
    """A handing over that waited for the other side was taken back."""

    handover_id: int
    person_id: int


class CashHandedOver(FactBase, frozen=True, tag="cash-handed-over"):
    """`counted` of `expected` went from the person's purse to the till; both sides agreed."""

    handover_id: int
    person_id: int
    proposed_by: int
    expected: Money
    counted: Money
    reason: str = ""


class FamilyAdded(FactBase, frozen=True, tag="family-added"):
    family_id: int


class FamilyRenamed(FactBase, frozen=True, tag="family-renamed"):
    """A brand has another name; `was` and `now` are the Arabic ones."""

    family_id: int
    was: str
    now: str
    was_en: str = ""
    now_en: str = ""


class FamilyJoined(FactBase, frozen=True, tag="family-joined"):
    """The person answers for the brand from now on."""

    family_id: int
    person_id: int


class StaffInvited(FactBase, frozen=True, tag="staff-invited"):
    """An invitation to a role was made; the invitation itself holds for whom."""

    role: str
    invitation_id: int = 0


class StaffJoined(FactBase, frozen=True, tag="staff-joined"):
    """The person holds the role from now on."""

    person_id: int
    role: str


class StaffLeft(FactBase, frozen=True, tag="staff-left"):
    """A role was taken away from the person."""

    person_id: int
    role: str


class FounderOffered(FactBase, frozen=True, tag="founder-offered"):
    """The founder offered the person, a manager, to be the founder in her place."""

    person_id: int


class FounderChanged(FactBase, frozen=True, tag="founder-changed"):
    """The person took on what was offered: the founder of before, `was_id`, is a manager still."""

    person_id: int
    was_id: int


class FamilyLeft(FactBase, frozen=True, tag="family-left"):
    """The person answers for the brand no more."""

    family_id: int
    person_id: int


class InvitationWithdrawn(FactBase, frozen=True, tag="invitation-withdrawn"):
    """An invitation was taken back before anybody used it."""

    invitation_id: int


class ProductPublished(FactBase, frozen=True, tag="product-published"):
    product_id: int
    family_id: int = 0


class ProductChanged(FactBase, frozen=True, tag="product-changed"):
    """`what` names the part: price, text, photo, audience, lead, daily, option-added, ….

    Of names and texts `was` and `now` are the Arabic ones, and the English ones stand beside them;
    of photos it is how many there are. `option_id` is the option where it is about one.
    """

    product_id: int
    what: str
    was: str = ""
    now: str = ""
    was_en: str = ""
    now_en: str = ""
    option_id: int = 0


class StockMoved(FactBase, frozen=True, tag="stock-moved"):
    """Goods taken in or counted by staff; sales are told by their orders.

    `why` is taken-in or counted; `now` is what is on hand since then.
    """

    option_id: int
    change: int
    product_id: int = 0
    why: str = ""
    now: int | None = None

    @property
    def was(self) -> int | None:
        """What was on hand before; None where it was not kept."""
        return None if self.now is None else self.now - self.change


class BazaarAdded(FactBase, frozen=True, tag="bazaar-added"):
    bazaar_id: int


class BazaarChanged(FactBase, frozen=True, tag="bazaar-changed"):
    """`what` names the part: name, place, pin, day-added, day-removed, hidden or shown.

    `openings` (UTC) are those that people could come to no more, or now can. `day` is the opening
    (UTC) that was added or removed, also of a bazaar that nobody sees. Of names and places `was`
    and `now` are the Arabic ones, beside them the English ones; of a pin both are `25.35, 55.42`.
    """

    bazaar_id: int
    what: str
    openings: tuple[datetime, ...] = ()
    day: datetime | None = None
    was: str = ""
    now: str = ""
    was_en: str = ""
    now_en: str = ""


class QuestionAsked(FactBase, frozen=True, tag="question-asked"):
    """A question to the centre begins to wait with that message; the words stay in its row."""

    question_id: int
    message_id: int
    order_id: int | None = None


class QuestionAnswered(FactBase, frozen=True, tag="question-answered"):
    """The team answered by that message; the words stay in its row."""

    question_id: int
    message_id: int
    order_id: int | None = None


class QuestionTaken(FactBase, frozen=True, tag="question-taken"):
    """The actor sees to the question from now on."""

    question_id: int


class QuestionLetGo(FactBase, frozen=True, tag="question-let-go"):
    """The actor leaves the question to the others again."""

    question_id: int


class QuestionClosed(FactBase, frozen=True, tag="question-closed"):
    """The question needs no answer (any more)."""

    question_id: int


class QuestionWaitsLong(FactBase, frozen=True, tag="question-waits-long"):
    """The moment has passed by which the question should have been answered."""

    question_id: int


class QuestionsErased(FactBase, frozen=True, tag="questions-erased"):
    """The person had erased all that was said in their questions."""

    person_id: int


Fact = (
    OrderPlaced
    | OrdersClaimed
    | OrderAccepted
    | OrderPacked
    | OrderOut
    | OrderDelivered
    | OrderNotDelivered
    | OrderRescheduled
    | AddressChanged
    | OrderRefused
    | PartRefused
    | OrderCancelled
    | OrderReleased
    | AccountLimited
    | ReturnInspected
    | OrderReinstated
    | GoodsReturned
    | LineStruck
    | WrongCodeGiven
    | WrongCodesPiledUp
    | CodeSent
    | CashCorrected
    | CashDifferenceSettled
    | CashHandoverProposed
    | CashHandoverWithdrawn
    | CashHandedOver
    | WindowPassed
    | RunPlanned
    | RunChanged
    | RunTaken
    | RunPassed
    | CourierOnTheWay
    | FamilyAdded
    | FamilyRenamed
    | FamilyJoined
    | StaffInvited
    | StaffJoined
    | StaffLeft
    | FounderOffered
    | FounderChanged
    | FamilyLeft
    | InvitationWithdrawn
    | ProductPublished
    | ProductChanged
    | StockMoved
    | BazaarAdded
    | BazaarChanged
    | QuestionAsked
    | QuestionAnswered
    | QuestionTaken
    | QuestionLetGo
    | QuestionClosed
    | QuestionWaitsLong
    | QuestionsErased
)

_DECODER: msgspec.json.Decoder[Fact] = msgspec.json.Decoder(Fact)


COMMON = ("order-placed", "order-accepted", "order-packed", "order-out", "order-delivered")
"""The tags of every order's way: among the newest facts these are found without an index."""
SELDOM = f"kind NOT IN ({', '.join(map(repr, COMMON))})"


class FactRow(Base):
    """One thing that happened; `announced_at` is empty until everyone concerned was written to.

    `quiet` ones are of an order that was over before it was told: its makers and the desk hear of
    neither.
    `kind` is the fact's tag. What the fact is about stands beside its body, so that a history is
    found by an index; whom it concerns (`person_id`) is not who did it (`actor_id`).
    """

    __tablename__ = "facts"
    __table_args__ = (
        partial_index("ix_facts_unannounced", "id", where="announced_at IS NULL"),
        Index("ix_facts_at", "at", "id"),
        partial_index("ix_facts_kind", "kind", "id", where=SELDOM),
        *(
            partial_index(f"ix_facts_{name}", name, "id", where=f"{name} IS NOT NULL")
            for name in ("actor_id", "product_id", "family_id", "bazaar_id", "person_id")
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    body: Mapped[str] = mapped_column(Json)
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    order_id: Mapped[int | None] = mapped_column(Id, index=True)
    announced_at: Mapped[datetime | None]
    quiet: Mapped[bool] = mapped_column(default=False, server_default=false())
    kind: Mapped[str] = mapped_column(default="", server_default="")
    product_id: Mapped[int | None] = mapped_column(Id)
    family_id: Mapped[int | None] = mapped_column(Id)
    bazaar_id: Mapped[int | None] = mapped_column(Id)
    person_id: Mapped[int | None] = mapped_column(Id)

    @property
    def fact(self) -> Fact:
        """The fact itself."""
        return decode_fact(self.body)


def decode_fact(body: str) -> Fact:
    """The fact of a row's body; those of every earlier day decode as well."""
    return _DECODER.decode(body)


def record(acting: Acting, fact: Fact) -> None:
    """Write down that `fact` happened, by whom and when, in the transaction of `acting`."""
    about = {name: getattr(fact, name) or None for name in subjects_of(type(fact))}
    acting.session.add(
        FactRow(
            body=fact, at=acting.now, actor_id=acting.actor_id, kind=tag_of(type(fact)), **about
        )
    )


SUBJECTS = ("order_id", "product_id", "family_id", "bazaar_id", "person_id")
"""The fields of facts that are columns of their rows too."""


@cache
def subjects_of(kind: type[FactBase]) -> tuple[str, ...]:
    """What facts of that kind are about, by the names of their fields."""
    return tuple(name for name in SUBJECTS if name in kind.__struct_fields__)


def tag_of(kind: type[FactBase]) -> str:
    """The permanent tag of facts of that kind."""
    return str(kind.__struct_config__.tag)


async def is_any_unannounced(session: AsyncSession) -> bool:
    """Whether something happened of which nobody was told yet; it only looks."""
    return (await session.execute(_any_unannounced())).first() is not None


@cache
def _any_unannounced() -> Select[Any]:
    facts = FactRow.__table__
    return prepared(select(facts.c.id).where(text("announced_at IS NULL")).limit(1))
