"""The methods of the Bot API and their parameters, as python-telegram-bot's ``Bot`` has them.

The library's keyword-only parameters (time-outs, ``api_kwargs``, objects in place of their parts)
are its own and never travel.
"""

from __future__ import annotations

import datetime as dtm
import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
import telegram

from . import checks
from .checks import Check, Mistyped

Parse = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: how to read what arrived, and whether it must arrive."""

    name: str
    parse: Parse
    required: bool
    is_file: bool


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the Bot API by its own name, such as ``sendMessage``."""

    name: str
    parameters: dict[str, Parameter]
    required: tuple[str, ...]


_WHOLE = re.compile(r"-?[0-9]{1,19}\Z")
_BOOLEANS = {"true": True, "True": True, "1": True, "false": False, "False": False, "0": False}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, str) and _WHOLE.match(value) else value


def _number(value: object) -> object:
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            return value
    return value


def _boolean(value: object) -> object:
    return _BOOLEANS.get(value, value) if isinstance(value, str) else value


def _json(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        decoded: object = msgspec.json.decode(value)
    except msgspec.DecodeError:
        raise Mistyped("valid JSON") from None
    return decoded


def _reader(annotation: object) -> Callable[[object], object] | None:
    """How a form's string becomes the JSON value that the check expects; None: as it is."""
    members = checks.alternatives(annotation)
    if bytes in members:
        return None
    if bool in members:
        return _boolean
    if int in members or dtm.datetime in members or dtm.timedelta in members:
        return _whole if float not in members else _number
    if float in members:
        return _number
    return None if str in members else _json


def _parser(annotation: object) -> Parse:
    read, check = _reader(annotation), checks.compile_check(annotation)
    if read is None:
        return _checked(check)
    reader = read

    def parse(value: object) -> object:
        decoded = reader(value)
        check(decoded)
        return decoded

    return parse


def _checked(check: Check) -> Parse:
    def parse(value: object) -> object:
        check(value)
        return value

    return parse


def _method(name: str, function: Callable[..., object]) -> Method:
    hints = checks.annotations_of(function)
    parameters: dict[str, Parameter] = {}
    for spec in inspect.signature(function).parameters.values():
        if spec.name == "self" or spec.kind == spec.KEYWORD_ONLY:
            continue
        annotation = hints[spec.name]
        parameters[spec.name] = Parameter(
            name=spec.name,
            parse=_parser(annotation),
            required=spec.default is spec.empty,
            is_file=checks.is_file(annotation),
        )
    required = tuple(name for name, parameter in parameters.items() if parameter.required)
    return Method(name, parameters, required)


def _all_methods() -> dict[str, Method]:
    """Every camelCase name of the library's ``Bot``, in lower case: the server ignores case."""
    found = {}
    for name in dir(telegram.Bot):
        member = getattr(telegram.Bot, name)
        if name[0].islower() and name != name.lower() and inspect.isfunction(member):
            found[name.lower()] = _method(name, member)
    return found


METHODS = _all_methods()
