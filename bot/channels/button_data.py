"""Button data as the channels send it: the action, and whether its message stays as it is."""

from __future__ import annotations

from handlers.dialog.actions import MOST_BYTES, Action, decode_action, encode_action

_STAYS = "+"


def button_data(action: Action, *, stays: bool = False) -> str:
    """The data of a button; raises ValueError over 64 bytes, a defect of the action's maker."""
    data = (_STAYS if stays else "") + encode_action(action)
    if len(data.encode()) > MOST_BYTES:
        raise ValueError(f"{type(action).__name__} takes {len(data)} bytes of a kept message")
    return data


def pressed_action(data: str) -> Action | None:
    """The action of a pressed button, or None when it is old, forged or broken."""
    return decode_action(data.removeprefix(_STAYS))


def leaves_message(data: str) -> bool:
    """Whether the answer comes beneath the pressed message and never in its place."""
    return data.startswith(_STAYS)
