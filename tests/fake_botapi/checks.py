"""Turns the type annotations of python-telegram-bot into checks of what arrives as JSON.

Every check takes a decoded JSON value and raises `Mistyped` with the path of the wrong place.
The checks are compiled once from the annotations, so that a call costs only closures.
"""

from __future__ import annotations

import datetime as dtm
import inspect
import sys
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import telegram
import telegram._utils.types
from telegram._utils.defaultvalue import DefaultValue

Check = Callable[[object], None]
_NONE = type(None)
_LAZY: dict[type, Check] = {}
_CONVENIENCES = (DefaultValue, tuple, Callable)


class Mistyped(Exception):
    """A value of the wrong type, with the path to it."""

    def __init__(self, expected: str, path: str = "") -> None:
        super().__init__(expected)
        self.expected = expected
        self.path = path

    @property
    def depth(self) -> int:
        """How far below the top the mistake lies."""
        return self.path.count(".") + 1 if self.path else 0

    def under(self, key: str) -> Mistyped:
        """This mistake, with its path seen from one level higher."""
        return Mistyped(self.expected, f"{key}.{self.path}" if self.path else key)


def _namespace(module: str) -> dict[str, object]:
    """The names that the library's annotations use, also those imported for type checkers only."""
    return {
        **vars(telegram._utils.types),
        **vars(telegram),
        "Sequence": Sequence,
        "dtm": dtm,
        **vars(sys.modules[module]),
    }


def annotations_of(function: Callable[..., object]) -> Mapping[str, object]:
    """The resolved annotations of one of the library's functions."""
    return typing.get_type_hints(function, globalns=_namespace(function.__module__))


def alternatives(annotation: object) -> list[object]:
    """The members of a union that can stand in JSON, without the library's conveniences."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        found: list[object] = []
        for member in typing.get_args(annotation):
            found += [one for one in alternatives(member) if one not in found]
        return found
    if annotation is _NONE or annotation is DefaultValue:
        return []
    if typing.get_origin(annotation) in _CONVENIENCES:
        return []
    if isinstance(annotation, type) and _stands_for_its_file_id(annotation):
        return []
    return [annotation]


def is_file(annotation: object) -> bool:
    """Whether a file may be uploaded for this annotation."""
    return bytes in alternatives(annotation)


def _stands_for_its_file_id(cls: type) -> bool:
    return issubclass(cls, telegram.TelegramObject) and any(
        slot.endswith("file_id") for slot in _slots(cls)
    )


def _slots(cls: type) -> set[str]:
    return {slot for base in cls.__mro__ for slot in getattr(base, "__slots__", ())}


def _wants(expected: str, *kinds: type) -> Check:
    def check(value: object) -> None:
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise Mistyped(expected)

    return check


_SCALARS: dict[object, Check] = {
    str: _wants("a string", str),
    object: _wants("a string", str),
    int: _wants("an integer", int),
    float: _wants("a number", int, float),
    bool: _wants("a boolean", bool),
    dict: _wants("an object", dict),
    dtm.timedelta: _wants("a number of seconds", int, float),
    dtm.datetime: _wants("a Unix time", int),
}
_FILE_SIDES = (bytes, Path, telegram.InputFile, typing.IO)


def compile_check(annotation: object) -> Check:
    """One check for an annotation, whatever its depth."""
    members = alternatives(annotation)
    if bytes in members:
        return _SCALARS[str]
    checks = [_compile_one(member) for member in members if member not in _FILE_SIDES]
    if len(checks) == 1:
        return checks[0]
    return _any_of(checks)


def _compile_one(annotation: object) -> Check:
    simple = _SCALARS.get(annotation)
    if simple is not None:
        return simple
    origin = typing.get_origin(annotation)
    if origin is typing.Literal:
        return _one_of(typing.get_args(annotation))
    if origin is dict:
        return _SCALARS[dict]
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return _list_of(compile_check(typing.get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, telegram.TelegramObject):
        return object_check(annotation)
    raise TypeError(f"no check for the annotation {annotation!r}")


def _exactly(wanted: object) -> Check:
    def check(value: object) -> None:
        if value != wanted or isinstance(value, bool) != isinstance(wanted, bool):
            raise Mistyped(repr(wanted))

    return check


def _one_of(allowed: tuple[object, ...]) -> Check:
    def check(value: object) -> None:
        if value not in allowed or isinstance(value, bool):
            raise Mistyped(f"one of {allowed}")

    return check


def _list_of(item: Check) -> Check:
    def check(value: object) -> None:
        if not isinstance(value, list):
            raise Mistyped("an array")
        for position, member in enumerate(value):
            try:
                item(member)
            except Mistyped as wrong:
                raise wrong.under(str(position)) from None

    return check


def _any_of(checks: list[Check]) -> Check:
    def check(value: object) -> None:
        deepest: Mistyped | None = None
        for one in checks:
            try:
                one(value)
            except Mistyped as wrong:
                if deepest is None or wrong.depth > deepest.depth:
                    deepest = wrong
            else:
                return
        raise deepest or Mistyped("nothing")

    return check


def object_check(cls: type[telegram.TelegramObject]) -> Check:
    """The check of a JSON object of the library's class, or of one of its typed subclasses."""
    kinds = _leaves(cls)
    if len(kinds) == 1:
        return _lazily(kinds[0])
    by_type = {_type_name(kind): _lazily(kind) for kind in kinds}

    def check(value: object) -> None:
        if not isinstance(value, dict):
            raise Mistyped("an object")
        chosen = by_type.get(value.get("type"))
        if chosen is None:
            raise Mistyped(f"one of {sorted(map(str, by_type))}", "type")
        chosen(value)

    return check


