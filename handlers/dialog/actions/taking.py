"""Which presses take something away: their buttons look so on every screen."""

from __future__ import annotations

from handlers.dialog.actions.accounts import LimitAccount
from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.bazaars import HideBazaar, RemoveBazaarDay
from handlers.dialog.actions.brands import RemoveMember, WithdrawFamilyInvitation
from handlers.dialog.actions.cash import SettleDifference, WithdrawHandover
from handlers.dialog.actions.catalogue import (
    DeleteProduct,
    HideProduct,
    RemovePhoto,
    WithdrawOption,
)
from handlers.dialog.actions.customer import (
    CancelOrder,
    DropWish,
    EmptyCart,
    ForgetQuestions,
    SetLine,
    SetQuantity,
)
from handlers.dialog.actions.deliveries import StartStaffCancel, StartStrike
from handlers.dialog.actions.delivery_plan import (
    RemoveSeason,
    RemoveWindow,
    RemoveZone,
    SwitchPickUp,
)
from handlers.dialog.actions.drafts import DropDraft
from handlers.dialog.actions.goods import DeclineOffer
from handlers.dialog.actions.hall import WithdrawTill
from handlers.dialog.actions.privacy import EraseMe, ErasePerson
from handlers.dialog.actions.returns import InspectAll
from handlers.dialog.actions.runs import MoveStop
from handlers.dialog.actions.selling import VoidSale
from handlers.dialog.actions.staff import PassFounding, TakeRole, WithdrawInvitation

ALWAYS: frozenset[type[ActionBase]] = frozenset(
    {
        *(CancelOrder, DropWish, EmptyCart, ForgetQuestions, EraseMe, ErasePerson, DropDraft),
        *(StartStaffCancel, StartStrike, WithdrawHandover, RemovePhoto, WithdrawOption),
        *(DeleteProduct, RemoveBazaarDay, RemoveMember, RemoveSeason, RemoveWindow, RemoveZone),
        *(TakeRole, WithdrawFamilyInvitation, WithdrawInvitation, VoidSale),
        *(DeclineOffer, WithdrawTill),
    }
)


def takes_away(action: ActionBase) -> bool:
    """Whether a press of it takes something away, or asks whether to.

    What the same button gives back at once (a favourite, a reminder, a day of an area) is no loss.
    """
    match action:
        case (
            SetQuantity(quantity=0)
            | SetLine(quantity=0)
            | Pick(value="drop" | "unsellable" | "missing")
        ):
            return True
        case HideProduct(hidden=True) | HideBazaar(hidden=True) | SwitchPickUp(on=False):
            return True
        case InspectAll(fate="unsellable" | "missing") | SettleDifference(how="written-off"):
            return True
        case MoveStop(run_id=0) | PassFounding(person_id=0, sure=True):
            return True
        case LimitAccount(kind="blocked"):
            return True
        case _:
            return type(action) in ALWAYS
