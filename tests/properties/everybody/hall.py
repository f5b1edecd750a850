"""What is done in the hall: tills are opened and handed over, things are sold and come back."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from sqlalchemy import select

from models.accounting.ledger import CARD, Balance
from models.accounting.purses import purse_of
from models.hall.counting import TillCount, close_till, count_till, take_over, withdraw_count
from models.hall.left_open import note_left_open
from models.hall.refunds import ComesBack
from models.hall.refusals import TillIsOpen
from models.hall.returns import NewReturn, take_back, void_sale
from models.hall.sale_tables import HallSaleLine
from models.hall.sales import Item, NewSale, Payment, sell
from models.hall.tills import cash_in, move_cash, open_till
from models.kernel.calendar import dubai_day
from models.kernel.money import NOTHING, Money
from models.kernel.refusals import NotAllowed, Refusal
from models.messaging.accounts import Account
from models.people.access import Role
from models.reports.whereabouts import whereabouts
from tests.properties.everybody.base import any_order, few, fitting, things
from tests.properties.everybody.desk import SOON
from tests.properties.everybody.goods import A_DAY, Goods
from tests.properties.everybody.hall_reckoning import Drawer, Sold, SoldLine
from tests.properties.everybody.reckoning import in_coins
from tests.support.clock import MORNING
from tests.support.halls import FLOAT, a_bazaar
from tests.support.runs import a_courier

SELLERS = ("sara", "sana")
seller = st.sampled_from(SELLERS)
coins = st.integers(-900, 900).filter(bool)
COIN = Money(25)


class Hall(Goods):
    """Two sellers in the hall, each with a till of her own; the boss settles cash."""

    async def prepare(self) -> None:
        """The sellers beside everybody else, and a bazaar that is open."""
        await super().prepare()
        for name in SELLERS:
            self.ids[name] = await a_courier(self.session, name, Role.seller)
            self.names[self.ids[name]] = name
            account = Account(
                person_id=self.ids[name], channel="telegram", external_id=name, added_at=MORNING
            )
            self.session.add(account)
        self.bazaar = await a_bazaar(self.session)
        self.sold_on: set[tuple[int, date]] = set()
        await self.announce()
        await self.new_notices()

    def is_done(self, done: Any, possible: bool, act: str) -> bool:
        """Whether it was done; nothing is done but what till and goods allow."""
        was_done = not isinstance(done, Refusal)
        assert was_done == possible, f"doorplate: {act} came to {done!r}"
        return was_done

    # ------------------------------------------------------------ tills

    @rule(name=seller, twice=st.booleans())
    def a_till_is_opened(self, name: str, twice: bool) -> None:
        token, mine = self.token(), self.reckoning.drawer_of(self.ids[name])
        done = self.attempt(open_till(self.by(name), self.bazaar, FLOAT, token))
        if self.is_done(done, not mine, "open a till"):
            self.reckoning.drawers[done] = Drawer(self.ids[name], FLOAT.fils)
            self.reckoning.till -= FLOAT.fils
            again = token if twice else self.token()
            found = self.attempt(open_till(self.by(name), self.bazaar, FLOAT, again))
            assert found == done if twice else isinstance(found, TillIsOpen), "doorplate: a till"

    @rule(name=seller, many=coins)
    def cash_is_put_in_or_taken_out(self, name: str, many: int) -> None:
        amount, mine = COIN * many, self.reckoning.open_drawer(self.ids[name])
        done = self.attempt(move_cash(self.by(name), amount, "change"))
        drawer = self.reckoning.drawers.get(mine)
        possible = drawer is not None and drawer.cash + amount.fils >= 0
        if self.is_done(done, possible, "move cash") and drawer is not None:
            drawer.cash += amount.fils
            self.reckoning.till -= amount.fils

    @rule(
        name=seller, beside=st.sampled_from((0, 0, -2, 3)), over=st.booleans(), boss=st.booleans()
    )
    def a_till_is_counted(self, name: str, beside: int, over: bool, boss: bool) -> None:
        """By its seller, for the centre or the other one; or by the boss who counts otherwise."""
        drawer_id = self.reckoning.drawer_of(self.ids[name])
        if not drawer_id:
            return
        drawer = self.reckoning.drawers[drawer_id]
        other = next(one for one in SELLERS if one != name) if over and not boss else ""
        pieces = max(drawer.cash // COIN.fils + beside, 0)
        answers = drawer.waits if boss else 0
        count = TillCount({COIN: pieces}, Money(drawer.cash), "so", self.ids.get(other), answers)
        who = "boss" if boss else name
        done = self.attempt(count_till(self.by(who), drawer_id, count))
        if not self.is_done(done, drawer.state == "open" or answers > 0, "count"):
            return
        drawer.state, drawer.waits, drawer.to = "counted", done, other
        drawer.counted = pieces * COIN.fils
        phrase = "told-till-for-you" if other else "told-till-counted"
        self.hear(phrase, (other or (name if boss else "boss"),))

    @rule(name=seller, agrees=st.booleans())
    def the_other_side_answers_the_count(self, name: str, agrees: bool) -> None:
        drawer_id = self.reckoning.drawer_of(self.ids[name])
        drawer = self.reckoning.drawers.get(drawer_id)
        if drawer is None or drawer.state != "counted":
            return
        if not agrees:
            self.run(withdraw_count(self.by("boss"), drawer.waits))
            self.hear("told-till-count-withdrawn", (name, drawer.to))
            drawer.state, drawer.waits = "open", 0
        elif drawer.to:
            self.is_taken_over(drawer_id, drawer, name)
        else:
            self.is_closed(drawer_id, drawer, name)

    def is_closed(self, drawer_id: int, drawer: Drawer, name: str) -> None:
        """The cash goes to the centre, once, when the side that did not count it agrees."""
        counted_by_boss = not isinstance(
            self.attempt(close_till(self.by(name), drawer.waits)), Refusal
        )
        if not counted_by_boss:
            self.run(close_till(self.by("boss"), drawer.waits))
        assert isinstance(self.attempt(close_till(self.by("boss"), drawer.waits)), Refusal)
        self.closing_is_told("told-till-closed", drawer, name, name if counted_by_boss else "boss")
        self.reckoning.close(drawer_id, 0)

    def is_taken_over(self, drawer_id: int, drawer: Drawer, name: str) -> None:
        """The other seller sells on with it, where she has no till of her own."""
        wrong = self.attempt(close_till(self.by("boss"), drawer.waits))
        assert isinstance(wrong, NotAllowed), "doorplate: the centre takes what is another's"
        done = self.attempt(take_over(self.by(drawer.to), drawer.waits, self.token()))
        busy = self.reckoning.drawer_of(self.ids[drawer.to])
        if self.is_done(done, not busy, "take over"):
            again = self.attempt(take_over(self.by(drawer.to), drawer.waits, self.token()))
            assert isinstance(again, Refusal), "doorplate: taken over twice"
            self.reckoning.drawers[done] = Drawer(self.ids[drawer.to], 0)
            self.closing_is_told("told-till-taken", drawer, name, drawer.to)
            self.reckoning.close(drawer_id, done)

    def closing_is_told(self, phrase: str, drawer: Drawer, name: str, who: str) -> None:
        """Whose till it was, and the boss where it is not what it should be."""
        differs = drawer.cash != drawer.counted
        self.hear(phrase, {name, *(("boss",) if differs else ())}, who)

    @rule()
    def the_bazaar_closes_for_the_day(self) -> None:
        """The boss hears once of each till that is open still, and so does its seller."""
        by = self.by("boss")
        for _ in range(2):
            self.run(note_left_open(type(by)(by.session, None, self.now + A_DAY)))
        for drawer in self.reckoning.drawers.values():
            if drawer.state == "open" and not drawer.told:
                drawer.told = True
                self.hear("told-till-left-open", ("boss", drawer.person))

    # ------------------------------------------------------------ sales

    @rule(name=seller, wants=st.dictionaries(things, few, min_size=1, max_size=2),
          let_off=st.sampled_from((0, 0, 1, 30)), card=st.sampled_from((0, 0, 1, 2)))  # fmt: skip
    def something_is_sold(self, name: str, wants: dict[int, int], let_off: int, card: int) -> None:
        """In cash, by card (2), or a part of each; what is let off is off the first thing."""
        if not self.reckoning.drawer_of(self.ids[name]):
            self.a_till_is_opened(name, twice=False)
        self.sell(name, self.named(wants), let_off, card)

    def sell(self, name: str, wants: Any, let_off: int, card: int) -> None:
        """Across the table; pressed twice, it is one sale."""
        lines = [SoldLine(thing, pieces, 0) for thing, pieces in wants.items()]
        lines[0].let_off = let_off
        due = self.reckoning.worth(wants) - let_off
        by_card = (0, due // 2, due)[card]
        items = (Item(one.thing, one.pieces, Money(one.let_off)) for one in lines)
        payment = Payment(Money(by_card), "slip" if card else "")
        new = NewSale(self.token(), tuple(items), Money(due), payment, "a friend")
        done = self.attempt(sell(self.by(name), new, SOON))
        drawer = self.reckoning.open_drawer(self.ids[name])
        made = any(map(self.is_made, wants))
        if self.is_done(done, bool(drawer) and not made and self.reckoning.is_had(wants), "sell"):
            assert self.run(sell(self.by(name), new, SOON)) == done, "doorplate: sold twice"
            cash = in_coins(due - by_card)
            self.reckoning.sell(done, Sold(drawer, lines, cash, by_card))
            self.families_hear("income-hall-sold", wants)
            self.first_of_the_day_is_told(wants)
            self.what_is_left_is_told(wants)

    def first_of_the_day_is_told(self, wants: Any) -> None:
        """To the boss in the place of families that nobody answers for, once a day for each."""
        today = {(family, dubai_day(self.now)) for family in self.reckoning.families(wants)}
        if any(not self.members[family] for family, _ in today - self.sold_on):
            self.hear("manager-not-joined-hall", ("boss",))
        self.sold_on |= today

    def meanwhile(self, thing: int) -> None:
        """A piece of it is sold, where a till is open."""
        for name in SELLERS:
            if self.reckoning.open_drawer(self.ids[name]):
                self.sell(name, self.named({self.things.index(thing): 1}), 0, 0)
                return

    @rule(at=any_order, name=seller, fresh=fitting)
    def a_sale_is_taken_back(self, at: int, name: str, fresh: bool) -> None:
        """Whole and at once, by who made it, out of the till that it was made at."""
        sale_id, sale = self.some_sale(at, name, fresh=fresh)
        if not sale_id:
            return
        drawer_id = self.reckoning.open_drawer(self.ids[name])
        token = self.token()
        done = self.attempt(void_sale(self.by(name), sale_id, "a slip", token, SOON))
        drawer = self.reckoning.drawers.get(drawer_id)
        whole = drawer_id == sale.drawer and sale.is_whole
        possible = drawer is not None and whole and sale.cash <= drawer.cash
        if self.is_done(done, possible, "void") and drawer is not None:
            again = self.run(void_sale(self.by(name), sale_id, "a slip", token, SOON))
            assert again == done, "doorplate: taken back twice"
            drawer.cash -= sale.cash
            self.reckoning.card -= sale.card
            wants = self.named({self.things.index(one.thing): one.pieces for one in sale.lines})
            for line in sale.lines:
                self.reckoning.bring_to_hall(line, line.pieces, to_shelf=True)
            sale.is_whole = False
            self.families_hear("income-hall-void", wants)

    @rule(
        at=any_order,
        which=st.booleans(),
        pieces=few,
        to_shelf=st.booleans(),
        to_card=st.booleans(),
        name=seller,
        fresh=fitting,
    )
    def pieces_come_back_to_the_hall(
        self,
        at: int,
        which: bool,
        pieces: int,
        to_shelf: bool,
        to_card: bool,
        name: str,
        fresh: bool,
    ) -> None:
        """To any till that is open, of any seller."""
        sale_id, sale = self.some_sale(at, name, fresh=fresh)
        if not sale_id:
            return
        line = sale.lines[-which]
        drawer = self.reckoning.drawers.get(self.reckoning.open_drawer(self.ids[name]))
        comes = (ComesBack(self.line_ids(sale_id)[line.thing], pieces, to_shelf),)
        new = NewReturn(self.token(), sale_id, comes, "torn", to_card)
        done = self.attempt(take_back(self.by(name), new, SOON))
        had = pieces <= line.pieces
        paid = self.reckoning.things[line.thing].price * pieces
        paid -= self.reckoning.share(line, pieces) if had else 0
        cash, card = self.reckoning.refund(sale, paid, to_card=to_card)
        possible = drawer is not None and had and cash <= drawer.cash
        if self.is_done(done, possible, "return to the hall") and drawer is not None:
            assert self.run(take_back(self.by(name), new, SOON)) == done, "doorplate: back twice"
            self.reckoning.bring_to_hall(line, pieces, to_shelf=to_shelf)
            sale.is_whole = False
            sale.cash_back += paid - card
            sale.card_back += card
            drawer.cash -= cash
            self.reckoning.card -= card
            self.family_hears(self.family_of(line.thing), "income-hall-returned")

    def some_sale(self, at: int, name: str, *, fresh: bool) -> tuple[int, Sold]:
        """One of the sales, mostly one that is made for it; 0 with nothing where there is none."""
        if fresh:
            self.something_is_sold(name, {at % 3: 2}, at % 2, at % 3)
            self.everything_agrees()
        known = list(self.reckoning.sales.items()) or [(0, Sold(0, [], 0, 0))]
        return known[-1] if fresh else known[at % len(known)]

    def line_ids(self, sale_id: int) -> dict[int, int]:
        """The lines of a sale by what they are of."""
        chosen = select(HallSaleLine.option_id, HallSaleLine.id).where(
            HallSaleLine.sale_id == sale_id
        )
        return {row[0]: row[1] for row in self.run(self.session.execute(chosen))}

    # ------------------------------------------------------------ what is looked at

    def look_at_cash(self) -> None:
        """Each till holds what its receipts say, and what cards paid is booked so."""
        super().look_at_cash()
        for drawer_id, drawer in self.reckoning.drawers.items():
            held = self.run(cash_in(self.session, drawer_id))
            assert held.fils == drawer.cash, f"drawer {drawer_id}"
        for name in SELLERS:
            carried = self.run(purse_of(self.session, self.ids[name]))
            assert carried.fils == self.reckoning.purses[self.ids[name]], f"purse of {name}"
        by_card = self.run(
            self.session.scalar(select(Balance.amount).where(Balance.account == CARD))
        )
        assert (by_card or NOTHING).fils == self.reckoning.card, "the card"

    def look_at_stock(self) -> None:
        """And each family reads where her pieces are."""
        super().look_at_stock()
        read = self.run(whereabouts(self.session, self.things[:3]))
        for thing, told in read.items():
            places = self.reckoning.where[thing]
            found = (told.on_shelf, told.reserved, told.sold, told.given_back)
            held = places["orders"] + places["desk"]
            known = (places["shelf"], held, places["customers"], places["family"])
            assert found == known, f"whereabouts of {thing}: {told}"
            came_in = self.reckoning.came_in[thing] - places["lost"]
            assert told.taken_in - told.written_off == came_in, f"whereabouts of {thing}: {told}"
