"""What is changed of an order that was accepted: its window by the customer herself."""

from __future__ import annotations

from tests.bot.week.cast import MOVES, Cast
from tests.bot.whole.talk import presses, says
from tests.support.words import label

TUESDAY = "الثلاثاء 17 مارس · 10:00 صباحاً – 1:00 ظهراً"
MOVED = "موعد التوصيل: الثلاثاء 17 مارس، من 10:00 صباحاً"


async def she_moves_her_window(cast: Cast) -> None:
    """By the buttons of her own order it comes with all the others, and not on Thursday."""
    customer, number = cast[MOVES], cast.orders[MOVES].number
    await says(customer, number, f"طلب رقم {number}")
    await presses(customer, label("button-change-order"), "ما المطلوب تعديله؟")
    await presses(customer, label("order-choose-window"), f"متى يناسبكم توصيل الطلب رقم {number}")
    await presses(customer, TUESDAY, MOVED)
