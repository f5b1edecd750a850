"""A bazaar day of the week: goods come in, a till is opened, things are sold and come back."""

from __future__ import annotations

from bot.app.assembly import Storefront
from tests.bot.week.cast import BAKHOOR, LUQAIMAT, MANAGER, OUD, SELLER, SMALL, SWEETS, Cast
from tests.bot.week.opening import a_colleague_joins
from tests.bot.whole.talk import presses, says
from tests.fake_botapi import Person
from tests.support.halls import a_bazaar
from tests.support.words import label, word


async def the_bazaar_begins(cast: Cast, shop: Storefront) -> None:
    """It is open from now on, and somebody comes to sell."""
    async with shop.database.write() as session:
        await a_bazaar(session, cast.clock.now)
    await a_colleague_joins(cast, word("role-seller"), SELLER)


async def goods_come_in(cast: Cast) -> None:
    """The manager takes in what a family brought, who reads the note and says that it is right."""
    chief, mother = cast[MANAGER], cast[SWEETS]
    await says(chief, "/stock", word("stock-title"))
    await presses(chief, word("button-start-take-in"), word("noting-family-take-in"))
    await presses(chief, SWEETS, "ماذا وصل؟")
    await says(chief, f"{SMALL} 10", "10 قطع")
    await presses(chief, word("button-note-done"), "مراجعة سند الاستلام")
    await presses(chief, word("button-book-take-in"), word("noting-booked"))
    note = await mother.sees(f"{word('note-title-take-in')} رقم 4")
    await presses(mother, word("button-note-right"), word("note-confirmed-thanks"), on=note)


async def a_till_is_opened(seller: Person) -> None:
    """With two hundred dirhams out of the centre's own."""
    await says(seller, "/sell", word("till-title"))
    await presses(seller, label("button-open-till"), "كم فيه من نقد للبداية؟")
    await presses(seller, "200 د.إ", label("button-sell-here"))


async def three_things_are_sold(seller: Person) -> None:
    """Each for cash; the second one is a slip, and is taken back at once."""
    await presses(seller, label("button-sell-here"), word("selling-empty"))
    await sells(seller, BAKHOOR, "140 د.إ", "1-1")
    await presses(seller, "بيع جديد", word("selling-empty"))
    await sells(seller, LUQAIMAT, "25 د.إ", "1-2")
    await presses(seller, "إلغاء البيع", "ما سبب إلغاء البيع")
    await presses(seller, word("void-wrong"), "أُلغي هذا البيع")
    await presses(seller, "بيع جديد", word("selling-empty"))
    await sells(seller, OUD, "360 د.إ", "1-3")


async def sells(seller: Person, thing: str, price: str, receipt: str) -> None:
    """One piece, found by its name; of two that fit, the right one is chosen."""
    if thing == BAKHOOR:
        await says(seller, thing, word("selling-choose"))
        await presses(seller, thing, f"المجموع: {price}")
    else:
        await says(seller, thing, f"المجموع: {price}")
    await presses(seller, "نقداً", "إتمام البيع")
    await presses(seller, "إتمام البيع", f"الإيصال رقم {receipt}")


async def one_comes_back(seller: Person) -> None:
    """Later than a sale can be taken back: by the number of its receipt."""
    await says(seller, "/sell", "مرتجع")
    await presses(seller, "مرتجع", "ما رقم الإيصال؟")
    await says(seller, "1-1", "مرتجع من الإيصال 1-1")
    await seller.sees(word("return-to-shelf"))  # of one piece there is nothing to choose
    await presses(seller, word("return-done-picking"), "ما سبب الإرجاع؟")
    await presses(seller, word("return-mind"), "نقداً من الصندوق")
    await presses(seller, "نقداً من الصندوق: 140 د.إ", "أُعيد إلى العميل: 140 د.إ")


async def the_till_is_closed(cast: Cast) -> None:
    """She counts what was left of three sales and a return, and the manager agrees."""
    seller, chief = cast[SELLER], cast[MANAGER]
    await says(seller, "/sell", label("button-close-till"))
    await presses(seller, label("button-close-till"), "كم من كل فئة؟")
    await says(seller, "5×100 1×50 1×10", word("till-count-right"))
    await presses(seller, label("button-close-till"), word("till-waits-for-centre"))
    asked = await chief.sees("الصندوق 1")
    await presses(chief, "تأكيد: 560 د.إ", "مغلق", on=asked)
    await seller.sees("أُغلق الصندوق 1")
