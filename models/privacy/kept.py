"""What is kept of a person, table by table: shown, given out as a file, and what erasing looks for.

Every statement reads an index of that person, their orders, questions or accounts.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeAlias

import msgspec
from sqlalchemy import Select, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from models.bazaars.reminders import Subscription
from models.hall.note_tables import SAID, GoodsNote, SupplyOffer
from models.hall.sale_tables import HallSale, HallSaleLine
from models.hall.till_tables import Till
from models.inbox.tables import Draft, Question, QuestionMessage
from models.kernel.facts import FactRow, SupplyOffered, tag_of
from models.kernel.money import Money
from models.messaging.accounts import Account
from models.messaging.notice_habits import NoticeHabit
from models.orders.cart_lines import CartLine
from models.orders.tables import Order, OrderLine
from models.people.access import FamilyMember, Invitation, RoleRow
from models.people.account_limits import AccountLimitRow
from models.people.callers import Caller
from models.people.people import Person, SavedAddress
from models.privacy.whom import numbers_of
from models.products.tables import Option, Product
from models.products.wanted_tables import Favourite, OptionAlert, StockAlert

Value: TypeAlias = str | int | float | bool | date | datetime | None
Rows: TypeAlias = tuple[dict[str, Value], ...]


class Kept(msgspec.Struct, frozen=True):
    """All that is kept of a person and of the numbers that they proved theirs, as rows by column.

    Money is in fils, moments are in UTC.
    """

    person: Rows
    chats: Rows
    telephone_numbers: Rows
    last_address: Rows
    cart: Rows
    orders: Rows
    order_lines: Rows
    receipts: Rows
    receipt_lines: Rows
    tills: Rows
    note_words: Rows
    supply_offers: Rows
    messages: Rows
    unsent_messages: Rows
    reminders: Rows
    favourites: Rows
    stock_alerts: Rows
    option_alerts: Rows
    notice_habits: Rows
    limits: Rows
    roles: Rows
    families: Rows
    invitations: Rows


SAVED = ("name", "phone", "emirate", "area", "address", "latitude", "longitude")
ORDER = (
    *("number", "state", "placed_at", "name", "phone", "emirate", "area", "address"),
    *("latitude", "longitude", "note", "day", "window", "total", "taken", "refunded", "reason"),
)
LINE = ("name_ar", "name_en", "label_ar", "label_en", "price", "quantity", "wish")
RECEIPT = ("till_id", "number", "at", "total", "cash", "card", "refunded")
SOLD = ("name_ar", "name_en", "label_ar", "label_en", "price", "quantity", "discount")
TILL = ("id", "opened_at", "closed_at", "opening_float", "receipts")
SAID_OF_NOTE = ("id", "kind", "said_at", "word")


async def kept_of(session: AsyncSession, person_id: int) -> Kept:
    """What is kept of the person now."""
    people = await numbers_of(session, person_id)
    found = {name: await rows(session, chosen) for name, chosen in statements(people).items()}
    return Kept(**found)


def statements(people: Sequence[int]) -> dict[str, Select[Any]]:
    """What is asked for, by the names of the fields."""
    lines = (Order.number.label("order"), *columns(OrderLine, LINE))
    sold = (HallSale.till_id, HallSale.number, *columns(HallSaleLine, SOLD))
    wanted = (Product.name_ar, Product.name_en)
    offered = (*wanted, Option.label_ar, Option.label_en, SupplyOffer.quantity, SupplyOffer.at)
    said = (QuestionMessage.by_staff, QuestionMessage.text, QuestionMessage.photo)
    return {
        "person": of(people, Person.id, Person.id, Person.language, Person.created_at),
        "chats": of(people, Account.person_id, *columns(Account, ("channel", "external_id"))),
        "telephone_numbers": of(people, Caller.person_id, Caller.phone, Caller.name),
        "last_address": of(people, SavedAddress.person_id, *columns(SavedAddress, SAVED)),
        "cart": of(people, CartLine.person_id, Product.name_ar, CartLine.quantity, CartLine.wish)
        .join(Option, Option.id == CartLine.option_id)
        .join(Product, Product.id == Option.product_id),
        "orders": of(people, Order.person_id, *columns(Order, ORDER)).order_by(Order.id),
        "order_lines": of(people, Order.person_id, *lines)
        .join(OrderLine, OrderLine.order_id == Order.id)
        .order_by(OrderLine.id),
        "receipts": of(people, HallSale.person_id, *columns(HallSale, RECEIPT)).order_by(
            HallSale.id
        ),
        "receipt_lines": of(people, HallSale.person_id, *sold)
        .join(HallSaleLine, HallSaleLine.sale_id == HallSale.id)
        .order_by(HallSaleLine.id),
        "tills": of(people, Till.person_id, *columns(Till, TILL)).order_by(Till.id),
        "note_words": of(people, GoodsNote.said_by, *columns(GoodsNote, SAID_OF_NOTE))
        .where(text(SAID))
        .order_by(GoodsNote.id),
        "supply_offers": of(people, SupplyOffer.person_id, *offered)
        .join(Option, Option.id == SupplyOffer.option_id)
        .join(Product, Product.id == Option.product_id)
        .where(SupplyOffer.family_id.in_(offering_families(people)))
        .order_by(SupplyOffer.id),
        "messages": of(people, Question.person_id, QuestionMessage.at, *said, QuestionMessage.voice)
        .join(QuestionMessage, QuestionMessage.question_id == Question.id)
        .order_by(QuestionMessage.id),
        "unsent_messages": of(people, Draft.person_id, Draft.at, Draft.text, Draft.photo),
        "reminders": of(people, Subscription.person_id, Subscription.topic, Subscription.since),
        "favourites": of(people, Favourite.person_id, *wanted).join(
            Product, Product.id == Favourite.product_id
        ),
        "stock_alerts": of(people, StockAlert.person_id, *wanted).join(
            Product, Product.id == StockAlert.product_id
        ),
        "option_alerts": of(
            people, OptionAlert.person_id, *wanted, Option.label_ar, Option.label_en
        )
        .join(Option, Option.id == OptionAlert.option_id)
        .join(Product, Product.id == Option.product_id),
        "notice_habits": of(people, NoticeHabit.person_id, NoticeHabit.topic, NoticeHabit.habit),
        "limits": of(people, AccountLimitRow.person_id, AccountLimitRow.kind),
        "roles": of(people, RoleRow.person_id, RoleRow.role, RoleRow.name, RoleRow.since),
        "families": of(people, FamilyMember.person_id, FamilyMember.name, FamilyMember.since),
        "invitations": of(people, Invitation.used_by, Invitation.name, Invitation.used_at),
    }


def offering_families(people: Sequence[int]) -> Select[Any]:
    """The families for whom these people have ever offered goods: offers are found by family."""
    offered = (FactRow.actor_id.in_(people), FactRow.kind == tag_of(SupplyOffered))
    return select(FactRow.family_id).where(*offered)


def of(people: Sequence[int], whose: Any, *wanted: Any) -> Select[Any]:
    """The look-up of these columns for those people."""
    return select(*wanted).select_from(whose.class_).where(whose.in_(people))


def columns(table: Any, names: Sequence[str]) -> tuple[Any, ...]:
    """The columns of these names."""
    return tuple(getattr(table, name) for name in names)


async def rows(session: AsyncSession, chosen: Select[Any]) -> Rows:
    """What was found, each row by its columns' names."""
    found = (await session.execute(chosen)).mappings()
    return tuple({name: plain(value) for name, value in row.items()} for row in found)


def plain(value: Any) -> Value:
    """The value as it is given out: money as its fils."""
    kept: Value = value.fils if isinstance(value, Money) else value
    return kept
