"""What becomes of families' goods at the centre: notes, what they say of them, and offers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from models.hall.note_answers import ask_again, confirm_note, dispute_note, settle_note
from models.hall.note_tables import NoteKind
from models.hall.notes import Counted, NewNote, book_note
from models.hall.offers import decline_offer, offer_supply, take_offer
from models.kernel.refusals import OutOfStock, Refusal
from models.products.stock import Take
from tests.properties.everybody.base import any_order, few
from tests.properties.everybody.cash import Cash
from tests.properties.everybody.desk import SOON
from tests.properties.everybody.hall_reckoning import CanBring, HallReckoning, Told

moves = st.sampled_from((NoteKind.take_in, NoteKind.give_back, NoteKind.write_off))
stocked = st.integers(0, 2)
clerk = st.sampled_from(("shelf", "boss"))
member = st.sampled_from(("rose", "date", "also"))
ENDS = {NoteKind.give_back: "family", NoteKind.write_off: "lost"}
A_DAY = timedelta(days=1)


class Goods(Cash):
    """Notes and offers of three families; nobody answers for the third one."""

    reckons = HallReckoning
    reckoning: HallReckoning
    tokens = 0

    def token(self) -> str:
        """A token that no other act of this game has."""
        self.tokens += 1
        return f"game-{self.tokens}"

    def family_of(self, thing: int) -> int:
        """Whose thing it is."""
        return self.reckoning.things[thing].family

    def family_hears(self, family: int, phrase: str) -> None:
        """Whoever answers for the family."""
        self.hear(phrase, self.members[family])

    def book(self, note: NewNote, who: str, *, twice: bool) -> Any:
        """Book the note; again with its token it is the same note, and nobody hears of it."""
        done = self.attempt(book_note(self.by(who), note, SOON))
        if twice and not isinstance(done, Refusal):
            assert self.attempt(book_note(self.by(who), note, SOON)) == done, "doorplate: a note"
        return done

    def is_noted(self, done: Any, family: int) -> None:
        """The family reads the note."""
        self.reckoning.notes[done] = Told(family)
        self.family_hears(family, "note-was-made")

    @rule(kind=moves, at=stocked, pieces=few, who=clerk, twice=st.booleans())
    def goods_move_by_a_note(
        self, kind: NoteKind, at: int, pieces: int, who: str, twice: bool
    ) -> None:
        thing = self.things[at]
        goods = (Take(thing, pieces),)
        note = NewNote(kind, self.family_of(thing), self.token(), goods, reason="broken")
        done = self.book(note, who, twice=twice)
        comes = kind is NoteKind.take_in
        possible = comes or self.reckoning.where[thing]["shelf"] >= pieces
        assert isinstance(done, OutOfStock) != possible, f"doorplate: a note came to {done!r}"
        if not possible:
            return
        if comes:
            self.reckoning.take_in(thing, pieces)
        else:
            self.reckoning.carry(thing, pieces, "shelf", ENDS[kind])
            self.what_is_left_is_told((thing,), sold=False)
        self.is_noted(done, self.family_of(thing))

    @rule(at=stocked, beside=st.integers(-2, 2), who=clerk, twice=st.booleans())
    def a_thing_is_counted(self, at: int, beside: int, who: str, twice: bool) -> None:
        thing = self.things[at]
        expected = self.reckoning.where[thing]["shelf"]
        counted = (Counted(thing, max(expected + beside, 0), expected),)
        before = self.expected.copy()
        self.meanwhile(thing)
        more = counted[0].found - expected
        note = NewNote(NoteKind.counted, self.family_of(thing), self.token(), counted=counted)
        done = self.book(note, who, twice=twice)
        possible = self.reckoning.where[thing]["shelf"] + more >= 0
        assert isinstance(done, OutOfStock) != possible, f"doorplate: a count came to {done!r}"
        if not possible:
            return
        if more > 0:
            if expected and not self.reckoning.where[thing]["shelf"]:
                # There are pieces again before anybody was told that the last one was sold.
                self.not_told("last-piece-sold", before)
            self.reckoning.take_in(thing, more)
        elif more < 0:
            self.reckoning.carry(thing, -more, "shelf", "lost")
            self.what_is_left_is_told((thing,), sold=False)
        self.is_noted(done, self.family_of(thing))

    def meanwhile(self, thing: int) -> None:
        """What happens between the counting and the booking of what was counted."""

    @rule(at=any_order, right=st.booleans(), who=member)
    def a_family_answers_a_note(self, at: int, right: bool, who: str) -> None:
        if not self.reckoning.notes:
            return
        note_id = list(self.reckoning.notes)[at % len(self.reckoning.notes)]
        note = self.reckoning.notes[note_id]
        by = self.by(who)
        done = self.attempt(confirm_note(by, note_id) if right else dispute_note(by, note_id, "no"))
        possible = note.state in (("open", "confirmed") if right else ("open",))
        assert isinstance(done, Refusal) != possible, f"doorplate: an answer came to {done!r}"
        if possible and not right:
            self.hear("note-was-disputed", ("boss", "shelf"), who)
        if possible:
            note.state = "confirmed" if right else "disputed"

    @rule(at=any_order, who=clerk)
    def staff_answer_a_note(self, at: int, who: str) -> None:
        if not self.reckoning.notes:
            return
        note_id = list(self.reckoning.notes)[at % len(self.reckoning.notes)]
        note = self.reckoning.notes[note_id]
        done = self.attempt(settle_note(self.by(who), note_id, "counted anew"))
        possible = note.state == "disputed"
        assert isinstance(done, Refusal) != possible, f"doorplate: settling came to {done!r}"
        if possible:
            note.state = "settled"
            self.family_hears(note.family, "note-was-settled")

    @rule()
    def who_said_nothing_is_asked_the_next_day(self) -> None:
        by = self.by("boss")
        for _ in range(2):
            self.run(ask_again(type(by)(by.session, None, self.now + A_DAY)))
        for note in self.reckoning.notes.values():
            if note.state == "open" and not note.asked:
                note.asked = True
                self.family_hears(note.family, "note-asked-again")

    @rule(at=stocked, pieces=few, who=member)
    def a_family_can_bring_more(self, at: int, pieces: int, who: str) -> None:
        """Of her own things alone; what waits of the same thing is changed."""
        thing = self.things[at]
        mine = next(family for family, names in self.members.items() if who in names)
        done = self.attempt(offer_supply(self.by(who), mine, thing, pieces))
        possible = mine == self.family_of(thing)
        assert isinstance(done, Refusal) != possible, f"doorplate: an offer came to {done!r}"
        if possible:
            self.reckoning.offers[done] = CanBring(mine, thing, pieces)
            self.hear("offer-was-made", ("boss", "shelf"), who)

    @rule(at=any_order, comes=st.booleans(), who=clerk)
    def an_offer_is_answered(self, at: int, comes: bool, who: str) -> None:
        """By a note that takes in what came, or by saying no; then it waits no more."""
        if not self.reckoning.offers:
            return
        offer_id = list(self.reckoning.offers)[at % len(self.reckoning.offers)]
        offer = self.reckoning.offers.pop(offer_id)
        if not comes:
            self.run(decline_offer(self.by(who), offer_id))
            self.family_hears(offer.family, "offer-was-declined")
            again = self.attempt(take_offer(self.by(who), offer_id, offer.pieces, SOON))
            assert isinstance(again, Refusal), "doorplate: what was declined comes"
            return
        done = self.run(take_offer(self.by(who), offer_id, offer.pieces, SOON))
        assert self.run(take_offer(self.by(who), offer_id, 1, SOON)) == done, "doorplate: twice"
        assert isinstance(self.attempt(decline_offer(self.by(who), offer_id)), Refusal)
        self.reckoning.take_in(offer.thing, offer.pieces)
        self.is_noted(done, offer.family)
