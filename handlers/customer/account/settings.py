"""A person's own settings: the language, and the bazaar's reminders."""

from __future__ import annotations

from handlers.customer.account.notices import topics_of
from handlers.customer.account.settings_screen import languages_screen, settings_screen
from handlers.dialog.actions.customer import SetLanguage, ShowHome, ShowLanguages, ShowSettings
from handlers.dialog.plans import stale, with_question
from handlers.dialog.router import ROUTES, command, step, view
from handlers.dialog.speech import Reply, reply, say
from handlers.dialog.turn import Turn
from locales.languages import LANGUAGES
from models.bazaars.reminders import wants_reminders
from models.people.people import set_language


@view(ShowSettings)
async def show_settings(turn: Turn, _action: ShowSettings) -> Reply:
    """The language now, and whether the bazaar's openings are reminded of."""
    reminded = await wants_reminders(turn.session, turn.person_id)
    notices = bool(topics_of(turn.standing))
    card = settings_screen(turn.language, reminded=reminded, notices=notices)
    return reply(card, in_place=True)


@view(ShowLanguages)
async def show_languages(turn: Turn, _action: ShowLanguages) -> Reply:
    """The choice of language."""
    return reply(languages_screen(turn.language), in_place=True)


@step(SetLanguage)
async def choose_language(turn: Turn, action: SetLanguage) -> Reply:
    """Speak this language from now on: the pressed message is rewritten in it."""
    if action.language not in LANGUAGES:
        return await stale(turn)
    await set_language(turn.session, turn.person_id, action.language)
    turn.language = action.language
    menu: Reply = await ROUTES[ShowHome].answer(turn, ShowHome())
    answered = reply(*menu.cards, in_place=True, notice=say("language-set"))
    return await with_question(turn, answered, quiet_too=True)


command("settings", lambda _rest: ShowSettings())
command("language", lambda _rest: ShowLanguages())
