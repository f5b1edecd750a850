"""What is changed of accepted orders: a window by its customer, an address by the desk."""

from __future__ import annotations

from tests.bot.week.cast import DESK, MOVES, STAYS_ELSEWHERE, Cast
from tests.bot.whole.talk import presses, says
from tests.support.words import label, word

TUESDAY = "الثلاثاء 17 مارس · 10:00 صباحاً – 1:00 ظهراً"
MOVED = "موعد التوصيل: الثلاثاء 17 مارس، من 10:00 صباحاً"


async def she_moves_her_window(cast: Cast) -> None:
    """By the buttons of her own order it comes with all the others, and not on Thursday."""
    customer, number = cast[MOVES], cast.orders[MOVES].number
    await says(customer, number, f"طلب رقم {number}")
    await presses(customer, label("button-change-order"), "ما المطلوب تعديله؟")
    await presses(customer, label("order-choose-window"), f"متى يناسبكم توصيل الطلب رقم {number}")
    await presses(customer, TUESDAY, MOVED)


async def the_desk_changes_her_address(cast: Cast) -> None:
    """She rings to say where she stays on Tuesday: the fee follows, and she reads the new sum."""
    desk, order = cast[DESK], cast.orders[STAYS_ELSEWHERE]
    await says(desk, order.number, f"طلب {order.number} –")
    await presses(desk, label("button-change-order"), "ما المطلوب تعديله؟")
    await presses(desk, label("change-part-place"), "إلى أين يكون التوصيل؟")
    await presses(desk, word("emirate-umm-al-quwain"), "المنطقة أو الضاحية")
    await says(desk, "فلج المعلا", "ما العنوان؟")
    await says(desk, "شارع 3، فيلا 8", "رسوم التوصيل: 25 د.إ، وكانت 35 د.إ")
    await presses(desk, "تعديل الطلب · 165 د.إ", word("change-done"))
    told = await cast[STAYS_ELSEWHERE].sees(f"صُحّح عنوان طلبكم رقم {order.number}")
    order.total = "165 د.إ"
    assert told.contains(f"المبلغ عند الاستلام الآن: {order.total}")
