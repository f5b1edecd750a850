"""One call of the bot: read, checked, played and recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from .checks import Mistyped
from .methods import TAUGHT, Arguments
from .methods.registry import Play
from .platform import Platform
from .polling import Polling
from .records import CallRecord, Refusal
from .refused import NotTaught, Refused, bad_request
from .signatures import METHODS, Method
from .wire import Fields, Uploads

# Parameters that would change what happens, in ways that nothing here plays.
_NOT_PLAYED = {
    "business_connection_id",
    "message_thread_id",
    "suggested_post_parameters",
    "allow_paid_broadcast",
    "certificate",
    "ip_address",
}


class Calls:
    """Plays calls on a platform and keeps the records of them."""

    def __init__(self, platform: Platform, polling: Polling) -> None:
        self._platform = platform
        self._polling = polling

    async def play(
        self, name: str, fields: Fields, uploads: Uploads, gone: Callable[[], bool]
    ) -> object:
        """The result of a call; raises `Refused`, recorded unless the caller is ``gone``."""
        parameters: Mapping[str, object] = fields
        try:
            method = self._known(name)
            call = read_call(method, fields, uploads)
            parameters = {**call.values, **uploads} if uploads else call.values
            self._record(method.name, parameters)
            if method.name == "getUpdates":
                return await self._polling.get_updates(call)
            return self._taught(method)(self._platform, call)
        except Refused as refused:
            if not gone():
                self._refused(name, parameters, refused)
            raise

    def play_answer(self, fields: dict[str, object]) -> None:
        """Plays a method that came in the answer of the webhook; its result is never told."""
        name = str(fields.pop("method"))
        try:
            method = self._known(name)
            call = read_call(method, fields, {})
            self._record(method.name, call.values)
            self._taught(method)(self._platform, call)
        except Refused as refused:
            self._refused(name, fields, refused)

    def _known(self, name: str) -> Method:
        method = METHODS.get(name.lower())
        if method is None:
            raise Refused(404, "Not Found: method not found")
        return method

    def _taught(self, method: Method) -> Play:
        play = TAUGHT.get(method.name.lower())
        if play is None:
            raise NotTaught(method.name)
        return play

    def _record(self, method: str, parameters: Mapping[str, object]) -> None:
        records = self._platform.records
        now = asyncio.get_running_loop().time()
        records.counts[method] += 1
        if method != "getUpdates":
            records.last_call_at = now
        records.calls.append(CallRecord(method, parameters, now))

    def _refused(self, name: str, parameters: Mapping[str, object], refused: Refused) -> None:
        records = self._platform.records
        if isinstance(refused, NotTaught):
            records.not_taught.append(refused.description)
        elif refused.code != 429:
            records.refusals.append(Refusal(name, parameters, refused.code, refused.description))


def read_call(method: Method, fields: Fields, uploads: Uploads) -> Arguments:
    """The parameters of a call in their types; refuses unknown, missing and mistyped ones."""
    values: dict[str, object] = {}
    known = method.parameters
    for key, raw in fields.items():
        parameter = known.get(key)
        if parameter is None:
            raise bad_request(f"unknown parameter {key} of {method.name}")
        if raw is None:
            raise bad_request(f"parameter {key} of {method.name} is null")
        try:
            values[key] = parameter.parse(raw)
        except Mistyped as wrong:
            raise bad_request(_mistyped(method, key, raw, wrong)) from None
    for key in values.keys() & _NOT_PLAYED:
        raise NotTaught(f"{key} of {method.name}")
    for key in method.required:
        if key not in values and not (known[key].is_file and key in uploads):
            raise bad_request(_missing(key))
    return Arguments(method.name, values, uploads)


def _mistyped(method: Method, key: str, raw: object, wrong: Mistyped) -> str:
    if key == "reply_markup" and method.name.startswith("edit"):
        keys = ("keyboard", "remove_keyboard", "force_reply")
        if isinstance(raw, dict):
            return (
                "inline keyboard expected" if any(each in raw for each in keys) else _at(key, wrong)
            )
        if any(f'"{each}"' in str(raw) for each in keys):
            return "inline keyboard expected"
    return _at(key, wrong)


def _at(key: str, wrong: Mistyped) -> str:
    place = f"{key}.{wrong.path}" if wrong.path else key
    return f"can't parse parameter {place}: expected {wrong.expected}"


def _missing(key: str) -> str:
    if key == "text":
        return "message text is empty"
    return f"{key} is empty" if key != "message_id" else "message identifier is not specified"
