"""The try-out is for this machine's own browser, and nothing of other sites runs in it."""

from __future__ import annotations

import re

import aiohttp
import pytest

from bot.app.assembly import Storefront
from tests.bot.channels.web.page import address, connected

FOREIGN = [
    {"Host": "bazaar.example"},
    {"Host": "127.0.0.1:1"},
    {"Origin": "http://evil.example"},
    {"Origin": "https://127.0.0.1"},
    {"Origin": "null"},
    {"X-Forwarded-For": "10.0.0.1"},
    {"X-Forwarded-Proto": "https"},
    {"Forwarded": "for=10.0.0.1"},
    {"Via": "1.1 proxy"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("path", ["/", "/photos/aa", "/static/chat.js", "/healthz"])
async def test_whoever_comes_from_elsewhere_is_refused(
    shop: Storefront, client: aiohttp.ClientSession, path: str, headers: dict[str, str]
) -> None:
    async with client.get(address(shop, path), headers=headers) as answer:
        assert answer.status == 403
        assert "this machine alone" in await answer.text()


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
async def test_a_foreign_page_cannot_open_a_pane(shop: Storefront, headers: dict[str, str]) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
        async with connected(shop, **headers):
            pass
    assert refused.value.status == 403


async def test_a_foreign_page_cannot_send_a_photo(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    foreign = {"Origin": "http://evil.example"}
    async with client.post(address(shop, "/photos"), data=b"x", headers=foreign) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_this_machines_own_browser_is_let_in(
    shop: Storefront, client: aiohttp.ClientSession, host: str
) -> None:
    own = {"Host": f"{host}:{shop.port}", "Origin": f"http://{host}:{shop.port}"}
    async with client.get(address(shop), headers=own) as answer:
        assert answer.status == 200
    async with connected(shop, **own) as page:
        assert not page.socket.closed


@pytest.mark.parametrize("path", ["/", "/static/chat.js", "/photos/none"])
async def test_what_the_page_fetches_carries_the_safe_headers(
    shop: Storefront, client: aiohttp.ClientSession, path: str
) -> None:
    async with client.get(address(shop, path)) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "Cache-Control" in answer.headers


async def test_the_page_holds_no_script_style_or_address_from_elsewhere(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with client.get(address(shop)) as answer:
        html = await answer.text()
    scripts = re.findall(r"<script([^>]*)>", html)
    assert scripts == [
        ' type="application/json" id="given"',
        ' type="module" src="static/chat.js"',
    ]
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style", html)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", html)


async def test_the_page_opens_in_arabic_and_says_that_it_is_a_tryout(
    shop: Storefront, client: aiohttp.ClientSession
) -> None:
    async with client.get(address(shop)) as answer:
        html = await answer.text()
    assert '<html lang="ar" dir="rtl">' in html
    assert "نسخة للتجربة على هذا الجهاز فقط" in html
    async with client.get(address(shop, "/?language=en")) as answer:
        assert '<html lang="en" dir="ltr">' in await answer.text()
