"""Commands in groups: answered with the way to the private chat, and not without end.

A bot that writes more than twenty messages a minute into a group is silenced by Telegram
everywhere (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
"""

from __future__ import annotations

import time
from collections.abc import Callable

import structlog
from telegram.error import TelegramError

from bot.channels.telegram.calls import BotApi
from bot.channels.telegram.keyboards import deep_link
from bot.channels.telegram.parsing import InGroup
from bot.runtime.rate_limit import RateLimiter, RateLimits
from handlers.dialog.rendering import label_words, words
from handlers.dialog.speech import say
from locales.languages import from_hint

log = structlog.get_logger(__name__)
OF_A_GROUP = RateLimits(acts=10, window=60.0)
"""Half of what Telegram allows: two windows can follow each other within a minute."""
OF_A_PERSON = RateLimits(acts=3, window=60.0)


class Groups:
    """Shows people in groups the way to the private chat; of too many commands it says nothing."""

    def __init__(
        self, api: BotApi, username: str, now: Callable[[], float] = time.monotonic
    ) -> None:
        """`username` is the bot's own; `now` gives seconds of a clock that never goes back."""
        self._api = api
        self._username = username
        self._of_people = RateLimiter(OF_A_PERSON, now)
        self._of_groups = RateLimiter(OF_A_GROUP, now)

    async def show_the_door(self, group: InGroup) -> None:
        """Answer a command in a group, unless the person or the group has had its answers."""
        # The person first: one alone must not use up what the whole group is answered.
        if self._of_people.count(group.sender_id) or self._of_groups.count(group.chat_id):
            return
        try:
            await self._api.call("sendMessage", self._door(group))
        except TelegramError as error:
            log.info("group-not-answered", why=error.message)

    def _door(self, group: InGroup) -> dict[str, object]:
        language = from_hint(group.language_hint)
        button = {
            "text": label_words(say("channel-open-private"), language),
            "url": deep_link(self._username, "start"),
        }
        # Bot API, sendMessage: "required if the message is sent to a direct messages chat".
        topic = {} if group.topic_id is None else {"direct_messages_topic_id": group.topic_id}
        return {
            "chat_id": group.chat_id,
            **topic,
            "text": words(say("channel-in-group"), language),
            "parse_mode": "HTML",
            "reply_parameters": {
                "message_id": group.message_id,
                "allow_sending_without_reply": True,
            },
            "reply_markup": {"inline_keyboard": [[button]]},
        }
