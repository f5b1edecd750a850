"""What is read once more before a product is published: all of it that can be mistyped."""

from __future__ import annotations

from handlers.dialog.forms import both
from handlers.dialog.speech import Amount, Card, Lines, Phrase, say
from handlers.dialog.turn import Turn
from handlers.staff.products.draft import AddingProduct
from handlers.staff.products.option_questions import options_so_far
from locales.languages import LANGUAGES


def to_look_through(turn: Turn, state: AddingProduct) -> tuple[Card, ...]:
    """All that can be mistyped, above the preview; it cannot be pressed."""
    if state.choosing or state.shown:
        return ()
    return (Card(text=both(details(state), in_other_language(turn, state))),)


def details(state: AddingProduct) -> Phrase:
    """Package, audience, how it is had, and each option with its price and quantity."""
    making = say("adding-in-stock")
    if state.made_to_order:
        days = say("catalogue-made-to-order", days=state.lead_days or 0)
        most = str(state.daily_most) if state.daily_most else say("changing-no-limit")
        making = say("adding-details-made", making=days, most=most)
    return say(
        "adding-details",
        package=say(f"package-{state.package}"),
        audience=say(f"audience-{state.audience}"),
        making=making,
        options=options_so_far(state) if state.several else only_option(state),
        photos=str(len(state.photos)),
    )


def only_option(state: AddingProduct) -> Phrase:
    """The price of what comes in one way only, and its quantity where it has one."""
    (way,) = state.ways()
    if state.made_to_order:
        return say("product-price", price=Amount(way.price))
    stock = say("catalogue-on-hand", quantity=state.pieces(way))
    return say("catalogue-only-option", price=Amount(way.price), stock=stock)


def in_other_language(turn: Turn, state: AddingProduct) -> Phrase:
    """What customers of the other language will read."""
    if LANGUAGES[turn.language].names[0] == "ar":
        labels = [option.label_en or option.label_ar for option in state.ways()]
        texts = (state.name_en or state.name_ar, *labels, english(state))
    else:
        labels = [option.label_ar for option in state.ways()]
        texts = (state.name_ar, *labels, state.description_ar)
    lines = [say("answer", answer=text) for text in texts if text]
    return say("adding-in-other-language", words=Lines(tuple(lines)))


def english(state: AddingProduct) -> str | None:
    """The description that is read in English: the Arabic one where there is no other."""
    return state.description_en or state.description_ar
