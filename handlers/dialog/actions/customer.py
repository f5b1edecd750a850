"""What a customer, or anyone, can press."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from handlers.dialog.actions.base import ActionBase

Line = Annotated[int, Meta(ge=0, lt=2**31)]
"""The number of a cart's line; PostgreSQL compares its column with no larger one."""


class ShowHome(ActionBase, frozen=True, tag="h"):
    """The five packages and the ways on."""


class ShowPackage(ActionBase, frozen=True, tag="k"):
    """A page of a package's shelf; `audience` narrows it, empty for all."""

    package: str
    audience: str = ""
    page: int = 0


class ShowBrand(ActionBase, frozen=True, tag="kb"):
    """A page of the shelf of what a family offers."""

    family_id: int
    page: int = 0


class ChooseAudience(ActionBase, frozen=True, tag="ka"):
    """For whom a package has something; the way back leads to the shelf and page it came from."""

    package: str
    audience: str = ""
    shelf_page: int = 0


ASKED_FOR = -1
"""In the place of an option: one of several is to be chosen before the thing can be added."""


class ShowProduct(ActionBase, frozen=True, tag="p"):
    """A product's card, with one of its options chosen (0: none where there are several).

    It was opened from page `shelf_page` of a shelf: of the search for the words `sought`, where
    there are any; else `shelf` is `brand` for its family's, an audience for its package's that is
    narrowed to it, and empty for the whole package's. `photo` is the place of the photo that is
    shown, from 0.
    """

    product_id: int
    option_id: int = 0
    shelf: str = ""
    sought: str = ""
    shelf_page: int = 0
    photo: int = 0


class Neighbour(ActionBase, frozen=True, tag="n"):
    """The next product of a package: only on cards that were sent before packages had shelves."""

    product_id: int
    step: int
    package: str = ""
    audience: str = ""
    sought: str = ""
    sought_page: int = 0


class AskSearch(ActionBase, frozen=True, tag="s"):
    """How to search."""


class SearchFor(ActionBase, frozen=True, tag="sf"):
    """Search results from the page on; the words are cut to fit.

    `typed` is the minute (since 1970) in which exactly these words were typed outside a question,
    so that they can be handed to the centre; 0 where they were not.
    """

    words: str
    page: int = 0
    typed: int = 0


class SetQuantity(ActionBase, frozen=True, tag="q"):
    """So many of an option in the cart (0 removes it).

    `on_card`: the product card shows it, and was opened from a shelf as `ShowProduct` says.
    """

    option_id: int
    quantity: int
    on_card: bool = False
    shelf: str = ""
    sought: str = ""
    shelf_page: int = 0
    photo: int = 0


class SetLine(ActionBase, frozen=True, tag="sl"):
    """So many of an option in a line of the cart, where several wishes have a line each."""

    option_id: int
    line: Line
    quantity: int


class AskWish(ActionBase, frozen=True, tag="w"):
    """Ask for the wish of a line of the cart: the option, and the line's number."""

    option_id: int
    line: Line = 0


class DropWish(ActionBase, frozen=True, tag="w-"):
    """Take the wish of a line of the cart away."""

    option_id: int
    line: Line = 0


class WishAnother(ActionBase, frozen=True, tag="w+"):
    """One more of the option, with another wish."""

    option_id: int


class ShowCart(ActionBase, frozen=True, tag="c"):
    """The cart as it is now."""

    page: int = 0


class EmptyCart(ActionBase, frozen=True, tag="ce"):
    """Take everything out of the cart; asked for once more unless `sure`."""

    sure: bool = False


class ClaimOrders(ActionBase, frozen=True, tag="ot"):
    """Find what was ordered by telephone: asks for one's own number, to be shared."""


class StartCheckout(ActionBase, frozen=True, tag="co"):
    """From the cart to the order."""


class PlaceOrder(ActionBase, frozen=True, tag="po"):
    """Place the order of this checkout token at the figures whose fingerprint was shown."""

    token: str
    figures: str


class ShowOrders(ActionBase, frozen=True, tag="o"):
    """The person's orders, newest first."""

    page: int = 0


class ShowOrder(ActionBase, frozen=True, tag="od"):
    """One of the person's orders."""

    order_id: int


class CancelOrder(ActionBase, frozen=True, tag="oc"):
    """The customer cancels; asked for once more unless `sure`."""

    order_id: int
    sure: bool = False


class UndoOwnCancel(ActionBase, frozen=True, tag="ou"):
    """Take back the own cancelling of an order."""

    order_id: int


