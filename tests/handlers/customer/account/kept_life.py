"""A whole life in the shop, and what is left of it in any table: for tests of erasing."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from typing import Any

import msgspec
from sqlalchemy import inspect, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.runtime.pruning import forget_photos_in_portions
from handlers.dialog.actions.audit import ShowAudit
from handlers.dialog.actions.customer import (
    AskTeam,
    Remind,
    SetQuantity,
    StartCheckout,
)
from handlers.dialog.actions.deliveries import ManageOrder
from handlers.dialog.pictures import StoredPhoto, picture_key
from handlers.dialog.speech import encode_reply
from handlers.dialog.turns import Turns
from models.inbox.answers import answer
from models.inbox.drafts import keep_draft
from models.inbox.tables import Question
from models.inbox.threads import Words
from models.inbox.voices import keep_voice
from models.kernel.acting import Acting
from models.kernel.database import Database
from models.kernel.folding import words_of
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.deferred_updates import put_aside
from models.messaging.media_ids import remember_upload
from models.messaging.owed import OwedMessage
from models.messaging.photo_cleanup import UNUSED_FOR
from models.messaging.web_messages import add_message, open_page
from models.orders.cancellation import cancel_by_staff
from models.orders.change_kinds import NewNote, NewPhone
from models.orders.changes import change_by_staff
from models.orders.fulfilment import advance
from models.orders.handover import confirm_delivery
from models.orders.on_behalf import begin_for_caller, claim_orders
from models.orders.queries import delivery_code, order_for_staff
from models.orders.trust import free_account, limit_account
from models.orders.wishes import set_wish
from models.people.access import Role
from models.people.account_limits import AccountLimit
from models.people.addresses import Destination, save_address
from models.people.callers import CallerView
from models.privacy.sweeping import GOODBYE, end_sweep, find_traces, next_to_sweep, remove_traces
from models.products.photos import keep_photo
from models.products.publishing import set_wishes
from tests.handlers import shelf
from tests.handlers.people import customer, staff
from tests.handlers.talk import Talk
from tests.handlers.told import announced
from tests.support import orders as ground
from tests.support.acting import acting
from tests.support.clock import HandClock

NAME, OTHER_NAME, CALLED = "ظبيةالفريدة النادرة", "غزلانالمميزة", "مكالمةالغريبة"
PHONE, OTHER_PHONE, CALLER = "+971509998877", "+971507776655", "+971506665544"
AREA, STREET, NOTE, OTHER_NOTE = "حي العنقاء", "شارع الرخ الأبيض 77", "جرسالعنقاء", "بابالفينيق"
WISH, ASKED, ANSWERED, DRAFT = "نقشالفينيق", "سؤالالعنقاء الطويل", "جوابالرخ", "مسودةالسمندل"
REASON, REASON_2 = "لم ترد ظبيةالفريدة على الهاتف", "اعتذرت غزلانالمميزة"
PHOTO_BYTES, VOICE_BYTES = b"picture-of-the-phoenix", b"OggS-voice-of-the-phoenix"
PHOTO, VOICE = (hashlib.sha256(each).hexdigest() for each in (PHOTO_BYTES, VOICE_BYTES))
CHAT, FILE_ID, ASIDE = "chat-of-the-phoenix", "file-of-the-phoenix", "كلامالسيمرغ"
SHORT = "ضرغم"
HOME = Destination(NAME, PHONE, "sharjah", AREA, STREET, 25.34567, 55.43219, NOTE)
TRACES = (
    *(NAME, OTHER_NAME, CALLED, AREA, STREET, NOTE, OTHER_NOTE, WISH, ASKED, ANSWERED, DRAFT),
    *(REASON, REASON_2, CHAT, "25.34567", "55.43219"),
    *(phone[at:] for phone in (PHONE, OTHER_PHONE, CALLER) for at in (0, 1, 4)),
    *("509 998 877", "50 999 8877", "050-999", PHOTO_BYTES.decode(), VOICE_BYTES.decode()),
    *(PHOTO, VOICE, FILE_ID, ASIDE, SHORT),
    *(word for name in (NAME, OTHER_NAME) for word, _ in words_of(name)),
)


async def a_life(turns: Turns) -> Talk:
    """A customer who ordered, asked, telephoned, was written to, and is about to order again."""
    talk = await customer(turns, CHAT)
    desk = await staff(turns, Role.manager, external_id="desk")
    me, boss = await talk.person_id(), await desk.person_id()
    product = await shelf.add_product(turns, "كعك", "Cake", price=50, on_hand=90)
    option = await shelf.only_option(turns, product)
    hers, theirs = acting_of(turns, me), acting_of(turns, boss)
    async with turns.database.write() as session:
        await set_wishes(theirs(session), product, 100)
        await keep_photo(session, PHOTO, PHOTO_BYTES, 80, 60, turns.clock())
        await keep_voice(session, VOICE, VOICE_BYTES, 2, turns.clock())
        key = picture_key(StoredPhoto(PHOTO))
        await remember_upload(session, talk.channel, key, FILE_ID, turns.clock())
    delivered = await an_order(turns, me, option, wish=WISH)
    async with turns.database.write() as session:
        await change_by_staff(theirs(session), delivered, NewPhone(OTHER_PHONE), DEFAULT_TERMS)
        await change_by_staff(theirs(session), delivered, NewNote(OTHER_NOTE), DEFAULT_TERMS)
    await announced(turns)
    async with turns.database.write() as session:
        for state in ground.TO_THE_DOOR:
            await advance(theirs(session), delivered, state)
        code = await delivery_code(session, me, delivered)
        due = (await order_for_staff(session, delivered)).total
        assert await confirm_delivery(theirs(session), delivered, code, due, "") is None
    cancelled = await an_order(turns, me, option, to=HOME)
    async with turns.database.write() as session:
        await cancel_by_staff(theirs(session), cancelled, REASON)
        caller = await begin_for_caller(theirs(session), CallerView(CALLER, CALLED), "ar")
    called = await an_order(turns, caller, option)
    async with turns.database.write() as session:
        await cancel_by_staff(theirs(session), called, REASON_2)
        await claim_orders(hers(session), CALLER)
    await talk.presses_old(Remind(on=True))
    await talk.presses_old(AskTeam(order_id=delivered))
    await talk.says(ASKED)
    await announced(turns)
    async with turns.database.write() as session:
        question = (await session.scalars(select(Question))).one()
        await answer(theirs(session), question.id, ANSWERED, question.version)
        await keep_draft(hers(session), Words(text=DRAFT, photo=PHOTO, voice=VOICE))
    await desk.presses_old(ManageOrder(delivered))
    await decided_about(turns, desk, me)
    await pages(turns, talk, desk)
    await talk.says(NAME, SHORT)  # they are searched for, and not found
    await turns.count_unfound()
    await talk.presses_old(SetQuantity(option, 1))
    await talk.presses_old(StartCheckout())
    await talk.says(OTHER_NAME)
    await announced(turns)
    async with turns.database.write() as session:
        waits = {7: f'{{"text":"{ASIDE}"}}'}
        await put_aside(session, talk.channel, waits, turns.clock(), {7: talk.external_id})
    return talk


async def decided_about(turns: Turns, desk: Talk, person_id: int) -> None:
    """A manager looks at who orders under a short name, and reads afterwards what was decided."""
    boss = await desk.person_id()
    async with turns.database.write() as session:
        await save_address(session, person_id, msgspec.structs.replace(HOME, name=SHORT))
        await limit_account(acting(session, boss, turns.clock()), person_id, AccountLimit.held)
        await free_account(acting(session, boss, turns.clock()), person_id)
    await desk.presses_old(ShowAudit())
    assert SHORT in desk.text
    assert PHONE[4:] not in desk.text


def acting_of(turns: Turns, person_id: int) -> Callable[[AsyncSession], Acting]:
    """That person acting at the time of the clock, in a session that is given."""
    return lambda session: acting(session, person_id, turns.clock())


async def an_order(
    turns: Turns, person_id: int, option: int, *, to: Destination = HOME, wish: str = ""
) -> int:
    """An order of one piece for that person; its id."""
    async with turns.database.write() as session:
        await ground.fill_cart(session, person_id, {option: 1}, turns.clock())
        if wish:
            await set_wish(acting(session, person_id, turns.clock()), option, 0, wish)
        return (await ground.order_cart(session, person_id, turns.clock(), to=to)).id


async def pages(turns: Turns, *talks: Talk) -> None:
    """Let what each last read, and all that they are owed, stand on a chat page too."""
    async with turns.database.write() as session:
        for talk in talks:
            whose = select(Account.id).where(Account.external_id == talk.external_id)
            account = (await session.scalars(whose)).one()
            await open_page(session, account)
            owed = select(OwedMessage.reply).where(OwedMessage.account_id == account)
            for body in (encode_reply(talk.reply), *await session.scalars(owed)):
                await add_message(session, account, body, turns.clock())


async def everything(database: Database) -> AsyncIterator[tuple[str, bytes]]:
    """Each value of each column of each table, text and bytes alike, packed ones unpacked."""
    async with database.read() as session:
        connection = await session.connection()
        names = await connection.run_sync(lambda held: inspect(held).get_table_names())
        assert {"orders", "facts", "page_messages"} <= set(names)
        for name in names:
            for row in (await session.execute(text(f'SELECT * FROM "{name}"'))).mappings():
                for column, value in row.items():
                    for form in forms(value):
                        yield f"{name}.{column}", form


def forms(value: Any) -> Iterator[bytes]:
    """The value as it may be read."""
    raw = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
    yield raw
    with suppress(zlib.error):
        yield zlib.decompress(raw)


async def left(database: Database) -> set[str]:
    """Where something of the person stands, and what."""
    escaped = [(trace, json.dumps(trace)[1:-1].encode()) for trace in TRACES]
    marks = [*escaped, *((trace, trace.encode()) for trace in TRACES)]
    return {
        f"{where}: {trace}"
        async for where, form in everything(database)
        for trace, mark in marks
        if mark in form
    }


async def swept(turns: Turns, clock: HandClock) -> None:
    """What the shop's clock does behind an erasing, and with photos that are in use nowhere."""
    clock.now += GOODBYE
    while True:
        async with turns.database.read() as session:
            waits = await next_to_sweep(session, clock.now)
        if waits is None:
            break
        traces = await find_traces(turns.database.read, waits)
        async with turns.database.write() as session:
            await remove_traces(session, traces, clock.now)
            await end_sweep(session, waits.person_id, clock.now)
    clock.now += 2 * UNUSED_FOR
    await forget_photos_in_portions(turns.database, clock.now - UNUSED_FOR)
