"""What is sent outside a question is kept, and one button offers to hand it to the centre."""

from __future__ import annotations

from handlers.customer.shop.results_screen import with_offer
from handlers.customer.shop.search import own_order_named
from handlers.dialog.actions.customer import SendToTeam, SendWords
from handlers.dialog.dispatch import not_taken
from handlers.dialog.files_sent import why_not_for_team
from handlers.dialog.form_parts import Unclear
from handlers.dialog.layout import HOME
from handlers.dialog.parsing import read_words
from handlers.dialog.plans import carry_out, search_for, search_to_send
from handlers.dialog.questions import kept_photo
from handlers.dialog.router import listener, offers_sending
from handlers.dialog.speech import (
    Card,
    Choice,
    Phrase,
    Reply,
    Said,
    SentPhoto,
    SentVoice,
    Trouble,
    reply,
    say,
)
from handlers.dialog.turn import Turn
from models.inbox.drafts import join_album, keep_draft
from models.inbox.threads import MOST_TEXT, Words
from models.inbox.voices import voice_length


@listener(Said)
async def offer_words(turn: Turn, said: Said) -> Reply:
    """What words find that no button can hold, and the button that hands them over as they are."""
    return await offer_to_keep(turn, said.text, await carry_out(turn, search_for(said.text)))


@offers_sending
async def offer_sending(turn: Turn, text: str, answered: Reply) -> Reply:
    """The answer to a sentence, and the button that hands it over; it writes where none can."""
    search = search_to_send(turn, text)
    if search is None:
        return await offer_to_keep(turn, text, answered)
    send = Choice(say("button-send-to-team"), SendWords(search.words, search.typed))
    return with_offer(answered, say("inbox-offer"), send)


async def offer_to_keep(
    turn: Turn, text: str, answered: Reply, about_order: int | None = None
) -> Reply:
    """The answer, and the button that hands over what is kept for it, as it was written."""
    words = read_words(text, lines=True)
    if len(words) > MOST_TEXT:
        return with_offer(answered, say("inbox-too-long"))
    order_id = about_order or await own_order_named(turn, words)
    token = await keep_draft(turn.acting, Words(text=words), order_id)
    return with_offer(answered, say("inbox-offer"), send_choice(token))


@listener(SentPhoto)
async def offer_photo(turn: Turn, sent: SentPhoto) -> Reply:
    """Whether the photo is meant for the team; the further ones of an album go with its first."""
    if sent.further:
        return await join(turn, sent)
    trouble = await why_not_for_team(turn)
    if trouble is not None:
        return await not_taken(turn, trouble)
    try:
        photo = await kept_photo(turn, sent)
    except Unclear:
        return await not_taken(turn, Trouble.photo_unreachable)
    words = Words(text=caption_of(sent), photo=photo)
    asked = say("inbox-offer-photos" if sent.album else "inbox-offer-photo")
    return offer(asked, await keep_draft(turn.acting, words))


async def join(turn: Turn, sent: SentPhoto) -> Reply:
    """A further photo of an album: it was answered with the first. Refuses TooManyMessages."""
    try:
        photo = await kept_photo(turn, sent)
    except Unclear:
        return await not_taken(turn, Trouble.photo_unreachable)
    await join_album(turn.acting, Words(text=caption_of(sent), photo=photo), turn.terms)
    return Reply()


@listener(SentVoice)
async def offer_voice(turn: Turn, sent: SentVoice) -> Reply:
    """Whether the voice note is meant for the team."""
    trouble = await why_not_for_team(turn)
    if trouble is None and await voice_length(turn.session, sent.hash) is None:
        trouble = Trouble.voice_unreachable
    if trouble is not None:
        return await not_taken(turn, trouble)
    words = Words(text=caption_of(sent), voice=sent.hash)
    return offer(say("inbox-offer-voice"), await keep_draft(turn.acting, words))


def caption_of(sent: SentPhoto | SentVoice) -> str:
    """The words that came with a photo or a voice note."""
    return read_words(sent.caption, lines=True)[:MOST_TEXT]


def send_choice(token: str) -> Choice:
    """The button that hands over what is kept under the token."""
    return Choice(say("button-send-to-team"), SendToTeam(token))


def offer(text: Phrase, token: str) -> Reply:
    """The question whether what was sent goes to the team."""
    return reply(Card(text=text, choices=((send_choice(token),), (HOME,))))
