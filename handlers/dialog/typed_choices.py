"""What is typed at a question, read as a press of one of its choices."""

from __future__ import annotations

from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.forms import FLOWS, KEEP
from handlers.dialog.parsing import as_label, read_count
from handlers.dialog.rendering import phrase_of, plain
from handlers.dialog.speech import Card, Choice, Pressed, Said, What, say
from handlers.dialog.turn import Turn
from models.kernel.calendar import dubai_day


async def as_press(turn: Turn, said: Said, *, ways_out: bool = False) -> What:
    """A choice's label, or its number in a list, typed as text counts as the press.

    With `ways_out` only Back and Cancel do, which a prompt's own keyboard types.
    """
    if turn.state is None:
        return said
    flow = FLOWS[type(turn.state)]
    card = await flow.card(turn, turn.state)
    choices = [c for row in card.choices for c in row if isinstance(c, Choice)]
    choices = [*await flow.typed(turn, turn.state), *choices]
    if ways_out:
        choices = [choice for choice in choices if isinstance(choice.action, Back | Leave)]
    typed = as_label(said.text)
    for choice in choices:
        if typed in typed_labels(choice, turn):
            return Pressed(choice.action)
    number = read_count(said.text) if takes_numbers(card) else None
    picks = [choice for choice in choices if isinstance(choice.action, Pick)]
    if number is not None and 1 <= number <= len(picks):
        return Pressed(picks[number - 1].action)
    return said


def typed_labels(choice: Choice, turn: Turn) -> tuple[str, ...]:
    """How a person would type the choice's label; what is kept need not be typed again."""
    keeps = isinstance(choice.action, Pick) and choice.action.value == KEEP
    label = phrase_of(choice.label, dubai_day(turn.now).year)
    labels = (label, say("button-keep")) if keeps else (label,)
    return tuple(as_label(plain(label, turn.language)) for label in labels)


def takes_numbers(card: Card) -> bool:
    """A card that asks for nothing but a choice."""
    return card.ask is None
