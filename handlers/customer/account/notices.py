"""How staff and families want their notices: at once, bundled, or not at all, by topic."""

from __future__ import annotations

from handlers.dialog.actions.customer import (
    ChooseNotices,
    SetNotices,
    ShowNotices,
    ShowSettings,
)
from handlers.dialog.layout import HOME, in_rows
from handlers.dialog.plans import stale
from handlers.dialog.router import step, view
from handlers.dialog.speech import Choice, Lines, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.board import board
from models.messaging.notice_habits import EVERY_HOUR, HABITS, HOURS, OFF, habits_of, set_habit
from models.people.access import Permission, Standing

TOPICS = {
    "orders": Permission.orders,
    "deliveries": Permission.deliver,
    "team": Permission.team,
    "sales": Permission.family,
}
"""What can be bundled or muted, and whom it concerns; money alarms are in no topic."""
AT_ONCE = 0
WAYS = {
    AT_ONCE: "now",
    EVERY_HOUR: "hourly",
    **dict(zip(HOURS, ("morning", "noon", "afternoon", "evening"), strict=True)),
    OFF: "off",
}
"""The ways to have notices, by what a button carries, with the names of their words."""
SETTINGS = Choice(say("button-settings"), ShowSettings())


def topics_of(standing: Standing) -> list[str]:
    """The topics of which the person hears: who packs orders is not told that they are packed."""
    held = standing.permissions
    topics = [topic for topic, needed in TOPICS.items() if needed in held]
    return [each for each in topics if each != "deliveries" or Permission.orders not in held]


@view(ShowNotices)
async def show_notices(turn: Turn, _asked: ShowNotices) -> Reply:
    """How it is now for each topic, a button each."""
    topics = topics_of(turn.standing)
    habits = await habits_of(turn.session, turn.person_id)
    lines = [line_of(topic, habits.get(topic)) for topic in topics]
    chosen = [(Choice(say(f"notices-{topic}"), ChooseNotices(topic)),) for topic in topics]
    words = say("notices", topics=Lines(tuple(lines))) if topics else say("notices-none")
    card = board(turn, "settings", say("notices-title"), words, *chosen, (SETTINGS, HOME))
    return reply(card, in_place=True)


def line_of(topic: str, habit: int | None) -> Phrase:
    """How notices of a topic come now."""
    return say("notices-line", topic=say(f"notices-{topic}"), way=way_words(habit or AT_ONCE))


def way_words(way: int) -> Phrase:
    """A way to have notices, in words."""
    return say(f"notices-way-{WAYS[way]}")


@view(ChooseNotices)
async def offer_ways(turn: Turn, asked: ChooseNotices) -> Reply:
    """The ways to have notices of that topic; of one that is not theirs, how it is now."""
    topic = asked.topic
    if topic not in topics_of(turn.standing):
        return await show_notices(turn, ShowNotices())
    ways = [Choice(way_words(way), SetNotices(topic, way)) for way in WAYS]
    back = Choice(say("button-back"), ShowNotices())
    words = say("notices-choose", topic=say(f"notices-{topic}"))
    card = board(turn, "settings", say("notices-title"), words, *in_rows(ways, 2), (back, HOME))
    return reply(card, in_place=True)


@step(SetNotices)
async def set_notices(turn: Turn, asked: SetNotices) -> Reply:
    """Have them so from now on; what a family would not hear any more is said first."""
    topics = topics_of(turn.standing)
    if asked.topic not in topics or asked.way not in WAYS:
        return await stale(turn)
    if asked.way == OFF and not asked.sure:
        yes = Choice(say("notices-off-sure"), SetNotices(asked.topic, OFF, sure=True))
        back = Choice(say("button-back"), ChooseNotices(asked.topic))
        words = say(f"notices-off-{asked.topic}")
        card = board(turn, "settings", say("notices-title"), words, (yes,), (back, HOME))
        return reply(card, in_place=True)
    habit = asked.way if asked.way in HABITS else None
    await set_habit(turn.session, turn.person_id, asked.topic, habit, turn.now)
    overview = await show_notices(turn, ShowNotices())
    return reply(*overview.cards, in_place=True, notice=line_of(asked.topic, habit))
