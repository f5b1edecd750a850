"""Half-filled forms on the desk: each is gone on with, or thrown away."""

from __future__ import annotations

import msgspec

from handlers.dialog.actions.drafts import DropDraft, ListDrafts, OpenDraft, SaveDraft
from handlers.dialog.drafts import answers_of_draft, begun_in
from handlers.dialog.forms import FLOWS, both
from handlers.dialog.layout import HOME
from handlers.dialog.plans import stale
from handlers.dialog.router import step, view
from handlers.dialog.speech import Card, Choice, Phrase, Reply, Row, When, reply, say
from handlers.dialog.turn import Turn
from handlers.staff.desk.desk import TO_DESK, draft_kinds
from handlers.ui.board import board, leafing_rows
from models.kernel.paging import page_or_first
from models.kernel.refusals import NotAllowed, NotFound
from models.messaging.form_drafts import FormDraft, draft_of, drafts, drop_draft
from models.people.access import Permission

PER_PAGE = 6
TO_DRAFTS = Choice(say("button-drafts"), ListDrafts())


@step(SaveDraft, allow=Permission.desk)
async def save(turn: Turn, asked: SaveDraft) -> Reply:
    """Put the form at hand aside, and leave it; a button of an earlier question never acts."""
    state = turn.state
    if state is None or asked.version != turn.version:
        return await stale(turn)
    kept = await FLOWS[type(state)].save(turn, state)
    row: Row = (TO_DESK, HOME) if kept is None else (TO_DRAFTS, TO_DESK)
    return reply(Card(text=kept or say("form-left"), choices=(row,)))


@view(ListDrafts, allow=Permission.desk)
async def list_drafts(turn: Turn, asked: ListDrafts) -> Reply:
    """The half-filled forms that the person may fill in, the one saved last first."""
    return reply(await drafts_card(turn, asked.page), in_place=True)


async def drafts_card(turn: Turn, at: int = 0) -> Card:
    """A page of the drafts: each leads on, and can be thrown away."""
    kinds = draft_kinds(turn)
    page = await page_or_first(lambda to: drafts(turn.session, kinds, to, PER_PAGE), max(at, 0))
    rows = [draft_row(draft) for draft in page.items]
    words = say("drafts" if page.items else "drafts-none")
    ways = (*rows, *leafing_rows(page, ListDrafts), (TO_DESK, HOME))
    return board(turn, "desk", say("drafts-title"), words, *ways)


def draft_row(draft: FormDraft) -> Row:
    """The way on with a draft, and the way to throw it away."""
    on = say("draft-row", name=name_of(draft), when=When(draft.saved_at))
    return (Choice(on, OpenDraft(draft.id)), Choice(say("draft-drop"), DropDraft(draft.id)))


def name_of(draft: FormDraft) -> Phrase:
    """What a draft is about."""
    state = answers_of_draft(draft)
    return say("draft-unreadable") if state is None else FLOWS[type(state)].name_of(state)


@step(OpenDraft, allow=Permission.desk)
async def open_draft(turn: Turn, asked: OpenDraft) -> Reply:
    """Go on with the draft; another half-filled form is put aside for it. Refuses: NotFound.

    Refuses NotAllowed, too, to who may not fill in that form.
    """
    draft = await own_draft(turn, asked.draft_id)
    state = answers_of_draft(draft)
    if state is None:
        raise NotFound("draft")
    open_now = turn.state
    if open_now is not None and begun_in(open_now).id == draft.id:
        return await FLOWS[type(open_now)].repeat(turn, open_now)
    words = None
    if open_now is not None and FLOWS[type(open_now)].keep is not None:
        words = await FLOWS[type(open_now)].save(turn, open_now)
    asked_on = await FLOWS[type(state)].resume(turn, state)
    if words is None:
        return asked_on
    *before, last = asked_on.cards
    noted = msgspec.structs.replace(last, text=both(words, last.text))
    return Reply(cards=(*before, noted))


async def own_draft(turn: Turn, draft_id: int) -> FormDraft:
    """The draft. Refuses: NotFound, and NotAllowed to who may not fill in its form."""
    draft = await draft_of(turn.session, draft_id)
    if draft is None:
        raise NotFound("draft")
    if draft.kind not in draft_kinds(turn):
        raise NotAllowed
    return draft


@step(DropDraft, allow=Permission.desk)
async def drop(turn: Turn, asked: DropDraft) -> Reply:
    """Ask whether the draft is really thrown away; then it is. Refuses: NotFound, NotAllowed."""
    draft = await own_draft(turn, asked.draft_id)
    if not asked.sure:
        yes = Choice(say("button-drop-draft"), DropDraft(draft.id, True))
        words = say("draft-drop-sure", name=name_of(draft))
        rows: tuple[Row, ...] = ((yes,), (TO_DRAFTS, TO_DESK))
        return reply(board(turn, "desk", say("drafts-title"), words, *rows), in_place=True)
    await drop_draft(turn.session, draft.id)
    return reply(await drafts_card(turn), in_place=True, notice=say("draft-dropped"))