def _leaves(cls: type[telegram.TelegramObject]) -> list[type[telegram.TelegramObject]]:
    below = [sub for sub in cls.__subclasses__() if "type" in _slots(sub)]
    if "type" not in _slots(cls) or not below:
        return [cls]
    return [leaf for sub in below for leaf in _leaves(sub)]


def _lazily(cls: type[telegram.TelegramObject]) -> Check:
    """Classes hold each other, so a check is compiled when it is first needed, and once."""
    known = _LAZY.get(cls)
    if known is not None:
        return known
    compiled: Check | None = None

    def check(value: object) -> None:
        nonlocal compiled
        if compiled is None:
            compiled = _fields_check(cls)
        compiled(value)

    _LAZY[cls] = check
    return check


def _type_name(cls: type[telegram.TelegramObject]) -> object:
    return _fixed(cls).get("type")


def _fixed(cls: type[telegram.TelegramObject]) -> dict[str, object]:
    """What a class always says of itself (``type``, ``remove_keyboard``): one is made and asked."""
    parameters = inspect.signature(cls).parameters
    said = [
        slot for slot in _slots(cls) if slot[0] != "_" and slot not in (*parameters, "id_attrs")
    ]
    if not said:
        return {}
    needed = [
        parameter.name
        for parameter in parameters.values()
        if parameter.default is parameter.empty and parameter.kind != parameter.KEYWORD_ONLY
    ]
    made = cls(**dict.fromkeys(needed, "@x"))  # type: ignore[arg-type]
    return {slot: value for slot in said if (value := getattr(made, slot, None)) is not None}


def _fields_check(cls: type[telegram.TelegramObject]) -> Check:
    hints = annotations_of(cls.__init__)
    fields: dict[str, Check] = {}
    needed: list[str] = []
    slots = _slots(cls)
    for parameter in inspect.signature(cls).parameters.values():
        name = parameter.name
        if parameter.kind == parameter.KEYWORD_ONLY or not slots & {name, f"_{name}"}:
            continue
        fields[parameter.name] = compile_check(hints[parameter.name])
        if parameter.default is parameter.empty:
            needed.append(parameter.name)
    for name, value in _fixed(cls).items():
        fields[name] = _exactly(value)
        needed.append(name)
    return _checked_fields(fields, needed)


def _checked_fields(fields: dict[str, Check], needed: list[str]) -> Check:
    def check(value: object) -> None:
        if not isinstance(value, dict):
            raise Mistyped("an object")
        for key in needed:
            if key not in value:
                raise Mistyped("a value, and it is missing", key)
        for key, member in value.items():
            field = fields.get(key)
            if field is None:
                raise Mistyped("no field of this name", key)
            if member is None:
                raise Mistyped("a value, not null", key)
            try:
                field(member)
            except Mistyped as wrong:
                raise wrong.under(key) from None

    return check
