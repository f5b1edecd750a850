"""What staff can press."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class ShowDesk(ActionBase, frozen=True, tag="d"):
    """What there is to do, for the roles that the person holds."""


class ListFamilies(ActionBase, frozen=True, tag="fl"):
    """The brands."""

    page: int = 0


class ManageFamily(ActionBase, frozen=True, tag="fm"):
    """One brand: products, members' number, invitation; `anew` as a message of its own."""

    family_id: int
    anew: bool = False


class AddFamily(ActionBase, frozen=True, tag="f+"):
    """Add a brand."""


class InviteFamily(ActionBase, frozen=True, tag="fi"):
    """Make a one-time invitation link for a brand."""

    family_id: int


class ListBazaars(ActionBase, frozen=True, tag="bl"):
    """The bazaars, the next first."""

    page: int = 0


class ManageBazaar(ActionBase, frozen=True, tag="bz"):
    """One bazaar with its days."""

    bazaar_id: int


class AddBazaar(ActionBase, frozen=True, tag="b+"):
    """Add a bazaar."""


class AddBazaarDay(ActionBase, frozen=True, tag="bd"):
    """Add a day with its hours."""

    bazaar_id: int


class RemoveBazaarDay(ActionBase, frozen=True, tag="b-"):
    """Take a day off: the one of that bazaar that opens then (seconds since 1970).

    The id alone may by now be another day's.
    """

    day_id: int
    sure: bool = False
    bazaar_id: int = 0
    opens: int = 0


class HideBazaar(ActionBase, frozen=True, tag="bh"):
    """Hide a bazaar from customers, or show it again."""

    bazaar_id: int
    hidden: bool
    sure: bool = False


class AddProduct(ActionBase, frozen=True, tag="p+"):
    """Add a product, question by question; of that family where one is given."""

    family_id: int = 0


class ListCatalogue(ActionBase, frozen=True, tag="ca"):
    """All products, hidden ones too; `words` narrows it."""

    page: int = 0
    words: str = ""


class FindInCatalogue(ActionBase, frozen=True, tag="cf"):
    """Find a product by its name."""


class ManageProduct(ActionBase, frozen=True, tag="m"):
    """One product, to be changed."""

    product_id: int


class ChangeProduct(ActionBase, frozen=True, tag="mc"):
    """Change one part (price, quantity, name, text, photo) of a product or of its option."""

    product_id: int
    part: str
    option_id: int = 0


class ChangeWishes(ActionBase, frozen=True, tag="mw"):
    """Whether customers may write a wish for a product's maker, and how long."""

    product_id: int


class HideProduct(ActionBase, frozen=True, tag="mh"):
    """Take a product off sale, or put it back."""

    product_id: int
    hidden: bool


class ListDeliveries(ActionBase, frozen=True, tag="dl"):
    """The orders in a state (empty: the overview), oldest first.

    `due`: late, today or tomorrow; empty for all. `edge` is the order after which the page begins,
    or, negative, before which it ends; `page` then only says that it is none of the first.
    """

    state: str = ""
    page: int = 0
    due: str = ""
    edge: int = 0


class MoveMany(ActionBase, frozen=True, tag="db"):
    """Move all orders of a list one tap onward: asks once, with those orders."""

    to: str
    due: str = ""


class ShowPicking(ActionBase, frozen=True, tag="pk"):
    """What is to be fetched and packed for a window; without a day, the choice of one.

    `day` is written 260303, `starts` 10:00.
    """

    day: str = ""
    starts: str = ""
    page: int = 0


class ManageOrder(ActionBase, frozen=True, tag="do"):
    """One order for staff; from page 1 on, everything that it holds."""

    order_id: int
    page: int = 0


class ManageAccount(ActionBase, frozen=True, tag="ac"):
    """A customer's account: its record, and what managers decide of it."""

    person_id: int


