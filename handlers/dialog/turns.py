"""Turns: an update comes in, one function answers it, in one transaction.

What only looks runs in a read-only transaction. Everything else runs in one write transaction
that records the update, so that a redelivered one has no second effect.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple, cast

import msgspec
import structlog
from sqlalchemy import bindparam, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions import encode_action
from handlers.dialog.dispatch import plan_for, surely_does
from handlers.dialog.files_sent import why_not_fetched
from handlers.dialog.forms import HOME_ROW, without_keyboard
from handlers.dialog.late_presses import late_press, when_late
from handlers.dialog.message_states import MessageState, MessageStates
from handlers.dialog.numbers_shown import Shown
from handlers.dialog.plans import Plan, current_screen
from handlers.dialog.refusals import apology, word_refusal
from handlers.dialog.rendering import with_years
from handlers.dialog.speaker import Speaker, find_speaker, welcome_speaker
from handlers.dialog.speech import (
    Card,
    Heard,
    Phrase,
    Pressed,
    Reply,
    Trouble,
    decode_reply,
    encode_reply,
    say,
)
from handlers.dialog.states import CODEC, StateBase
from handlers.dialog.turn import Turn, is_of
from models.kernel.base import table_of
from models.kernel.database import Database
from models.kernel.prepared import prepared
from models.kernel.refusals import Refusal
from models.kernel.shop_terms import ShopTerms
from models.kernel.unavailable import DatabaseAway, is_away
from models.messaging.conversations import Conversation
from models.messaging.outbox import mark_unblocked
from models.messaging.processed_updates import (
    ProcessedUpdate,
    forget_place,
    keep_processed,
    latest_on,
    processed,
)
from models.people.access import Permission
from models.people.people import Language
from models.privacy.searches import Unfound

log = structlog.get_logger(__name__)
Clock = Callable[[], datetime]


class Answer(NamedTuple):
    """The reply to an update, and whom it is for."""

    account_id: int
    language: Language
    reply: Reply


class Turns:
    """Answers updates on a database, by the shop's terms and the clock that it is given."""

    def __init__(self, database: Database, terms: ShopTerms, clock: Clock) -> None:
        """`clock` gives the time in UTC."""
        self.database = database
        self.terms = terms
        self.clock = clock
        self._shown = Shown() if database.url.get_backend_name() == "sqlite" else None
        self._states = MessageStates()
        self._unfound = Unfound()

    async def answer(self, heard: Heard) -> Answer:
        """Answer one update; it is safe to call again with the same one.

        Raises DatabaseAway: then nothing is done.
        """
        looked = None if surely_does(heard.what) else await self._look(heard)
        answered = looked if looked is not None else await self._step(heard)
        if self._shown is not None:
            self._shown.remember(answered.account_id, answered.reply, heard.what)
        return answered

    async def why_not_fetched(self, heard: Heard) -> Trouble | None:
        """Why a photo or a voice note is not to be fetched, None where it is; it only looks.

        Raises DatabaseAway.
        """
        async with self.database.read() as session:
            speaker = await find_speaker(session, heard)
            if speaker is None:
                return Trouble.not_understood
            return await why_not_fetched(self._turn(session, speaker, heard), heard.what)

    async def put_back(self, account_id: int, heard: Heard) -> None:
        """Know that the answer came beneath the pressed message, which shows what it did before.

        Raises DatabaseAway.
        """
        taken = self._states.put_back(account_id, heard)
        if taken is not None and taken.is_step:
            async with self.database.write() as session:
                await forget_place(session, account_id, heard.update_key)

    async def count_unfound(self) -> bool:
        """Write some of what nothing was found for; whether there is more.

        Raises DatabaseAway, and what else a database raises: then those are lost.
        """
        return await self._unfound.write(self.database)

    async def _look(self, heard: Heard) -> Answer | None:
        """The answer of a view, or None when it takes a step."""
        async with self.database.read() as session:
            speaker = await find_speaker(session, heard)
            if speaker is None or speaker.blocked or speaker.heard_before:
                return None
            turn = self._turn(session, speaker, heard)
            if why_dropped(speaker, turn) is not None:
                return None
            try:
                plan = await plan_of(turn, speaker, heard, self._state(speaker, heard))
            except Exception as error:
                if is_away(error):
                    raise
                # A defect of ours: the step meets it too, and apologises once and for all.
                return None
            if plan.does:
                return None
            answer = await self._view(turn, plan)
        by_step = speaker.answered_on
        if heard.on is not None:
            self._states.remember(turn.account_id, heard, answer.reply, by_step, is_step=False)
        if turn.not_found:
            self._unfound.add(turn.not_found, turn.now)
        return answer

    async def _view(self, turn: Turn, plan: Plan) -> Answer:
        try:
            answered = await plan.run(turn)
        except Refusal as refusal:
            answered = await word_refusal(turn, refusal)
        except Exception as error:
            if is_away(error):
                raise
            answered = apology(report())
        return Answer(turn.account_id, turn.language, with_years(answered, turn.now))

    async def _step(self, heard: Heard) -> Answer:
        """Answer in a write transaction; a bug rolls it back and is apologised for in another.

        A database that is away is no bug: the update is not recorded, and comes again.
        """
        try:
            return await self._write(heard)
        except DBAPIError as error:
            # Two first contacts at once, the same update twice, a deadlock: the other one has won.
            # Or the connection was lost, and a new one may be had.
            log.info("turn-again", update=heard.update_key, error=type(error.orig).__name__)
        except Exception:
            return await self._apologise(heard, report())
        try:
            return await self._write(heard)
        except DatabaseAway:
            raise
        except Exception:
            return await self._apologise(heard, report())

    async def _write(self, heard: Heard) -> Answer:
        async with self.database.write() as session:
            speaker, is_new = await self._meet_speaker(session, heard)
            turn = self._turn(session, speaker, heard)
            if speaker.heard_before:
                return await repeat_answer(turn, heard, self._state(speaker, heard))
            turn.first_contact = turn.first_contact or is_new
            dropped = why_dropped(speaker, turn)
            answered = await self._run_step(turn, speaker, heard, dropped=dropped)
        _, by_step = press_answered(heard, answered)
        if heard.on is not None:
            self._states.remember(turn.account_id, heard, answered, by_step, is_step=True)
        if turn.not_found:
            self._unfound.add(turn.not_found, turn.now)
        return Answer(turn.account_id, turn.language, answered)

    async def _meet_speaker(self, session: AsyncSession, heard: Heard) -> tuple[Speaker, bool]:
        speaker = await find_speaker(session, heard, lock=True)
        is_new = speaker is None
        if speaker is None:
            await welcome_speaker(session, heard.sender, self.clock())
            speaker = await find_speaker(session, heard, lock=True)
        if speaker is None:
            raise LookupError("an account that was just written is not there")
        if speaker.blocked:
            await mark_unblocked(session, speaker.account_id, self.clock())
        return speaker, is_new

    async def _run_step(
        self, turn: Turn, speaker: Speaker, heard: Heard, *, dropped: Phrase | None
    ) -> Reply:
        """Run the one function in a savepoint; a refusal rolls back what it did, not the turn.

        What many others want is taken when all else is written: see `Turn.last`.
        """
        waited = turn.state
        plan = await plan_of(turn, speaker, heard, self._state(speaker, heard))
        before = turn.question()
        try:
            async with turn.session.begin_nested():
                answered = await plan.run(turn)
                if waited is not None:
                    answered = without_keyboard(answered, waited, turn.state)
                answered = await keep(turn, heard, answered, dropped=dropped)
                if turn.last is not None:
                    await turn.session.flush()
                    await turn.last()
                return answered
        except Refusal as refusal:
            turn.return_to(before)
            turn.last = turn.cart = turn.windows = turn.plan = None
            answered = await self._answer_refusal(turn, refusal)
            if waited is not None:
                answered = without_keyboard(answered, waited, turn.state)
            return await keep(turn, heard, answered, dropped=dropped)

    async def _answer_refusal(self, turn: Turn, refusal: Refusal) -> Reply:
        """The turn's own answer to a refusal, where it has one; else why, in words."""
        if turn.otherwise is None:
            return await word_refusal(turn, refusal)
        before = turn.question()
        try:
            async with turn.session.begin_nested():
                return await turn.otherwise(refusal)
        except Refusal as another:
            turn.return_to(before)
            return await word_refusal(turn, another)

    async def _apologise(self, heard: Heard, reference: str) -> Answer:
        """Record the update with an apology, so that the platform need not bring it again."""
        answered = apology(reference)
        async with self.database.write() as session:
            speaker, _ = await self._meet_speaker(session, heard)
            turn = self._turn(session, speaker, heard)
            if not speaker.heard_before:
                await keep(turn, heard, answered, dropped=None)
            return Answer(speaker.account_id, speaker.language, answered)

    def _state(self, speaker: Speaker, heard: Heard) -> MessageState | None:
        on, by_step = heard.on, speaker.answered_on
        return None if on is None else self._states.of(speaker.account_id, on, by_step)

    def _turn(self, session: AsyncSession, speaker: Speaker, heard: Heard) -> Turn:
        now = self.clock()
        shopper_id = shopper_of(speaker, now) if speaker.buyer_id else speaker.person_id
        stored = question_of(speaker, 0 if shopper_id == speaker.person_id else shopper_id)
        asks = stored is not None and stored.at != ""
        return Turn(
            session=session,
            now=now,
            terms=self.terms,
            account_id=speaker.account_id,
            person_id=speaker.person_id,
            language=speaker.language,
            standing=speaker.standing,
            state=stored if asks else None,
            version=speaker.version,
            first_contact=heard.is_first,
            parked=None if asks else stored,
            shopper_id=shopper_id,
            buyer_until=speaker.buyer_until,
            shown=None if self._shown is None else self._shown.of(speaker.account_id),
        )