class OrderAgain(ActionBase, frozen=True, tag="oa"):
    """Put what an order held into the cart again."""

    order_id: int


class ShowReceipt(ActionBase, frozen=True, tag="or"):
    """The receipt picture of one of the person's orders."""

    order_id: int


class ShowBazaar(ActionBase, frozen=True, tag="b"):
    """The bazaar that is open or comes next (0), or a certain one, `leafed` to from another."""

    bazaar_id: int = 0
    leafed: bool = False


class BazaarMap(ActionBase, frozen=True, tag="bm"):
    """Where a bazaar is."""

    bazaar_id: int


class BazaarCalendar(ActionBase, frozen=True, tag="bc"):
    """A bazaar's openings for the calendar."""

    bazaar_id: int


class Remind(ActionBase, frozen=True, tag="br"):
    """Reminders of openings on or off."""

    on: bool
    bazaar_id: int = 0


class ShowLanguages(ActionBase, frozen=True, tag="ls"):
    """The choice of language."""


class SetLanguage(ActionBase, frozen=True, tag="l"):
    """Speak this language (ar, en) from now on."""

    language: str


class ShowSettings(ActionBase, frozen=True, tag="st"):
    """The person's own settings."""


class ShowNotices(ActionBase, frozen=True, tag="nw"):
    """How the person wants notices, by topic."""


class ChooseNotices(ActionBase, frozen=True, tag="nc"):
    """The ways to have notices of a topic."""

    topic: str


class SetNotices(ActionBase, frozen=True, tag="ns"):
    """Have notices of a topic at once (0), each hour (-1), at that hour, or not at all (-2)."""

    topic: str
    way: int
    sure: bool = False


class ShowHelp(ActionBase, frozen=True, tag="?"):
    """What the bot can do, and the centre's contact."""


class ShowAbout(ActionBase, frozen=True, tag="?a"):
    """What people ask a shop: about delivery, paying or the goods."""

    topic: str


class ShowPrivacy(ActionBase, frozen=True, tag="pv"):
    """What is kept of a person, and why."""


class AcceptInvitation(ActionBase, frozen=True, tag="i"):
    """Use a one-time invitation."""

    code: str


class ShowWindows(ActionBase, frozen=True, tag="ol"):
    """The windows that an own order can be moved to; from that one on."""

    order_id: int
    at: int = 0


class TakeWindow(ActionBase, frozen=True, tag="ow"):
    """Move an own order to the window of that stamp (ten digits)."""

    order_id: int
    stamp: str


class CorrectAddress(ActionBase, frozen=True, tag="ox"):
    """The right address of an own order that came back: asks for it."""

    order_id: int


class SendToTeam(ActionBase, frozen=True, tag="q+"):
    """Hand what was sent before, and is kept under that token, to the centre."""

    token: str


class SendWords(ActionBase, frozen=True, tag="q="):
    """Hand exactly these words to the centre, unless they were since `typed`: a press came twice.

    `typed` is the minute (since 1970) in which they were typed.
    """

    words: str
    typed: int


class AskTeam(ActionBase, frozen=True, tag="qa"):
    """Write to the centre: about an order or a product, or more of a question; of none where 0."""

    order_id: int = 0
    product_id: int = 0
    question_id: int = 0


class ForgetQuestions(ActionBase, frozen=True, tag="qe"):
    """Erase all that was written to the centre; asked for once more unless `sure`."""

    sure: bool = False


CustomerAction = (
    ShowHome
    | ShowPackage
    | ShowBrand
    | ChooseAudience
    | ShowProduct
    | Neighbour
    | AskSearch
    | SearchFor
    | SetQuantity
    | SetLine
    | AskWish
    | DropWish
    | WishAnother
    | ShowCart
    | EmptyCart
    | ClaimOrders
    | StartCheckout
    | PlaceOrder
    | ShowOrders
    | ShowOrder
    | CancelOrder
    | UndoOwnCancel
    | OrderAgain
    | ShowReceipt
    | ShowBazaar
    | BazaarMap
    | BazaarCalendar
    | Remind
    | ShowLanguages
    | SetLanguage
    | ShowSettings
    | ShowNotices
    | ChooseNotices
    | SetNotices
    | ShowHelp
    | ShowAbout
    | ShowPrivacy
    | AcceptInvitation
    | ShowWindows
    | TakeWindow
    | CorrectAddress
    | SendToTeam
    | SendWords
    | AskTeam
    | ForgetQuestions
)
