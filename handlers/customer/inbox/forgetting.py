"""Erasing what was written to the centre."""

from __future__ import annotations

from handlers.customer.account.about_screens import PRIVACY
from handlers.dialog.actions.customer import ForgetQuestions
from handlers.dialog.layout import HOME
from handlers.dialog.router import step
from handlers.dialog.speech import Card, Choice, Reply, reply, say
from handlers.dialog.turn import Turn
from models.inbox.erasure import count_kept, erase_questions


@step(ForgetQuestions)
async def forget_questions(turn: Turn, asked: ForgetQuestions) -> Reply:
    """Ask once, then erase all messages to the team and its answers."""
    count = await count_kept(turn.session, turn.person_id)
    if count and not asked.sure:
        yes = Choice(say("button-erase-questions-sure"), ForgetQuestions(sure=True))
        text = say("inbox-erase-ask", count=count)
        return reply(Card(text=text, choices=((yes,), (PRIVACY, HOME))))
    if count:
        await erase_questions(turn.acting, turn.person_id)
    return reply(Card(text=say("inbox-erased"), choices=((PRIVACY, HOME),)))
