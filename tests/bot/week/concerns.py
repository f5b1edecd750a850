"""What each person is told in the week: exactly what concerns her, and nothing of her own doing."""

from __future__ import annotations

from tests.bot.week.cast import (
    CALLER,
    CHOOSES,
    DESK,
    FIRST_COURIER,
    FOR_EID,
    MANAGER,
    MOVES,
    SCENTS,
    SECOND_COURIER,
    SELLER,
    STAYS_ELSEWHERE,
    SWEETS,
    WAITS,
    WANTED,
)

CUSTOMERS = tuple(name for name in WANTED if name != CALLER)
"""Whoever has a chat; who telephoned has none before it is over, and is called by the courier."""
AT_THE_DOOR = {
    "موزة": ("customer-part-refused", "customer-delivered"),
    "شيخة": ("customer-delivered-unpaid", "customer-cash-corrected"),
    "عائشة": ("customer-returned",),
}
"""How an order ended where it did not just end well."""
ASKED = ("customer-accepted", "customer-window-asked")
ROUND_EID = {
    CHOOSES: (*ASKED, "customer-packed", "customer-out", "customer-delivered"),
    WAITS: ASKED,
}
"""What they hear whose time was closed."""
PLACED = tuple(WANTED)
UNTIL_LARGE_IS_LOW = PLACED[: PLACED.index("نورة") + 1]
UNTIL_OUD_IS_LOW = PLACED[len(UNTIL_LARGE_IS_LOW) : PLACED.index(MOVES) + 1]
AND_THEN = PLACED[PLACED.index(MOVES) + 1 :]
"""Who orders until a thing runs low, and who orders then."""
WITH_SCENTS = ("موزة", "شيخة", "عائشة", "ميثاء", "حصة", "علياء")


def of_all(phrase: str, *names: str) -> list[str]:
    """That notice about each of these orders."""
    return [f"{phrase} {name}" for name in names]


def to_customer(name: str) -> list[str]:
    """Her order on its way with what the desk changed, and an answer where she asked."""
    ends = AT_THE_DOOR.get(name, ("customer-delivered",))
    changed = ("customer-readdressed",) if name == STAYS_ELSEWHERE else ()
    way = ("customer-accepted", *changed, "customer-packed", "customer-coming", *ends)
    answer = ["inbox-answer"] if name == "فاطمة" else []
    return [*answer, *all_of(name, *way)]


def all_of(name: str, *phrases: str) -> list[str]:
    """These notices about that order."""
    return [f"{phrase} {name}" for phrase in phrases]


TO_THE_SHOP = {
    MANAGER: [
        *("manager-family-joined", "manager-family-joined"),
        *("manager-staff-joined", "manager-staff-joined"),
        *of_all("staff-order-placed", *UNTIL_LARGE_IS_LOW),
        "stock-ran-low-of",
        *of_all("staff-order-placed", *UNTIL_OUD_IS_LOW),
        "stock-ran-low-of",
        *of_all("staff-order-placed", *AND_THEN),
        "last-piece-sold",
        "inbox-news",
        f"staff-order-rescheduled {MOVES}",
        "staff-part-refused موزة",
        "finance-cash-differs شيخة",
        "manager-staff-joined",
        "staff-order-refused عائشة",
        "handover-named-by-courier",
        *of_all("staff-order-placed", *FOR_EID),
        "stock-ran-low-of",
        f"staff-order-rescheduled {CHOOSES}",
        "handover-named-by-courier",
        "manager-staff-joined",
        "told-till-counted 1",
    ],
    DESK: [
        *of_all("staff-order-placed", *CUSTOMERS),
        "inbox-news",
        f"staff-order-rescheduled {MOVES}",
        "staff-part-refused موزة",
        "staff-order-refused عائشة",
        "handover-named-by-courier",
        "cash-was-handed-over",
        *of_all("staff-order-placed", *FOR_EID),
        "staff-days-closed-named",
        f"staff-order-rescheduled {CHOOSES}",
        "handover-named-by-courier",
    ],
    FIRST_COURIER: [
        *of_all("staff-order-packed", *WANTED),
        *("courier-run-planned", "courier-run-passed"),
        *("cash-was-corrected شيخة", "handover-named-by-desk"),
        f"staff-order-packed {CHOOSES}",
    ],
    SECOND_COURIER: [
        *("courier-run-yours", "cash-was-handed-over"),
        *(f"staff-order-packed {CHOOSES}", "cash-was-handed-over"),
    ],
    SWEETS: [
        "note-head 1",
        *of_all("income-sold", "أم خليفة", "عائشة", "نورة"),
        "stock-ran-low",
        *of_all("income-sold", "خولة", "فاطمة", "لطيفة", CALLER),
        "last-piece-sold",
        *of_all("income-delivered", "أم خليفة", "فاطمة"),
        "income-refused عائشة",
        *of_all("income-delivered", "نورة", "خولة", "لطيفة", CALLER),
        "income-inspected عائشة",
        *of_all("income-sold", *FOR_EID),
        "stock-ran-low",
        f"income-delivered {CHOOSES}",
        *("note-head 4", "income-hall-sold 1-2", "income-hall-void 1-2"),
    ],
    SCENTS: [
        *("note-head 2", "note-head 3"),
        " + ".join(of_all("income-sold", *WITH_SCENTS)),
        " + ".join(
            (
                "income-refused موزة",
                *of_all("income-delivered", "موزة", "شيخة", "حصة", "ميثاء"),
                *("income-refused عائشة", "income-delivered علياء"),
                *of_all("income-inspected", "موزة", "عائشة"),
            )
        ),
        "income-hall-sold 1-1 + income-hall-sold 1-3 + income-hall-returned 1-1",
    ],
    SELLER: ["told-till-closed 1"],
}
"""The staff and the families; the second family has her news bundled at eight."""
EXPECTED = {
    **TO_THE_SHOP,
    **{name: to_customer(name) for name in CUSTOMERS},
    **{name: all_of(name, *way) for name, way in ROUND_EID.items()},
    CALLER: [],
}
