"""Refusals in words: what was wrong, and the way on. The one place that does it."""

from __future__ import annotations

from handlers.dialog import layout, main_menu
from handlers.dialog.actions.hall import ShowTill
from handlers.dialog.contact import with_contact
from handlers.dialog.forms import FLOWS, open_question
from handlers.dialog.order_states import state_of_any
from handlers.dialog.speech import (
    Amount,
    Card,
    Choice,
    Day,
    Exact,
    Phrase,
    Reply,
    Row,
    Trouble,
    say,
)
from handlers.dialog.turn import Turn
from models.hall import refusals as hall
from models.kernel import refusals
from models.kernel.money import Money
from models.people.access import Permission

TROUBLE: dict[Trouble, Phrase] = {trouble: say(f"trouble-{trouble.value}") for trouble in Trouble}
CART: Row = (layout.CART,)
HOME: Row = (layout.HOME,)
ORDERS: Row = (main_menu.ORDERS,)
HELP: Row = (main_menu.HELP,)
TEAM: Row = (main_menu.TEAM,)


async def word_refusal(turn: Turn, refusal: refusals.Refusal) -> Reply:
    """The refusal in words with a way on; the question that waits is asked again beneath."""
    text = phrase_of(refusal)
    if isinstance(refusal, refusals.TooMuchOpen | refusals.AccountBlocked):
        text = with_contact(text, turn.terms)
    card = Card(text=text, choices=ways_on(turn, refusal))
    state = open_question(turn)
    if state is None:
        return Reply(cards=(card,))
    question = await FLOWS[type(state)].card(turn, state)
    return Reply(cards=(Card(text=card.text), question))


def phrase_of(refusal: refusals.Refusal) -> Phrase:
    """The words for why something was refused."""
    match refusal:
        case refusals.OutOfStock(left=0):
            return say("refused-sold-out")
        case refusals.OutOfStock(left=left):
            return say("refused-few-left", left=left)
        case refusals.TooManyKept(most=most):
            return say("refused-too-many-kept", most=most)
        case refusals.TooMany(most=most):
            return say("refused-too-many", most=most)
        case refusals.MoreThanADay(most=most):
            return say("refused-more-than-a-day", most=most)
        case refusals.MakingFull(day=day):
            return say("refused-making-full", day=Day(day))
        case refusals.TooSoonToMake(first=first):
            return say("refused-too-soon-to-make", day=Day(first))
        case refusals.TooManyMessages(most=most):
            return say("refused-too-many-messages", most=most)
        case refusals.TooManyQuestions(most=most):
            return say("refused-too-many-questions", most=most)
        case refusals.TakenAlready(state=state):
            return say("inbox-stands", state=say(f"inbox-state-{state}"))
        case refusals.WrongState(state=state):
            return say("refused-wrong-state", state=state_of_any(state))
        case refusals.WrongCode(left=left):
            return say("refused-wrong-code", left=left)
        case refusals.ReasonNeeded(total=total):
            return say("refused-reason-needed", total=Amount(total))
        case refusals.WishNotTaken(most=0):
            return say("refused-no-wish")
        case refusals.WishNotTaken(most=most):
            return say("question-too-long", most=most)
        case refusals.TooMuchOpen(what=what, most=most):
            limit = Amount(most) if isinstance(most, Money) else str(most)
            return say(f"refused-open-{what}", most=limit)
        case hall.NoteAnswered(state=state):
            return say("refused-note-answered", state=say(f"note-state-{state}"))
        case hall.TooManyOffers(most=most):
            return say("refused-too-many-offers", most=str(most))
        case refusals.AlreadyThere(what="day"):
            return say("bazaars-overlaps")
        case hall.NotInTill(held=held):
            return say("refused-not-in-till", held=Amount(held))
        case hall.TillMoved(expected=expected):
            return say("refused-till-moved", expected=Amount(expected))
        case hall.TooLittleGiven(due=due):
            return say("refused-too-little-given", due=Amount(due))
        case hall.SaleChanged(total=total):
            return say("refused-sale-changed", total=Amount(total))
        case hall.ReturnedAlready(left=left):
            return say("refused-returned-already", left=left)
        case _:
            return PLAIN.get(type(refusal), UNKNOWN)


