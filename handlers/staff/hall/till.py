"""A till for everybody who has to do with it: what should be in it, and what is done next."""

from __future__ import annotations

from handlers.dialog.actions.hall import (
    AnswerTill,
    ConfirmTill,
    CountTill,
    HandTill,
    ListTills,
    ManageTill,
    MoveCash,
    ShowClosing,
    ShowTill,
    StartTill,
    TakeTill,
    WithdrawTill,
)
from handlers.dialog.actions.selling import ReturnGoods, Sell
from handlers.dialog.layout import cut, short
from handlers.dialog.router import command, view
from handlers.dialog.speech import (
    Amount,
    Card,
    Choice,
    Exact,
    Phrase,
    Reply,
    Row,
    Weight,
    When,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from handlers.staff.desk.cash_board import confirms_till
from handlers.staff.desk.desk import TO_DESK
from handlers.ui.board import board
from handlers.ui.cash_words import difference_words, name_words
from handlers.ui.order_lines import paragraphs
from models.accounting.cash_handovers import Handover, waiting_tills
from models.bazaars.bazaars import bazaar
from models.hall.editions import editions_selling
from models.hall.till_tables import TillState
from models.hall.tills import TillView, cash_in, till, till_of
from models.kernel.refusals import NotAllowed
from models.people.access import Permission
from models.people.cash_desk import is_till_other_side_gone
from models.people.team import name_of

TITLE = say("till-title")
TO_TILL = Choice(say("button-till"), ShowTill())
SELLING: Row = (Choice(say("button-sell-here"), Sell(), Weight.heavy),)
RETURNING: Row = (Choice(say("button-hall-return"), ReturnGoods()),)
TO_TILLS = Choice(say("button-tills"), ListTills())
OPENING = Choice(say("button-open-till"), StartTill(), Weight.heavy)
NAME = 40

command("sell", lambda _rest: ShowTill())


@view(ShowTill, allow=Permission.sell)
async def show_till(turn: Turn, _asked: ShowTill) -> Reply:
    """The person's till as it stands; without one, the way to open it."""
    return reply(await own_till_card(turn), in_place=True)


@view(ManageTill, allow=Permission.desk)
async def manage_till(turn: Turn, asked: ManageTill) -> Reply:
    """A till as it stands. Refuses: NotFound, NotAllowed."""
    return await as_it_stands(turn, asked.till_id)


async def as_it_stands(turn: Turn, till_id: int, notice: Phrase | None = None) -> Reply:
    """The till in the place of the pressed message. Refuses: NotFound, NotAllowed."""
    found = await till(turn.session, till_id)
    return reply(await till_card(turn, found), in_place=True, notice=notice)


async def own_till_card(turn: Turn) -> Card:
    """The card of the person's till; without one, the way to open it at an edition of today."""
    mine = await till_of(turn.session, turn.person_id)
    if mine is not None:
        return await till_card(turn, mine)
    taken: tuple[Row, ...] = tuple(
        (take_choice(each),)
        for each in await waiting_tills(turn.session)
        if each.to_id == turn.person_id
    )
    if taken or await editions_selling(turn.session, turn.now):
        return board(turn, "bazaar", TITLE, say("till-none"), *taken, (OPENING,), ways(turn))
    return board(turn, "bazaar", TITLE, say("till-no-bazaar"), ways(turn))


async def till_card(turn: Turn, found: TillView) -> Card:
    """The till with what should be in it, and what the person can do about it.

    Refuses: NotAllowed to whoever has nothing to do with it.
    """
    waits = await waiting_tills(turn.session, found.id)
    waiting = waits[0] if waits else None
    if not is_in_sight(turn, found, waiting):
        raise NotAllowed
    words = [await head_words(turn, found)]
    if waiting is not None:
        words += await waiting_words(turn, waiting)
        rows = await waiting_rows(turn, waiting)
    else:
        rows = state_rows(turn, found)
    return board(turn, "bazaar", TITLE, paragraphs(*words), *rows, ways(turn))


def ways(turn: Turn) -> Row:
    """The ways on from a till: to the desk, and to all tills for who settles cash."""
    return (TO_TILLS, TO_DESK) if settles(turn) else (TO_DESK,)


def settles(turn: Turn) -> bool:
    """Whether the person settles cash, and so sees every till."""
    return Permission.finance in turn.standing.permissions


def is_in_sight(turn: Turn, found: TillView, waiting: Handover | None) -> bool:
    """Whether the till is the person's own, is to become so, or is theirs to close."""
    to_id = None if waiting is None else waiting.to_id
    return turn.person_id in (found.person_id, to_id) or settles(turn)


async def head_words(turn: Turn, found: TillView) -> Phrase:
    """Whose till, at which edition, how many receipts; and what should be in it."""
    edition = await bazaar(turn.session, found.bazaar_id)
    return say(
        f"till-{found.state}",
        number=Exact(str(found.id)),
        name=name_words(await name_of(turn.session, found.person_id)),
        bazaar=short(edition.name_ar, edition.name_en, NAME),
        at=When(found.closed_at or found.opened_at),
        receipts=found.receipts,
        cash=Amount(await cash_in(turn.session, found.id)),
    )


async def waiting_words(turn: Turn, waiting: Handover) -> list[Phrase]:
    """What was counted, and who has still to agree."""
    words = [say("till-was-counted", amount=Amount(waiting.counted))]
    if waiting.expected != waiting.counted:
        words.append(difference_words(waiting.expected, waiting.counted, waiting.reason))
    if waiting.to_id is not None:
        name = name_words(cut(await name_of(turn.session, waiting.to_id), NAME))
        words.append(say("till-waits-for-seller", name=name))
    else:
        side = "holder" if waiting.waits_for_holder else "centre"
        words.append(say(f"till-waits-for-{side}"))
    return words


async def waiting_rows(turn: Turn, waiting: Handover) -> list[Row]:
    """Agreeing for who has still to; taking it back for the others."""
    back: Row = (Choice(say("button-withdraw-till"), WithdrawTill(waiting.id)),)
    if waiting.to_id == turn.person_id:
        wrong = Choice(say("button-wrong-count"), WithdrawTill(waiting.id))
        return [(take_choice(waiting),), (wrong,)]
    if confirms_till(turn, waiting):
        anew = Choice(say("button-count-anew"), AnswerTill(waiting.id))
        return [(confirm_choice(waiting),), (anew,)]
    gone = await is_till_other_side_gone(turn.session, waiting.person_id, turn.person_id)
    alone = gone and waiting.to_id is None
    return [(confirm_choice(waiting),), back] if alone else [back]


def confirm_choice(waiting: Handover) -> Choice:
    """The button that agrees to exactly that count."""
    label = say("button-confirm-till", amount=Amount(waiting.counted))
    return Choice(label, ConfirmTill(waiting.id), Weight.heavy)


def take_choice(waiting: Handover) -> Choice:
    """The button that takes exactly that cash over."""
    label = say("button-take-till", amount=Amount(waiting.counted))
    return Choice(label, TakeTill(waiting.id), Weight.heavy)


def state_rows(turn: Turn, found: TillView) -> list[Row]:
    """What can be done at an open till, and the closing of one that is closed."""
    if found.state == TillState.closed:
        return [(Choice(say("button-closing"), ShowClosing(found.id)),)]
    if found.person_id != turn.person_id:
        return [(Choice(say("button-count-till"), CountTill(found.id)),)]
    return [
        SELLING,
        RETURNING,
        (
            Choice(say("button-cash-in"), MoveCash()),
            Choice(say("button-cash-out"), MoveCash(out=True)),
        ),
        (Choice(say("button-hand-till"), HandTill()),),
        (Choice(say("button-close-till"), CountTill()),),
    ]
