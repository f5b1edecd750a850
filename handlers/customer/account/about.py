"""What people ask a shop before they order: delivery, paying, and what the goods are."""

from __future__ import annotations

from handlers.customer.account.about_screens import about_screen, help_screen
from handlers.customer.account.delivery_words import delivery_text
from handlers.dialog.actions.customer import ShowAbout
from handlers.dialog.router import talk, view
from handlers.dialog.speech import Name, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import words_apart
from handlers.dialog.understanding.topics import Meant, Topic
from handlers.dialog.understanding.words_around import with_words_first
from handlers.ui.typed_place import TypedPlace, typed_place

ABOUT = ("delivery", "paying", "goods")


@view(ShowAbout)
async def show_about(turn: Turn, asked: ShowAbout) -> Reply:
    """What is to be known of delivery, paying or the goods; the help where it is none of these."""
    return await about_reply(turn, asked.topic)


@talk(Topic.delivery)
async def answer_delivery(turn: Turn, _meant: Meant, text: str) -> Reply:
    """What a delivery costs and how soon it comes; first for the place that was named, if any."""
    plan = await turn.delivery_plan()
    place = typed_place(plan, text) or typed_place(plan, words_apart(text))
    return await about_reply(turn, "delivery", place)


@talk(Topic.minimum)
async def answer_minimum(turn: Turn, _meant: Meant, _text: str) -> Reply:
    """That one piece is enough; then what a delivery costs."""
    return with_words_first(await about_reply(turn, "delivery"), say("talk-minimum"))


@talk(Topic.pick_up)
async def answer_pick_up(turn: Turn, _meant: Meant, _text: str) -> Reply:
    """Where orders are fetched, or that they are not; then what a delivery costs."""
    offered = (await turn.delivery_plan()).pick_up
    place = Name(offered.place_ar, offered.place_en)
    words = say("talk-pick-up", place=place) if offered.offered else say("talk-pick-up-none")
    return with_words_first(await about_reply(turn, "delivery"), words)


async def about_reply(turn: Turn, topic: str, to: TypedPlace | None = None) -> Reply:
    """The screen on that topic."""
    plan = await turn.delivery_plan()
    match topic:
        case "delivery":
            text = await delivery_text(turn, plan, to)
        case "paying" | "goods":
            text = say(f"about-{topic}")
        case _:  # forged
            shown = help_screen(turn.terms, turn.language, turn.standing)
            return reply(shown, in_place=shown.picture is not None)
    others = [about for about in ABOUT if about != topic]
    return reply(about_screen(text, say(f"about-title-{topic}"), others, turn), in_place=True)
