"""What stands between a form's question and its answer: leaving it, and saying an answer back."""

from __future__ import annotations

from handlers.dialog.actions.asked import Back, Leave, Pick
from handlers.dialog.actions.drafts import SaveDraft
from handlers.dialog.speech import Ask, Card, Choice, Weight, say
from handlers.dialog.states import SaidBack
from handlers.dialog.turn import Turn

YES, NO = "+", "~"


def leaving_card(turn: Turn) -> Card:
    """Asks once before long answers are thrown away."""
    quits = Choice(say("button-form-quit"), Leave(turn.version), Weight.taking)
    stays = Choice(say("button-form-stay"), Back(turn.version))
    saves = Choice(say("button-save-draft"), SaveDraft(turn.version))
    return Card(text=say("form-leave-ask"), choices=((saves,), (quits,), (stays,)))


def said_back_card(turn: Turn, doubtful: SaidBack) -> Card:
    """Says back what an answer was read as; anything that is typed is another answer."""
    choices = (
        Choice(say("button-yes"), Pick(turn.version, YES)),
        Choice(say("button-no"), Pick(turn.version, NO)),
    )
    return Card(text=say("question-meant", that=doubtful.words), choices=(choices,), ask=Ask.text)
