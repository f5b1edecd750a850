"""What a family is to make, and until when and where she brings it: the earliest first."""

from __future__ import annotations

from itertools import groupby

from handlers.dialog.actions.family import ShowFamilyMaking
from handlers.dialog.router import view
from handlers.dialog.speech import Card, Exact, Phrase, Reply, reply, say
from handlers.dialog.turn import Turn
from handlers.family.brand import brand_name, own_brand, way_home, which_brand
from handlers.family.things import thing_words
from handlers.ui.board import leafing_rows
from handlers.ui.bring_in import bring_words
from handlers.ui.order_lines import paragraphs, stack
from models.people.access import Permission
from models.reports.picking import LineToPick, lines_to_make

PER_PAGE = 10


@view(ShowFamilyMaking, allow=Permission.family)
async def show_making(turn: Turn, asked: ShowFamilyMaking) -> Reply:
    """The brand's things to make. Refuses: NotAllowed for a brand of others."""
    found = await own_brand(turn, asked.family_id)
    if found is None:
        return reply(await which_brand(turn, ShowFamilyMaking, asked.page), in_place=True)
    page = await lines_to_make(turn.session, found.id, max(asked.page, 0), PER_PAGE)
    times = [
        stack(bring_words(turn.terms, *when, turn.now), *map(line_words, lines))
        for when, lines in groupby(page.items, key=lambda line: (line.day, line.window))
    ]
    head = say("family-making", brand=brand_name(found))
    rows = (
        *leafing_rows(page, lambda at: ShowFamilyMaking(found.id, at)),
        way_home(turn, found.id),
    )
    words = paragraphs(head, *(times or [say("family-making-none")]))
    return reply(Card(text=words, choices=rows))


def line_words(line: LineToPick) -> Phrase:
    """One thing to make: what, how many, for which order, and the customer's wish."""
    words = say(
        "family-to-make",
        what=thing_words((line.name_ar, line.name_en), (line.label_ar, line.label_en)),
        quantity=str(line.quantity),
        number=Exact(line.order_number),
    )
    return say("line-wish", line=words, wish=line.wish) if line.wish else words
