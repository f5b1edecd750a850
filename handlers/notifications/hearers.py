"""Who hears of each fact. A fact that is in no row cannot be loaded: somebody has to be decided."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from typing import get_args

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.notifications.accounts import tell_of_limits
from handlers.notifications.askers import tell_asker
from handlers.notifications.back_in_stock import tell_who_waited
from handlers.notifications.cash import tell_of_cash
from handlers.notifications.changed_goods import (
    tell_families_of_change,
    tell_of_change_for_not_joined,
)
from handlers.notifications.changes import tell_customer_of_change, tell_team_of_change
from handlers.notifications.counting import tell_catalogue
from handlers.notifications.couriers import tell_couriers
from handlers.notifications.customers import tell_customer
from handlers.notifications.deleted_product import tell_who_had_it
from handlers.notifications.delivery_plan import tell_desk
from handlers.notifications.door import (
    tell_customer_of_refusal,
    tell_desk_of_refusal,
    tell_families_of_refusal,
)
from handlers.notifications.families import tell_families
from handlers.notifications.founding import tell_of_founding
from handlers.notifications.goods import tell_of_goods
from handlers.notifications.hall import tell_families_of_hall
from handlers.notifications.inbox import tell_inbox
from handlers.notifications.last_piece import tell_of_last_piece
from handlers.notifications.managers import tell_managers
from handlers.notifications.moved_product import tell_of_moved_product
from handlers.notifications.not_joined import tell_of_the_not_joined
from handlers.notifications.notices import Event, Notice
from handlers.notifications.staff import tell_staff
from handlers.notifications.subscribers import tell_subscribers
from handlers.notifications.tills import tell_of_tills
from handlers.notifications.watched import tell_watchers
from models.kernel.facts import (
    AccountLimited,
    AddressChanged,
    BazaarAdded,
    BazaarChanged,
    CashCorrected,
    CashDifferenceSettled,
    CashHandedOver,
    CashHandoverProposed,
    CashHandoverWithdrawn,
    ChargeLessened,
    CodeSent,
    CourierOnTheWay,
    DeliveryPlanChanged,
    Fact,
    FactBase,
    FamilyAdded,
    FamilyJoined,
    FamilyLeft,
    FamilyRenamed,
    FounderChanged,
    FounderOffered,
    GoodsReturned,
    HallReturned,
    HallSold,
    InvitationWithdrawn,
    LastPieceSold,
    LinesChanged,
    LineStruck,
    MoneyHandedBack,
    NoteAskedAgain,
    NoteChanged,
    NoteConfirmed,
    NoteDisputed,
    NoteMade,
    NoteSettled,
    OrderAccepted,
    OrderCancelled,
    OrderDelivered,
    OrderNotDelivered,
    OrderOut,
    OrderPacked,
    OrderPassed,
    OrderPlaced,
    OrderRefused,
    OrderReinstated,
    OrderReleased,
    OrderRescheduled,
    OrdersClaimed,
    OrderWindowAsked,
    PartRefused,
    PersonErased,
    PhoneChanged,
    ProductBack,
    ProductChanged,
    ProductDeleted,
    ProductMoved,
    ProductPublished,
    QuestionAnswered,
    QuestionAsked,
    QuestionClosed,
    QuestionLetGo,
    QuestionsErased,
    QuestionTaken,
    QuestionWaitsLong,
    ReturnInspected,
    RunChanged,
    RunPassed,
    RunPlanned,
    RunTaken,
    StaffInvited,
    StaffJoined,
    StaffLeft,
    StockMoved,
    StockRanLow,
    SupplyDeclined,
    SupplyOffered,
    TillCashMoved,
    TillClosed,
    TillCounted,
    TillCountWithdrawn,
    TillLeftOpen,
    TillOpened,
    WindowPassed,
    WrongCodeGiven,
    WrongCodesPiledUp,
)

Teller = Callable[[AsyncSession, Event], Awaitable[list[Notice]]]
NOBODY: tuple[Teller, ...] = ()
"""It is kept for the books alone: whoever did it hears by the reply."""
HEARERS: Mapping[type[FactBase], tuple[Teller, ...]] = {
    OrderPlaced: (tell_customer, tell_staff, tell_families, tell_of_the_not_joined),
    OrdersClaimed: NOBODY,
    OrderAccepted: (tell_customer,),
    OrderPacked: (tell_customer, tell_staff),
    OrderOut: (tell_customer,),
    OrderDelivered: (tell_customer, tell_families, tell_of_cash),
    OrderNotDelivered: (tell_customer, tell_staff, tell_families),
    OrderRescheduled: (tell_customer, tell_staff, tell_families),
    AddressChanged: (tell_customer_of_change, tell_team_of_change),
    PhoneChanged: (tell_customer_of_change, tell_team_of_change),
    NoteChanged: (tell_customer_of_change, tell_team_of_change),
    LinesChanged: (
        tell_customer_of_change,
        tell_team_of_change,
        tell_families_of_change,
        tell_of_change_for_not_joined,
    ),
    OrderRefused: (tell_customer_of_refusal, tell_desk_of_refusal, tell_families_of_refusal),
    PartRefused: (tell_customer_of_refusal, tell_desk_of_refusal, tell_families_of_refusal),
    OrderWindowAsked: (tell_customer,),
    OrderCancelled: (tell_customer, tell_staff, tell_families, tell_watchers),
    ReturnInspected: (tell_families,),
    OrderReinstated: (tell_customer, tell_staff, tell_families),
    GoodsReturned: (tell_customer, tell_families, tell_of_cash),
    MoneyHandedBack: (tell_customer, tell_of_cash),
    LineStruck: (tell_customer, tell_families, tell_catalogue),
    OrderReleased: (tell_staff,),
    AccountLimited: (tell_of_limits,),
    WindowPassed: (tell_customer, tell_staff),
    CourierOnTheWay: (tell_customer,),
    RunPlanned: (tell_couriers,),
    RunChanged: (tell_couriers,),
    RunPassed: (tell_couriers,),
    RunTaken: NOBODY,
    OrderPassed: NOBODY,
    WrongCodeGiven: (tell_managers,),
    WrongCodesPiledUp: (tell_managers,),
    CodeSent: (tell_customer,),
    CashCorrected: (tell_customer, tell_of_cash),
    CashDifferenceSettled: (tell_of_cash,),
    ChargeLessened: (tell_of_cash,),
    CashHandoverProposed: (tell_of_cash,),
    CashHandoverWithdrawn: NOBODY,
    CashHandedOver: (tell_of_cash,),
    FamilyJoined: (tell_managers,),
    StaffJoined: (tell_managers,),
    StaffLeft: (tell_watchers, tell_of_cash),
    FounderOffered: (tell_of_founding,),
    FounderChanged: (tell_of_founding,),
    BazaarChanged: (tell_subscribers,),
    QuestionAsked: (tell_inbox,),
    QuestionWaitsLong: (tell_inbox,),
    QuestionAnswered: (tell_asker,),
    QuestionTaken: NOBODY,
    QuestionLetGo: NOBODY,
    QuestionClosed: (tell_asker,),
    QuestionsErased: NOBODY,
    PersonErased: NOBODY,
    DeliveryPlanChanged: (tell_desk,),
    BazaarAdded: NOBODY,
    FamilyAdded: NOBODY,
    FamilyRenamed: NOBODY,
    FamilyLeft: NOBODY,
    StaffInvited: NOBODY,
    InvitationWithdrawn: NOBODY,
    ProductBack: (tell_who_waited,),
    ProductPublished: NOBODY,
    ProductChanged: NOBODY,
    ProductMoved: (tell_of_moved_product,),
    ProductDeleted: (tell_who_had_it,),
    StockMoved: NOBODY,
    LastPieceSold: (tell_of_last_piece,),
    NoteAskedAgain: (tell_of_goods,),
    NoteConfirmed: NOBODY,
    NoteDisputed: (tell_of_goods,),
    NoteMade: (tell_of_goods,),
    NoteSettled: (tell_of_goods,),
    StockRanLow: (tell_of_goods,),
    SupplyDeclined: (tell_of_goods,),
    SupplyOffered: (tell_of_goods,),
    HallReturned: (tell_families_of_hall,),
    HallSold: (tell_families_of_hall,),
    TillCashMoved: NOBODY,
    TillClosed: (tell_of_tills,),
    TillCounted: (tell_of_tills,),
    TillCountWithdrawn: (tell_of_tills,),
    TillLeftOpen: (tell_of_tills,),
    TillOpened: NOBODY,
}


OF_THE_SALE: frozenset[Teller] = frozenset(
    (
        *(tell_families, tell_of_the_not_joined, tell_staff),
        *(tell_families_of_change, tell_of_change_for_not_joined, tell_team_of_change),
    )
)
"""Whoever works on what was sold: an order that was over before it was told is none to them."""


def hearers_of(fact: FactBase, *, quiet: bool) -> tuple[Teller, ...]:
    """Who hears of the fact; of a `quiet` one only the others, and couriers who must turn back."""
    calls_back = isinstance(fact, OrderCancelled) and not fact.by_customer
    known = HEARERS[type(fact)]
    if not quiet:
        return known
    left_out = OF_THE_SALE - ({tell_staff} if calls_back else set())
    return tuple(tell for tell in known if tell not in left_out)


def undecided_facts(
    facts: Collection[type[FactBase]], known: Collection[type[FactBase]]
) -> set[str]:
    """The names of the facts of which it is not said who hears."""
    return {fact.__name__ for fact in facts} - {fact.__name__ for fact in known}


if found := undecided_facts(get_args(Fact), HEARERS):
    raise LookupError(f"nobody has decided who hears of {sorted(found)}")
