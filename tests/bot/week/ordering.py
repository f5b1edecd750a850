"""How customers order, each in her own chat, and how the desk orders for who telephones."""

from __future__ import annotations

import re

from tests.bot.week.cast import (
    CALLER,
    CALLERS_CONTACT,
    CALLERS_PHONE,
    DESK,
    LARGE,
    LUQAIMAT,
    SMALL,
    WANTED,
    Cast,
    Placed,
    Wanted,
)
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person, ScreenMessage
from tests.fake_botapi.people import as_read
from tests.support.orders import stands_in
from tests.support.words import label, word


async def everybody_orders(cast: Cast) -> None:
    """All who write themselves, one after another."""
    for name, wanted in WANTED.items():
        if name != CALLER:
            await orders_herself(cast, name, wanted)


async def orders_herself(cast: Cast, name: str, wanted: Wanted) -> None:
    """Somebody new comes, and orders in her own chat."""
    customer = cast.comes(name)
    await customer.starts()
    await fills_her_cart(customer, wanted)
    await checks_out(customer, name, wanted)
    cast.orders[name] = await placed(customer, "سُجّل طلبكم رقم")


async def who_telephones_orders(cast: Cast) -> None:
    """The desk orders for her, and reads her the code once: no later screen shows it."""
    desk = cast[DESK]
    await says(desk, "/desk", label("button-on-behalf"))
    await presses(desk, label("button-on-behalf"), word("on-behalf-ask-phone"))
    await says(desk, CALLERS_PHONE, word("on-behalf-ask-name"))
    await says(desk, CALLER, "طلب نيابة عن أم خالد")
    await fills_her_cart(desk, WANTED[CALLER])
    await presses(desk, label("cart-checkout"), word("checkout-ask-emirate"))
    await tells_where(desk, WANTED[CALLER])
    cast.orders[CALLER] = order = await placed(desk, "نيابة عن أم خالد")
    card = await says(desk, order.number, f"طلب {order.number} –")
    assert card.contains("طلب بالهاتف")
    assert card.contains(DESK)
    assert not stands_in(as_read(card.words), order.code)


async def who_telephoned_comes(cast: Cast) -> None:
    """She opens the chat after all, proves her number, and finds what she ordered by it."""
    customer = cast.comes(CALLER, CALLERS_CONTACT)
    await customer.starts()
    await says(customer, "/orders", label("button-claim"))
    await presses(customer, label("button-claim"), word("claim-ask-phone")[:20])
    await customer.shares_contact()
    await customer.sees("أُضيف طلب هاتفي واحد إلى طلباتكم")
    order = cast.orders[CALLER]
    mine = await says(customer, order.number, f"طلب رقم {order.number}")
    assert mine.contains(f"المبلغ المدفوع: {order.total}")


async def fills_her_cart(who: Person, wanted: Wanted) -> None:
    """Each thing is found by its name, and put into the cart as often as it is wanted."""
    for thing, count in wanted.things.items():
        name = LUQAIMAT if thing in (SMALL, LARGE) else thing
        await says(who, name, "نتائج البحث")
        card = await presses(who, name, "السعر:")
        if name == LUQAIMAT and not card.contains(f"الخيار: {thing}"):
            await presses(who, thing, f"الخيار: {thing}")
        await presses(who, word("product-add"), "في السلة: 1")
        for at in range(2, count + 1):
            await presses(who, word("product-more"), f"في السلة: {at}")
    await says(who, "/cart", label("cart-checkout"))


async def checks_out(customer: Person, name: str, wanted: Wanted) -> None:
    """She says who she is and where; her number is shared by the key that asks for it."""
    await presses(customer, label("cart-checkout"), word("checkout-ask-name")[:20])
    await says(customer, name, "رقم هاتف المستلم")
    await customer.shares_contact()
    await customer.sees(word("checkout-ask-emirate"))
    await tells_where(customer, wanted)
    if wanted.when:
        await presses(customer, label("checkout-change-time"), wanted.when)
        await presses(customer, wanted.when, word("checkout-summary"))


async def tells_where(who: Person, wanted: Wanted) -> None:
    """The place in words, and nothing to add for the courier; the summary is on the screen."""
    await presses(who, word(f"emirate-{wanted.emirate}"), "المنطقة أو الضاحية")
    await says(who, wanted.area, "ما العنوان؟")
    await says(who, "شارع 5، فيلا 12", "ملاحظة للمندوب")
    await presses(who, word("button-skip"), word("checkout-summary"))


async def placed(who: Person, told: str) -> Placed:
    """The order that she confirms, as the answer tells of it."""
    summary = await who.sees(label("checkout-place-order"))
    receipt = await presses(who, label("checkout-place-order"), told)
    return Placed(
        read(r"رقم (\d{6})", receipt),
        read(r"رمز التسليم: (\d{4})", receipt),
        read(r"الإجمالي: ([\d.,]+ د\.إ)", summary),
    )


def read(pattern: str, shown: ScreenMessage) -> str:
    """What stands at that place of the message."""
    found = re.search(pattern, as_read(shown.words))
    assert found is not None, f"no {pattern} in {shown}"
    return found[1]


async def a_question_is_asked(customer: Person, words: str) -> None:
    """What she writes is no thing of the shop, and goes to the team by one button."""
    await says(customer, words, word("button-send-to-team"))
    await presses(customer, word("button-send-to-team"), "وصلت الرسالة إلى الفريق")


async def a_question_is_answered(desk: Person, words: str) -> None:
    """The desk hears of the question, opens it from the notice and writes the answer."""
    news = await desk.sees("رسالة جديدة تنتظر الرد")
    await presses(desk, word("inbox-open-question"), word("button-answer"), on=news)
    await presses(desk, word("button-answer"), "يُرجى كتابة الرد")
    await says(desk, words, word("inbox-answer-sent"))
