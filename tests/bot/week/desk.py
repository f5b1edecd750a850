"""What the desk does in the week: many orders at once, runs, what came back, and the cash."""

from __future__ import annotations

from collections.abc import Iterable

from tests.bot.week.cast import CALLERS_PHONE, DESK, MANAGER, WANTED, Cast
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person
from tests.support.words import label, word


async def all_move_on(
    cast: Cast, waiting: str, to: str, done: str, names: Iterable[str] = WANTED
) -> int:
    """All orders of a state are moved on together; with how many taps that was done.

    The orders of these names are shown before.
    """
    desk, before = cast[DESK], cast.taps_of(DESK)
    await says(desk, "/desk", waiting)
    await presses(desk, waiting, label(f"button-all-{to}"))
    asked = await presses(desk, label(f"button-all-{to}"), label("many-sure"))
    assert all(asked.contains(cast.orders[name].number) for name in names)
    await presses(desk, label("many-sure"), done)
    return cast.taps_of(DESK) - before


async def plans_one_run(desk: Person, courier: str, count: int) -> None:
    """All that is packed is put into the run that the bot suggests."""
    await says(desk, "/desk", label("button-runs"))
    await presses(desk, label("button-runs"), "توزيع")
    await presses(desk, "توزيع", f"{courier} ({count})")
    await presses(desk, label("plan-sure"), word("plan-made"))


async def finds_by_phone(cast: Cast, number: str) -> int:
    """The desk is asked about an order by who has only her phone; how many taps it took."""
    before = cast.taps_of(DESK)
    await says(cast[DESK], CALLERS_PHONE, f"طلب {number} –")
    return cast.taps_of(DESK) - before


async def passes_the_run_on(cast: Cast, courier: str, to: str) -> int:
    """A run goes to another courier; the taps are those from the run on."""
    desk = cast[DESK]
    await says(desk, "/desk", label("button-runs"))
    await presses(desk, label("button-runs"), courier)
    await presses(desk, f"{courier} (", f"جولة {courier}")
    before = cast.taps_of(DESK)
    await presses(desk, label("button-pass-run"), "إلى من تُسلَّم الجولة؟")
    await presses(desk, to, f"جولة {to}")
    return cast.taps_of(DESK) - before


async def looks_at_what_came_back(desk: Person, number: str, fate: str, pieces: int) -> None:
    """Each thing of that order is what the desk says it is, and is on the list no more."""
    await says(desk, "/desk", "بانتظار الفحص")
    await presses(desk, "بانتظار الفحص", word("button-desk"))
    for _ in range(pieces):
        await presses(desk, f"· {number}", "ما حالها؟")
        await presses(desk, label(f"button-inspect-{fate}"), word("inspecting-title"))


async def corrects_the_cash(chief: Person, number: str, amount: str) -> None:
    """The finance finds the difference on its desk, and books what was really paid."""
    await says(chief, "/desk", "فرق نقد واحد لم يُسوَّ")
    await presses(chief, "فروق النقد (1)", "فرق واحد ينتظر التسوية")
    await presses(chief, f"طلب {number}", word("difference-ask"))
    await presses(chief, word("button-correct-cash"), f"المبلغ المطلوب {amount}")
    await presses(chief, f"المبلغ كاملاً: {amount}", "ما سبب التصحيح؟")
    await says(chief, "كُتب 0 سهواً", f"صُحّح المبلغ: {amount} بدلاً من 0 د.إ")


async def names_her_cash(courier: Person, desk: Person, amount: str) -> None:
    """The courier names what she hands over, and the desk agrees by the button of its notice."""
    await says(courier, "/desk", f"النقد في عهدتكم: {amount}")
    await presses(courier, word("button-my-day"), label("button-hand-cash"))
    await presses(courier, label("button-hand-cash"), f"المبلغ المتوقع: {amount}")
    await presses(courier, f"المبلغ كاملاً: {amount}", word("handover-waits-for-desk"))
    asked = await desk.sees(f"مبلغ {amount}")
    await presses(desk, f"تأكيد: {amount}", f"سُلّم النقد: {amount}", on=asked)


async def counts_the_cash_of(desk: Person, courier: Person, name: str, amount: str) -> None:
    """The desk names what it counted, and whose purse it is agrees."""
    await says(desk, "/desk", word("button-purses"))
    await presses(desk, word("button-purses"), f"{name} · {amount}")
    await presses(desk, f"{name} · {amount}", label("button-hand-cash"))
    await presses(desk, label("button-hand-cash"), f"المبلغ المتوقع: {amount}")
    await presses(desk, f"المبلغ كاملاً: {amount}", word("handover-waits-for-courier"))
    asked = await courier.sees(f"المبلغ المعدود في المركز من عهدتكم {amount}")
    await presses(courier, f"تأكيد: {amount}", f"سُلّم النقد: {amount}", on=asked)


async def nothing_waits(cast: Cast) -> None:
    """Neither orders nor goods nor cash stand on the desk of who sees all of it."""
    board = await says(cast[MANAGER], "/desk", word("desk-title"))
    assert board.contains(word("desk-nothing-waits")), board
