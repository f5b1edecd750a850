"""Telegram as a channel: updates in, replies and owed messages out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime

import msgspec
import structlog
from telegram.error import TelegramError

from bot.channels.telegram.albums import Albums
from bot.channels.telegram.calls import BotApi
from bot.channels.telegram.groups import Groups
from bot.channels.telegram.menus import Menus
from bot.channels.telegram.parsing import (
    CHANNEL,
    Arrival,
    BlockChange,
    InGroup,
    LostPress,
    Spot,
    read,
)
from bot.channels.telegram.photos import Photos
from bot.channels.telegram.presses import Presses
from bot.channels.telegram.showing import Shower
from bot.channels.telegram.spoken import Spoken
from bot.channels.telegram.troubles import AGAIN
from bot.channels.telegram.updates import UPDATE, Update
from bot.channels.telegram.voices import Voices
from bot.ground.timeouts import LETTER_S, REPLY_S
from bot.runtime.background import Background
from bot.runtime.intake import Intake
from bot.runtime.late_replies import see_through
from bot.runtime.outcomes import Brought, Letter, Recipient, StillGoing
from handlers.dialog.actions.customer import AcceptInvitation
from handlers.dialog.rendering import plain
from handlers.dialog.speech import (
    ChannelUser,
    Heard,
    Phrase,
    Pressed,
    SentOther,
    SentPhoto,
    SentVoice,
    What,
    say,
)
from handlers.dialog.turns import Answer
from locales.languages import from_hint
from models.kernel.database import Database
from models.messaging.accounts import account_of
from models.messaging.outbox import mark_blocked, mark_unblocked

log = structlog.get_logger(__name__)
SLOW_DOWN = say("channel-slow-down")
A_MOMENT = say("channel-a-moment")


class Telegram:
    """One bot on Telegram."""

    def __init__(
        self,
        *,
        api: BotApi,
        shower: Shower,
        menus: Menus,
        photos: Photos,
        voices: Voices,
        intake: Intake,
        database: Database,
        background: Background,
        clock: Callable[[], datetime],
    ) -> None:
        """`clock` gives the time in UTC."""
        self.api = api
        self.shower = shower
        self.groups = Groups(api, shower.username)
        self.menus = menus
        self.photos = photos
        self.voices = voices
        self.intake = intake
        self.database = database
        self.background = background
        self.clock = clock
        self.presses = Presses(background)
        self.spoken = Spoken()
        self.albums = Albums()

    async def take(self, update: Update, *, persists: bool = False) -> None:
        """Answer an update; when this returns, it is done and may be acknowledged.

        Raises what the database raises: then it is not done. With `persists` what a person does
        is tried until the database is back.
        """
        match read(update, self.shower.username):
            case Arrival() as arrival:
                await Visit(self, arrival).run(persists)
            case InGroup() as group:
                await self.groups.show_the_door(group)
            case BlockChange() as change:
                await self.intake.alone(
                    CHANNEL,
                    change.external_id,
                    str(update.update_id),
                    lambda: self._note(change),
                    persists=persists,
                )
            case LostPress(query_id=query_id, language_hint=hint):
                await self._stop_spinner(query_id, hint)
            case None:
                return

    async def see_done(self, update: Update) -> None:
        """Take an update that does not come again, as often as it takes."""
        for pause in AGAIN.pauses():
            try:
                await self.take(update, persists=True)
            except Exception:
                log.exception("update-not-done", update=update.update_id)
            else:
                return
            await asyncio.sleep(pause)

    async def resume(self, body: str) -> None:
        """See an update through by its body as it was kept; raises msgspec.DecodeError."""
        await self.see_done(UPDATE.decode(body))

    async def bring(self, letter: Letter) -> Brought:
        """Send an owed message once; raises Blocked, TryLater or Unsendable."""
        await self.shower.show(letter.to, letter.reply, None, within=LETTER_S, insists=False)
        return "sent"

    async def turn_away(self, update: Update) -> None:
        """One of far too many of the same person: nothing is done, and a press is told so."""
        press = update.callback_query
        if press is not None:
            await self._stop_spinner(press.id, press.sender.language_code, SLOW_DOWN)

    async def _note(self, change: BlockChange) -> None:
        """Keep whether the person takes our messages; nothing is known of whoever never spoke."""
        async with self.database.write() as session:
            account_id = await account_of(session, CHANNEL, change.external_id)
            if account_id is not None:
                mark = mark_blocked if change.blocked else mark_unblocked
                await mark(session, account_id, self.clock())

    async def _stop_spinner(
        self, query_id: str, hint: str | None, word: Phrase | None = None
    ) -> None:
        try:
            await self.shower.answer_press(query_id, word, from_hint(hint))
        except TelegramError as error:
            log.info("press-not-answered", why=error.message)


class Visit:
    """One update of a person, from the intake to the screen."""

    def __init__(self, telegram: Telegram, arrival: Arrival) -> None:
        """Nothing is done yet."""
        self.telegram = telegram
        self.arrival = arrival
        self.further = telegram.albums.goes_on(self.sender.external_id, arrival.album)

    async def run(self, persists: bool) -> None:
        """Take the update; a press that this takes long for is told to wait."""
        spot = self.arrival.spot
        if spot is not None:
            person = self.sender.external_id
            self.telegram.presses.watch(spot.query_id, person, lambda: self._answer(spot, A_MOMENT))
        try:
            await self.telegram.intake.take(
                self.heard_so_far(),
                self.show,
                fetch=self.fetch if self.arrival.file_id else None,
                slow_down=self.slow_down,
                persists=persists,
            )
        except BaseException:
            self.telegram.albums.forget(self.sender.external_id)
            raise

    def heard_so_far(self) -> Heard:
        """What was heard, until its file is fetched."""
        heard = self.arrival.heard
        if not self.further or not isinstance(heard.what, SentOther):
            return heard
        waiting = msgspec.structs.replace(heard.what, further=True)
        return msgspec.structs.replace(heard, what=waiting)

    @property
    def sender(self) -> ChannelUser:
        """The person who pressed or wrote, as the shop knows one of Telegram."""
        return self.arrival.heard.sender

    async def fetch(self) -> What:
        """The photo or the voice note that was sent, stored already."""
        arrival = self.arrival
        if arrival.is_voice:
            got: What = await self.telegram.voices.fetch(arrival.file_id, arrival.seconds)
        else:
            got = await self.telegram.photos.fetch(arrival.file_id)
        if isinstance(got, SentPhoto):
            of_album = {"album": bool(arrival.album), "further": self.further}
            return msgspec.structs.replace(got, caption=arrival.caption, **of_album)
        if isinstance(got, SentVoice):
            return msgspec.structs.replace(got, caption=arrival.caption)
        return got

    async def show(self, answer: Answer) -> bool:
        """Show the reply, and see to the person's menu beside it; raises NotShown.

        False where it was to replace the pressed message, and came beneath it.
        """
        telegram, sender = self.telegram, self.sender
        to = Recipient(answer.account_id, sender.external_id, answer.language)
        telegram.spoken.saw(sender.external_id, answer.language)
        try:
            spot = self._spot_left()
            replaces = await telegram.shower.show(to, answer.reply, spot, within=REPLY_S)
        except StillGoing as going:
            telegram.background.run(see_through(going, telegram.database, telegram.clock))
            raise
        what = self.arrival.heard.what
        joins = isinstance(what, Pressed) and isinstance(what.action, AcceptInvitation)
        if telegram.spoken.menu_is_due(sender.external_id) or joins:
            telegram.background.run(self._keep_menu(answer))
        return replaces

    async def _keep_menu(self, answer: Answer) -> None:
        telegram, sender = self.telegram, self.sender
        try:
            await telegram.menus.keep(answer.account_id, sender, answer.language)
        except TelegramError as error:
            telegram.spoken.look_again(sender.external_id)
            log.info("menu-not-set", why=error.message)

    async def slow_down(self, tell: bool) -> None:
        """Answer a press that is too fast at once, with a word where the person is to be told."""
        word, spot = SLOW_DOWN if tell else None, self.arrival.spot
        if spot is None:
            if word is not None:
                await self._tell(word)
        elif self.telegram.presses.take(spot.query_id):
            await self._answer(spot, word)

    def _spot_left(self) -> Spot | None:
        """The press to answer; where that was done already, the place of its message alone."""
        spot = self.arrival.spot
        if spot is None or self.telegram.presses.take(spot.query_id):
            return spot
        return msgspec.structs.replace(spot, query_id="")

    async def _answer(self, spot: Spot, word: Phrase | None) -> None:
        """Answer the press before its turn is done."""
        language = self.telegram.spoken.by(self.sender)
        try:
            await self.telegram.shower.answer_press(spot.query_id, word, language)
        except TelegramError as error:
            log.info("press-not-answered", why=error.message)

    async def _tell(self, word: Phrase) -> None:
        text = plain(word, self.telegram.spoken.by(self.sender))
        fields = {"chat_id": int(self.sender.external_id), "text": text}
        try:
            await self.telegram.api.call("sendMessage", fields)
        except TelegramError as error:
            log.info("not-told-to-slow-down", why=error.message)
