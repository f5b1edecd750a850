"""A customer's account as managers see it: its record, and holding, blocking or freeing it."""

from __future__ import annotations

from handlers.dialog.actions.accounts import LimitAccount, ManageAccount, ReleaseOrder
from handlers.dialog.actions.privacy import ErasePerson
from handlers.dialog.layout import cut
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.orders.screen import TO_DELIVERIES, order_card
from handlers.staff.orders.trust_words import account_words
from handlers.ui.board import board
from handlers.ui.order_lines import paragraphs
from models.kernel.refusals import NotFound
from models.orders.queries import order_for_staff
from models.orders.trust import (
    customer_name,
    customer_record,
    free_account,
    limit_account,
    release_order,
)
from models.people.access import Permission
from models.people.account_limits import AccountLimit

MOST_NAME = 60
FREE = "free"


@view(ManageAccount, allow=Permission.override)
async def manage_account(turn: Turn, asked: ManageAccount) -> Reply:
    """The account's record, and what can be decided of it. Refuses: NotFound."""
    return reply(await account_card(turn, asked.person_id), in_place=True)


async def account_card(turn: Turn, person_id: int) -> Card:
    """The name, the record, what is so now, and the ways to another decision."""
    found = await customer_record(turn.session, person_id)
    kind = found.limit or FREE
    words = paragraphs(
        await whose(turn, person_id),
        account_words(found),
        say(f"account-is-{kind}"),
    )
    rows: list[Row] = [
        (Choice(say(f"button-account-{to}"), LimitAccount(person_id, to)),)
        for to in (*AccountLimit, FREE)
        if to != kind
    ]
    if Permission.team in turn.standing.permissions:
        rows.append((Choice(say("button-erase-other"), ErasePerson(person_id)),))
    ways = (TO_DELIVERIES, TO_DESK)
    return board(turn, "deliveries", say("account-title"), words, *rows, ways)


async def whose(turn: Turn, person_id: int) -> Phrase:
    """Whose account it is. Refuses: NotFound."""
    name = await customer_name(turn.session, person_id)
    return say("account", name=cut(name, MOST_NAME) or say("people-nameless"))


@step(LimitAccount, allow=Permission.override)
async def decide(turn: Turn, asked: LimitAccount) -> Reply:
    """Hold, block or free the account; holding and blocking are asked for once more.

    Refuses: NotFound, NoLimitForManagers.
    """
    if asked.kind == FREE:
        await free_account(turn.acting, asked.person_id)
    elif asked.kind not in AccountLimit.__members__:
        raise NotFound("limit")
    elif not asked.sure:
        return reply(await sure_card(turn, asked), in_place=True)
    else:
        await limit_account(turn.acting, asked.person_id, AccountLimit(asked.kind))
    card = await account_card(turn, asked.person_id)
    return reply(card, in_place=True, notice=say("account-decided"))


async def sure_card(turn: Turn, asked: LimitAccount) -> Card:
    """Asks once, of whom, and says what it means and what the person will read."""
    yes = Choice(
        say(f"button-account-{asked.kind}"), LimitAccount(asked.person_id, asked.kind, sure=True)
    )
    no = Choice(say("button-back"), ManageAccount(asked.person_id))
    person = await whose(turn, asked.person_id)
    question = paragraphs(person, say(f"account-sure-{asked.kind}"))
    return board(turn, "deliveries", say("account-title"), question, (yes,), (no,))


@step(ReleaseOrder, allow=Permission.override)
async def release(turn: Turn, asked: ReleaseOrder) -> Reply:
    """A manager's yes to an order that waits for it. Refuses: NotFound, WrongState."""
    await release_order(turn.acting, asked.order_id)
    order = await order_for_staff(turn.session, asked.order_id)
    card = await order_card(turn, order)
    return reply(card, in_place=True, notice=say("order-released"))
