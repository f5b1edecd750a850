"""The chat page from its opening to its closing: the try-out, with its people side by side."""

from __future__ import annotations

from bot.channels.web.channel import CHANNEL, WebChannel
from bot.channels.web.chat import ChatPage
from bot.channels.web.tryout import open_tryout
from bot.ground.settings import Settings
from bot.runtime.channel import House, Routes
from bot.runtime.outcomes import Brought, Letter
from handlers.dialog.actions import Action
from handlers.dialog.links import encode_link
from models.messaging.accounts import Account
from models.messaging.processed_updates import KEPT


class WebFace:
    """The chat page of one shop."""

    name = CHANNEL
    comes_again = KEPT

    def __init__(self, settings: Settings) -> None:
        """Nobody is there before `start`."""
        self._settings = settings
        self._port = settings.web_port
        self._accounts: dict[str, Account] = {}
        self.channel: WebChannel | None = None

    async def link_to(self, action: Action) -> str:
        """The page's address with the action."""
        return self.address(encode_link(action))

    def address(self, payload: str) -> str:
        """The page's address with the payload of a link."""
        return f"{self._settings.page_address(self._port)}?start={payload}"

    def routes(self, house: House) -> Routes:
        """The page, for this machine alone."""
        self._port = house.port
        self.channel = WebChannel(house.database, house.clock)
        page = ChatPage(self.channel, house.intake.take, self._accounts, self.address)
        return Routes(pages=page.routes(), own_machine=True)

    async def start(self, house: House) -> None:
        """Let the people of the try-out in, with the sample where there is no data yet."""
        self._accounts.update(await open_tryout(house.database, house.clock()))

    async def bring(self, letter: Letter) -> Brought:
        """Store an owed message for its page."""
        assert self.channel is not None, "its routes were made"
        return await self.channel.bring(letter)

    async def tend(self) -> None:
        """Nothing is due here."""

    async def close_door(self) -> None:
        """The web host ends the pages' connections."""

    async def stop(self) -> None:
        """Nothing is held."""
