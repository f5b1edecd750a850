"""An order is placed: the buttons of its questions, which stay in the chat, are about it then."""

from handlers.dialog.actions.asked import Leave, Pick
from handlers.dialog.actions.customer import CancelOrder, ShowOrder
from handlers.dialog.speech import Choice
from handlers.dialog.turns import Turns
from tests.handlers.customer.buying import WORDS, buy, orders, to_summary, with_cart
from tests.handlers.talk import Talk, pressable
from tests.support.clock import HandClock
from tests.support.words import label, word


async def with_old_summary(turns: Turns, oud: int) -> tuple[Talk, int]:
    """Who has placed her order by the second of two summaries; where the first one stands."""
    talk = await with_cart(turns, oud)
    await to_summary(talk)
    at = len(talk.screen) - 1
    await talk.says("/cart")
    await talk.presses(WORDS["ar"]["checkout"])
    await talk.presses(WORDS["ar"]["place"])
    return talk, at


def button(talk: Talk, at: int, kind: type) -> Choice:
    """A button of that kind of the message at that place."""
    return next(each for each in pressable(talk.screen[at]) if isinstance(each.action, kind))


async def test_cancel_of_an_older_summary_is_about_the_order(turns: Turns, oud: int) -> None:
    talk, at = await with_old_summary(turns, oud)
    (order,) = await orders(turns)
    await talk.presses_on(at, button(talk, at, Leave), talk.screen[at])
    assert talk.offered(CancelOrder) == [CancelOrder(order.id, sure=True)]
    assert order.number in talk.text
    assert word("nothing-to-cancel") not in talk.text
    assert not any(isinstance(each.action, Leave) for each in pressable(talk.screen[at]))
    assert [each.state for each in await orders(turns)] == ["placed"]


async def test_another_button_of_an_older_summary_shows_the_order(turns: Turns, oud: int) -> None:
    talk, at = await with_old_summary(turns, oud)
    (order,) = await orders(turns)
    await talk.presses_on(at, button(talk, at, Pick), talk.screen[at])
    assert talk.notice == word("button-is-old")
    assert order.number in talk.text
    assert not any(isinstance(each.action, Pick) for each in pressable(talk.screen[at]))


async def test_placing_by_an_older_summary_shows_the_one_order(turns: Turns, oud: int) -> None:
    talk, at = await with_old_summary(turns, oud)
    place = next(each for each in pressable(talk.screen[at]) if "تأكيد" in talk.reads(each.label))
    await talk.presses_on(at, place, talk.screen[at])
    assert talk.offered(ShowOrder)
    assert len(await orders(turns)) == 1


async def test_later_on_there_is_nothing_to_cancel(
    turns: Turns, oud: int, clock: HandClock
) -> None:
    talk = await with_cart(turns, oud)
    await buy(talk)
    clock.advance(minutes=16)
    await talk.says("/cancel")
    assert word("nothing-to-cancel") in talk.text
    assert label("order-cancel-sure") not in talk.labels
