"""Calls of the Bot API, with plain values in and out, over python-telegram-bot's HTTP on aiohttp.

The library's own methods check, convert and copy each parameter and rebuild each answer as
objects: 530 µs for one editMessageMedia, where this way takes 20. Its own transport, httpx, looks
through every connection at each request and collapses above some twenty in flight; this one
answered eight times as many updates with 64 in flight.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

import aiohttp
import msgspec
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.media import File, Held
from bot.channels.whole_letters import whole_letters
from bot.ground.metrics import Metrics
from bot.ground.timeouts import CONNECT_S, READ_S
from bot.runtime.fair_queue import leave_place

Fields = dict[str, Any]
CONNECTIONS = 256
KEEP_ALIVE_S = 45.0
_JSON = {"Content-Type": "application/json"}
_ENCODER = msgspec.json.Encoder()
_UNKNOWN_FILE = ("wrong file", "wrong remote file", "file reference")


class CallData:
    """The parameters of a call, with the documented attributes of the library's RequestData."""

    __slots__ = ("contains_files", "multipart_data", "parameters")

    def __init__(self, fields: Fields, files: Mapping[str, File] | None = None) -> None:
        """`files` stand under the names that the fields attach, or their own parameter's."""
        self.parameters = fields
        self.contains_files = bool(files)
        self.multipart_data = {
            name: (file.name, file.content, file.mime) for name, file in (files or {}).items()
        }


class BotApi:
    """The Bot API of one bot."""

    def __init__(self, request: BaseRequest, base_url: str, token: str, metrics: Metrics) -> None:
        """`base_url` is what stands before /bot<token>; files come from <base>/file/bot<token>/."""
        self._request = request
        self._calls = f"{base_url.rstrip('/')}/bot{token}/"
        self._files = f"{base_url.rstrip('/')}/file/bot{token}/"
        self._metrics = metrics
        self._went_well = cache(lambda method: metrics.calls.labels(method, "ok"))

    async def call(
        self,
        method: str,
        fields: Fields | None = None,
        files: Mapping[str, File] | None = None,
        *,
        read_timeout: float | None = None,
    ) -> Any:
        """The result of a call as JSON values; raises the errors of `telegram.error`.

        Whoever calls in a turn gives up the turn's place: the line is waited for from here on.
        """
        leave_place()
        # The library hands the data to the request as it is, and the request is ours.
        data = cast(RequestData, CallData(fields or {}, files))
        waits = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        try:
            result = await self._request.post(self._calls + method, data, read_timeout=waits)
        except Exception as error:
            self._metrics.calls.labels(method, type(error).__name__).inc()
            raise
        self._went_well(method).inc()
        return result

    async def download(self, file_id: str) -> bytes:
        """The bytes of a file that a person sent (at most 20 MB, the limit of getFile)."""
        found = await self.call("getFile", {"file_id": file_id})
        path = found.get("file_path")
        if not path:
            raise TelegramError("the file has no path")
        return await self._request.retrieve(self._files + str(path))


class NotReached(NetworkError):
    """The connection broke, before or after the call was carried out."""


class AiohttpRequest(BaseRequest):
    """Calls over kept-alive connections; errors name what went wrong, never the address.

    The address holds the bot's token, so no exception of aiohttp is passed on.
    """

    __slots__ = ("_session",)

    def __init__(self) -> None:
        """Nothing is opened before `initialize`."""
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """How long an answer may take, in seconds."""
        return READ_S

    async def initialize(self) -> None:
        """Open the pool of connections."""
        self._session = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE_S),
            cookie_jar=aiohttp.DummyCookieJar(),
            headers={"User-Agent": self.USER_AGENT},
        )

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer's object; raises TelegramError for anything else."""
        try:
            return msgspec.json.decode(payload, type=dict[str, Any])
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return read_leniently(payload)
        except RecursionError:
            raise TelegramError("what came is nested too deeply") from None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of one call; raises TimedOut or NotReached."""
        if self._session is None:
            raise NotReached("the transport is not open")
        read = READ_S if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        body, headers = encode_call(request_data)
        try:
            async with self._session.request(
                method, url, data=body, headers=headers, timeout=patience(read)
            ) as answer:
                return answer.status, await answer.read()
        except aiohttp.ConnectionTimeoutError as error:
            # Nothing was sent, so nothing can have arrived.
            raise NotReached(type(error).__name__) from None
        except TimeoutError:
            raise TimedOut from None
        except (aiohttp.ClientError, OSError) as error:
            raise NotReached(type(error).__name__) from None


def read_leniently(payload: bytes) -> dict[str, Any]:
    """An object of JSON without the halves of letters in it.

    One such message would else keep everybody's updates from being read. Raises TelegramError for
    what is no object, and RecursionError for what is nested too deeply.
    """
    try:
        whole = whole_letters(payload.decode(errors="replace"))
        return msgspec.json.decode(whole, type=dict[str, Any])
    except (ValueError, msgspec.MsgspecError):
        raise TelegramError("what came is no JSON object") from None


@cache
def patience(read: float | None) -> aiohttp.ClientTimeout:
    """The time-outs of a call that may take so many seconds to answer; few are ever asked for."""
    return aiohttp.ClientTimeout(sock_connect=CONNECT_S, sock_read=read)


def encode_call(data: RequestData | None) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """The body of a call and its headers: JSON, or a form where files are uploaded."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return _ENCODER.encode(data.parameters), _JSON
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.parameters.items():
        form.add_field(name, value if isinstance(value, str) else _ENCODER.encode(value).decode())
    for name, (file_name, content, mime) in (data.multipart_data or {}).items():
        form.add_field(name, content, filename=file_name, content_type=mime)
    return form, {}


def held_in(result: Any) -> Held | None:
    """The file that a sent or edited message shows; of a photo the largest size."""
    if not isinstance(result, dict):
        return None
    sizes = result.get("photo")
    file = sizes[-1] if sizes else result.get("document") or result.get("voice")
    return Held(file["file_id"], file["file_unique_id"]) if file else None


def is_file_unknown(error: Exception) -> bool:
    """Whether a call was refused because Telegram does not know the file's id any more."""
    return isinstance(error, BadRequest) and error.message.lower().startswith(_UNKNOWN_FILE)
