"""The question for photos: as many as there is room for, one by one or as an album."""

from __future__ import annotations

from typing import Any

import msgspec

from handlers.dialog.actions.asked import Pick
from handlers.dialog.form_parts import Question, Unclear
from handlers.dialog.forms import pick
from handlers.dialog.questions import kept_photo
from handlers.dialog.speech import Ask, Card, Phrase, Reply, Row, SentPhoto, What, say
from handlers.dialog.turn import Turn
from models.products.photo_order import MOST_PHOTOS

NO_PHOTO = "button-skip"


def photos_question(had: Any = lambda _state: 0, *, none: str = NO_PHOTO) -> Question[Any]:
    """Photos into the state's `photos` until they are `photos_done`.

    `had` tells how many there are besides, `none` is the button for none of them. Of an album the
    first photo is answered, for all: the others come in quietly, and its buttons go on counting.
    """

    def is_full(state: Any) -> bool:
        return bool(had(state) + len(state.photos) >= MOST_PHOTOS)

    async def ask(turn: Turn, state: Any) -> Card:
        done = pick(turn, say("button-photos-done" if state.photos else none), "done")
        rows: tuple[Row, ...] = ((done,),)
        if state.photos:
            rows = (*rows, (pick(turn, say("button-drop-photos"), "drop"),))
        words = words_for(state, full=is_full(state))
        return Card(text=words, choices=rows, ask=Ask.photo)

    async def take(turn: Turn, state: Any, said: What | Pick) -> Any:
        change = msgspec.structs.replace
        match said:
            case Pick(value="done"):
                return change(state, photos_done=True, album=False)
            case Pick(value="drop"):
                return change(state, photos=(), photos_done=False, album=False)
            case SentPhoto() if is_full(state):
                raise Unclear(say("photos-no-room", most=str(MOST_PHOTOS)))
            case SentPhoto() as sent:
                photos = tuple(dict.fromkeys((*state.photos, await kept_photo(turn, sent))))
                taken = change(state, photos=photos, photos_done=False, album=sent.album)
                if not sent.further:
                    return taken
                turn.put_aside(taken)
                return Reply()
            case _:
                raise Unclear(say("question-needs-photo"))

    return Question("photos", ask, take, lambda state: not state.photos_done)


def words_for(state: Any, *, full: bool) -> Phrase:
    """The question, with what came already."""
    if state.album:
        return say("photos-album-came", most=str(MOST_PHOTOS))
    count = len(state.photos)
    if full and count:
        return say("adding-photos-full", count=count)
    return say("adding-ask-more-photos", count=count) if count else say("adding-ask-photo")
