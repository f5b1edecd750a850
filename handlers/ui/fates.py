"""What becomes of goods that come back, in words: for who acts, and line by line for a family."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.dialog.layout import cut
from handlers.dialog.speech import Amount, Phrase, say
from handlers.ui.order_lines import Line, stack, thing_words
from models.kernel.money import NOTHING, Money
from models.orders.queries import OrderLineView
from models.orders.returns import Disposition, Returned

MADE, UNMADE = "made", "unmade"
FATES = (*Disposition, MADE, UNMADE)
"""What may become of them; made to order, they exist already or are not to be made any more."""
NAMED = 4
NAME, OPTION = 30, 16


def fate_of(line: OrderLineView, disposition: str, *, exists: bool = True) -> str:
    """The fate of the line's pieces; `exists` says whether what is made to order was made."""
    if line.making_day is None or disposition == Disposition.missing:
        return disposition if exists or line.making_day is None else UNMADE
    return MADE if exists else UNMADE


def goods_words(parts: Sequence[Returned], borne: Money, *, exist: bool) -> Phrase:
    """What becomes of the goods, a line for each fate, and what the centre bears of them."""
    by_fate: dict[str, list[Returned]] = {}
    for part in parts:
        by_fate.setdefault(fate_of(part.line, part.disposition, exists=exist), []).append(part)
    alone = len(by_fate) == 1 and len(parts) > 1
    lines = [
        say(f"goods-{fate}", things=say("goods-all") if alone else names_of(by_fate[fate]))
        for fate in FATES
        if fate in by_fate
    ]
    if borne != NOTHING:
        lines.append(say("goods-borne", amount=Amount(borne)))
    return stack(*lines)


def names_of(parts: Sequence[Returned]) -> Phrase:
    """The things with their pieces, one after another; of many only how many more there are."""
    first, *others = (piece_words(part.line, part.quantity) for part in parts[:NAMED])
    for other in others:
        first = say("goods-and", first=first, second=other)
    if len(parts) > NAMED:
        more = say("lines-more", count=len(parts) - NAMED)
        first = say("goods-and", first=first, second=more)
    return first


def piece_words(line: OrderLineView, pieces: int) -> Phrase:
    """A thing and how many pieces of it; long names are cut."""
    cut_line = Line(
        cut(line.name_ar, NAME),
        cut(line.name_en, NAME),
        cut(line.label_ar, OPTION),
        cut(line.label_en, OPTION),
        pieces,
        line.price * pieces,
    )
    return say("goods-thing", thing=thing_words(cut_line), count=str(pieces))
