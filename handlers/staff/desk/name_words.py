"""What the ids of a fact stand for, in words: people, goods, brands, bazaars."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Arg, Exact, Phrase, say
from models.hall.note_tables import NoteKind
from models.people.access import Role
from models.reports.history_names import Both, NamedLine, Names, Standing

NAME = 32
SEVERAL = 3
UNKNOWN = say("history-unknown")


def name_arguments(fields: dict[str, Any], names: Names) -> dict[str, Arg]:
    """The names of what the ids among the fields stand for."""
    said: dict[str, Arg] = {}
    for field, kept in (("product", names.products), ("option", names.options)):
        if f"{field}_id" in fields:
            said[field] = both_words(kept.get(fields[f"{field}_id"]))
    if "family_id" in fields:
        said["brand"] = both_words(names.families.get(fields["family_id"]))
    if "was_id" in fields:
        said["earlier_brand"] = both_words(names.families.get(fields["was_id"]))
    if "bazaar_id" in fields:
        said["bazaar"] = both_words(names.bazaars.get(fields["bazaar_id"]))
    if "person_id" in fields:
        said["person"] = holder_words(fields["person_id"], names)
    if "sale_id" in fields:
        code = names.receipts.get(fields["sale_id"])
        said["receipt"] = UNKNOWN if code is None else Exact(code)
    if "order_ids" in fields:
        said["orders"] = len(fields["order_ids"])
    if "line_id" in fields:
        said |= line_arguments(fields["line_id"], names)
    if any(field in fields for field in PIECES):
        said["things"] = several(piece_words(fields, names))
    if "invitation_id" in fields:
        said |= invited_arguments(fields["invitation_id"], names)
    if "till_id" in fields:
        said["till"] = Exact(str(fields["till_id"]))
    if "note_id" in fields:
        said |= note_arguments(fields)
    if "role" in fields:
        said["role"] = role_words(fields["role"])
    return said


def both_words(name: Both | None) -> Arg:
    """A name, or that it is not known any more."""
    return short(name.ar, name.en, NAME) if name is not None and any(name) else UNKNOWN


def note_arguments(fields: dict[str, Any]) -> dict[str, Arg]:
    """The number of a note on goods, and what it is about where the fact says so."""
    kind = fields.get("kind", "")
    words = say(f"note-kind-{kind}") if kind in tuple(NoteKind) else UNKNOWN
    return {"number": Exact(str(fields["note_id"])), "note_kind": words}


def line_arguments(line_id: int, names: Names) -> dict[str, Arg]:
    """What a line of an order held, and how many of it."""
    line = names.lines.get(line_id)
    if line is None:
        return {"thing": UNKNOWN, "count": 0}
    return {"thing": thing_words(line), "count": line.quantity}


def thing_words(line: NamedLine) -> Phrase:
    """What a line of an order held, with the option where there are several."""
    name = short(*line.name, NAME)
    if not any(line.label):
        return say("thing", name=name)
    return say("thing-option", name=name, option=short(*line.label, NAME // 2))


PIECES = ("line_ids", "returned_ids", "returned_id")
"""The fields of facts that stand for pieces of lines."""


def piece_words(fields: dict[str, Any], names: Names) -> list[Phrase]:
    """The things that these fields stand for, each with its pieces; what is unknown is left out."""
    found: list[tuple[int, int]] = []
    for line_id in fields.get("line_ids", ()):
        found += [(line_id, names.lines[line_id].quantity)] if line_id in names.lines else []
    back: Iterable[int] = (*fields.get("returned_ids", ()), fields.get("returned_id", 0))
    pieces = [names.returned[id_] for id_ in back if id_ in names.returned]
    found += [(part.line_id, part.quantity) for part in pieces if part.line_id in names.lines]
    return things_of(found, names)


def things_of(pieces: Iterable[tuple[int, int]], names: Names) -> list[Phrase]:
    """So many pieces of each of the lines, which are known."""
    return [
        say("goods-thing", thing=thing_words(names.lines[line_id]), count=str(quantity))
        for line_id, quantity in pieces
    ]


def several(things: Sequence[Phrase]) -> Phrase:
    """Things one after another; of many only how many more there are."""
    if not things:
        return UNKNOWN
    first, *others = things[:SEVERAL]
    for other in others:
        first = say("goods-and", first=first, second=other)
    if len(things) > SEVERAL:
        more = say("lines-more", count=len(things) - SEVERAL)
        first = say("goods-and", first=first, second=more)
    return first


def invited_arguments(invitation_id: int, names: Names) -> dict[str, Arg]:
    """For whom an invitation was."""
    invited = names.invitations.get(invitation_id)
    name = "" if invited is None else invited.name
    return {"invited": cut(name, NAME) if name else say("people-nameless")}


def role_words(role: str) -> Arg:
    """A role in words; one that is no more by its key."""
    return say(f"role-{role}") if role in Role.__members__ else cut(role, NAME)


def person_words(person_id: int, names: Names) -> Phrase:
    """A person by the name that the inviter gave; one who has left is said to have."""
    known = names.people.get(person_id)
    if known is None:
        return say("history-former")
    if known.standing == Standing.left:
        name = cut(known.name, NAME)
        return say("history-left", name=name) if name else say("history-former")
    if known.standing == Standing.family:
        return say("history-of-family", name=cut(known.name, NAME) or say("people-nameless"))
    return say("people-name", name=cut(known.name, NAME)) if known.name else say("history-staff")


def holder_words(person_id: int | None, names: Names) -> Phrase:
    """Whose purse cash is in; the till where it is nobody's."""
    return say("cash-till") if person_id is None else person_words(person_id, names)
