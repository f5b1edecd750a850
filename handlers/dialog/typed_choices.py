"""What is typed at a question, read as a press of one of its choices."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.form_cards import NO, YES
from handlers.dialog.forms import FLOWS, KEEP
from handlers.dialog.parsing import as_label, read_count
from handlers.dialog.rendering import phrase_of, plain
from handlers.dialog.speech import Ask, Card, Choice, Pressed, Said, What, say
from handlers.dialog.states import Aside, StateBase
from handlers.dialog.turn import Turn
from handlers.dialog.understanding.reading import meaning_of
from handlers.dialog.understanding.topics import Topic
from models.kernel.calendar import dubai_day

SURE = "sure"
"""What forms call the one choice of a question whether something is really meant."""
LEAVES = (Topic.leave, Topic.later, Topic.cancel_order)


async def as_press(turn: Turn, said: Said, *, ways_out: bool = False) -> What:
    """A choice's label, its number in a list, or a word for it, typed as text counts as the press.

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
    meant = None if ways_out else await choice_meant(turn, turn.state, said, card, choices)
    return said if meant is None else Pressed(meant.action)


async def choice_meant(
    turn: Turn, state: StateBase, said: Said, card: Card, choices: Sequence[Choice]
) -> Choice | None:
    """The choice that a word stands for: نعم, لا, رجوع, بعدين; None where it is none of them."""
    meant = meaning_of(said.text)
    if meant is None or meant.topic is None or meant.strange:
        return None
    flow = FLOWS[type(state)]
    outs = {type(choice.action): choice for choice in choices}
    picks = {choice.action.value: choice for choice in choices if isinstance(choice.action, Pick)}
    match meant.topic:
        case Topic.yes if state.aside is Aside.leaving:
            return outs.get(Leave)
        case Topic.no if state.aside is Aside.leaving:
            return outs.get(Back)
        case Topic.yes:
            return picks.get(YES) or picks.get(SURE) or await flow.assents(turn, state)
        case Topic.no:
            return outs.get(Back) if SURE in picks else picks.get(NO)
        case Topic.back if has_words_of_ways(card):
            return outs.get(Back)
        case topic if topic in LEAVES and flow.is_quiet(state):
            return outs.get(Leave)
        case Topic.leave if has_words_of_ways(card):
            return outs.get(Leave)
        case _:
            return None


def has_words_of_ways(card: Card) -> bool:
    """Whether a word is no answer itself, as it may be where a text is asked for."""
    return card.ask not in (Ask.text, Ask.message)


def typed_labels(choice: Choice, turn: Turn) -> tuple[str, ...]:
    """How a person would type the choice's label; what is kept need not be typed again."""
    keeps = isinstance(choice.action, Pick) and choice.action.value == KEEP
    label = phrase_of(choice.label, dubai_day(turn.now).year)
    labels = (label, say("button-keep")) if keeps else (label,)
    return tuple(as_label(plain(label, turn.language)) for label in labels)


def takes_numbers(card: Card) -> bool:
    """A card that asks for nothing but a choice."""
    return card.ask is None