class LimitAccount(ActionBase, frozen=True, tag="al"):
    """Hold, block or free an account; asked for once more unless `sure`."""

    person_id: int
    kind: str
    sure: bool = False


class ReleaseOrder(ActionBase, frozen=True, tag="ar"):
    """A manager's yes to an order that waits for it."""

    order_id: int


class MoveOrder(ActionBase, frozen=True, tag="dm"):
    """One tap onward: to accepted, packed or out."""

    order_id: int
    to: str


class StartConfirm(ActionBase, frozen=True, tag="dc"):
    """Delivered: asks for the customer's code and the cash taken."""

    order_id: int


class ConfirmByCommand(ActionBase, frozen=True, tag="dd"):
    """`/confirm <number> <code>`: delivered, with exactly the total taken in cash."""

    number: str
    code: str


class StartNotDelivered(ActionBase, frozen=True, tag="dn"):
    """Not delivered: asks why, and when again."""

    order_id: int


class StartOnBehalf(ActionBase, frozen=True, tag="ob"):
    """Order for a customer who telephones: asks for the number and the name."""


class EndOnBehalf(ActionBase, frozen=True, tag="oe"):
    """Order for oneself again; nothing is ordered for whom it was begun."""


class StartStrike(ActionBase, frozen=True, tag="ds"):
    """Strike a missing line: asks which one and why."""

    order_id: int


class StartStaffCancel(ActionBase, frozen=True, tag="dx"):
    """Staff cancel an order: asks why."""

    order_id: int


class UndoCancel(ActionBase, frozen=True, tag="xu"):
    """Staff take back that they cancelled an order."""

    order_id: int


class StartReturn(ActionBase, frozen=True, tag="xr"):
    """Goods of a delivered order are brought back: asks which, and how they are."""

    order_id: int


class ListToInspect(ActionBase, frozen=True, tag="xl"):
    """What came back and is to be looked at, the oldest first."""

    page: int = 0


class ShowToInspect(ActionBase, frozen=True, tag="xi"):
    """One entry of what is to be looked at."""

    returned_id: int


class InspectAll(ActionBase, frozen=True, tag="xa"):
    """All pieces of an entry are that: shelf, unsellable or missing."""

    returned_id: int
    fate: str


class StartInspect(ActionBase, frozen=True, tag="xs"):
    """Some pieces of an entry are on sale again and others are not: asks how many."""

    returned_id: int


class ShowTeam(ActionBase, frozen=True, tag="t"):
    """Who works here, and the invitations to a role; `anew` as a message of its own."""

    anew: bool = False


class InviteStaff(ActionBase, frozen=True, tag="ti"):
    """Make a one-time invitation to a role."""

    role: str


class ShowUnsent(ActionBase, frozen=True, tag="u"):
    """The messages that could not be sent."""

    page: int = 0


class ListHolders(ActionBase, frozen=True, tag="tp"):
    """Who holds a role."""

    role: str
    page: int = 0


class TakeRole(ActionBase, frozen=True, tag="t-"):
    """Take a role away from a person."""

    role: str
    person_id: int
    sure: bool = False


class ListInvitations(ActionBase, frozen=True, tag="tl"):
    """The invitations to roles that nobody has used yet."""

    page: int = 0


class WithdrawInvitation(ActionBase, frozen=True, tag="tx"):
    """Take an invitation to a role back."""

    invitation_id: int
    sure: bool = False


class ListMembers(ActionBase, frozen=True, tag="fk"):
    """Who answers for a brand."""

    family_id: int
    page: int = 0


class RemoveMember(ActionBase, frozen=True, tag="f-"):
    """Let a person answer for a brand no more."""

    family_id: int
    person_id: int
    sure: bool = False


class ListFamilyInvitations(ActionBase, frozen=True, tag="fj"):
    """The invitations to a brand that nobody has used yet."""

    family_id: int
    page: int = 0


