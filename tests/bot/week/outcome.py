"""What the reckoning of the week is to come to."""

from __future__ import annotations

from tests.bot.week.cast import (
    BAKHOOR,
    CALLER,
    CHOOSES,
    DESK,
    FIRST_COURIER,
    MANAGER,
    MOVES,
    SCENTS,
    SECOND_COURIER,
    STAYS_ELSEWHERE,
    SWEETS,
    WAITS,
    WANTED,
    Cast,
)
from tests.bot.week.reckoning import Step
from tests.bot.week.story import REST, WAY
from tests.support.words import word

BOOKS = [
    "cash: 2,238 AED in 1 accounts",
    "cash-difference: 0 AED in 1 accounts",
    "centre-losses: 140 AED in 1 accounts",
    "delivery-fees: -265 AED in 1 accounts",
    "family: -2,113 AED in 2 accounts",
    "purse: 0 AED in 2 accounts",
    "till: 0 AED in 1 accounts",
]
"""Twelve orders paid, and what was sold in the hall; what was spoiled is the centre's loss."""
THURSDAY_BOOK = [
    "صارت جاهزة: 1 (70 د.إ)",
    "خرجت للتوصيل: 1 (70 د.إ)",
    "تم تسليمها: 1 (70 د.إ)",
    "النقد المستلم: 70 د.إ",
    "سُلّم إلى خزنة المركز: 70 د.إ",
    "من صناديق القاعة: 560 د.إ",
    "مبيعات القاعة: 3 (525 د.إ)",
    "أُعيد في القاعة عن مرتجعات: 165 د.إ",
    "قطع دخلت المخزون: 10",
    "انضمام إلى الفريق: 1",
    "صناديق فُتحت: 1",
    "صناديق أُغلقت: 1",
]
WEDNESDAY_BOOK = [
    "طلبات جديدة: 2 (120 د.إ)",
    "قُبلت: 2 (120 د.إ)",
]
TUESDAY_BOOK = [
    "صارت جاهزة: 12 (1,993 د.إ)",
    "خرجت للتوصيل: 12 (1,993 د.إ)",
    "تم تسليمها: 11 (1,808 د.إ)",
    "رُفض استلامها: 1 (185 د.إ)",
    "رُفض جزء منها: 1 (155 د.إ)",
    "النقد المستلم: 1,808 د.إ",
    "سُلّم إلى خزنة المركز: 1,808 د.إ",
    "انضمام إلى الفريق: 1",
]
MONDAY_BOOK = [
    "طلبات جديدة: 12 (1,993 د.إ)",
    "قُبلت: 12 (1,993 د.إ)",
    "قطع دخلت المخزون: 43",
    "منتجات أُضيفت: 3",
    "علامات أُضيفت: 2",
    "انضمام إلى الأسر: 2",
    "انضمام إلى الفريق: 3",
]
DAY_BOOKS = [THURSDAY_BOOK, WEDNESDAY_BOOK, TUESDAY_BOOK, MONDAY_BOOK]
STOCK = [
    "• لقيمات بالزعفران – علبة صغيرة: 25 د.إ، بقيت 13 قطعة",
    "• لقيمات بالزعفران – علبة كبيرة: 45.50 د.إ، نفدت الكمية",
    "• دهن عود: 360 د.إ، بقيت قطعتان",
    "• بخور العود: 140 د.إ، بقيت 16 قطعة",
]
DUES = {SWEETS: "473 د.إ", SCENTS: "1,640 د.إ"}
NOTHING_CARRIED = "💵 النقد في عهدتكم: 0 د.إ"
RUN = "الجولة: الثلاثاء 17 مارس، من 10:00 صباحاً إلى 1:00 ظهراً"


def whole_history(cast: Cast) -> dict[str, list[Step]]:
    """What the history of each order is to say, the newest first."""
    twelve = {name: [*at_the_door(cast, name), *on_the_way(name)] for name in WANTED}
    return {**twelve, CHOOSES: [*moved_out_of_eid(cast), *asked()], WAITS: asked()}


