"""Whether a photo or a voice note that was sent is fetched: nobody's line is held for nothing."""

from __future__ import annotations

from handlers.dialog.forms import open_question
from handlers.dialog.plans import flow_of, is_for_team, may_answer
from handlers.dialog.speech import Ask, SentOther, Trouble, What
from handlers.dialog.turn import Turn
from models.inbox.drafts import may_send_file


async def why_not_fetched(turn: Turn, waiting: What) -> Trouble | None:
    """Why what was sent is not fetched; None where the question that waits, or the team, takes it.

    `waiting` is what stands until it is fetched: it tells a voice note from a photo.
    """
    is_voice = waiting == SentOther(Trouble.voice_unreachable)
    state = open_question(turn)
    if state is None:
        return await why_not_for_team(turn)
    if not may_answer(turn, state):
        return Trouble.not_understood
    ask = (await flow_of(state).card(turn, state)).ask
    wanted = ask is Ask.message or (ask is Ask.photo and not is_voice)
    return None if wanted else Trouble.not_understood


async def why_not_for_team(turn: Turn) -> Trouble | None:
    """Why a file cannot wait to be handed to the centre's team; None where it can."""
    if not is_for_team(turn):
        return Trouble.not_understood
    has_room = await may_send_file(turn.session, turn.person_id, turn.now)
    return None if has_room else Trouble.too_many_files
