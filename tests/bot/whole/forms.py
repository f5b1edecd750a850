"""Plausible answers to every question, in either language, short and as long as they may be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import select

from handlers.dialog.forms import FLOWS
from handlers.dialog.states import StateBase
from models.kernel.calendar import DUBAI
from models.kernel.database import Database
from models.orders.tables import Order
from models.people.people import Language
from tests.bot.whole.hall_day import a_receipts_number
from tests.bot.whole.talk import a_photo

WORDS = {
    "ar": (
        "بخور الدار",
        "لقيمات بالزعفران من بيت أم سعيد بنت خليفة بن محمد آل علي الشارقة الحبيبة",
    ),
    "en": (
        "House incense",
        "Saffron luqaimat from the house of Umm Saeed bint Khalifa, of Sharjah",
    ),
}
SEARCH: dict[Language, str] = {"ar": "قهوة", "en": "coffee"}
FIGURES = {
    "lead_days": "2",
    "days": "٤",
    "daily": "6",
    "daily_most": "٥",
    "most": "٢٠",
    "price": "٢٥٫٥٠",
    "option_price": "45.50",
    "quantity": "12",
    "option_quantity": "٦",
    "how": "+5",
    "taken_in": "3",
    "counted": "٧",
    "taken": "1",
    "pieces": "1",
    "shelf": "1",
    "used": "3",
    "amount": "2",
    "limit": "٢",
    "unsellable": "1",
    "fee": "45",
    "mixed": "١",
    "off-amount": "1",
}
OF_THE_PLAN = {
    "fee": "17.50",
    "lead": "١",
    "ahead": "14",
    "cutoff": "1 hour",
    "free": "5000",
    "zone-fee": "50",
    "zone-lead": "2",
    "hall-place": "مجلس ضاحية مويلح / Muwaileh suburb hall",
    "hall-lead": "١",
}
PICTURES = ("photo", "photos")
ANSWERED_ALL_THE_SAME = ("code", "how", "photos")
"""What is typed or sent though the question shows no keyboard for it; the others have buttons."""
FIRST_DAYS = {"AddingClosure": 200, "AddingSeason": 400}
"""So many days ahead begins what may not overlap, one day after another."""


def some_minutes(times: int) -> str:
    """A window of the night with its places, each time another one."""
    starts, ends = times * 5, (times + 1) * 5
    return f"{starts // 60:02}:{starts % 60:02}-{ends // 60:02}:{ends % 60:02} 3"


class Answering(Protocol):
    """Who can type, share and send what a question asks for."""

    async def sends(self, text: str, /) -> object:
        """Type a text."""

    async def sends_photo(self, content: bytes, /) -> object:
        """Send a photo."""

    async def shares_place(self, latitude: float, longitude: float, /) -> object:
        """Share a pin."""

    async def shares_contact(self) -> object:
        """Share the own phone number."""


@dataclass
class Answers:
    """What one person answers; each question gets another answer every time."""

    database: Database
    language: Language
    given: Counter[str] = field(default_factory=Counter)

    @property
    def search(self) -> str:
        """Words that find something."""
        return SEARCH[self.language]

    async def give(self, person: Answering, state: StateBase) -> bool:
        """Answer the question that the state waits at; False where only buttons will do."""
        question = FLOWS[type(state)].questions[state.at]
        if question.prompt is None and state.at not in ANSWERED_ALL_THE_SAME:
            return False
        times = self.given[state.at]
        self.given[state.at] += 1
        if state.at == "photos" and times % 4 == 3:
            return False  # the others are put in by the button
        if state.at == "pay" or (state.at == "basket" and is_chosen(state)):
            return False  # it is put into the basket, and sold, by the button
        if state.at == "lines" and times:
            return False  # a note is filled, and looked over, by the buttons
        if state.at in PICTURES:
            await person.sends_photo(a_photo(size=(600 + times, 400)))
        elif state.at in ("pin", "where", "area") and times % 2 == 0:
            await person.shares_place(25.3463, 55.4209)
        elif state.at == "phone" and times % 2 == 0:
            await person.shares_contact()
        else:
            await person.sends(await self._text(state, times))
        return True

    async def _text(self, state: StateBase, times: int) -> str:
        makers: dict[str, Callable[[StateBase, int], Awaitable[str]]] = {
            "code": self._code,
            "day": self._day,
            "number": self._receipt,
        }
        if state.at in makers:
            return await makers[state.at](state, times)
        if state.at == "value":
            part = vars_of(state)["part"]
            return some_minutes(times) if part == "window" else OF_THE_PLAN[part]
        if state.at == "days" and type(state).__name__ in FIRST_DAYS:
            first = datetime.now(DUBAI).date() + timedelta(FIRST_DAYS[type(state).__name__] + times)
            return f"{first:%d/%m/%Y}"
        if state.at == "hours":
            return f"{8 + times % 3}:00-{12 + times % 3}:00"
        if state.at == "phone":
            return "٠٥٠١٢٣٤٥٦٧"
        if state.at in ("thing", "basket"):
            return self.search
        if state.at in FIGURES:
            return FIGURES[state.at]
        language = state.at[-2:] if state.at[-2:] in WORDS else self.language
        words = WORDS[language][times % 2]
        if state.at.startswith(("label", "first", "brand")) or state.at in WORDS:
            words = f"{times} {words}"  # no two of them may be called the same
        if state.at.startswith(("label", "first")):
            return words[:24]
        return words[: 40 if state.at == "name" else 60]

    async def _code(self, state: StateBase, times: int) -> str:
        """A wrong code the first time, then the one that the customer was told."""
        number: str = vars_of(state)["number"]
        async with self.database.read() as session:
            code = (await session.scalars(select(Order.code).where(Order.number == number))).one()
        return code if times else f"{(int(code) + 1) % 10_000:04d}"

    async def _receipt(self, _state: StateBase, _times: int) -> str:
        """A receipt of which something can come back."""
        return await a_receipts_number(self.database)

    async def _day(self, _state: StateBase, times: int) -> str:
        """One day after another, so that no two overlap."""
        return f"{datetime.now(DUBAI).date() + timedelta(days=20 + times):%d/%m/%Y}"


def is_chosen(state: StateBase) -> bool:
    """Whether something lies in a basket, or was found for it."""
    held = vars_of(state)
    return bool(held["items"] or held["found"])


def vars_of(state: StateBase) -> dict[str, str]:
    """The fields of a state by their names."""
    return {name: getattr(state, name) for name in state.__struct_fields__}
