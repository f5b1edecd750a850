"""Who plays in the week of the shop, what each customer orders, and what her order came to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.kernel.money import Money
from tests.fake_botapi import FakeBotApi, Person
from tests.support.clock import HandClock

SWEETS, SWEETS_EN = "بيت اللقيمات", "Luqaimat House"
SCENTS, SCENTS_EN = "دار الورد", "Dar Al Ward"
SMALL, LARGE = "علبة صغيرة", "علبة كبيرة"
LUQAIMAT, BAKHOOR, OUD = "لقيمات بالزعفران", "بخور العود", "دهن عود"
PRICES = {
    SMALL: Money.dirhams(25),
    LARGE: Money(4550),
    BAKHOOR: Money.dirhams(140),
    OUD: Money.dirhams(360),
}
STOCK = {SMALL: 12, LARGE: 6, BAKHOOR: 20, OUD: 5}
"""The pieces of each thing that the shop opens with."""
CALLER, CALLERS_PHONE = "أم خالد", "050 765 4321"
CALLERS_CONTACT = "971507654321"
"""The same number as she shares it later."""
MOVES, STAYS_ELSEWHERE = "حصة", "علياء"
"""Who has ordered for Thursday and moves that to Tuesday, and who is with her sister that day."""
MANAGER, DESK, FIRST_COURIER, SECOND_COURIER = "مديرة المركز", "مريم", "سالم", "حمدان"
SELLER = "شمسة"


@dataclass(frozen=True)
class Wanted:
    """What somebody orders: so many of each thing, to an area of an emirate.

    `when` begins the label of the window that she asks for; empty for the earliest.
    """

    emirate: str
    area: str
    things: Mapping[str, int]
    when: str = ""

    @property
    def items(self) -> Money:
        """What the things cost, without the delivery."""
        return Money(sum(PRICES[thing].fils * count for thing, count in self.things.items()))


WANTED = {
    "أم خليفة": Wanted("sharjah", "الرحمانية", {LARGE: 2}),
    "موزة": Wanted("sharjah", "الخان", {BAKHOOR: 2}),
    "شيخة": Wanted("sharjah", "مويلح", {OUD: 1}),
    "عائشة": Wanted("ajman", "الجرف", {BAKHOOR: 1, SMALL: 1}),
    "نورة": Wanted("ajman", "الراشدية", {LARGE: 1}),
    "خولة": Wanted("ajman", "النعيمية", {SMALL: 3}),
    "ميثاء": Wanted("dubai", "الورقاء", {BAKHOOR: 1}),
    "فاطمة": Wanted("dubai", "ديرة", {SMALL: 2}),
    MOVES: Wanted("dubai", "مردف", {OUD: 1}, "الخميس 19 مارس · 10:00 صباحاً"),
    "لطيفة": Wanted("umm-al-quwain", "السلمة", {SMALL: 1, LARGE: 1}),
    STAYS_ELSEWHERE: Wanted("ras-al-khaimah", "النخيل", {BAKHOOR: 1}),
    CALLER: Wanted("ras-al-khaimah", "الجزيرة الحمراء", {LARGE: 2}),
}
"""Twelve orders to five emirates, by for whom they are; the last one is ordered by telephone."""
FRIDAY = "الجمعة 20 مارس · 4:00 عصراً"
CHOOSES, WAITS = "روضة", "سلامة"
"""Who takes another time at once when Eid is closed, and who does not."""
FOR_EID = {
    CHOOSES: Wanted("ajman", "المويهات", {SMALL: 2}, FRIDAY),
    WAITS: Wanted("dubai", "القوز", {SMALL: 1}, FRIDAY),
}
"""Two orders more, in a time that is closed after they were accepted."""


@dataclass
class Placed:
    """An order as its receipt, or the desk's screen, tells of it."""

    number: str
    code: str
    total: str


@dataclass
class Cast:
    """The people of the shop, each with a chat of her own, and the orders so far by name."""

    api: FakeBotApi
    url: str
    clock: HandClock
    people: dict[str, Person] = field(default_factory=dict)
    orders: dict[str, Placed] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def comes(self, name: str, phone: str | None = None) -> Person:
        """Somebody new, with that number as Telegram gives it."""
        person = self.people[name] = self.api.person(name, phone=phone)
        return person

    def whose(self, number: str) -> str:
        """For whom the order of that number is; the number of a receipt, note or till as it is."""
        known = (name for name, order in self.orders.items() if order.number == number)
        return next(known, number)

    def taps_of(self, name: str) -> int:
        """How many buttons this person has pressed so far; what she types is no tap."""
        pressed = self.api.platform.presses.values()
        return sum(press.person.id == self[name].id for press in pressed)
