"""The sample bazaar on a busy day: orders in every state, and people of every role."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from typing import Protocol

import msgspec
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.app.assembly import Storefront
from bot.images.photos import accept_photo
from handlers.dialog.drafts import kind_of
from handlers.dialog.states import CODEC
from handlers.staff.products.draft import AddingProduct
from models.accounting.cash_handovers import Amounts, propose
from models.families.families import Family
from models.inbox.threads import Subject, Words, ask
from models.inbox.voices import keep_voice
from models.kernel.database import Database
from models.kernel.money import NOTHING
from models.kernel.shop_terms import DEFAULT_TERMS
from models.messaging.accounts import Account
from models.messaging.form_drafts import NEW, save_draft
from models.messaging.outbox import OwedMessage, give_up
from models.messaging.owing import owe
from models.orders.after_delivery import BroughtBack, return_delivered
from models.orders.cancellation import cancel_by_customer, cancel_by_staff
from models.orders.cash import correct_cash
from models.orders.delivery_plan import Closure
from models.orders.fulfilment import WRONG_ADDRESS, advance, send_back
from models.orders.handover import confirm_delivery
from models.orders.pick_up_changes import set_pick_up_place
from models.orders.plan_changes import add_season, close_days
from models.orders.queries import OrderView, delivery_code, order_for_staff
from models.orders.returns import Disposition
from models.orders.run_planning import Share
from models.orders.run_queries import loose_orders, loose_windows, runs_of
from models.orders.runs import make_runs, take_run
from models.orders.tables import Order
from models.orders.trust import limit_account
from models.orders.wishes import add_line, set_wish
from models.people.access import Role, RoleRow, accept_invitation, invite
from models.people.account_limits import AccountLimit
from models.people.founder import founding, offer_founding, take_on_founding
from models.products.photos import keep_photo
from models.products.publishing import set_wishes
from models.products.stock import take_in
from models.products.tables import Option
from models.products.wanted import set_favourite
from models.sample import load_sample
from tests.bot.whole.hall_day import goods_came_in, hall_is_open
from tests.bot.whole.talk import a_photo
from tests.fake_botapi import FakeBotApi, Person
from tests.support.acting import acting
from tests.support.orders import TO_THE_DOOR, WIDE, an_order, fill_cart, order_cart
from tests.support.pick_ups import AFTERNOON, AT_HALL, TO_THE_COUNTER, offer
from tests.support.shelves import a_person
from tests.support.stocktaking import count_stock
from tests.support.voices import voice_note

STATES = ("placed", "accepted", "packed", "out", "delivered", "cancelled")
EACH = 8
SEVERAL, MANY = 4, 12
RUNS = 12
"""Days on which the courier has a run: more than a page shows."""
OF_ONE_WINDOW = 6
"""Orders of the window that three runs have between them."""
SOUGHT = "123456"
"""The number of an order that everybody asks for."""
LONG_PLACE = ("مجلس ضاحية الرحمانية الكبير قرب الحديقة العامة في الشارقة", "B" * 60)


async def busy_day(database: Database) -> None:
    """The sample with plenty of goods, and orders of somebody who is not on Telegram."""
    now = datetime.now(UTC)
    async with database.write() as session:
        await load_sample(session, now + timedelta(days=2), now)
        options = list(await session.scalars(select(Option.id).where(Option.on_hand > 0)))
        for option_id in options[1:]:
            await take_in(acting(session, now=now), option_id, 500)
        buyer, held = await a_person(session), await a_person(session)
        await limit_account(acting(session, now=now), held, AccountLimit.held)
        for _ in range(SEVERAL):
            await ordered(session, held, options[1:2], "placed", now)
        for state in STATES:
            for _ in range(EACH):
                await ordered(session, buyer, options[1 : 1 + SEVERAL], state, now)
        await ordered(session, buyer, options[1 : 1 + MANY], "placed", now)
        for _ in range(EACH):
            await called_back(session, buyer, options[1], now)
        for _ in range(2):
            locked = await ordered(session, buyer, options[1 : 1 + SEVERAL], "out", now)
            (await session.get_one(Order, locked)).wrong_codes = 5
        await offer(session, [msgspec.structs.replace(AFTERNOON, places=9999)], WIDE)
        await set_pick_up_place(acting(session, now=now), WIDE, *LONG_PLACE)
        for state in ("placed", "accepted", "packed", "packed", "packed", "delivered"):
            await fetched(session, buyer, options[1 : 1 + SEVERAL], state, now)
        for at in range(SEVERAL):
            await a_question(session, at, now)
        for waits in (False, True, True, True):
            await cash_is_carried(session, buyer, options[1:2], now, waits=waits)
        for _ in range(2):
            await unpaid(session, buyer, options[1], now)
        await paid_after_all(session, buyer, options[1], now)
        for name in ("هريس اللحم", "خبز الرقاق"):
            begun = CODEC.encode(AddingProduct(at="name_en", package="atayeb", name_ar=name))
            await save_draft(session, kind_of(AddingProduct), begun, now, NEW)


async def a_question(session: AsyncSession, at: int, now: datetime) -> None:
    """Somebody asks the team: in words, with a photo and with a voice note."""
    note = voice_note(1, at)
    name = hashlib.sha256(note).hexdigest()
    photo = accept_photo(a_photo())
    await keep_voice(session, name, note, 1, now)
    await keep_photo(session, photo.hash, photo.jpeg, photo.width, photo.height, now)
    asks = acting(session, await a_person(session), now)
    for words in (Words(text="متى يصل؟"), Words(photo=photo.hash), Words(voice=name)):
        await ask(asks, words, Subject(), DEFAULT_TERMS)


async def cash_is_carried(
    session: AsyncSession, buyer: int, options: list[int], now: datetime, *, waits: bool
) -> None:
    """A courier, not on Telegram, with cash; it `waits` for the desk to agree to the amount."""
    courier = acting(session, await a_person(session), now)
    session.add(RoleRow(person_id=courier.person_id, role=Role.courier, since=now, name=""))
    order_id = await ordered(session, buyer, options, "out", now)
    total = (await session.get_one(Order, order_id)).total
    code = await delivery_code(session, buyer, order_id)
    assert not await confirm_delivery(courier, order_id, code, total, "")
    if waits:
        await propose(courier, courier.person_id, Amounts(total, total))


async def unpaid(session: AsyncSession, buyer: int, option: int, now: datetime) -> OrderView:
    """An order that was handed over for nothing, which waits for the managers."""
    desk, order = acting(session, now=now), await an_order(session, buyer, {option: 1}, now, WIDE)
    for onward in TO_THE_DOOR:
        await advance(desk, order.id, onward)
    code = await delivery_code(session, buyer, order.id)
    assert not await confirm_delivery(desk, order.id, code, NOTHING, "short")
    return order


async def paid_after_all(session: AsyncSession, buyer: int, option: int, now: datetime) -> None:
    """An order that came back whole, unpaid it seemed; its cash is owed to the customer.

    Its number is one that somebody types.
    """
    desk, order = acting(session, now=now), await unpaid(session, buyer, option, now)
    brought = [BroughtBack(order.lines[0].id, 1, Disposition.shelf)]
    await return_delivered(desk, order.id, brought, nth=1, with_fee=True)
    await correct_cash(desk, order.id, order.total, "miskeyed")
    (await session.get_one(Order, order.id)).number = SOUGHT


async def called_back(session: AsyncSession, person_id: int, option: int, now: datetime) -> None:
    """An order that was cancelled while it was out: its goods are to be looked at."""
    order = await an_order(session, person_id, {option: 2}, now, WIDE)
    for onward in TO_THE_DOOR:
        await advance(acting(session, now=now), order.id, onward)
    await cancel_by_staff(acting(session, now=now), order.id, "unreachable")


async def ordered(
    session: AsyncSession, person_id: int, options: list[int], state: str, now: datetime
) -> int:
    """An order of these things in that state; packed ones came back from a wrong address."""
    order = await an_order(session, person_id, dict.fromkeys(options, 1), now, WIDE)
    came_back = state == "packed"
    for onward in TO_THE_DOOR:
        passed = STATES.index(state) >= STATES.index(onward) and state != "cancelled"
        if passed or came_back:
            await advance(acting(session, now=now), order.id, onward)
    if came_back:
        await send_back(acting(session, now=now), order.id, WRONG_ADDRESS, DEFAULT_TERMS)
    if state == "delivered":
        code = await delivery_code(session, person_id, order.id)
        await confirm_delivery(acting(session, now=now), order.id, code, order.total, "")
    if state == "cancelled":
        await cancel_by_staff(acting(session, now=now), order.id, "unavailable")
    return order.id


async def fetched(
    session: AsyncSession, person_id: int, options: list[int], state: str, now: datetime
) -> int:
    """An order of these things to be fetched at the hall, in that state."""
    await fill_cart(session, person_id, dict.fromkeys(options, 1), now)
    place = msgspec.structs.replace(AT_HALL, area=LONG_PLACE[0], address=LONG_PLACE[1])
    order = await order_cart(session, person_id, now, terms=WIDE, to=place)
    for onward in TO_THE_COUNTER:
        if STATES.index(state) >= STATES.index(onward):
            await advance(acting(session, now=now), order.id, onward)
    if state == "delivered":
        code = await delivery_code(session, person_id, order.id)
        await confirm_delivery(acting(session, now=now), order.id, code, order.total, "")
    return order.id


class Known(Protocol):
    """Somebody whom the shop knows by this id of a channel."""

    @property
    def id(self) -> int:
        """The channel's own id of them."""


