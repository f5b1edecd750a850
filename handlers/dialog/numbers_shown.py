"""What a typed number would ask for on the screen that somebody was shown last."""

from __future__ import annotations

from collections import OrderedDict

from handlers.dialog.actions.customer import ASKED_FOR, SetQuantity, ShowProduct
from handlers.dialog.pictures import ProductShelf
from handlers.dialog.speech import Card, Choice, Reply, Said, What
from handlers.dialog.turn import Numbered

MOST_SHOWN = 5000


class Shown:
    """What typed numbers ask for on the screens that were shown last, of as many people as tap.

    To look writes nothing, so that it is known to this process alone: only where no other one
    answers. Where it is not known, a number is words to search for.
    """

    def __init__(self) -> None:
        """Nothing was shown yet."""
        self._kept: OrderedDict[int, Numbered] = OrderedDict()

    def of(self, account_id: int) -> Numbered | None:
        """What numbers ask for on the account's screen; None where they ask for nothing."""
        return self._kept.get(account_id)

    def remember(self, account_id: int, reply: Reply, what: What) -> None:
        """Keep what numbers ask for on the reply's last card, and forget what was before.

        A number that was refused may be followed by another one: why it was is no screen.
        """
        if not reply.cards:
            return
        card = reply.cards[-1]
        before = self._kept.pop(account_id, None)
        refused = isinstance(what, Said) and card.picture is None
        numbered = numbered_on(card) or (before if refused else None)
        if numbered:
            self._kept[account_id] = numbered
            if len(self._kept) > MOST_SHOWN:
                self._kept.popitem(last=False)


def numbered_on(card: Card) -> Numbered | None:
    """What numbers ask for on the card; None where they ask for nothing."""
    pressed = [each.action for row in card.choices for each in row if isinstance(each, Choice)]
    if isinstance(card.picture, ProductShelf):
        return tuple(each for each in pressed if isinstance(each, ShowProduct))
    for each in pressed:
        if isinstance(each, SetQuantity) and each.on_card:
            return each
        if isinstance(each, ShowProduct) and each.option_id == ASKED_FOR:
            return each
    return None
