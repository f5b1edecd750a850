"""Whatever people send, press and have brought again: what was handed over is there, once."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from sqlalchemy import select

from handlers.dialog.actions.customer import AskTeam, ForgetQuestions, SendToTeam, SendWords
from handlers.dialog.turns import Turns
from models.inbox.answers import answer
from models.inbox.tables import WAITING, Question, QuestionMessage
from models.inbox.threads import MOST_A_DAY
from models.kernel.database import Database
from models.kernel.refusals import MovedOn
from models.kernel.shop_terms import DEFAULT_TERMS
from models.people.access import Role
from models.reports.consistency import discrepancies
from tests.handlers.people import customer, staff
from tests.handlers.talk import Talk
from tests.properties.games import play
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.opened import patient

GAMES = 8
Send = SendToTeam | SendWords
TEXTS = st.text("ابت ث.؟\n", min_size=1, max_size=40).filter(lambda typed: typed.strip(".؟ \n"))


class Inbox(RuleBasedStateMachine):
    """Two customers and one of the team; `said` is what must be in the inbox, in its order."""

    buttons: Bundle[tuple[int, Send, str]] = Bundle("buttons")

    def __init__(self, url: str) -> None:
        super().__init__()
        self.loop = asyncio.Runner()
        self.said: list[str] = []
        self.clock = HandClock()
        self.talks: list[Talk] = []
        self.loop.run(self.begin(url))

    async def begin(self, url: str) -> None:
        """An empty shop of its own, copied."""
        path = Path(url.removeprefix("sqlite:///"))
        self.path = path.with_name(f"{path.stem}-{id(self)}.db")
        shutil.copyfile(path, self.path)
        self.database = patient(Database(f"sqlite:///{self.path}"))
        turns = Turns(self.database, DEFAULT_TERMS, self.clock)
        self.talks = [await customer(turns, name) for name in ("mona", "huda")]
        self.desk = await staff(turns, Role.orders)

    def teardown(self) -> None:
        self.loop.run(self.database.close())
        self.loop.close()
        self.path.unlink()

    @rule(target=buttons, who=st.integers(0, 1), typed=TEXTS)
    def types(self, who: int, typed: str) -> tuple[int, Send, str]:
        """Type something outside a question; its button stays to be pressed at any time."""
        talk = self.talks[who]
        self.loop.run(talk.says(typed))
        offered: list[Send] = [*talk.offered(SendToTeam), *talk.offered(SendWords)]
        (button,) = offered
        lines = "\n".join(" ".join(row.split()) for row in typed.splitlines())
        while "\n\n\n" in lines:
            lines = lines.replace("\n\n\n", "\n\n")
        return who, button, lines.strip()

    @rule(button=buttons, again=st.booleans())
    def presses(self, button: tuple[int, Send, str], again: bool) -> None:
        """Press an old button, and perhaps have that press brought again."""
        who, action, typed = button
        talk = self.talks[who]
        self.loop.run(talk.presses_old(action))
        if talk.offered(AskTeam) and "لم تُرسل مرة أخرى" not in talk.text and self.is_sent(talk):
            self.said.append(typed)
        if again:
            self.loop.run(talk.redelivered())

    def is_sent(self, talk: Talk) -> bool:
        """Whether the answer says that the team has it: it leads to the question."""
        return any(action.question_id for action in talk.offered(AskTeam))

    @rule(button=consumes(buttons))
    def presses_of_another(self, button: tuple[int, Send, str]) -> None:
        """The other customer presses it, by a copied message: nothing kept is sent.

        Words that the button itself holds are sent as the other's own.
        """
        who, action, typed = button
        if isinstance(action, SendWords):
            self.presses((1 - who, action, typed), again=False)
            return
        self.loop.run(self.talks[1 - who].presses_old(action))
        assert not self.is_sent(self.talks[1 - who])

    @rule(hours=st.integers(1, 30))
    def waits(self, hours: int) -> None:
        """Time goes by."""
        self.clock.advance(hours=hours)

    @rule(stale=st.booleans())
    def answers(self, stale: bool) -> None:
        """The team answers the oldest question that waits, as it is or as it was before."""
        self.loop.run(self.answer_one(stale))

    async def answer_one(self, stale: bool) -> None:
        """Answer; what is stale is refused."""
        async with self.database.write() as session:
            waiting = select(Question).where(Question.state.in_(WAITING)).order_by(Question.id)
            question = await session.scalar(waiting.limit(1))
            if question is None:
                return
            helps = acting(session, await self.desk.person_id(), self.clock())
            try:
                await answer(helps, question.id, "جواب", question.version - stale)
            except MovedOn:
                assert stale

    @rule(who=st.integers(0, 1))
    def erases(self, who: int) -> None:
        """Erase all of one's own."""
        self.loop.run(self.talks[who].presses_old(ForgetQuestions(sure=True)))
        self.loop.run(self.forget(who))

    async def forget(self, who: int) -> None:
        """What was erased is expected no more."""
        person_id = await self.talks[who].person_id()
        async with self.database.read() as session:
            found = select(QuestionMessage).where(QuestionMessage.by_staff.is_(False))
            rows = list(await session.scalars(found.order_by(QuestionMessage.id)))
        assert [row.text for row in rows if row.author_id == person_id] == [""] * sum(
            row.author_id == person_id for row in rows
        )
        both = zip(rows, self.said, strict=True)
        kept = ["" if row.author_id == person_id else said for row, said in both]
        self.said = kept

    @invariant()
    def nothing_is_lost_or_doubled(self) -> None:
        """What was handed over is there, in the order in which it was, and nothing else is."""
        self.loop.run(self.look())

    async def look(self) -> None:
        """Hold the inbox against what was said."""
        async with self.database.read() as session:
            found = select(QuestionMessage.text).where(QuestionMessage.by_staff.is_(False))
            assert list(await session.scalars(found.order_by(QuestionMessage.id))) == self.said
            assert await discrepancies(session) == []
        assert len(self.said) <= 40 * MOST_A_DAY


def test_what_is_handed_over_is_there_once(sqlite_url: str) -> None:
    play(Inbox, sqlite_url, GAMES)
