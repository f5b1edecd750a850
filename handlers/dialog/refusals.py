"""Refusals in words: what was wrong, and the way on. The one place that does it."""

from __future__ import annotations

from handlers.dialog import layout as ways
from handlers.dialog import main_menu as menu
from handlers.dialog.forms import FLOWS, Busy, waiting
from handlers.dialog.speech import Amount, Card, Day, Exact, Phrase, Reply, Row, Trouble, say
from handlers.dialog.turn import Turn
from models.kernel import refusals as errors
from models.people.access import Permission

TROUBLE: dict[Trouble, Phrase] = {trouble: say(f"trouble-{trouble.value}") for trouble in Trouble}
CART: Row = (ways.CART,)
HOME: Row = (ways.HOME,)
ORDERS: Row = (menu.ORDERS,)
HELP: Row = (menu.HELP,)


async def word_refusal(turn: Turn, refusal: errors.Refusal) -> Reply:
    """The refusal in words with a way on; the question that waits is asked again beneath."""
    card = Card(text=phrase_of(refusal), choices=ways_on(turn, refusal))
    state = waiting(turn)
    if state is None:
        return Reply(cards=(card,))
    question = await FLOWS[type(state)].card(turn, state)
    return Reply(cards=(Card(text=card.text), question))


def phrase_of(refusal: errors.Refusal) -> Phrase:
    """The words for why something was refused."""
    match refusal:
        case errors.OutOfStock(left=0):
            return say("refused-sold-out")
        case errors.OutOfStock(left=left):
            return say("refused-few-left", left=left)
        case errors.TooMany(most=most):
            return say("refused-too-many", most=most)
        case errors.MoreThanADay(most=most):
            return say("refused-more-than-a-day", most=most)
        case errors.MakingFull(day=day):
            return say("refused-making-full", day=Day(day))
        case errors.WrongState(state=state):
            return say("refused-wrong-state", state=say(f"state-{state}"))
        case errors.WrongCode(left=left):
            return say("refused-wrong-code", left=left)
        case errors.ReasonNeeded(total=total):
            return say("refused-reason-needed", total=Amount(total))
        case errors.AlreadyThere(what="day"):
            return say("bazaars-overlaps")
        case _:
            return PLAIN.get(type(refusal), UNKNOWN)


UNKNOWN = say("refused-not-possible")
PLAIN: dict[type[errors.Refusal], Phrase] = {
    errors.NotAllowed: say("refused-not-allowed"),
    errors.NotFound: say("refused-not-found"),
    errors.NotOnSale: say("refused-not-on-sale"),
    errors.CartIsEmpty: say("refused-cart-empty"),
    errors.PricesChanged: say("refused-prices-changed"),
    errors.NoWindow: say("refused-no-window"),
    errors.TooLateToCancel: say("refused-too-late"),
    errors.CodeLocked: say("refused-code-locked"),
    errors.CodesBarred: say("refused-codes-barred"),
    errors.CodeNotLocked: say("refused-code-not-locked"),
    errors.LastLine: say("refused-last-line"),
    errors.InvitationSpent: say("refused-invitation-spent"),
    errors.LastOption: say("refused-last-option"),
    errors.LastManager: say("refused-last-manager"),
    errors.OwnInvitation: say("refused-own-invitation"),
    errors.AlreadyThere: say("refused-already-there"),
    Busy: say("refused-busy"),
}


def ways_on(turn: Turn, refusal: errors.Refusal) -> tuple[Row, ...]:
    """Where a person can go from here; staff to the desk, unless it is about an order of theirs."""
    match refusal:
        case (
            errors.OutOfStock()
            | errors.NotOnSale()
            | errors.MakingFull()
            | errors.TooMany()
            | errors.MoreThanADay()
            | errors.PricesChanged()
        ):
            return (CART, HOME)
        case errors.TooLateToCancel() | errors.WrongState():
            return (ORDERS, HELP)
        case _ if Permission.desk in turn.standing.permissions:
            return (menu.DESK, HOME)
        case errors.InvitationSpent() | errors.NotAllowed():
            return (HOME, HELP)
        case _:
            return (HOME,)


def apology(reference: str) -> Reply:
    """The answer to a defect of ours: nothing was changed, and a reference to name."""
    text = say("apology", reference=Exact(reference))
    return Reply(cards=(Card(text=text, choices=(HOME, HELP)),))


NOT_SHOWN = Reply(cards=(Card(text=say("reply-not-shown"), choices=(CART, ORDERS, HOME)),))
"""In the place of an answer that cannot be shown: what it would have told may well be done."""
