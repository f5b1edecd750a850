"""What happened, as rows of the same transaction: the source of every notice and of the audit log.

A fact's tag is written by hand and permanent. Facts carry ids and figures, never a sentence.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any

import msgspec
from sqlalchemy import ForeignKey, Index, Select, bindparam, false, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.acting import Acting
from models.kernel.base import Base, Id, Json, partial_index, table_of
from models.kernel.facts.base import FactBase
from models.kernel.facts.bazaars import BazaarAdded, BazaarChanged
from models.kernel.facts.brands import FamilyAdded, FamilyJoined, FamilyLeft, FamilyRenamed
from models.kernel.facts.cash import (
    CashCorrected,
    CashDifferenceSettled,
    CashHandedOver,
    CashHandoverProposed,
    CashHandoverWithdrawn,
    ChargeLessened,
)
from models.kernel.facts.catalogue import (
    LastPieceSold,
    ProductBack,
    ProductChanged,
    ProductDeleted,
    ProductMoved,
    ProductPublished,
    StockMoved,
)
from models.kernel.facts.deliveries import DeliveryPlanChanged
from models.kernel.facts.door import (
    CodeSent,
    OrderDelivered,
    OrderNotDelivered,
    OrderRefused,
    PartRefused,
    WrongCodeGiven,
    WrongCodesPiledUp,
)
from models.kernel.facts.goods import (
    NoteAskedAgain,
    NoteConfirmed,
    NoteDisputed,
    NoteMade,
    NoteSettled,
    StockRanLow,
    SupplyDeclined,
    SupplyOffered,
)
from models.kernel.facts.hall import (
    HallReturned,
    HallSold,
    TillCashMoved,
    TillClosed,
    TillCounted,
    TillCountWithdrawn,
    TillLeftOpen,
    TillOpened,
)
from models.kernel.facts.inbox import (
    QuestionAnswered,
    QuestionAsked,
    QuestionClosed,
    QuestionLetGo,
    QuestionsErased,
    QuestionTaken,
    QuestionWaitsLong,
)
from models.kernel.facts.orders import (
    AddressChanged,
    LinesChanged,
    LineStruck,
    NoteChanged,
    OrderAccepted,
    OrderCancelled,
    OrderOut,
    OrderPacked,
    OrderPlaced,
    OrderReinstated,
    OrderRescheduled,
    OrdersClaimed,
    OrderWindowAsked,
    PhoneChanged,
    WindowPassed,
)
from models.kernel.facts.privacy import PersonErased
from models.kernel.facts.returns import GoodsReturned, MoneyHandedBack, ReturnInspected
from models.kernel.facts.runs import (
    CourierOnTheWay,
    OrderPassed,
    RunChanged,
    RunPassed,
    RunPlanned,
    RunTaken,
)
from models.kernel.facts.team import (
    FounderChanged,
    FounderOffered,
    InvitationWithdrawn,
    StaffInvited,
    StaffJoined,
    StaffLeft,
)
from models.kernel.facts.trust import AccountLimited, OrderReleased
from models.kernel.prepared import insert_at_once, prepared

__all__ = [
    "COMMON",
    "SELDOM",
    "SUBJECTS",
    "AccountLimited",
    "AddressChanged",
    "BazaarAdded",
    "BazaarChanged",
    "CashCorrected",
    "CashDifferenceSettled",
    "CashHandedOver",
    "CashHandoverProposed",
    "CashHandoverWithdrawn",
    "ChargeLessened",
    "CodeSent",
    "CourierOnTheWay",
    "DeliveryPlanChanged",
    "Fact",
    "FactBase",
    "FactRow",
    "FamilyAdded",
    "FamilyJoined",
    "FamilyLeft",
    "FamilyRenamed",
    "FounderChanged",
    "FounderOffered",
    "GoodsReturned",
    "HallReturned",
    "HallSold",
    "InvitationWithdrawn",
    "LastPieceSold",
    "LineStruck",
    "LinesChanged",
    "MoneyHandedBack",
    "NoteAskedAgain",
    "NoteChanged",
    "NoteConfirmed",
    "NoteDisputed",
    "NoteMade",
    "NoteSettled",
    "OrderAccepted",
    "OrderCancelled",
    "OrderDelivered",
    "OrderNotDelivered",
    "OrderOut",
    "OrderPacked",
    "OrderPassed",
    "OrderPlaced",
    "OrderRefused",
    "OrderReinstated",
    "OrderReleased",
    "OrderRescheduled",
    "OrderWindowAsked",
    "OrdersClaimed",
    "PartRefused",
    "PersonErased",
    "PhoneChanged",
    "ProductBack",
    "ProductChanged",
    "ProductDeleted",
    "ProductMoved",
    "ProductPublished",
    "QuestionAnswered",
    "QuestionAsked",
    "QuestionClosed",
    "QuestionLetGo",
    "QuestionTaken",
    "QuestionWaitsLong",
    "QuestionsErased",
    "ReturnInspected",
    "RunChanged",
    "RunPassed",
    "RunPlanned",
    "RunTaken",
    "StaffInvited",
    "StaffJoined",
    "StaffLeft",
    "StockMoved",
    "StockRanLow",
    "SupplyDeclined",
    "SupplyOffered",
    "TillCashMoved",
    "TillClosed",
    "TillCountWithdrawn",
    "TillCounted",
    "TillLeftOpen",
    "TillOpened",
    "WindowPassed",
    "WrongCodeGiven",
    "WrongCodesPiledUp",
    "decode_fact",
    "is_any_unannounced",
    "record",
    "subjects_of",
    "tag_of",
]


Fact = (
    OrderPlaced
    | OrdersClaimed
    | OrderAccepted
    | OrderPacked
    | OrderOut
    | OrderDelivered
    | OrderNotDelivered
    | OrderRescheduled
    | OrderWindowAsked
    | AddressChanged
    | PhoneChanged
    | NoteChanged
    | LinesChanged
    | OrderRefused
    | PartRefused
    | OrderCancelled
    | OrderReleased
    | AccountLimited
    | ReturnInspected
    | OrderReinstated
    | GoodsReturned
    | MoneyHandedBack
    | LineStruck
    | WrongCodeGiven
    | WrongCodesPiledUp
    | CodeSent
    | CashCorrected
    | CashDifferenceSettled
    | ChargeLessened
    | CashHandoverProposed
    | CashHandoverWithdrawn
    | CashHandedOver
    | WindowPassed
    | RunPlanned
    | RunChanged
    | RunTaken
    | RunPassed
    | OrderPassed
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
    | ProductBack
    | ProductChanged
    | ProductMoved
    | ProductDeleted
    | StockMoved
    | LastPieceSold
    | BazaarAdded
    | BazaarChanged
    | DeliveryPlanChanged
    | QuestionAsked
    | QuestionAnswered
    | QuestionTaken
    | QuestionLetGo
    | QuestionClosed
    | QuestionWaitsLong
    | QuestionsErased
    | PersonErased
    | NoteAskedAgain
    | NoteConfirmed
    | NoteDisputed
    | NoteMade
    | NoteSettled
    | StockRanLow
    | SupplyDeclined
    | SupplyOffered
    | HallReturned
    | HallSold
    | TillCashMoved
    | TillClosed
    | TillCounted
    | TillCountWithdrawn
    | TillLeftOpen
    | TillOpened
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


facts = table_of(FactRow)
ADD_FACT = prepared(
    insert(facts).values({each.name: bindparam(each.name) for each in facts.c if each.name != "id"})
)


def decode_fact(body: str) -> Fact:
    """The fact of a row's body; those of every earlier day decode as well."""
    return _DECODER.decode(body)


def record(acting: Acting, fact: Fact) -> None:
    """Write down that `fact` happened, by whom and when, in the transaction of `acting`."""
    row: dict[str, Any] = dict.fromkeys(SUBJECTS)
    row |= {name: getattr(fact, name) or None for name in subjects_of(type(fact))}
    row |= {"body": fact, "at": acting.now, "actor_id": acting.actor_id}
    row |= {"kind": tag_of(type(fact)), "announced_at": None, "quiet": False}
    if not insert_at_once(acting.session, ADD_FACT, row):
        acting.session.add(FactRow(**row))


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