def asked() -> list[Step]:
    """An order for the days of Eid, until its customer is asked for another time."""
    return [
        (DESK, word("history-order-window-asked")),
        (DESK, word("history-order-accepted")),
        (word("history-customer"), word("history-order-placed")),
    ]


def moved_out_of_eid(cast: Cast) -> list[Step]:
    """How it went on with the order whose customer took another time."""
    return [
        (SECOND_COURIER, taken(cast.orders[CHOOSES].total)),
        (SECOND_COURIER, word("history-order-out")),
        (DESK, word("history-order-packed")),
        (
            *(word("history-customer"), word("history-order-rescheduled")),
            "كان موعده الجمعة 20 مارس، من 4:00 عصراً إلى 8:00 مساءً",
            "الموعد الجديد: الخميس 19 مارس، من 10:00 صباحاً إلى 1:00 ظهراً",
        ),
    ]


def on_the_way(name: str) -> list[Step]:
    """From the order to its courier's setting out; the first one had begun to go to one more."""
    return [
        *coming(name),
        (FIRST_COURIER, word("history-order-out"), RUN),
        (DESK, word("history-order-packed")),
        *changes(name),
        (DESK, word("history-order-accepted")),
        (DESK if name == CALLER else word("history-customer"), word("history-order-placed")),
    ]


def coming(name: str) -> list[Step]:
    """The courier's setting out, and that the rest of the run passed on."""
    begun = (*WAY, REST[0])
    coming_now = (
        FIRST_COURIER if name in begun else SECOND_COURIER,
        word("history-courier-on-the-way"),
    )
    if name in WAY:
        return [coming_now]
    words = word("history-order-passed", was=FIRST_COURIER, now=SECOND_COURIER)
    passed = (DESK, words, RUN)
    return [passed, coming_now] if name in begun else [coming_now, passed]


def changes(name: str) -> list[Step]:
    """What was changed of the order before it was packed."""
    if name == MOVES:
        who = (word("history-customer"), word("history-order-rescheduled"))
        was = "كان موعده الخميس 19 مارس، من 10:00 صباحاً إلى 1:00 ظهراً"
        now = "الموعد الجديد: الثلاثاء 17 مارس، من 10:00 صباحاً إلى 1:00 ظهراً"
    elif name == STAYS_ELSEWHERE:
        who = (DESK, word("history-address-changed"))
        was = "من رأس الخيمة، النخيل · شارع 5، فيلا 12 إلى أم القيوين، فلج المعلا · شارع 3، فيلا 8"
        now = "الإجمالي: من 175 د.إ إلى 165 د.إ"
    else:
        return []
    return [(*who, was, now)]


def at_the_door(cast: Cast, name: str) -> list[Step]:
    """How the order ended."""
    courier = FIRST_COURIER if name in WAY else SECOND_COURIER
    match name:
        case "موزة":
            looked_at = (DESK, f"فُحص ما عاد من الطلب: {BAKHOOR} × 1", "لا يصلح للبيع: 1")
            refused = (courier, f"رُفض عند الباب: {BAKHOOR} × 1")
            return [looked_at, (courier, taken("155 د.إ")), refused]
        case "شيخة":
            why = f"السبب: {word('reason-short')}"
            return [corrected(), (courier, taken("0 د.إ"), "المبلغ المطلوب: 375 د.إ", why)]
        case "عائشة":
            things = (BAKHOOR, "لقيمات بالزعفران (علبة صغيرة)")
            back = [f"فُحص ما عاد من الطلب: {thing} × 1" for thing in things]
            shelved: list[Step] = [(DESK, one, "عودة إلى الرف: 1") for one in back]
            return [*shelved, (courier, word("history-order-refused"))]
        case _:
            return [(courier, taken(cast.orders[name].total))]


def taken(amount: str) -> str:
    """It was delivered, for so much."""
    return f"تم التسليم. المبلغ المستلم: {amount}"


def corrected() -> Step:
    """The correction by the manager, whom the command line invited under her name."""
    return (
        *(MANAGER, "صُحّح نقد الطلب", "من 0 د.إ إلى 375 د.إ"),
        *("النقد في عهدة: سالم", "السبب: كُتب 0 سهواً"),
    )