class WithdrawFamilyInvitation(ActionBase, frozen=True, tag="fx"):
    """Take an invitation to a brand back."""

    invitation_id: int
    sure: bool = False


class FindOrder(ActionBase, frozen=True, tag="df"):
    """`/deliveries <number>`: the order of that number."""

    number: str


class FindOrders(ActionBase, frozen=True, tag="dy"):
    """The orders for that phone or name, as it was typed."""

    words: str


class AskOrder(ActionBase, frozen=True, tag="dq"):
    """Find an order: asks for its number, a phone or a name."""


class RenameFamily(ActionBase, frozen=True, tag="fr"):
    """Change a brand's names."""

    family_id: int


class ChangeBazaar(ActionBase, frozen=True, tag="bx"):
    """Change one part (name, place, pin) of a bazaar."""

    bazaar_id: int
    part: str


class AddOption(ActionBase, frozen=True, tag="m+"):
    """Add an option to a product."""

    product_id: int


class PassFounding(ActionBase, frozen=True, tag="tf"):
    """The founder hands over to a manager (0: asks to whom, or takes the offer back if `sure`)."""

    person_id: int = 0
    sure: bool = False


class TakeOnFounding(ActionBase, frozen=True, tag="ta"):
    """Be the founder from now on, as the one of before has offered."""

    sure: bool = False


class WithdrawOption(ActionBase, frozen=True, tag="m-"):
    """Take an option of a product off sale (0: asks which one)."""

    product_id: int
    option_id: int = 0
    sure: bool = False


class StartPartRefused(ActionBase, frozen=True, tag="dp"):
    """A part was refused at the door: asks which lines and pieces come back, and how they are."""

    order_id: int


class StartNewWindow(ActionBase, frozen=True, tag="dw"):
    """The desk chooses another window for an order that came back."""

    order_id: int


class StartNewAddress(ActionBase, frozen=True, tag="da"):
    """The desk writes down the right address of an order that came back."""

    order_id: int


class ListQuestions(ActionBase, frozen=True, tag="ql"):
    """A list of the inbox: open, mine or answered."""

    shelf: str = "open"
    page: int = 0


class ShowQuestion(ActionBase, frozen=True, tag="qo"):
    """One question with its messages; from page 1 on, earlier ones."""

    question_id: int
    page: int = 0


class ShowSent(ActionBase, frozen=True, tag="qm"):
    """The photo or the voice note of a message."""

    message_id: int


class TakeQuestion(ActionBase, frozen=True, tag="qt"):
    """See to a question, or (not `on`) leave it to the others again."""

    question_id: int
    on: bool = True


class AnswerQuestion(ActionBase, frozen=True, tag="qr"):
    """Answer a question as it was read at that version: asks for the words."""

    question_id: int
    version: int


class CloseQuestion(ActionBase, frozen=True, tag="qx"):
    """A question needs no answer, as it was read at that version."""

    question_id: int
    version: int


StaffAction = (
    ShowDesk
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
    | ChangeWishes
    | HideProduct
    | ListDeliveries
    | ShowPicking
    | ManageOrder
    | ManageAccount
    | LimitAccount
    | ReleaseOrder
    | MoveOrder
    | MoveMany
    | StartConfirm
    | ConfirmByCommand
    | StartNotDelivered
    | StartOnBehalf
    | EndOnBehalf
    | StartStrike
    | StartStaffCancel
    | UndoCancel
    | StartReturn
    | ListToInspect
    | ShowToInspect
    | InspectAll
    | StartInspect
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
    | FindOrders
    | AskOrder
    | RenameFamily
    | ChangeBazaar
    | AddOption
    | WithdrawOption
    | StartPartRefused
    | StartNewWindow
    | StartNewAddress
    | ListQuestions
    | ShowQuestion
    | ShowSent
    | TakeQuestion
    | AnswerQuestion
    | CloseQuestion
    | PassFounding
    | TakeOnFounding
)
