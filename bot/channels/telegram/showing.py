"""Shows replies in Telegram: the press answered, the pressed message replaced, or messages sent."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import msgspec
import structlog
from telegram import constants
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.channels.calendars import NoCalendar
from bot.channels.fitting import FittedMessage, Limits, cut, fit
from bot.channels.media import File, MediaCache, NoSuchPhoto, NoSuchVoice, Shows
from bot.channels.telegram.calls import BotApi, Fields
from bot.channels.telegram.edits import OpenEdits
from bot.channels.telegram.keyboards import lines_of_links, markup_of, with_addresses
from bot.channels.telegram.parsing import Spot
from bot.channels.telegram.troubles import not_shown, seconds_of
from bot.ground.timeouts import OWED_AFTER_S
from bot.images.render_pool import NotDrawn
from bot.runtime.outcomes import Recipient, StillGoing, TryLater
from bot.runtime.retry_policy import Retry
from handlers.dialog.forms import both
from handlers.dialog.rendering import label_words, plain, words
from handlers.dialog.speech import Ask, Card, Phrase, Reply
from models.people.people import Language

log = structlog.get_logger(__name__)
LIMITS = Limits(
    text=constants.MessageLimit.MAX_TEXT_LENGTH,
    caption=constants.MessageLimit.CAPTION_LENGTH,
    label=64,
    notice=constants.CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH,
    buttons=constants.InlineKeyboardMarkupLimit.TOTAL_BUTTON_NUMBER,
    per_row=constants.InlineKeyboardMarkupLimit.BUTTONS_PER_ROW,
)
AGAIN = Retry(first=0.1, factor=4.0, longest=0.4, tries=3)
SPINNER_S = 1.0


class PictureRefused(Exception):
    """Telegram does not take the picture, or the card: shown without its picture, that is seen."""


class VoiceRefused(Exception):
    """The person takes no voice notes (a setting of Telegram's): it is sent as a file instead."""


class Shower:
    """Shows replies as one bot."""

    def __init__(self, api: BotApi, media: MediaCache, username: str) -> None:
        """`username` is the bot's own, for links into it."""
        self.api = api
        self.media = media
        self.username = username
        self.edits = OpenEdits()

    async def show(
        self,
        to: Recipient,
        reply: Reply,
        spot: Spot | None,
        *,
        within: float,
        insists: bool = True,
    ) -> bool:
        """Show a reply within so many seconds; raises NotShown with what is left of it.

        False where it was to replace the pressed message, and came beneath it.
        What has no answer by then goes on, and StillGoing is raised: a call that was cut off may
        have arrived all the same. Without `insists` the first trouble is told at once, for a caller
        who tries again later, and nothing goes on.
        """
        showing = Showing(self, to, reply, spot, within, insists=insists)
        await showing.run()
        return showing.replaces

    async def answer_press(self, query_id: str, notice: Phrase | None, language: Language) -> None:
        """Stop a button's spinner, with a notice where there is one."""
        fields: Fields = {"callback_query_id": query_id}
        if notice is not None:
            fields["text"] = cut(label_words(notice, language), LIMITS.notice)
        await self.api.call("answerCallbackQuery", fields)


class Showing:
    """One reply on its way to the screen."""

    def __init__(
        self,
        shower: Shower,
        to: Recipient,
        reply: Reply,
        spot: Spot | None,
        within: float,
        *,
        insists: bool,
    ) -> None:
        """`within` is in seconds; after that no further call is begun."""
        self.insists = insists
        self.shower = shower
        self.to = to
        self.chat_id = int(to.external_id)
        self.spot = spot
        # A press that was told to slow down has had its one answer: the notice goes on the card.
        self.reply = reply if spot is not None and spot.query_id else with_notice(reply)
        self.until = asyncio.get_running_loop().time() + within
        self.shown = 0
        self.told = False
        self.replaces = True

    async def run(self) -> None:
        """Show it, or leave what takes too long to end by itself; raises NotShown."""
        showing = asyncio.create_task(self._show_all())
        try:
            await asyncio.wait({showing}, timeout=self.until - self._now())
        except asyncio.CancelledError:
            await stop_task(showing)
            raise
        if showing.done():
            left = showing.result()
            if left.cards:
                raise TryLater("no time left", left, None)
        elif self.insists:
            raise StillGoing(self._rest(), OWED_AFTER_S, showing)
        else:
            await stop_task(showing)
            raise TryLater("no answer in time", self._rest(), None, unsure=True)

    async def _show_all(self) -> Reply:
        """Answer the press beside showing the cards; out comes what came too late to be begun."""
        answering = self._begin_answer()
        try:
            for card in self.reply.cards:
                if self._now() >= self.until:
                    break
                await self._show_card(card)
                self.shown += 1
            if answering is not None:
                await answering
        except TelegramError as error:
            raise not_shown(error, self._rest()) from None
        finally:
            await self._end_answer(answering)
        return self._rest()

    def _rest(self) -> Reply:
        """What is still to be shown, as new messages; of a notice alone, the notice."""
        if self.reply.cards or self.told:
            return Reply(cards=self.reply.cards[self.shown :])
        return with_notice(self.reply)

    def _begin_answer(self) -> asyncio.Task[None] | None:
        if self.spot is None or not self.spot.query_id:
            return None
        return asyncio.create_task(self._answer(self.spot.query_id))

    async def _end_answer(self, answering: asyncio.Task[None] | None) -> None:
        """Where the cards failed, the spinner is still given a moment to stop."""
        if answering is not None and not answering.done():
            await asyncio.wait({answering}, timeout=SPINNER_S)
            answering.cancel()

    async def _answer(self, query_id: str) -> None:
        """Answer the press; where it is too old, a notice without cards becomes a message."""
        notice, language = self.reply.notice, self.to.language

        async def call() -> None:
            await self.shower.answer_press(query_id, notice, language)

        try:
            await self._insist(call)
        except TelegramError as error:
            log.info("press-not-answered", why=error.message)
            if notice is not None and not self.reply.cards:
                await self._send(FittedMessage(text=words(notice, language)))
        self.told = True

    async def _show_card(self, card: Card) -> None:
        """Show the card; a picture or file that cannot be had does not take the words with it."""
        try:
            await self._show_pages(card)
        except VoiceRefused:
            await self._show_card(as_file(card))
        except (NoSuchPhoto, NoSuchVoice, NotDrawn, PictureRefused, NoCalendar) as trouble:
            # Picture and file come first, so nothing of the card was shown yet.
            log.warning("card-without-its-picture", why=f"{type(trouble).__name__}: {trouble}")
            bare = msgspec.structs.replace(card, picture=None, file=None, voice=None)
            await self._show_pages(bare)

    async def _show_pages(self, card: Card) -> None:
        fitted = fit(card, self.to.language, LIMITS)
        pages = [with_addresses(page, self.shower.username) for page in fitted]
        spot = self.spot if self.reply.in_place and self.shown == 0 else None
        if spot is not None and len(pages) == 1 and await self._replace(spot, pages[0]):
            return
        self.replaces = self.replaces and spot is None
        for page in pages:
            await self._send(page)

    async def _replace(self, spot: Spot, page: FittedMessage) -> bool:
        """Put the page in the place of the pressed message; False where that cannot be."""
        if spot.message_id is None or page.file or page.place or page.voice:
            return False
        if page.ask not in (None, Ask.text):
            return False
        if page.picture is None and spot.has_photo:
            return False
        place = (self.chat_id, spot.message_id)
        if self.shower.edits.is_open(place):
            return False
        try:
            with self.shower.edits.edit(place):
                await self._edit(spot, page)
        except BadRequest as error:
            if "message is not modified" not in error.message.lower():
                log.info("edit-refused", why=error.message)
                return False
        return True

    async def _edit(self, spot: Spot, page: FittedMessage) -> None:
        fields = self._fields(page, chat_id=self.chat_id, message_id=spot.message_id)
        picture = page.picture
        if picture is None:
            await self._call("editMessageText", {**fields, **text_fields("text", page.text)})
        elif self.shower.media.is_shown(picture, spot.photo_ids):
            await self._call("editMessageCaption", {**fields, **text_fields("caption", page.text)})
        else:
            await self._with_file(picture, lambda file: self._edit_media(fields, page, file))

    async def _edit_media(self, fields: Fields, page: FittedMessage, file: str | File) -> Any:
        is_held = isinstance(file, str)
        media = {"type": "photo", "media": file if is_held else "attach://file"}
        media |= text_fields("caption", page.text)
        files = {} if isinstance(file, str) else {"file": file}
        return await self.shower.api.call("editMessageMedia", {**fields, "media": media}, files)

    async def _send(self, page: FittedMessage) -> None:
        fields = self._fields(page, chat_id=self.chat_id)
        shows = page.picture or page.file or page.voice
        if page.place is not None:
            await self._call("sendVenue", {**fields, **self._venue(page)})
        elif shows is None:
            await self._send_text(fields, page)
        else:
            try:
                await self._with_file(shows, lambda file: self._send_file(fields, page, file))
            except BadRequest as error:
                if page.voice is not None and not page.voice.as_file:
                    raise VoiceRefused(error.message) from error
                if page.picture is None:
                    raise
                raise PictureRefused(error.message) from error

    async def _send_text(self, fields: Fields, page: FittedMessage) -> None:
        text = page.text + lines_of_links(page, self.to.language, self.shower.username)
        plainly = {"link_preview_options": {"is_disabled": True}}
        await self._call("sendMessage", {**fields, **plainly, **text_fields("text", text)})

    async def _send_file(self, fields: Fields, page: FittedMessage, file: str | File) -> Any:
        kind = kind_of(page)
        named: Fields = {**fields, **text_fields("caption", page.text)}
        if isinstance(file, str):
            return await self.shower.api.call(f"send{kind.title()}", {**named, kind: file})
        return await self.shower.api.call(f"send{kind.title()}", named, {kind: file})

    def _venue(self, page: FittedMessage) -> Fields:
        place = page.place
        if place is None:
            return {}
        return {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "title": plain(place.title, self.to.language),
            "address": plain(place.address, self.to.language),
        }

    def _fields(self, page: FittedMessage, **named: Any) -> Fields:
        markup = markup_of(page, self.to.language, self.shower.username)
        return named if markup is None else {**named, "reply_markup": markup}

    async def _with_file(self, shows: Shows, call: Callable[[str | File], Awaitable[Any]]) -> Any:
        return await self._insist(lambda: self.shower.media.show(shows, call))

    async def _call(self, method: str, fields: Fields) -> Any:
        return await self._insist(lambda: self.shower.api.call(method, fields))

    async def _insist(self, call: Callable[[], Awaitable[Any]]) -> Any:
        """Call; a short 429 is waited out, a fault of the server or the line tried twice more.

        A call that timed out is not: it may have been carried out, and would be seen twice.
        """
        pauses: Iterator[float] | None = None
        while True:
            try:
                return await call()
            except RetryAfter as error:
                pause = seconds_of(error)
                if not self.insists or self._now() + pause >= self.until:
                    raise
            except (BadRequest, TimedOut):
                raise
            except NetworkError:
                if pauses is None:
                    pauses = AGAIN.pauses() if self.insists else iter(())
                found = next(pauses, None)
                if found is None or self._now() + found >= self.until:
                    raise
                pause = found
            await asyncio.sleep(pause)

    def _now(self) -> float:
        return asyncio.get_running_loop().time()


async def stop_task(task: asyncio.Task[Reply]) -> None:
    """Cancel the task and wait for its end, whatever that is."""
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def kind_of(page: FittedMessage) -> str:
    """What Telegram calls the file of a message."""
    if page.voice is not None and not page.voice.as_file:
        return "voice"
    return "document" if page.picture is None else "photo"


def as_file(card: Card) -> Card:
    """The card whose voice note is a file to be opened."""
    assert card.voice is not None
    heard_outside = msgspec.structs.replace(card.voice, as_file=True)
    return msgspec.structs.replace(card, voice=heard_outside)


def text_fields(field: str, text: str) -> Fields:
    """A text or caption in HTML."""
    return {field: text, "parse_mode": "HTML"} if text else {}


def with_notice(reply: Reply) -> Reply:
    """A reply to what waits for no answer to a press: the notice stands before its first card."""
    notice = reply.notice
    if notice is None:
        return reply
    if not reply.cards:
        return Reply(cards=(Card(text=notice),))
    first = reply.cards[0]
    told = msgspec.structs.replace(first, text=both(notice, first.text))
    return msgspec.structs.replace(reply, cards=(told, *reply.cards[1:]), notice=None)
