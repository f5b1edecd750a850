"""The settings: the language, and the bazaar's reminders."""

from __future__ import annotations

from handlers.customer.account.about_screens import PRIVACY
from handlers.dialog.actions.customer import Remind, SetLanguage, ShowLanguages, ShowNotices
from handlers.dialog.layout import HOME, banner, screen
from handlers.dialog.main_menu import FAVOURITES
from handlers.dialog.speech import Card, Choice, Phrase, Row, say
from locales.languages import LANGUAGES
from models.people.people import Language

LANGUAGE = Choice(say("button-language"), ShowLanguages())


def settings_screen(language: Language, *, reminded: bool, notices: bool = False) -> Card:
    """What is set, and a choice to change each; `notices` for those who hear of their work."""
    text = say(
        "settings-text",
        language=say(f"language-{language}"),
        reminders=say("settings-reminders-on" if reminded else "settings-reminders-off"),
    )
    label = say("settings-stop-reminders" if reminded else "settings-start-reminders")
    rows: list[Row] = [(LANGUAGE,), (Choice(label, Remind(on=not reminded)),), (FAVOURITES,)]
    if notices:
        rows.append((Choice(say("button-notices"), ShowNotices()),))
    rows.append((PRIVACY, HOME))
    picture = banner(language, say("settings-title"), icon="settings")
    return screen(text, picture, rows)


def languages_screen(language: Language) -> Card:
    """The languages, each in its own words; the one that is spoken now is marked."""
    rows: list[Row] = [
        tuple(Choice(language_label(key, now=language), SetLanguage(key)) for key in LANGUAGES),
        (HOME,),
    ]
    picture = banner(language, say("languages-title"), icon="settings")
    return screen(say("languages-text"), picture, rows)


def language_label(key: Language, *, now: Language) -> Phrase:
    """A language's own name, with a tick where it is spoken now."""
    name = say(f"language-{key}")
    return say("choice-chosen", label=name) if key == now else name
