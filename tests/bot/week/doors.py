"""A courier's way: the run is taken out, and at each door something else happens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping

from tests.bot.week.cast import Cast, Placed
from tests.bot.week.ordering import read
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person, ScreenMessage
from tests.support.words import label, word

Door = Callable[[Person, ScreenMessage, Placed], Awaitable[None]]
STOP = "المحطة 1 من"


async def takes_the_run(cast: Cast, name: str, count: int) -> int:
    """All of the run goes out, and the first stop is on the screen; how many taps it took."""
    courier, before = cast[name], cast.taps_of(name)
    await says(courier, "/desk", label("button-my-run"))
    await presses(courier, label("button-my-run"), f"بقيت {count} محطة")
    await presses(courier, "استلام الجولة", STOP)
    return cast.taps_of(name) - before


async def goes_from_door_to_door(
    cast: Cast, name: str, stops: Iterable[str], doors: Mapping[str, Door]
) -> None:
    """At each stop, which comes by itself, what `doors` says; without that she is just paid."""
    courier = cast[name]
    for expected in stops:
        stop = await courier.sees(STOP)
        who = cast.whose(read(r"طلب (\d{6})", stop))
        assert who == expected, stop
        assert stop.contains(word("run-stop-no-chat")) is (who not in cast.people), stop
        await doors.get(who, pays_exactly)(courier, stop, cast.orders[who])


async def pays_exactly(courier: Person, stop: ScreenMessage, order: Placed) -> None:
    """The code, and what is to be paid."""
    await presses(courier, label("button-delivered"), "ما رمز التسليم", on=stop)
    await takes_exactly(courier, order, order.total)


async def takes_exactly(courier: Person, order: Placed, total: str) -> None:
    """The code is said, and that sum is taken."""
    await says(courier, order.code, f"المبلغ المطلوب {total}")
    await presses(courier, f"المبلغ كاملاً: {total}", f"تم تسليم الطلب {order.number}")


async def refuses_one_piece(courier: Person, stop: ScreenMessage, order: Placed) -> None:
    """One of two pieces comes back, sound as it seems, and the rest is paid."""
    await presses(courier, label("button-delivered"), "ما رمز التسليم", on=stop)
    await presses(courier, label("button-part-refused"), word("refusing-ask-pieces"))
    await presses(courier, "1", word("refusing-ask-condition"))
    await presses(courier, word("refusing-sound"), "بعد ذلك: 155 د.إ")
    await presses(courier, "تأكيد، والمبلغ 155 د.إ", "المبلغ المطلوب الآن: 155 د.إ")
    await takes_exactly(courier, order, "155 د.إ")


async def is_closed_with_nothing(courier: Person, stop: ScreenMessage, order: Placed) -> None:
    """She pays, but 0 is written by a slip, for a ready reason."""
    await presses(courier, label("button-delivered"), "ما رمز التسليم", on=stop)
    await says(courier, order.code, f"المبلغ المطلوب {order.total}")
    await says(courier, "0", "المبلغ بعيد عن المطلوب")
    await presses(courier, "نعم، 0 د.إ فعلاً", "ما السبب؟")
    await presses(courier, word("reason-short"), f"تم تسليم الطلب {order.number}")


async def refuses_all(courier: Person, stop: ScreenMessage, _order: Placed) -> None:
    """She does not want it any more: nothing is paid, and all of it comes back."""
    await presses(courier, label("button-not-delivered"), "لماذا تعذّر التسليم؟", on=stop)
    await presses(courier, word("reason-refused"), "رُفض استلامه")
    await presses(courier, label("refusing-order-sure"), word("refusing-order-done"))


async def goes_on_with_the_run(courier: Person, first: str) -> None:
    """Whoever gets a run that is under way opens it from the notice, and its first stop."""
    told = await courier.sees("صارت هذه الجولة معكم")
    await presses(courier, label("button-my-run"), f"1 · {first}", on=told)
    await presses(courier, f"1 · {first}", STOP)


async def finds_a_phone(phone: Person, stop: ScreenMessage) -> None:
    """Who found the courier's phone presses what stands on its screen, and is refused."""
    await presses(phone, label("button-delivered"), word("refused-not-allowed"), on=stop)
