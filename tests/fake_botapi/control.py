"""The control surface of a fake that runs as a process of its own: JSON over HTTP.

``POST /control/<act>`` with a JSON object; the answer is a JSON value. Acts are the methods of
`Control` below whose names begin with ``do_``.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
from aiohttp import web

from .crowd import Crowd, Load
from .screen import ScreenMessage
from .storm import Presses, run_storm
from .trouble import Trouble

if TYPE_CHECKING:
    from .person import Person
    from .server import FakeBotApi

Act = Callable[[dict[str, Any]], object]


class Control:
    """Acts on the fake by name."""

    def __init__(self, api: FakeBotApi) -> None:
        self._api = api

    async def handle(self, act: str, request: web.BaseRequest) -> web.Response:
        """Runs one act; 404 for an unknown one, 400 with the reason for a wrong one."""
        do = getattr(self, f"do_{act}", None)
        if do is None:
            return web.json_response({"error": f"no act {act!r}"}, status=404)
        body = await request.content.read()
        try:
            given = msgspec.json.decode(body, type=dict[str, Any]) if body else {}
            result = await do(given)
        except (KeyError, TypeError, AssertionError, msgspec.MsgspecError) as wrong:
            return web.json_response({"error": repr(wrong)}, status=400)
        return web.Response(body=msgspec.json.encode(result), content_type="application/json")

    def _person(self, given: dict[str, Any]) -> Person:
        return self._api.people[given.pop("person")]

    async def do_people(self, given: dict[str, Any]) -> object:
        """``count`` new people (default 1), else as `FakeBotApi.person`; gives their ids."""
        count = given.pop("count", 1)
        return [self._api.person(**given).id for _ in range(count)]

    async def do_send(self, given: dict[str, Any]) -> object:
        """``person`` sends ``text``; gives the message id."""
        return await self._person(given).sends(given["text"])

    async def do_send_many(self, given: dict[str, Any]) -> object:
        """Each of ``people`` sends ``text``, ``times`` times in turn; gives the number sent."""
        times = given.get("times", 1)
        for _ in range(times):
            for person in given["people"]:
                await self._api.people[person].sends(given["text"])
        return times * len(given["people"])

    async def do_press(self, given: dict[str, Any]) -> object:
        """``person`` presses ``label``, or sends ``data`` from the newest message."""
        person = self._person(given)
        if "data" in given:
            await person.press(given["data"])
        else:
            await person.presses(given["label"], within=given.get("within"))
        return True

    async def do_see(self, given: dict[str, Any]) -> object:
        """Waits until ``person`` sees ``contains``; gives the message."""
        return _shown(await self._person(given).sees(**given))

    async def do_screen(self, given: dict[str, Any]) -> object:
        """Everything on the screen of ``person``."""
        return [_shown(message) for message in self._person(given).screen]

    async def do_contact(self, given: dict[str, Any]) -> object:
        """``person`` shares her own number."""
        return await self._person(given).shares_contact()

    async def do_place(self, given: dict[str, Any]) -> object:
        """``person`` shares ``latitude`` and ``longitude``."""
        return await self._person(given).shares_place(**given)

    async def do_photo(self, given: dict[str, Any]) -> object:
        """``person`` sends ``content`` (base64) as a photo."""
        content = base64.b64decode(given["content"])
        return await self._person(given).sends_photo(content, given.get("caption", ""))

    async def do_block(self, given: dict[str, Any]) -> object:
        """``person`` blocks the bot."""
        await self._person(given).blocks_bot()
        return True

    async def do_latency(self, given: dict[str, Any]) -> object:
        """Adds ``seconds`` to every answer from now on."""
        self._api.latency = float(given["seconds"])
        return True

    async def do_trouble(self, given: dict[str, Any]) -> object:
        """Asks for trouble, with the fields of `Trouble`."""
        self._api.platform.troubles.add(msgspec.convert(given, Trouble))
        return True

    async def do_redeliver(self, given: dict[str, Any]) -> object:
        """Delivers the ``last`` acknowledged updates again."""
        self._api.redeliver(given.get("last", 1))
        return True

    async def do_crowd(self, given: dict[str, Any]) -> object:
        """A crowd taps, with the fields of `Load`; gives what `Crowd.run` counted."""
        return await Crowd(self._api, msgspec.convert(given, Load)).run()

    async def do_storm(self, given: dict[str, Any]) -> object:
        """People press without waiting, with the fields of `Presses`; gives how often."""
        return await run_storm(self._api, msgspec.convert(given, Presses))

    async def do_counters(self, given: dict[str, Any]) -> object:
        """Calls by method, updates that wait, and messages on all screens."""
        del given
        platform = self._api.platform
        return {
            "calls": dict(self._api.counts),
            "pending": len(platform.updates.pending),
            "last_update_id": platform.updates.last_id,
            "messages": sum(len(chat.messages) for chat in platform.chats.values()),
            "refusals": len(self._api.refusals),
            "unanswered": len(self._api.unanswered_presses()),
        }

    async def do_complaints(self, given: dict[str, Any]) -> object:
        """What `FakeBotApi.complaints` says."""
        del given
        return self._api.complaints()

    async def do_quiet(self, given: dict[str, Any]) -> object:
        """Waits until everything is acknowledged and the bot pauses."""
        await self._api.quiet(given.get("settle", 0.05), given.get("within"))
        return True


def _shown(message: ScreenMessage) -> dict[str, object]:
    return {
        "id": message.id,
        "mine": message.mine,
        "kind": message.kind,
        "words": message.words,
        "rows": message.rows,
        "keyboard": list(message.keyboard),
        "edited": message.edited,
        "place": message.place,
    }
