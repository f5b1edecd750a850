"""A call may come as JSON, as a form, in the query or in parts; all mean the same."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
import pytest

from tests.fake_botapi.wire import Upload, read_body

from .stage import Stage, form

MARKUP = {"inline_keyboard": [[{"text": "زر", "callback_data": "x"}]]}


def fields(stage: Stage) -> dict[str, str]:
    return {
        "chat_id": str(stage.mona.id),
        "text": "<b>نص</b> & نص",
        "parse_mode": "HTML",
        "disable_notification": "true",
        "reply_markup": json.dumps(MARKUP),
    }


def as_json(given: dict[str, str]) -> dict[str, Any]:
    return {"json": {**given, "chat_id": int(given["chat_id"]), "reply_markup": MARKUP}}


def as_json_strings(given: dict[str, str]) -> dict[str, Any]:
    return {"json": given}


def as_form(given: dict[str, str]) -> dict[str, Any]:
    return {"data": given}


def as_parts(given: dict[str, str]) -> dict[str, Any]:
    return {"data": form({"unused": ("x", b"1\r\n--2")}, **given)}


def as_query(given: dict[str, str]) -> dict[str, Any]:
    return {"params": given}


@pytest.mark.parametrize("shape", [as_json, as_json_strings, as_form, as_parts, as_query])
async def test_every_kind_of_body_is_read(stage: Stage, shape: Any) -> None:
    answer = await stage.post("sendMessage", **shape(fields(stage)))

    assert answer["ok"], answer
    assert answer["result"]["text"] == "نص & نص"
    assert answer["result"]["reply_markup"] == MARKUP


async def test_get_and_any_case_are_taken(stage: Stage) -> None:
    async with stage.session.get(stage.url("GETME")) as answer:
        assert (await answer.json())["result"]["is_bot"] is True


async def test_a_wrong_token_is_401(stage: Stage) -> None:
    async with stage.session.get(f"{stage.api.base_url}/bot1:wrong/getMe") as answer:
        assert answer.status == 401
        assert (await answer.json())["description"] == "Unauthorized: invalid token specified"


async def test_a_null_byte_file_survives_the_parts() -> None:
    content = bytes(range(256)) * 3 + b"\r\n"
    data = aiohttp.FormData()
    data.add_field("chat_id", "5")
    data.add_field("document", content, filename="ورقة.bin", content_type="text/x")
    writer = data()
    sink = _Sink()
    await writer.write(sink)  # type: ignore[arg-type]

    given, uploads = read_body(writer.headers["Content-Type"], "", bytes(sink.taken))

    assert given == {"chat_id": "5"}
    assert uploads["document"].content == content
    assert isinstance(uploads["document"], Upload)
    assert uploads["document"].mime == "text/x"


class _Sink:
    """Collects what a body writer writes."""

    def __init__(self) -> None:
        self.taken = bytearray()

    async def write(self, chunk: bytes) -> None:
        self.taken += chunk


@pytest.mark.parametrize("kind", ["text/plain", "application/json"])
async def test_an_unreadable_body_is_refused(stage: Stage, kind: str) -> None:
    answer = await stage.post("getMe", data=b"{", headers={"Content-Type": kind})

    assert answer["error_code"] == 400
