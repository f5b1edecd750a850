"""An album that is sent to the centre goes there whole, and is answered once."""

from __future__ import annotations

import pytest

from handlers.dialog.actions.customer import AskTeam
from handlers.dialog.speech import SentPhoto
from handlers.dialog.turns import Turns
from models.inbox.drafts import ALBUM_WITHIN
from tests.handlers.inboxes import a_photo, drafts, messages, questions
from tests.handlers.people import customer
from tests.support.clock import HandClock
from tests.support.words import label, word

SEND = label("button-send-to-team")


@pytest.mark.parametrize("pressed_after", [1, 3])
async def test_one_tap_hands_over_all_photos(turns: Turns, pressed_after: int) -> None:
    mona = await customer(turns)
    photos = [await a_photo(turns, str(at)) for at in range(3)]
    for at, photo in enumerate(photos):
        await mona.sends(SentPhoto(photo, album=True, further=at > 0))
        assert (word("inbox-offer-photos") == mona.text) == (at == 0), at
        assert bool(mona.cards) == (at == 0), at
        if at + 1 == pressed_after:
            sent = mona.screen[-1]
            await mona.presses(SEND)
            assert mona.screen[-1] != sent
    assert [each.photo for each in await messages(turns)] == photos
    assert len(await questions(turns)) == 1
    assert len(await drafts(turns)) == 1


async def test_an_album_that_answers_the_form_goes_whole_too(
    turns: Turns, clock: HandClock
) -> None:
    mona = await customer(turns)
    photos = [await a_photo(turns, str(at)) for at in range(3)]
    await mona.presses_old(AskTeam())
    for at, photo in enumerate(photos):
        await mona.sends(SentPhoto(photo, album=True, further=at > 0))
        assert bool(mona.cards) == (at == 0), at
    assert [each.photo for each in await messages(turns)] == photos
    # Long after its first one nothing is known of it, and nothing goes anywhere.
    clock.advance(minutes=ALBUM_WITHIN.total_seconds() / 60)
    await mona.sends(SentPhoto(photos[0], album=True, further=True))
    assert (len(await messages(turns)), await drafts(turns)) == (3, [])