async def plan_of(turn: Turn, speaker: Speaker, heard: Heard, known: MessageState | None) -> Plan:
    """The plan for what was heard; a press that came too late may do less.

    `known` is what its message shows by now.
    """
    plan = await plan_for(turn, heard.what)
    if known is None and speaker.answered_on is None and not (heard.on and heard.on.is_gone):
        return plan
    late = await late_press(turn.session, speaker, heard, known)
    return plan if late is None else when_late(plan, heard, late)


def shopper_of(speaker: Speaker, now: datetime) -> int:
    """Whose cart it is: of whom is ordered for, as long as that lasts and is allowed."""
    lasts = speaker.buyer_until is not None and now.timestamp() < speaker.buyer_until
    allowed = lasts and Permission.on_behalf in speaker.standing.permissions
    return speaker.buyer_id if speaker.buyer_id and allowed else speaker.person_id


def question_of(speaker: Speaker, caller_id: int) -> StateBase | None:
    """The answers that are stored, unless they are of a caller who is not ordered for any more."""
    stored = None if speaker.state is None else CODEC.decode(speaker.state)
    return stored if stored is not None and is_of(stored, caller_id) else None


def why_dropped(speaker: Speaker, turn: Turn) -> Phrase | None:
    """The word about a question that was dropped; None where none was.

    Today's code cannot read it, or ordering for the caller whose answers they were is over.
    """
    if speaker.state is None or turn.state is not None or turn.parked is not None:
        return None
    readable = CODEC.decode(speaker.state) is not None
    return say("on-behalf-over" if readable else "question-forgotten")


