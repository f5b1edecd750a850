"""Typed button data: what a press asks for.

An action travels as a JSON array that starts with its tag, in at most 64 bytes (the Bot API's limit
for callback data). Tags are permanent and written by hand; fields are only ever added at the end
and with a default, so that old buttons stay alive. Button data is chosen by the client: owner,
price and state are checked again wherever an action is carried out.
"""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.asked import (
    Back,
    Leave,
    Pick,
)
from handlers.dialog.actions.base import ActionBase
from handlers.dialog.actions.customer import (
    AcceptInvitation,
    AskSearch,
    BazaarCalendar,
    BazaarMap,
    CancelOrder,
    EmptyCart,
    Neighbour,
    OrderAgain,
    PlaceOrder,
    Remind,
    SearchFor,
    SetLanguage,
    SetQuantity,
    ShowBazaar,
    ShowCart,
    ShowHelp,
    ShowHome,
    ShowLanguages,
    ShowOrder,
    ShowOrders,
    ShowPackage,
    ShowPrivacy,
    ShowProduct,
    ShowReceipt,
    ShowSettings,
    StartCheckout,
)
from handlers.dialog.actions.family import (
    ShowFamilyHome,
    ShowFamilyProducts,
    ShowFamilySales,
)
from handlers.dialog.actions.staff import (
    AddBazaar,
    AddBazaarDay,
    AddFamily,
    AddOption,
    AddProduct,
    ChangeBazaar,
    ChangeProduct,
    ConfirmByCommand,
    FindInCatalogue,
    FindOrder,
    HideBazaar,
    HideProduct,
    InviteFamily,
    InviteStaff,
    ListBazaars,
    ListCatalogue,
    ListDeliveries,
    ListFamilies,
    ListFamilyInvitations,
    ListHolders,
    ListInvitations,
    ListMembers,
    ManageBazaar,
    ManageFamily,
    ManageOrder,
    ManageProduct,
    MoveOrder,
    RemoveBazaarDay,
    RemoveMember,
    RenameFamily,
    ShowDesk,
    ShowTeam,
    ShowUnsent,
    StartConfirm,
    StartNotDelivered,
    StartStaffCancel,
    StartStrike,
    TakeRole,
    WithdrawFamilyInvitation,
    WithdrawInvitation,
    WithdrawOption,
)

__all__ = [
    "MOST_BYTES",
    "AcceptInvitation",
    "Action",
    "ActionBase",
    "AddBazaar",
    "AddBazaarDay",
    "AddFamily",
    "AddOption",
    "AddProduct",
    "AskSearch",
    "Back",
    "BazaarCalendar",
    "BazaarMap",
    "CancelOrder",
    "ChangeBazaar",
    "ChangeProduct",
    "ConfirmByCommand",
    "EmptyCart",
    "FindInCatalogue",
    "FindOrder",
    "HideBazaar",
    "HideProduct",
    "InviteFamily",
    "InviteStaff",
    "Leave",
    "ListBazaars",
    "ListCatalogue",
    "ListDeliveries",
    "ListFamilies",
    "ListFamilyInvitations",
    "ListHolders",
    "ListInvitations",
    "ListMembers",
    "ManageBazaar",
    "ManageFamily",
    "ManageOrder",
    "ManageProduct",
    "MoveOrder",
    "Neighbour",
    "OrderAgain",
    "Pick",
    "PlaceOrder",
    "Remind",
    "RemoveBazaarDay",
    "RemoveMember",
    "RenameFamily",
    "SearchFor",
    "SetLanguage",
    "SetQuantity",
    "ShowBazaar",
    "ShowCart",
    "ShowDesk",
    "ShowFamilyHome",
    "ShowFamilyProducts",
    "ShowFamilySales",
    "ShowHelp",
    "ShowHome",
    "ShowLanguages",
    "ShowOrder",
    "ShowOrders",
    "ShowPackage",
    "ShowPrivacy",
    "ShowProduct",
    "ShowReceipt",
    "ShowSettings",
    "ShowTeam",
    "ShowUnsent",
    "StartCheckout",
    "StartConfirm",
    "StartNotDelivered",
    "StartStaffCancel",
    "StartStrike",
    "TakeRole",
    "WithdrawFamilyInvitation",
    "WithdrawInvitation",
    "WithdrawOption",
    "cut_words",
    "decode_action",
    "encode_action",
]

MOST_BYTES = 64
MOST_NUMBER = 10**12

Action = (
    ShowHome
    | ShowPackage
    | ShowProduct
    | Neighbour
    | AskSearch
    | SearchFor
    | SetQuantity
    | ShowCart
    | EmptyCart
    | StartCheckout
    | PlaceOrder
    | ShowOrders
    | ShowOrder
    | CancelOrder
    | OrderAgain
    | ShowReceipt
    | ShowBazaar
    | BazaarMap
    | BazaarCalendar
    | Remind
    | ShowLanguages
    | SetLanguage
    | ShowSettings
    | ShowHelp
    | ShowPrivacy
    | AcceptInvitation
    | Pick
    | Back
    | Leave
    | ShowFamilyHome
    | ShowFamilyProducts
    | ShowFamilySales
    | ShowDesk
    | ListFamilies
    | ManageFamily
    | AddFamily
    | InviteFamily
    | ListBazaars
    | ManageBazaar
    | AddBazaar
    | AddBazaarDay
    | RemoveBazaarDay
    | HideBazaar
    | AddProduct
    | ListCatalogue
    | FindInCatalogue
    | ManageProduct
    | ChangeProduct
    | HideProduct
    | ListDeliveries
    | ManageOrder
    | MoveOrder
    | StartConfirm
    | ConfirmByCommand
    | StartNotDelivered
    | StartStrike
    | StartStaffCancel
    | ShowTeam
    | InviteStaff
    | ShowUnsent
    | ListHolders
    | TakeRole
    | ListInvitations
    | WithdrawInvitation
    | ListMembers
    | RemoveMember
    | ListFamilyInvitations
    | WithdrawFamilyInvitation
    | FindOrder
    | RenameFamily
    | ChangeBazaar
    | AddOption
    | WithdrawOption
)

_ENCODER = msgspec.json.Encoder()
_DECODER: msgspec.json.Decoder[Action] = msgspec.json.Decoder(Action)


def encode_action(action: Action) -> str:
    """The action as button data; raises ValueError over 64 bytes, a defect of its maker."""
    data = _ENCODER.encode(action)
    if len(data) > MOST_BYTES:
        raise ValueError(f"{type(action).__name__} takes {len(data)} bytes of button data")
    return data.decode()


def decode_action(data: str) -> Action | None:
    """The action in button data, or None when it is old, forged or broken."""
    if len(data.encode(errors="replace")) > MOST_BYTES:
        return None
    try:
        action = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeError):
        return None
    return action if all(map(is_storable, msgspec.structs.astuple(action))) else None


def is_storable(value: int | str) -> bool:
    """Whether a database can look for it: else a forged button would be an error, and not stale.

    No column holds a larger number, and PostgreSQL takes no text with a NUL.
    """
    return "\0" not in value if isinstance(value, str) else abs(value) < MOST_NUMBER


def cut_words(words: str, most_bytes: int = 40) -> str:
    """Search words short enough for button data: whole characters, at most so many bytes."""
    return words.encode()[:most_bytes].decode(errors="ignore").replace('"', "").replace("\\", "")
