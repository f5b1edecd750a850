"""Reads Telegram's updates into what was heard."""

from __future__ import annotations

import re
from datetime import timedelta
from zlib import crc32

import msgspec

from bot.channels.telegram.updates import (
    PRIVATE,
    CallbackQuery,
    Contact,
    Document,
    Message,
    PhotoSize,
    Update,
    User,
    Voice,
)
from handlers.dialog.actions import Action, leaves_message, pressed_action
from handlers.dialog.links import decode_link
from handlers.dialog.parsing import NoPhone, read_card_phone
from handlers.dialog.speech import (
    ChannelUser,
    Command,
    Heard,
    Pressed,
    PressedOn,
    Said,
    SentOther,
    SharedPhone,
    SharedPlace,
    Trouble,
    What,
)

CHANNEL = "telegram"
COMES_AGAIN = timedelta(days=2)
"""How long an update may come again after it was done, with a day to spare: Telegram keeps one for
24 hours (core.telegram.org/bots/api#getting-updates). It must be less than the week after which
updates may get the numbers of earlier ones."""
MOST_BYTES = 20 * 1024 * 1024  # what getFile hands over at most
MOST_VOICE_S, MOST_VOICE_BYTES = 300, 2 * 1024 * 1024
VOICE_WAITS = SentOther(Trouble.voice_unreachable)
"""What stands until a voice note is fetched."""
EDITED = SentOther(Trouble.edited)
_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?", re.DOTALL)


class Spot(msgspec.Struct, frozen=True):
    """The press that is answered, and the message whose button it was.

    `message_id` is None where that message cannot be replaced: a file stays in the chat.
    `photo_ids` are the unique ids of the photo that it shows, in all its sizes.
    """

    query_id: str
    message_id: int | None
    photo_ids: tuple[str, ...] = ()

    @property
    def has_photo(self) -> bool:
        """Whether the message shows a photo: then it can never become a text again."""
        return bool(self.photo_ids)


class Arrival(msgspec.Struct, frozen=True):
    """An update of a person in their own chat.

    `file_id` names the picture, or the voice note of so many `seconds`, that still has to be
    fetched; `heard.what` stands until it is. `caption` are the words that came with it, and `album`
    is what all photos of one album have in common.
    """

    heard: Heard
    spot: Spot | None = None
    file_id: str = ""
    caption: str = ""
    seconds: int = 0
    album: str = ""

    @property
    def is_voice(self) -> bool:
        """Whether a voice note has to be fetched, and no picture."""
        return self.heard.what == VOICE_WAITS


class InGroup(msgspec.Struct, frozen=True):
    """A command in a group: it is answered with the way to the private chat.

    `topic_id` is whose talk it is in, where the chat is that of a channel's direct messages.
    """

    chat_id: int
    message_id: int
    sender_id: int
    language_hint: str | None = None
    topic_id: int | None = None


class BlockChange(msgspec.Struct, frozen=True):
    """A person blocked the bot, or lets it write again."""

    external_id: str
    blocked: bool


class LostPress(msgspec.Struct, frozen=True):
    """A press outside a private chat: its spinner is stopped, and nothing else."""

    query_id: str
    language_hint: str | None = None


Read = Arrival | InGroup | BlockChange | LostPress | None


def read(update: Update, username: str) -> Read:
    """What an update means to the bot of that name; None for what needs nothing."""
    if update.callback_query is not None:
        return read_press(update.callback_query, update.update_id)
    if update.message is not None:
        return read_message(update.message, update.update_id, username)
    if update.edited_message is not None:
        return read_edited(update.edited_message, update.update_id)
    change = update.my_chat_member
    if change is not None and change.chat.type == PRIVATE:
        return BlockChange(str(change.chat.id), change.new_chat_member.status == "kicked")
    return None


def read_press(query: CallbackQuery, update_id: int) -> Read:
    """A press of a button."""
    shown = query.message
    if shown is not None and shown.chat.type != PRIVATE:
        return LostPress(query.id, query.sender.language_code)
    data = query.data or ""
    spot = Spot(
        query_id=query.id,
        message_id=shown.message_id if shown is not None and is_replaceable(shown, data) else None,
        photo_ids=tuple(size.file_unique_id for size in shown.photo) if shown else (),
    )
    heard = as_heard(query.sender, Pressed(pressed_action(data)), update_id)
    return Arrival(msgspec.structs.replace(heard, on=pressed_on(shown, data)), spot)


def is_replaceable(shown: Message, data: str) -> bool:
    """Whether the answer may take its place: neither of a file nor of what is there no more."""
    return bool(shown.date) and shown.document is None and not leaves_message(data)


def pressed_on(shown: Message | None, data: str) -> PressedOn | None:
    """The message of a press and its buttons as Telegram had them then, where it says so.

    One that stays as it is becomes nothing else, and its buttons count as long as it is there.
    """
    if shown is None or not is_replaceable(shown, data):
        return None
    buttons = shown.reply_markup.data if shown.reply_markup is not None else []
    keyboard = f"{crc32(chr(10).join(buttons).encode()):08x}"
    return PressedOn(str(shown.message_id), keyboard, data not in buttons)


def read_edited(message: Message, update_id: int) -> Read:
    """A text, or a file, of a person's own that was edited; nothing for a pin that moves."""
    user = message.sender
    if message.chat.type != PRIVATE or user is None or user.is_bot:
        return None
    if message.text is None:
        return Arrival(as_heard(user, EDITED, update_id)) if has_file(message) else None
    said = meaning(message, user)
    if isinstance(said, Said):
        said = msgspec.structs.replace(said, is_edit=True)
    return None if said is None else Arrival(as_heard(user, said, update_id))


