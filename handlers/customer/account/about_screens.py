"""Help and privacy: what the bot can do, what is kept of a person, and how to reach the centre."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from handlers.dialog.actions.customer import ForgetQuestions, ShowAbout, ShowPrivacy
from handlers.dialog.actions.privacy import ShowKept
from handlers.dialog.contact import CAPTION, with_contact, with_some_contact
from handlers.dialog.forms import both
from handlers.dialog.layout import CART, HOME, SEARCH, banner, screen
from handlers.dialog.main_menu import BAZAAR, HELP, ORDERS, TEAM
from handlers.dialog.rendering import letters
from handlers.dialog.speech import Card, Choice, LinkChoice, Phrase, Row, say
from handlers.dialog.turn import Turn
from models.kernel.shop_terms import ShopTerms
from models.messaging.processed_updates import KEPT
from models.people.access import Permission, Standing
from models.people.people import Language

PRIVACY = Choice(say("button-privacy"), ShowPrivacy())
DELIVERY = Choice(say("button-about-delivery"), ShowAbout("delivery"))


def help_screen(
    terms: ShopTerms, language: Language, standing: Standing, *, pick_up: bool = False
) -> Card:
    """How to work here for staff and families, how to shop, and the centre's contact if any.

    `pick_up`: orders can be fetched at the hall too. What is longer than a caption is shown without
    a picture above it: here the contact is named whole.
    """
    own = (("help-staff", Permission.desk), ("help-family", Permission.family))
    said = [say(name) for name, needed in own if needed in standing.permissions]
    fetching = [say("help-pick-up")] if pick_up else []
    text = reduce(both, [*said, say("help-text"), *fetching])
    ways: tuple[Row, ...] = (
        (DELIVERY,),
        (TEAM,),
        (SEARCH, CART),
        (ORDERS, BAZAAR),
        (PRIVACY, HOME),
    )
    rows = [*link_rows(terms), *ways]
    whole = with_contact(text, terms)
    if letters(whole) > CAPTION:
        return Card(text=whole, choices=tuple(rows))
    picture = banner(language, say("help-title"), say("help-subtitle"), icon="help")
    return screen(whole, picture, rows)


def privacy_screen(terms: ShopTerms, language: Language, messages: int) -> Card:
    """What is kept and why, and how it is corrected or erased.

    `messages` are those to and from the team, which can be erased here. A contact that is too long
    to stand here is in the help, one tap away.
    """
    erase = Choice(say("button-erase-questions", count=messages), ForgetQuestions())
    own: list[Row] = [(Choice(say("button-kept"), ShowKept()),)]
    if messages:
        own.append((erase,))
    rows: list[Row] = [*own, *link_rows(terms), (TEAM,), (HELP, HOME)]
    picture = banner(language, say("privacy-title"), say("privacy-subtitle"), icon="people")
    return screen(with_some_contact(say("privacy-text", days=KEPT.days), terms), picture, rows)


def about_screen(text: Phrase, title: Phrase, others: Sequence[str], turn: Turn) -> Card:
    """What was asked about, with the ways to what is asked beside it."""
    ways = tuple(Choice(say(f"button-about-{topic}"), ShowAbout(topic)) for topic in others)
    picture = banner(turn.language, title, icon="help")
    return screen(text, picture, (ways, (TEAM,), (CART, HOME)))


def link_rows(terms: ShopTerms) -> tuple[Row, ...]:
    """The centre's Instagram account, where the settings name it."""
    if not terms.instagram_url:
        return ()
    return ((LinkChoice(say("button-instagram"), terms.instagram_url),),)
