"""Calls of the Bot API, with plain values in and out.

The library's own methods check, convert and copy each parameter and rebuild each answer as
objects: 530 µs for one editMessageMedia, where this way takes 20.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData

from bot.channels.media import File
from bot.ground.metrics import Metrics
from bot.runtime.fair_queue import leave_place

Fields = dict[str, Any]


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
        # The library hands the data to the transport as it is, and the transport is ours.
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
