"""A run and its stops in words: to whom, where, for how much, grouped by where they are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import msgspec

from handlers.dialog.about_order import full_name
from handlers.dialog.actions.deliveries import ManageOrder, StartConfirm, StartNotDelivered
from handlers.dialog.actions.runs import PlaceStop, SayComing, ShowMyRun, ShowStop
from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Card, Choice, Exact, LinkChoice, Phrase, Row, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK
from handlers.staff.desk.maps import place_url, whatsapp_url
from handlers.ui.board import board
from handlers.ui.order_lines import (
    paragraphs,
    phone_words,
    place_words,
    stack,
    window_words,
)
from handlers.ui.order_names import brief_goods
from models.kernel.paging import Page
from models.orders.run_queries import RunView, Stop, run_of
from models.orders.states import OrderState

PER_PAGE = 8
NAME, AREA, GOODS, LABEL = 20, 14, 12, 28
CUSTOMER, ADDRESS, NOTE = 80, 200, 300


async def run_at_hand(turn: Turn, run_id: int) -> RunView:
    """One run, with the sums that coins pay. Refuses: NotFound."""
    run = await run_of(turn.session, run_id)
    return msgspec.structs.replace(
        run,
        stops=tuple(
            msgspec.structs.replace(stop, total=turn.terms.in_cash(stop.total))
            for stop in run.stops
        ),
    )


def page_of_stops(run: RunView, page: int) -> Page[tuple[int, Stop]]:
    """A page of the stops that are left, each with its place (from 1)."""
    numbered = tuple(enumerate(run.stops, 1))
    at = max(0, page) * PER_PAGE
    return Page(numbered[at : at + PER_PAGE], max(0, page), len(numbered) > at + PER_PAGE)


def run_words(
    turn: Turn, run: RunView, heading: Phrase, stops: Sequence[tuple[int, Stop]]
) -> Phrase:
    """The run: its heading, how many stops are left, the cash, and these of its stops."""
    left = say("run-left", count=len(run.stops))
    if run.ended:
        left = say("run-left-ended", left=left, ended=run.ended)
    if not run.stops:
        return paragraphs(heading, left)
    sums = say("run-cash", cash=Amount(run.to_collect(turn.terms)))
    return paragraphs(stack(heading, left, sums), *by_emirate(turn, stops))


def heading_of(run: RunView, phrase: str) -> Phrase:
    """The run's window beneath its name."""
    return say(phrase, window=window_words(run.day, run.window), courier=courier_words(run.courier))


def courier_words(name: str, most: int = NAME) -> Phrase:
    """The courier's name, or that none is known."""
    return say("people-name", name=cut(name, most)) if name else say("people-nameless")


def by_emirate(turn: Turn, stops: Sequence[tuple[int, Stop]]) -> list[Phrase]:
    """The stops one under the other, those that follow each other in an emirate beneath its name.

    What lies in between in the courier's own order is told in that order.
    """
    groups = groupby(stops, lambda numbered: numbered[1].emirate)
    return [
        stack(
            say("run-emirate", emirate=say(f"emirate-{key}")),
            *(stop_line(turn, *one) for one in some),
        )
        for key, some in groups
    ]


def stop_line(turn: Turn, at: int, stop: Stop) -> Phrase:
    """A stop in a list: its place in the run, who, where, what, how much is taken there."""
    return say(
        "run-stop-told" if stop.told else "run-stop",
        at=Exact(str(at)),
        name=cut(stop.name, NAME),
        area=area_words(stop),
        goods=brief_goods(stop, GOODS),
        total=Amount(turn.terms.in_cash(stop.total)),
    )


def area_words(stop: Stop) -> Phrase:
    """The stop's area; for a place that is only a pin, that."""
    return say("place-part", part=cut(stop.area, AREA)) if stop.area else say("place-pin")


def stop_label(at: int, stop: Stop) -> Phrase:
    """A stop on a button."""
    return say("run-stop-choice", at=Exact(str(at)), name=cut(stop.name, LABEL))


def stop_card(turn: Turn, run: RunView, at: int) -> Card:
    """The stop at that place (from 1) of the run, with all that is needed at the door."""
    stop = run.stops[at - 1]
    rows = (*door_rows(run, stop), way_row(stop), order_row(run, at), back_row(run, stop))
    return board(turn, "deliveries", say("run-title"), stop_words(turn, run, at, stop), *rows)


def stop_words(turn: Turn, run: RunView, at: int, stop: Stop) -> Phrase:
    """To whom, where, for how much; and the customer's note."""
    pinned = stop.latitude is not None
    area, address = cut(stop.area, CUSTOMER), cut(stop.address, ADDRESS)
    place = place_words(stop.emirate, area, address, pinned=pinned)
    heading = say(
        "run-stop-heading",
        at=at,
        count=len(run.stops),
        number=full_name(stop.number, brief_goods(stop)),
        state=say(f"state-{stop.state}"),
    )
    lines = [
        say("deliveries-customer", name=cut(stop.name, CUSTOMER), phone=phone_words(stop.phone)),
        say("deliveries-place", place=place),
        say("run-stop-cash", total=Amount(turn.terms.in_cash(stop.total))),
    ]
    if stop.note:
        lines.append(say("deliveries-note", note=cut(stop.note, NOTE)))
    if not stop.has_chat:
        lines.append(say("run-stop-no-chat"))
    elif stop.told:
        lines.append(say("run-stop-knows"))
    return paragraphs(heading, stack(*lines))


def door_rows(run: RunView, stop: Stop) -> tuple[Row, ...]:
    """What is done at the door, and before it, once the order is out."""
    if stop.state != OrderState.out:
        return ()
    coming = Choice(say("button-coming"), SayComing(run.id, stop.order_id))
    delivered = Choice(say("button-delivered"), StartConfirm(stop.order_id))
    failed = Choice(say("button-not-delivered"), StartNotDelivered(stop.order_id))
    is_news = stop.has_chat and not stop.told
    return ((coming,) if is_news else (), (delivered,), (failed,))


def way_row(stop: Stop) -> Row:
    """The map, and the chat with whoever waits there."""
    there = place_url(stop.emirate, stop.area, stop.address, stop.latitude, stop.longitude)
    chat = LinkChoice(say("button-whatsapp"), whatsapp_url(stop.phone))
    return (LinkChoice(say("button-map"), there), chat)


def order_row(run: RunView, at: int) -> Row:
    """The ways to put the stop earlier or later; to the front from further behind."""
    stop, last = run.stops[at - 1], len(run.stops)
    choices = [
        Choice(say(label), PlaceStop(run.id, stop.order_id, to))
        for label, to, possible in (
            ("button-stop-next", 1, at > 2),
            ("button-stop-earlier", at - 1, at > 1),
            ("button-stop-later", at + 1, at < last),
        )
        if possible
    ]
    return tuple(choices)


def back_row(run: RunView, stop: Stop) -> Row:
    """The order's own page, and the run."""
    order = Choice(say("button-this-order"), ManageOrder(stop.order_id))
    return (order, Choice(say("button-my-run"), ShowMyRun(run.id)), TO_DESK)


def stop_choices(run: RunView, stops: Sequence[tuple[int, Stop]]) -> list[Row]:
    """A button for each of these stops."""
    return [(Choice(stop_label(at, stop), ShowStop(run.id, stop.order_id)),) for at, stop in stops]