async def repeat_answer(turn: Turn, heard: Heard, known: MessageState | None) -> Answer:
    """The answer that a redelivered update had, beneath what took its place in the message since.

    Where that is not kept any more, or today's code cannot read it, the current screen.
    """
    row = await turn.session.get(ProcessedUpdate, (turn.account_id, heard.update_key))
    try:
        answered = decode_reply(row.reply) if row and row.reply else None
    except msgspec.DecodeError:
        answered = None
    if answered is None:
        answered = await current_screen(turn)
    elif row is not None and row.message is not None:
        latest = known.update_key if known else await update_shown_on(turn, row.message)
        if latest != heard.update_key:
            answered = msgspec.structs.replace(answered, in_place=False)
    return Answer(turn.account_id, turn.language, answered)


async def update_shown_on(turn: Turn, message: str) -> str | None:
    """The update whose answer a message of the account shows by its latest step."""
    found = latest_on(message, processed.c.update_key, turn.account_id)
    return cast("str | None", await turn.session.scalar(found))


def with_regret(answered: Reply, why: Phrase) -> Reply:
    """The reply, and a word about a question that was dropped."""
    regret = Card(text=why, choices=HOME_ROW)
    return msgspec.structs.replace(answered, cards=(*answered.cards, regret))


async def keep(turn: Turn, heard: Heard, answered: Reply, *, dropped: Phrase | None) -> Reply:
    """Record the update with its reply, and the conversation when it changed; out comes the reply.

    Where a question was `dropped`, that word about it is added.
    """
    if dropped is not None:
        answered = with_regret(answered, dropped)
    answered = with_years(answered, turn.now)
    words = encode_reply(answered)
    replaced = press_answered(heard, answered)
    await keep_processed(turn.session, turn.account_id, heard.update_key, words, turn.now, replaced)
    kept = turn.state or turn.parked
    if turn.changed or dropped is not None:
        state = None if kept is None else CODEC.encode(kept)
        stands = {"whose": turn.account_id, "state": state} | {
            "version": turn.version,
            "buyer_id": turn.caller_id or None,
            "buyer_until": turn.buyer_until,
        }
        await turn.session.execute(STAND, stands)
    return answered


def press_answered(heard: Heard, answered: Reply) -> tuple[str | None, str | None]:
    """The message that shows the answer in its place, and the press that was answered so."""
    if heard.on is None or not isinstance(heard.what, Pressed) or not answered.in_place:
        return None, None
    action = heard.what.action
    data = "" if action is None else encode_action(action)
    return heard.on.message, heard.on.press_of(data)


conversations = table_of(Conversation)
STAND = prepared(
    update(conversations)
    .where(conversations.c.account_id == bindparam("whose"))
    .values({name: bindparam(name) for name in ("state", "version", "buyer_id", "buyer_until")})
)


def report() -> str:
    """Log the error at hand under a reference that the apology names."""
    reference = f"{secrets.randbelow(10**6):06d}"
    log.exception("turn-failed", reference=reference)
    return reference