def has_file(message: Message) -> bool:
    """Whether it is a photo, a voice note or another file, with words or without."""
    files = (message.document, message.voice, message.animation, message.audio, message.video)
    return bool(message.photo or message.caption) or any(each is not None for each in files)


def read_message(message: Message, update_id: int, username: str) -> Read:
    """A message: a person's own in the private chat, or a command in a group."""
    user = message.sender
    if message.chat.type != PRIVATE:
        return read_in_group(message, username)
    if user is None or user.is_bot:
        return None
    if message.document is not None and message.document.is_heic:
        return Arrival(as_heard(user, SentOther(Trouble.heic_file), update_id))
    picture = picture_of(message)
    if picture is not None:
        if (picture.file_size or 0) > MOST_BYTES:
            return Arrival(as_heard(user, SentOther(Trouble.photo_too_big), update_id))
        waiting = SentOther(Trouble.photo_unreachable)
        heard = as_heard(user, waiting, update_id)
        album = message.media_group_id
        return Arrival(heard, file_id=picture.file_id, caption=message.caption, album=album)
    if message.voice is not None:
        return read_voice(message, message.voice, user, update_id)
    what = meaning(message, user)
    return None if what is None else Arrival(as_heard(user, what, update_id))


def read_voice(message: Message, voice: Voice, user: User, update_id: int) -> Arrival:
    """A voice note to be fetched, unless it is too long."""
    if voice.duration > MOST_VOICE_S or (voice.file_size or 0) > MOST_VOICE_BYTES:
        return Arrival(as_heard(user, SentOther(Trouble.voice_too_big), update_id))
    return Arrival(
        as_heard(user, VOICE_WAITS, update_id),
        file_id=voice.file_id,
        caption=message.caption,
        seconds=max(0, voice.duration),
    )


def as_heard(user: User, what: What, update_id: int) -> Heard:
    """The update in the values of speech."""
    return Heard(ChannelUser(CHANNEL, str(user.id), user.language_code), what, str(update_id))


def meaning(message: Message, user: User) -> What | None:
    """What a message says, pictures aside; None for a service message."""
    if message.text is not None:
        text = read_text(message.text, is_command=begins_with_command(message))
        if not isinstance(text, Said):
            return text
        return Said(text.text, str(message.message_id), replies_to=actions_of(message))
    if message.contact is not None:
        return number_of(message.contact, user)
    place = message.venue.location if message.venue is not None else message.location
    if place is not None:
        return SharedPlace(place.latitude, place.longitude)
    return SentOther(Trouble.not_understood) if message.is_other_content else None


def actions_of(message: Message) -> tuple[Action, ...]:
    """What the buttons ask for of the bot's message that this one replies to; else nothing."""
    shown = message.reply_to_message
    if shown is None or shown.sender is None or not shown.sender.is_bot:
        return ()
    data = shown.reply_markup.data if shown.reply_markup is not None else []
    actions = (pressed_action(each) for each in data if each)
    return tuple(action for action in actions if action is not None)


def read_text(text: str, *, is_command: bool) -> What:
    """Text, a command, or the link that a /start came with."""
    found = _COMMAND.fullmatch(text.strip()) if is_command else None
    if found is None:
        return Said(text)
    name, rest = found[1].lower(), (found[3] or "").strip()
    action = decode_link(rest) if name == "start" and rest else None
    if action is not None:
        return Pressed(action, from_link=True)
    return Command(name, "" if name == "start" else rest)


def begins_with_command(message: Message) -> bool:
    """Whether Telegram marked a command at the very beginning."""
    return any(each.type == "bot_command" and each.offset == 0 for each in message.entities)


def number_of(contact: Contact, user: User) -> SharedPhone | Said:
    """The sender's own number, else one as if typed.

    Telegram gives numbers without +, and one without it would be read as a local one; a card from
    an address book may hold a local number, with its 0 or without.
    """
    number = contact.phone_number.strip()
    international = number if number.startswith(("+", "0")) else f"+{number}"
    if contact.user_id == user.id:
        return SharedPhone(international, proven=True)
    known = read_card_phone(number)
    return Said(international if isinstance(known, NoPhone) else known)


def picture_of(message: Message) -> PhotoSize | Document | None:
    """The photo of a message, or its document when that is a picture."""
    if message.photo:
        return message.photo[-1]
    document = message.document
    if document is not None and (document.mime_type or "").startswith("image/"):
        return document
    return None


def read_in_group(message: Message, username: str) -> InGroup | None:
    """A command in a group, unless it is another bot's.

    An anonymous admin writes as the group: `from` holds a bot then, for older programs (Bot API,
    Message.sender_chat).
    """
    if message.sender is None or not begins_with_command(message):
        return None
    writes_as = message.sender_chat
    if message.sender.is_bot and writes_as is None:
        return None
    found = _COMMAND.match((message.text or "").strip())
    if found is None or (found[2] or username).lower() != username.lower():
        return None
    topic = message.direct_messages_topic
    return InGroup(
        message.chat.id,
        message.message_id,
        message.sender.id if writes_as is None else writes_as.id,
        message.sender.language_code,
        None if topic is None else topic.topic_id,
    )
