"""What is told of families' goods: notes on them, what runs low, and what can be brought."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.actions.catalogue import ChangeProduct
from handlers.dialog.actions.family import ShowFamilyProducts
from handlers.dialog.actions.goods import (
    ConfirmNote,
    DisputeNote,
    ListOwnNotes,
    ShowNote,
    ShowOffer,
    ShowOwnNote,
    StartOffer,
    TakeOffer,
)
from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Choice, Exact, Row, reply, say
from handlers.notifications.notices import Event, Notice, message, to_family
from handlers.ui.goods_notes import brand_of, note_cards, note_text, option_words, pieces_words
from handlers.ui.order_lines import paragraphs
from models.hall.note_queries import NoteView, note
from models.hall.note_tables import NoteState
from models.hall.offers import offer
from models.kernel.facts import (
    NoteAskedAgain,
    NoteDisputed,
    NoteMade,
    NoteSettled,
    StockRanLow,
    SupplyDeclined,
    SupplyOffered,
)
from models.people.access import Permission, members_by_family, people_allowed
from models.people.people import by_language
from models.products.brands import family
from models.products.product_pages import product_card

MOST_WORD = 300


async def tell_of_goods(session: AsyncSession, event: Event) -> list[Notice]:
    """The notices for the family, and for whoever answers for the goods at the centre."""
    match event.fact:
        case NoteMade(note_id=note_id):
            return await to_be_confirmed(session, await note(session, note_id), "note-was-made")
        case NoteAskedAgain(note_id=note_id):
            found = await note(session, note_id)
            if found.state is not NoteState.open:
                return []
            return await to_be_confirmed(session, found, "note-asked-again")
        case NoteDisputed(note_id=note_id, word=word):
            return await tell_of_dispute(session, event, await note(session, note_id), word)
        case NoteSettled(note_id=note_id):
            return await tell_of_answer(session, await note(session, note_id))
        case StockRanLow() as fact:
            return await ran_low(session, fact)
        case SupplyOffered(offer_id=offer_id):
            return await tell_of_offer(session, event, offer_id)
        case SupplyDeclined(offer_id=offer_id):
            return await tell_of_refusal(session, offer_id)
        case _:
            return []


async def hers(session: AsyncSession, family_id: int) -> Sequence[int]:
    """Everyone who answers for the family."""
    return (await members_by_family(session, [family_id])).get(family_id, ())


async def clerks(session: AsyncSession, event: Event) -> tuple[int, ...]:
    """Everyone who works on goods, but for the one who did it."""
    people = await people_allowed(session, Permission.catalogue)
    return tuple(person for person in people if person != event.actor_id)


async def to_be_confirmed(session: AsyncSession, found: NoteView, phrase: str) -> list[Notice]:
    """The note with its picture, and whether it is right; to each in her own language."""
    members = await hers(session, found.family_id)
    text = paragraphs(say(phrase), note_text(found))
    rows: tuple[Row, ...] = ()
    if found.state is NoteState.open:
        right = Choice(say("button-note-right"), ConfirmNote(found.id))
        rows = ((right, Choice(say("button-note-wrong"), DisputeNote(found.id))),)
    rows = (*rows, (Choice(say("button-own-notes"), ListOwnNotes(found.family_id)),))
    return [
        to_family(
            found.family_id,
            people,
            reply(*note_cards(found, language, text, *rows)),
        )
        for language, people in (await by_language(session, members)).items()
    ]


async def tell_of_dispute(
    session: AsyncSession, event: Event, found: NoteView, word: str
) -> list[Notice]:
    """Whoever works on goods: a family says that something is wrong."""
    text = say(
        "note-was-disputed",
        brand=brand_of(found),
        number=Exact(str(found.id)),
        word=cut(word, MOST_WORD),
    )
    way = Choice(say("button-open-note"), ShowNote(found.id))
    return [Notice("goods", await clerks(session, event), message(text, way))]


async def tell_of_answer(session: AsyncSession, found: NoteView) -> list[Notice]:
    """The family: what was answered."""
    number, answer = Exact(str(found.id)), cut(found.answer, MOST_WORD)
    text = say("note-was-settled", number=number, answer=answer)
    way = Choice(say("button-open-note"), ShowOwnNote(found.id))
    members = await hers(session, found.family_id)
    return [to_family(found.family_id, members, message(text, way))]


async def ran_low(session: AsyncSession, fact: StockRanLow) -> list[Notice]:
    """The family and the catalogue; nobody where it is off sale."""
    product = await product_card(session, fact.product_id)
    ways = () if product is None or product.hidden else product.options
    thing = next(
        (
            option_words((product.name_ar, product.name_en), (way.label_ar, way.label_en))
            for way in ways
            if product is not None and way.id == fact.option_id
        ),
        None,
    )
    if thing is None:
        return []
    brand = await family(session, fact.family_id)
    text = say("stock-ran-low", thing=thing, left=pieces_words(fact.left))
    if not fact.left:
        text = say("stock-ran-out", thing=thing)
    more = Choice(say("button-can-bring"), StartOffer(fact.family_id, fact.option_id))
    own = Choice(say("last-piece-see-products"), ShowFamilyProducts(fact.family_id))
    count = Choice(say("button-count"), ChangeProduct(fact.product_id, "quantity", fact.option_id))
    asked = paragraphs(text, say("stock-can-you-bring"))
    known = say("stock-ran-low-of", text=text, brand=short(brand.brand_ar, brand.brand_en))
    people = tuple(await people_allowed(session, Permission.catalogue))
    return [
        Notice("low-stock", people, message(known, count)),
        to_family(fact.family_id, await hers(session, fact.family_id), message(asked, more, own)),
    ]


async def tell_of_offer(session: AsyncSession, event: Event, offer_id: int) -> list[Notice]:
    """Whoever works on goods: what can be brought; nobody where it was answered meanwhile."""
    found = await offer(session, offer_id)
    if not found.waits:
        return []
    thing = option_words((found.name_ar, found.name_en), (found.label_ar, found.label_en))
    brand = short(found.brand_ar, found.brand_en)
    text = say("offer-was-made", brand=brand, thing=thing, pieces=pieces_words(found.quantity))
    came = Choice(say("button-offer-came", count=str(found.quantity)), TakeOffer(offer_id))
    other = Choice(say("button-open-offer"), ShowOffer(offer_id))
    return [Notice("goods", await clerks(session, event), message(text, came, other))]


async def tell_of_refusal(session: AsyncSession, offer_id: int) -> list[Notice]:
    """The family: not now."""
    found = await offer(session, offer_id)
    thing = option_words((found.name_ar, found.name_en), (found.label_ar, found.label_en))
    text = say("offer-was-declined", thing=thing, pieces=pieces_words(found.quantity))
    own = Choice(say("last-piece-see-products"), ShowFamilyProducts(found.family_id))
    members = await hers(session, found.family_id)
    return [to_family(found.family_id, members, message(text, own))]
