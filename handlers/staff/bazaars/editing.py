"""Changing one part of a bazaar: its name, its place, or its pin on the map."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.actions.bazaars import ChangeBazaar
from handlers.dialog.answers import require_answer
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import Flow
from handlers.dialog.questions import Pin, pin_of, question
from handlers.dialog.router import step
from handlers.dialog.speech import Ask, Reply, SharedPlace, What, reply, say
from handlers.dialog.states import StateBase
from handlers.dialog.turn import Turn
from handlers.staff.bazaars.adding import MOST_NAME
from handlers.staff.bazaars.bazaars import back_to_bazaar, bazaar_card
from handlers.staff.desk.kept_text import kept_text
from models.bazaars.bazaars import bazaar
from models.bazaars.editing import rename_bazaar, set_pin, set_place
from models.kernel.refusals import NotFound
from models.people.access import Permission

PARTS = ("name", "place", "pin")


class ChangingBazaar(StateBase, frozen=True, kw_only=True, tag="change-bazaar.1"):
    """One part that is being changed, and what it was."""

    bazaar_id: int
    part: str
    was_ar: str = ""
    was_en: str = ""
    ar: str | None = None
    en: str | None = None
    pin: Pin | None = None


def words_question(language: str) -> Question[Any]:
    """The name or the place in one language; it may stay as it was."""

    def asks(state: Any) -> str:
        return "changing-ask-name" if state.part == "name" else "changing-ask-place"

    return kept_text(language, asks, MOST_NAME, applies=lambda state: state.part != "pin")


def pin_question() -> Question[Any]:
    """The question where the bazaar is on the map now."""

    async def read(_turn: Turn, _state: Any, said: What | Pick) -> Pin:
        if not isinstance(said, SharedPlace):
            raise Unclear(say("changing-needs-pin"))
        return pin_of(said)

    return question(
        "pin",
        say("changing-ask-pin"),
        read,
        prompt=Ask.place,
        applies=lambda state: state.part == "pin",
    )


async def change(turn: Turn, state: ChangingBazaar) -> Reply:
    """Make the change and show the bazaar's card. Refuses: NotFound."""
    acting, bazaar_id = turn.acting, state.bazaar_id
    if state.part == "pin":
        pin = require_answer(state.pin)
        await set_pin(acting, bazaar_id, (pin.latitude, pin.longitude))
    else:
        put = rename_bazaar if state.part == "name" else set_place
        await put(acting, bazaar_id, (require_answer(state.ar), require_answer(state.en)))
    turn.leave()
    return reply(await bazaar_card(turn, bazaar_id, say("changing-done")))


CHANGING = Flow(
    ChangingBazaar,
    (words_question("ar"), words_question("en"), pin_question()),
    change,
    allow=Permission.bazaars,
    left=back_to_bazaar,
)


@step(ChangeBazaar, allow=Permission.bazaars)
async def start_changing(turn: Turn, asked: ChangeBazaar) -> Reply:
    """Ask for the new value of that part. Refuses: NotFound."""
    found = await bazaar(turn.session, asked.bazaar_id)
    if asked.part not in PARTS:
        raise NotFound("part")
    state = ChangingBazaar(bazaar_id=found.id, part=asked.part)
    was = {"name": (found.name_ar, found.name_en), "place": (found.place_ar, found.place_en)}
    ar, en = was.get(asked.part, ("", ""))
    return await CHANGING.start(turn, msgspec.structs.replace(state, was_ar=ar, was_en=en))
