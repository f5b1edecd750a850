"""What may be sent is what the library's own signatures say."""

from __future__ import annotations

import inspect

import pytest
import telegram

from tests.fake_botapi.methods import TAUGHT
from tests.fake_botapi.signatures import METHODS

from .stage import Stage

TRANSPORT = {"read_timeout", "write_timeout", "connect_timeout", "pool_timeout", "api_kwargs"}


def test_every_method_of_the_library_is_known() -> None:
    alias = [
        name
        for name, member in inspect.getmembers(telegram.Bot, inspect.isfunction)
        if name != name.lower() and not name.startswith("_")
    ]

    assert {method.name for method in METHODS.values()} == set(alias)
    assert len(METHODS) > 170


def test_conveniences_of_the_library_do_not_travel() -> None:
    for method in METHODS.values():
        assert not TRANSPORT & set(method.parameters), method.name
    assert "location" not in METHODS["sendlocation"].parameters
    assert "filename" not in METHODS["senddocument"].parameters
    assert METHODS["sendmessage"].required == ("chat_id", "text")


def test_only_methods_of_the_library_are_taught() -> None:
    assert set(TAUGHT) <= set(METHODS)


@pytest.mark.parametrize("name", sorted(set(METHODS) - set(TAUGHT) - {"getupdates"}))
async def test_the_others_fail_the_test_that_needs_them(stage: Stage, name: str) -> None:
    method = METHODS[name]
    fields = {key: "1" for key in method.required if not method.parameters[key].is_file}

    answer = await stage.call(name, **fields)

    assert answer["ok"] is False
    told = stage.api.complaints()
    assert len(told) == 1
    assert "not taught" in told[0] or "can't parse parameter" in told[0] or "is empty" in told[0]