UNKNOWN = say("refused-not-possible")
PLAIN: dict[type[refusals.Refusal], Phrase] = {
    refusals.MovedOn: say("inbox-more-was-said"),
    refusals.NotAllowed: say("refused-not-allowed"),
    refusals.NotFound: say("refused-not-found"),
    refusals.NotOnSale: say("refused-not-on-sale"),
    refusals.StillHeld: say("refused-still-held"),
    refusals.CartIsEmpty: say("refused-cart-empty"),
    refusals.PricesChanged: say("refused-prices-changed"),
    refusals.NoWindow: say("refused-no-window"),
    refusals.AccountBlocked: say("refused-account-blocked"),
    refusals.OnHold: say("refused-on-hold"),
    refusals.NoLimitForManagers: say("refused-no-limit"),
    refusals.TooLateToCancel: say("refused-too-late"),
    refusals.NoWindowThere: say("refused-no-window-there"),
    refusals.ContentsChanged: say("deliveries-holds-other-things"),
    refusals.TooLateToChange: say("refused-too-late-to-change"),
    refusals.CodeLocked: say("refused-code-locked"),
    refusals.CodesBarred: say("refused-codes-barred"),
    refusals.CodeSentTooOften: say("refused-code-sent-too-often"),
    refusals.SameAmount: say("refused-same-amount"),
    refusals.AlreadySettled: say("refused-already-settled"),
    refusals.HandoverOver: say("refused-handover-over"),
    refusals.HandoverWaits: say("refused-handover-waits"),
    refusals.AlreadyInspected: say("refused-already-inspected"),
    refusals.TooLateToUndo: say("undo-too-late"),
    refusals.TooLateToReturn: say("refused-too-late-to-return"),
    refusals.ReturnedMeanwhile: say("returning-changed"),
    refusals.OrderedAlready: say("refused-ordered-already"),
    refusals.SalesMovedOn: say("refused-sales-moved-on"),
    refusals.LastLine: say("refused-last-line"),
    refusals.InvitationSpent: say("refused-invitation-spent"),
    refusals.LastOption: say("refused-last-option"),
    refusals.LastManager: say("refused-last-manager"),
    refusals.FounderStays: say("refused-founder-stays"),
    refusals.OwnInvitation: say("refused-own-invitation"),
    refusals.AlreadyThere: say("refused-already-there"),
    hall.NoOpenTill: say("refused-no-open-till"),
    hall.TillIsOpen: say("refused-till-is-open"),
    hall.MadeToOrder: say("refused-made-to-order"),
    hall.TooLateToVoid: say("refused-too-late-to-void"),
    hall.OfferAnswered: say("refused-offer-answered"),
}


def ways_on(turn: Turn, refusal: refusals.Refusal) -> tuple[Row, ...]:
    """Where a person can go from here; staff to the desk, unless it is about an order of theirs."""
    match refusal:
        case (
            refusals.OutOfStock()
            | refusals.NotOnSale()
            | refusals.MakingFull()
            | refusals.TooMany()
            | refusals.MoreThanADay()
            | refusals.PricesChanged()
            | refusals.WishNotTaken()
        ):
            return (CART, HOME)
        case refusals.TooMuchOpen() | refusals.AccountBlocked():
            return (ORDERS, CART, TEAM, HELP)
        case refusals.TooLateToCancel() | refusals.TooLateToChange() | refusals.WrongState():
            return (ORDERS, TEAM, HELP)
        case hall.NoOpenTill() | hall.TillIsOpen() | hall.NotInTill() | hall.TillMoved():
            return ((Choice(say("button-till"), ShowTill()),), main_menu.DESK, HOME)
        case _ if Permission.desk in turn.standing.permissions:
            return (main_menu.DESK, HOME)
        case refusals.InvitationSpent():
            return (TEAM, HOME, HELP)
        case refusals.NotAllowed():
            return (HOME, HELP)
        case _:
            return (HOME,)


def apology(reference: str) -> Reply:
    """The answer to a defect of ours: nothing was changed, and a reference to name."""
    text = say("apology", reference=Exact(reference))
    return Reply(cards=(Card(text=text, choices=(TEAM, HOME, HELP)),))


NOT_SHOWN = Reply(cards=(Card(text=say("reply-not-shown"), choices=(CART, ORDERS, HOME)),))
"""In the place of an answer that cannot be shown: what it would have told may well be done."""
