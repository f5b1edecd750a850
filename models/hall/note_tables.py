"""Notes on goods: what a family's goods became, line by line, for her and for the centre."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index
from models.kernel.money import Money


class NoteKind(StrEnum):
    """What a note is about; the values are stored, and are named in phrases."""

    take_in = "take-in"
    give_back = "give-back"
    write_off = "write-off"
    counted = "count"


class NoteState(StrEnum):
    """What the family says of a note; the values are stored, and are named in phrases."""

    open = "open"  # she has said nothing yet
    confirmed = "confirmed"
    disputed = "disputed"  # she says what is wrong, and staff have not answered yet
    settled = "settled"  # staff have answered what she said


KINDS = ", ".join(f"'{kind}'" for kind in NoteKind)
SAID = "word <> ''"
"""The condition of the index on notes of which families said what is wrong, word by word."""
WAITS = "state IN ('open', 'disputed')"
"""The condition of the index on notes that wait for the family or for staff, word by word."""
STATES = ", ".join(f"'{state}'" for state in NoteState)


class GoodsNote(Base):
    """One note, about one family's goods; its id is the number that both read.

    It is booked once for its `token`, whatever is pressed twice. `reason` is why goods are written
    off. `said_by` confirmed it or said what is wrong (`word`), at `said_at`, and `answer` is what
    staff answered; `asked_again_at` is when she was asked once more.
    """

    __tablename__ = "goods_notes"
    __table_args__ = (
        CheckConstraint(f"kind IN ({KINDS})", name="kind"),
        CheckConstraint(f"state IN ({STATES})", name="state"),
        CheckConstraint("(state = 'open') = (said_at IS NULL)", name="said"),
        Index("ix_goods_notes_family_id_id", "family_id", "id"),
        partial_index("ix_goods_notes_said_by", "said_by", where=SAID),
        partial_index("ix_goods_notes_waiting", "id", where=WAITS),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    token: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"))
    bazaar_id: Mapped[int | None] = mapped_column(ForeignKey("bazaars.id"))
    reason: Mapped[str] = mapped_column(default="", server_default="")
    at: Mapped[datetime]
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    state: Mapped[str]
    said_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    said_at: Mapped[datetime | None]
    word: Mapped[str] = mapped_column(default="", server_default="")
    answer: Mapped[str] = mapped_column(default="", server_default="")
    asked_again_at: Mapped[datetime | None]


class GoodsNoteLine(Base):
    """One option on a note, in the words and at the price of that moment.

    `change` is by how many pieces the shelf changed: below nothing where goods left it. Of a count
    `counted` is what was found; None elsewhere.
    """

    __tablename__ = "goods_note_lines"
    __table_args__ = (
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("counted >= 0", name="counted"),
    )

    note_id: Mapped[int] = mapped_column(ForeignKey("goods_notes.id"), primary_key=True)
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), primary_key=True, index=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"))
    name_ar: Mapped[str]
    name_en: Mapped[str]
    label_ar: Mapped[str] = mapped_column(default="", server_default="")
    label_en: Mapped[str] = mapped_column(default="", server_default="")
    price: Mapped[Money]
    change: Mapped[int]
    counted: Mapped[int | None]


class SupplyOffer(Base):
    """What a family says she can bring of an option; `note_id` is the note that it came in by.

    `declined_at` where staff said no.
    """

    __tablename__ = "supply_offers"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity"),
        CheckConstraint("note_id IS NULL OR declined_at IS NULL", name="one_end"),
        Index("ix_supply_offers_family_id_id", "family_id", "id"),
        partial_index(
            "ix_supply_offers_waiting", "id", where="note_id IS NULL AND declined_at IS NULL"
        ),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"))
    option_id: Mapped[int] = mapped_column(ForeignKey("options.id"), index=True)
    quantity: Mapped[int]
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    note_id: Mapped[int | None] = mapped_column(ForeignKey("goods_notes.id"))
    declined_at: Mapped[datetime | None]
    declined_by: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