async def her_own_orders(database: Database, person: Known) -> None:
    """An order of hers in every state."""
    now = datetime.now(UTC)
    found = select(Account.person_id).where(Account.external_id == str(person.id))
    async with database.write() as session:
        person_id = (await session.scalars(found)).one()
        options = list(await session.scalars(select(Option.id).where(Option.on_hand > 100)))
        for state in (*STATES, "placed", "placed"):
            await a_wish(session, person_id, options[2], now)
            await ordered(session, person_id, options[:2], state, now)
        for state in ("placed", "packed", "delivered"):
            await fetched(session, person_id, options[:2], state, now)
        late = await ordered(session, person_id, options[:2], "accepted", now)
        (await session.get_one(Order, late)).day -= timedelta(days=5)
        await a_wish(session, person_id, options[2], now)
        off = await ordered(session, person_id, options[:2], "placed", now)
        await cancel_by_customer(acting(session, person_id, now), off)
        await a_wish(session, person_id, options[2], now)


async def a_wish(session: AsyncSession, person_id: int, option_id: int, now: datetime) -> None:
    """Two pieces of one thing in the cart, each with a wish of its own for its maker."""
    product_id = (await session.get_one(Option, option_id)).product_id
    await set_wishes(acting(session, now=now), product_id, 40)
    shopper = acting(session, person_id, now)
    for wish in ("مريم", "خالد"):
        await set_wish(shopper, option_id, await add_line(shopper, option_id, WIDE), wish)


