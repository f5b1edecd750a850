"""The webhook: an update is acknowledged only when its turn is committed and its reply shown."""

from __future__ import annotations

import hashlib
import hmac

import msgspec
import structlog
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from telegram.error import TelegramError

from bot.channels.telegram.calls import read_leniently
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.updates import UPDATE, Update
from bot.runtime.retry import log_trouble

log = structlog.get_logger(__name__)
HEADER = "x-telegram-bot-api-secret-token"
_HEADER = HEADER.encode()
MOST_BYTES = 1_000_000
MOST_CONNECTIONS = 100
DONE = Response(status_code=200)
TOO_DEEP = Response(status_code=400)
NOT_OURS = Response(status_code=403)
TOO_LONG = Response(status_code=413)
LATER = Response(status_code=503, headers={"Retry-After": "1"})


class Webhook:
    """The ASGI endpoint that Telegram posts its updates to."""

    def __init__(self, secret: str) -> None:
        """`secret` is what Telegram sends in the header of each post.

        While `telegram` is not set, updates are put off.
        """
        self.secret = secret
        self.telegram: Telegram | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one update in; 200 when it is done, 503 when it must come again."""
        answer = await self._receive(scope, receive)
        await answer(scope, receive, send)

    async def _receive(self, scope: Scope, receive: Receive) -> Response:
        given = next((value for name, value in scope["headers"] if name == _HEADER), b"")
        if not hmac.compare_digest(given, self.secret.encode()):
            return NOT_OURS
        if self.telegram is None:
            return LATER
        try:
            body = await whole_body(receive)
        except ClientDisconnect:
            return LATER
        if body is None:
            return TOO_LONG
        return await self._handle(self.telegram, body)

    async def _handle(self, telegram: Telegram, body: bytes) -> Response:
        try:
            update = read_update(body)
        except (msgspec.ValidationError, TelegramError) as error:
            # Sent again it would be as unreadable.
            log.error("update-unreadable", why=str(error))
            return DONE
        except RecursionError:
            # No update is nested so deeply: this is somebody else, who knows the secret.
            log.error("update-unreadable", why="nested too deeply")
            return TOO_DEEP
        try:
            await telegram.take(update)
        except Exception as error:
            log_trouble("update-not-done", error, update=update.update_id)
            return LATER
        return DONE


def read_update(body: bytes) -> Update:
    """The update, half a letter in it or not.

    Raises ValidationError or TelegramError, and RecursionError for what is nested too deeply.
    """
    try:
        return UPDATE.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return msgspec.convert(read_leniently(body), Update)


async def whole_body(receive: Receive) -> bytes | None:
    """The body, or None when it is longer than any update; raises ClientDisconnect."""
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MOST_BYTES:
            return None
    return body


def secret_for(token: str) -> str:
    """A secret of the bot's own where none is set: the same in every process, told to nobody."""
    return hmac.new(token.encode(), b"webhook secret", hashlib.sha256).hexdigest()
