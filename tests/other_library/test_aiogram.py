"""An order taken through an aiogram dispatcher: the same models, and the family is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime

import pytest

from models.kernel.acting import Acting
from models.kernel.database import Database
from models.people.access import invite
from models.products.product_pages import product_card
from models.products.tables import Product
from tests.bot.opened import opened
from tests.fake_botapi import FakeBotApi
from tests.support.shelves import an_option
from tests.support.waiting import PATIENCE

OTHER_TOKEN = "4242424242:AAEother-library-bot-token-for-tests000"


@asynccontextmanager
async def aiogram_polls(api: FakeBotApi, database: Database) -> AsyncIterator[None]:
    """The aiogram shop, asking its own Bot API for updates."""
    # It takes seconds to bring in, and only the worker that runs these tests needs it.
    from tests.other_library.aiogram_shop import shop_bot, shop_dispatcher

    bot, dispatcher = shop_bot(api.token, api.base_url), shop_dispatcher(database)
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, close_bot_session=True)
    )
    try:
        yield
    finally:
        await dispatcher.stop_polling()
        with suppress(asyncio.CancelledError):
            await polling


@pytest.mark.xdist_group("aiogram")
async def test_a_family_is_told_of_an_order_that_another_library_took(database_url: str) -> None:
    database = Database(database_url)
    async with database.write() as session:
        option_id = await an_option(session, stock=3)
        product_id = 1
        card = await product_card(session, product_id)
        assert card is not None
        code = await invite(Acting(session, None, datetime.now(UTC)), family_id=card.family_id)
    async with (
        FakeBotApi(patience=PATIENCE) as ours,
        FakeBotApi(OTHER_TOKEN, patience=PATIENCE) as theirs,
    ):
        umm_rashid, mona = ours.person("أم راشد"), theirs.person("منى")
        async with opened(ours, database_url), aiogram_polls(theirs, database):
            await umm_rashid.starts(f"i_{code}")
            await umm_rashid.sees(card.brand_ar)
            umm_rashid.looks_away()
            await mona.sends(f"/order {option_id} 2")
            number = (await mona.sees("ordered")).words.removeprefix("ordered: ")
            notice = await umm_rashid.sees(number)
            assert card.name_ar in notice.words
            assert "منى" not in notice.words
            assert "501234567" not in notice.words
            await mona.sends(f"/order {option_id} 2")
            await mona.sees("refused: OutOfStock")
        ours.assert_clean()
        theirs.assert_clean()
    async with database.read() as session:
        product = await session.get(Product, product_id)
        assert product is not None
        left = await product_card(session, product_id)
        assert left is not None
        assert [option.on_hand for option in left.options] == [1]
    await database.close()
