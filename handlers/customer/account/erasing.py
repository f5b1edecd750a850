"""What is kept of a person: seen, given out as a file, and erased after two questions."""

from __future__ import annotations

import msgspec

from handlers.customer.account.about_screens import PRIVACY
from handlers.customer.account.kept_words import counted_words, first_rows, first_words
from handlers.dialog.actions.privacy import EraseMe, ExportKept, ShowKept
from handlers.dialog.layout import HOME, banner, screen
from handlers.dialog.main_menu import TEAM
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, TextFile, reply, say
from handlers.dialog.turn import Turn
from handlers.ui.erasing import yes_words
from handlers.ui.order_lines import paragraphs, stack
from models.privacy.erasing import erase_person
from models.privacy.kept import Kept, kept_of
from models.privacy.whom import what_holds

FILE = "entaj-bazaar-my-data.json"
ASKED = ("erase-ask-1", "erase-ask-2")
TO_KEPT = Choice(say("button-back"), ShowKept())


@view(ShowKept)
async def show_kept(turn: Turn, _asked: ShowKept) -> Reply:
    """How much is kept of the person, with the ways to have it and to erase it."""
    kept = await kept_of(turn.session, turn.person_id)
    words = paragraphs(say("kept-title"), stack(*counted_words(kept)))
    rows: tuple[Row, ...] = (
        (Choice(say("button-export-kept"), ExportKept()),),
        (Choice(say("button-erase-me"), EraseMe()),),
        (PRIVACY, HOME),
    )
    return reply(card_of(turn, words, *rows), in_place=True)


@view(ExportKept)
async def export_kept(turn: Turn, _asked: ExportKept) -> Reply:
    """All that is kept of the person, as a file."""
    kept = await kept_of(turn.session, turn.person_id)
    file = TextFile(FILE, as_file(kept))
    return reply(Card(text=say("kept-file"), file=file, choices=((TO_KEPT, HOME),)))


def as_file(kept: Kept) -> str:
    """What is kept as JSON that people can read, moments in UTC and money in fils."""
    rows = {name: value for name, value in msgspec.structs.asdict(kept).items() if value}
    return msgspec.json.format(msgspec.json.encode(rows), indent=2).decode()


@step(EraseMe)
async def erase_me(turn: Turn, asked: EraseMe) -> Reply:
    """Ask twice, then erase; or say what has to end first. Refuses: NotFound, StillHeld."""
    holds = await what_holds(turn.session, turn.person_id)
    if holds.works:
        words = say("erase-by-manager")
        return reply(card_of(turn, words, (TEAM,), (TO_KEPT, HOME)), in_place=True)
    if holds.any:
        rows = (*first_rows(holds), (TEAM,), (TO_KEPT, HOME))
        return reply(card_of(turn, stack(*first_words(holds)), *rows), in_place=True)
    if asked.yes < len(ASKED):
        yes = Choice(yes_words(asked.yes), EraseMe(asked.yes + 1))
        card = card_of(turn, say(ASKED[asked.yes]), (yes,), (TO_KEPT, HOME))
        return reply(card, in_place=True)
    await erase_person(turn.acting, turn.person_id)
    forget_question(turn)
    return reply(card_of(turn, say("erased"), (HOME,)), in_place=True)


def forget_question(turn: Turn) -> None:
    """Be in no question any more, and keep no answers for the next time."""
    turn.buy_for(None)
    turn.leave()
    turn.parked = None


def card_of(turn: Turn, words: Phrase, *rows: Row) -> Card:
    """A screen about what is kept."""
    picture = banner(turn.language, say("privacy-title"), say("privacy-subtitle"), icon="people")
    return screen(words, picture, rows)
