"""A third channel, of the tests' own: people hand in slips of paper, and each has a pigeonhole."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import count
from typing import NamedTuple

import aiohttp
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.runtime.channel import House, Routes
from bot.runtime.outcomes import Brought, Letter
from handlers.dialog.actions import Action, decode_action, encode_action
from handlers.dialog.links import decode_link, encode_link
from handlers.dialog.rendering import bare
from handlers.dialog.speech import ChannelUser, Choice, Command, Heard, Pressed, Reply, Said, What
from handlers.dialog.turns import Answer
from models.people.people import Language
from tests.support.words import without_icon


class Slip(NamedTuple):
    """What the shop has written to somebody, and the data of the boxes to tick, by their labels."""

    text: str
    boxes: dict[str, str]


class Paper:
    """The channel: a slip begins with `?` for a link, `!` for a box, `/` for a command."""

    name = "paper"
    comes_again = timedelta(days=1)

    def __init__(self) -> None:
        """Nobody has written."""
        self.pigeonholes: dict[str, list[Slip]] = defaultdict(list)
        self.house: House | None = None
        self.is_open = False
        self._numbers = count(1)

    async def link_to(self, action: Action) -> str:
        """What is printed on a poster."""
        return f"paper:?{encode_link(action)}"

    def routes(self, house: House) -> Routes:
        """The box that slips are thrown into."""
        self.house = house
        return Routes(pages=[Route("/paper/{who}", self._handed_in, methods=["POST"])])

    async def start(self, house: House) -> None:
        """From now on slips are read."""
        self.is_open = True

    async def bring(self, letter: Letter) -> Brought:
        """Put an owed message into its pigeonhole."""
        self._write(letter.to.external_id, letter.reply, letter.to.language)
        return "sent"

    async def tend(self) -> None:
        """Paper needs no care."""

    async def close_door(self) -> None:
        """No slip is read any more."""
        self.is_open = False

    async def stop(self) -> None:
        """Nothing is held."""

    async def _handed_in(self, request: Request) -> Response:
        if not self.is_open or self.house is None:
            return Response(status_code=503)
        who, slip = request.path_params["who"], (await request.body()).decode()
        heard = Heard(ChannelUser(self.name, who, "en"), meaning(slip), str(next(self._numbers)))

        async def show(answer: Answer) -> None:
            self._write(who, answer.reply, answer.language)

        await self.house.intake.take(heard, show)
        return Response()

    def _write(self, who: str, reply: Reply, language: Language) -> None:
        for card in reply.cards:
            choices = [each for row in card.choices for each in row if isinstance(each, Choice)]
            boxes = {
                without_icon(bare(each.label, language)): encode_action(each.action)
                for each in choices
            }
            self.pigeonholes[who].append(Slip(bare(card.text, language), boxes))


def meaning(slip: str) -> What:
    """What somebody means by a slip."""
    match slip[:1], slip[1:]:
        case "/", command:
            return Command(command)
        case "!", data:
            return Pressed(decode_action(data))
        case "?", payload:
            return Pressed(decode_link(payload), from_link=True)
        case _:
            return Said(slip)


class Writer:
    """Somebody who writes to the shop on paper, over real HTTP."""

    def __init__(self, paper: Paper, name: str, port: int) -> None:
        """`port` is the one of the shop's web host."""
        self._paper = paper
        self._name = name
        self._address = f"http://127.0.0.1:{port}/paper/{name}"

    @property
    def slips(self) -> list[Slip]:
        """All that she was written."""
        return self._paper.pigeonholes[self._name]

    async def writes(self, slip: str) -> None:
        """Hand in a slip, and wait until it is answered."""
        async with (
            aiohttp.ClientSession() as http,
            http.post(self._address, data=slip.encode()) as answer,
        ):
            assert answer.status == 200

    async def ticks(self, label: str) -> None:
        """Tick the newest box whose label begins so."""
        boxes = [box for slip in self.slips for box in slip.boxes.items()]
        found = [data for text, data in boxes if text.startswith(label)]
        assert found, f"no {label!r} among {[text for text, _ in boxes]}"
        await self.writes(f"!{found[-1]}")

    async def is_told(self, text: str) -> bool:
        """Whether a slip of hers holds the text."""
        return any(text in slip.text for slip in self.slips)