async def a_favourite_is_sold_out(database: Database, person: Known) -> None:
    """She keeps a product among her favourites of which nothing is left."""
    now = datetime.now(UTC)
    found = select(Account.person_id).where(Account.external_id == str(person.id))
    async with database.write() as session:
        hers = acting(session, (await session.scalars(found)).one(), now)
        options = (await session.scalars(select(Option).where(Option.on_hand > 100))).all()
        await set_favourite(hers, options[-1].product_id, on=True)
        for option in options:
            if option.product_id == options[-1].product_id:
                await count_stock(acting(session, now=now), option.id, 0)


async def her_run(database: Database, person: Known) -> None:
    """A run of hers that is under way, many others, and one whose courier is not on Telegram."""
    found = select(Account.person_id).where(Account.external_id == str(person.id))
    async with database.write() as session:
        person_id = (await session.scalars(found)).one()
        day, window, _ = (await loose_windows(session))[0]
        since = datetime.now(UTC)
        options = list(await session.scalars(select(Option.id).where(Option.on_hand > 100)))
        # How many there are in the first window depends on the hour.
        while len(await loose_orders(session, day, window)) < OF_ONE_WINDOW:
            another = await ordered(session, await a_person(session), options[:2], "packed", since)
            added = await session.get_one(Order, another)
            added.day, added.window = day, window
        ids = [order.order_id for order in await loose_orders(session, day, window)]
        hers = acting(session, person_id, since)
        await make_runs(hers, day, window, [Share(person_id, tuple(ids[:3]))])
        await take_run(hers, (await runs_of(session, person_id))[0].id)
        await make_runs(hers, day, window, [Share(person_id, tuple(ids[3:5]))])
        away = await a_person(session)
        session.add(RoleRow(person_id=away, role=Role.courier, since=since, name=""))
        await session.flush()
        await make_runs(hers, day, window, [Share(away, tuple(ids[5:6]))])
        for days in range(1, RUNS):
            on, order_id = day + timedelta(days=days), await packed_order(session, since)
            (await session.get_one(Order, order_id)).day = on
            await session.flush()
            order = await order_for_staff(session, order_id)
            assert not await make_runs(hers, on, order.window, [Share(person_id, (order_id,))])


