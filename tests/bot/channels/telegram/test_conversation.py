"""People talk with the real storefront: by webhook and by asking alike."""

from __future__ import annotations

import asyncio

import pytest

from bot.app.assembly import Storefront
from models.people.access import Role
from tests.bot.conftest import at_the_menu, invitation
from tests.bot.whole.talk import passed_on
from tests.fake_botapi import FakeBotApi
from tests.support.words import label as the_label
from tests.support.words import word

pytestmark = pytest.mark.usefixtures("shop")


async def test_start_greets_with_a_picture_in_the_persons_language(
    api: FakeBotApi,
) -> None:
    mona, sara = api.person("منى"), api.person("Sara", language_code="en")
    await asyncio.gather(mona.starts(), sara.starts())
    card = await mona.sees(word("package-atayeb"))
    assert card.photo is not None
    await sara.sees(word("package-atayeb", "en"))
    await api.quiet()
    api.assert_clean()


async def test_browsing_stays_in_one_message(api: FakeBotApi) -> None:
    mona = await at_the_menu(api)
    await mona.presses(word("package-atayeb", "en"))
    await mona.sees("Luqaimat")
    await mona.presses("1 · ")
    await mona.presses(word("product-add", "en"))
    await mona.sees("In cart: 1")
    await mona.presses(the_label("button-home", "en"))
    await mona.sees("Choose a package")
    await api.quiet()
    assert len([message for message in mona.screen if not message.mine]) == 1
    api.assert_clean()


async def test_every_press_is_answered_at_once_with_its_notice(
    api: FakeBotApi,
) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts()
    card = await mona.sees(word("package-atayeb", "en"))
    presses = [await mona.presses(label, message=card) for label in card.buttons[:6]]
    for press in presses:
        assert press is not None
        await press.answered()
    stale = await mona.press("no data of ours")
    assert "earlier" in await stale.answered()
    await api.quiet()
    api.assert_clean()


async def test_a_picture_is_uploaded_once_for_everybody(
    api: FakeBotApi, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a loaded machine an upload takes longer than anyone waits for another's.
    monkeypatch.setattr("bot.channels.media.PATIENCE_S", api.patience)
    people = [api.person(f"Person {number}", language_code="en") for number in range(12)]
    await asyncio.gather(*(person.starts() for person in people))
    await asyncio.gather(*(person.sees(word("package-atayeb", "en")) for person in people))
    await api.quiet()
    assert api.uploaded_twice == []
    uploads = [
        call for call in api.calls_of("sendPhoto") if isinstance(call.parameters["photo"], str)
    ]
    assert len(uploads) == len(people) - 1


async def test_an_invitation_makes_the_menu_of_the_team(api: FakeBotApi, shop: Storefront) -> None:
    chief = api.person("Chief", language_code="en")
    await chief.starts(await invitation(shop, Role.manager))
    await chief.sees(button=word("button-desk", "en"))
    await chief.is_offered("desk")
    customer = api.person("Customer", language_code="en")
    await customer.starts()
    await customer.sees(word("package-atayeb", "en"))
    await api.quiet()
    await shop.background.finish(30.0)
    assert "desk" not in [name for name, _ in customer.menu]
    api.assert_clean()


async def test_another_language_rewrites_the_menu_and_the_message(
    api: FakeBotApi, shop: Storefront
) -> None:
    mona = api.person("منى")
    await mona.starts()
    await mona.sees(word("package-atayeb"))
    arabic = mona.menu
    await mona.presses("English")
    await mona.sees(word("package-atayeb", "en"))
    await api.quiet()
    await shop.background.finish(30.0)
    assert mona.menu != arabic
    api.assert_clean()


async def test_what_is_no_text_is_answered_too(api: FakeBotApi) -> None:
    mona = await at_the_menu(api)
    await mona.sends_sticker()
    await mona.sees(word("package-atayeb", "en"))
    await mona.sends_voice()
    await mona.sees(word("inbox-offer-voice", "en"))
    await mona.sends_document(b"%PDF-1.4 no picture", "list.pdf", mime="application/pdf")
    await mona.sees(word("package-atayeb", "en"))
    await mona.sends_document(b"these bytes are no picture", "cat.png", mime="image/png")
    await mona.sees(word("package-atayeb", "en"))
    await mona.shares_contact_of("0501234567")
    await mona.sees(kind="photo")
    await mona.sends("/start no_such_link")
    await mona.sees(word("package-atayeb", "en"))
    await api.quiet()
    api.assert_clean()


async def test_a_link_opens_what_it_names(api: FakeBotApi) -> None:
    mona = api.person("Mona", language_code="en")
    await mona.starts("p_1")
    await mona.sees("Luqaimat")
    share = await mona.sees(button="Share")
    assert f"t.me%2F{api.platform.bot.username}%3Fstart%3Dp_1" in share.url_of("Share")
    await api.quiet()
    api.assert_clean()


async def test_an_edited_search_searches_again(api: FakeBotApi) -> None:
    mona = await at_the_menu(api)
    sent = await mona.sends("luqaimat")
    await mona.sees("luqaimat")
    await mona.edits(sent, "something else")
    await mona.sees("something else")
    await api.quiet()
    api.assert_clean()


async def test_in_a_group_a_command_is_shown_the_private_door(
    api: FakeBotApi,
) -> None:
    mona = api.person("منى")
    group = api.group([mona])
    await mona.sends("صباح الخير", chat=group)
    await mona.sends("/shop@another_bot", chat=group)
    await mona.sends("/shop", chat=group)
    door = await mona.sees(word("channel-open-private"), chat=group)
    assert "start" in door.url_of("فتح المحادثة")
    await api.quiet()
    assert len([each for each in mona.screen_of(group) if not each.mine]) == 1
    await mona.presses("فتح المحادثة", chat=group)
    await mona.sees(word("package-atayeb"))
    await api.quiet()
    api.assert_clean()


async def test_the_private_door_is_shown_in_the_language_of_whoever_asks(api: FakeBotApi) -> None:
    mona = api.person("Mona", language_code="en")
    group = api.group([mona])
    await mona.sends("/shop", chat=group)
    await mona.sees("Shopping happens in a private chat", chat=group)
    await api.quiet()
    api.assert_clean()


async def test_an_invitation_shows_its_address_for_copying(
    api: FakeBotApi, shop: Storefront
) -> None:
    chief = api.person("Chief", language_code="en")
    await chief.starts(await invitation(shop, Role.manager))
    await chief.sees(button=word("button-desk", "en"))
    await chief.sends("/team")
    await chief.sees("To invite somebody")
    await chief.presses("Invite: Courier")
    await chief.sees("Who is this invitation for")
    await chief.sends("Hessa")
    shown = await chief.sees("Hessa", button=word("button-send-invitation", "en"))
    payload = passed_on(shown, word("button-send-invitation", "en"))
    assert shown.words.endswith(f"\n\nhttps://t.me/entaj_bazaar_bot?start={payload}")
    api.assert_clean()