async def packed_order(session: AsyncSession, now: datetime) -> int:
    """An order of somebody's that can be put into a run."""
    options = await session.scalars(select(Option.id).where(Option.on_hand > 100))
    order = await an_order(session, await a_person(session), {options.all()[1]: 1}, now, WIDE)
    for onward in TO_THE_DOOR[:2]:
        await advance(acting(session, now=now), order.id, onward)
    return order.id


async def a_day_is_closed(database: Database, person: Known) -> None:
    """A day with orders in it is closed: she was asked for another window, the others were not.

    Far ahead lies a day with a week of its own.
    """
    now = datetime.now(UTC)
    found = select(Account.person_id).where(Account.external_id == str(person.id))
    async with database.write() as session:
        person_id = (await session.scalars(found)).one()
        hers = select(Order).where(Order.person_id == person_id, Order.state == "placed")
        orders = (await session.scalars(hers)).all()
        for order in orders:
            order.window_asked_at = now
        day, who = orders[0].day, acting(session, now=now)
        await close_days(who, DEFAULT_TERMS, Closure(day, day, "عيد", "Eid"))
        first = day + timedelta(days=300)
        await add_season(who, DEFAULT_TERMS, first, first, "رمضان", "Ramadan")


async def come(api: FakeBotApi, shop: Storefront, language: str) -> dict[str, Person]:
    """A customer, a family of two brands, and one person of each role, by the role's name."""
    people = {"customer": api.person("عميلة", language_code=language)}
    await people["customer"].starts()
    await people["customer"].quiet()
    await her_own_orders(shop.database, people["customer"])
    await a_day_is_closed(shop.database, people["customer"])
    await a_favourite_is_sold_out(shop.database, people["customer"])
    await people["customer"].sends("هل يصل الطلب إلى خورفكان قبل صلاة العشاء يوم الخميس القادم؟")
    await others_come_first(api, shop)
    people["family"] = api.person("أسرة", language_code=language)
    for family_id in (1, 2):
        await joins(shop, people["family"], family_id=family_id)
    for role in Role:
        people[role.value] = api.person(role.value, language_code=language)
        await joins(shop, people[role.value], role=role)
    await founder_hands_over(shop.database, people[Role.manager])
    await her_run(shop.database, people[Role.courier.value])
    await hall_is_open(shop.database, people[Role.seller.value].id, people[Role.manager].id)
    await goods_came_in(shop.database)
    await one_message_fails(shop.database, people["customer"])
    return people


async def founder_hands_over(database: Database, manager: Known) -> None:
    """The manager is the founder now, and can hand over in her turn."""
    now = datetime.now(UTC)
    found = select(Account.person_id).where(Account.external_id == str(manager.id))
    async with database.write() as session:
        person_id = (await session.scalars(found)).one()
        founder_id = (await founding(session)).founder_id
        await offer_founding(acting(session, founder_id, now), person_id)
        await take_on_founding(acting(session, person_id, now))


async def others_come_first(api: FakeBotApi, shop: Storefront) -> None:
    """Somebody of each role and of every brand, who can be removed while the others are at work."""
    other = api.person("غيرها")
    for role in Role:
        await joins(shop, other, role=role)
    async with shop.database.write() as session:
        found = select(Account.person_id).where(Account.external_id == str(other.id))
        person_id = (await session.scalars(found)).one()
        for family_id in (await session.scalars(select(Family.id))).all():
            code = await invite(acting(session, now=datetime.now(UTC)), family_id=family_id)
            await accept_invitation(acting(session, person_id, datetime.now(UTC)), code)


async def joins(
    shop: Storefront, person: Person, *, role: Role | None = None, family_id: int | None = None
) -> None:
    """Someone accepts an invitation."""
    async with shop.database.write() as session:
        code = await invite(acting(session, now=datetime.now(UTC)), role=role, family_id=family_id)
    await person.starts(f"i_{code}")
    await person.quiet()


async def one_message_fails(database: Database, person: Known) -> None:
    """A message that could not be sent, for the list of those."""
    now = datetime.now(UTC)
    async with database.write() as session:
        account = (
            await session.scalars(select(Account).where(Account.external_id == str(person.id)))
        ).one()
        await owe(session, account.id, "given-up", "{}", now, due_at=now + timedelta(days=1))
        owed = select(OwedMessage.id).where(OwedMessage.key == "given-up")
        await give_up(session, (await session.scalars(owed)).one(), now, "wrong file")
