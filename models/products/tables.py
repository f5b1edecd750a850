"""The catalogue: packages, products with their options, and photos. Stock moves in `stock`."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, false
from sqlalchemy.orm import Mapped, mapped_column

from models.kernel.base import Base, Id, partial_index
from models.kernel.money import Money


class Package(StrEnum):
    """The five packages, in the order that the owner fixed."""

    atayeb = "atayeb"
    teeb = "teeb"
    anaqa = "anaqa"
    mahra = "mahra"
    ebdaa = "ebdaa"


class Audience(StrEnum):
    """For whom a product is."""

    family = "family"
    woman = "woman"
    man = "man"
    child = "child"
    everyone = "everyone"


class Product(Base):
    """A thing on sale. `offered` is kept true while it is shown and can be had now.

    A made-to-order product has no stock: it needs `lead_days` and takes `daily_most` pieces a day.
    `other_words` are found as its names are, and shown to staff alone.
    A customer's wish for the maker may have `wish_most` letters; 0 where none is taken.
    """

    __tablename__ = "products"
    __table_args__ = (
        partial_index("ix_products_offered", "package", "id", where="offered"),
        partial_index("ix_products_audience", "package", "audience", "id", where="offered"),
        CheckConstraint("lead_days >= 0 AND daily_most >= 0", name="lead"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("families.id"), index=True)
    package: Mapped[str]
    audience: Mapped[str]
    name_ar: Mapped[str]
    name_en: Mapped[str]
    description_ar: Mapped[str] = mapped_column(default="")
    description_en: Mapped[str] = mapped_column(default="")
    other_words: Mapped[str] = mapped_column(default="", server_default="")
    made_to_order: Mapped[bool] = mapped_column(default=False)
    lead_days: Mapped[int] = mapped_column(default=0)
    daily_most: Mapped[int] = mapped_column(default=0)
    hidden: Mapped[bool] = mapped_column(default=False)
    offered: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[datetime]
    wish_most: Mapped[int] = mapped_column(default=0, server_default="0")
    wish_example_ar: Mapped[str] = mapped_column(default="", server_default="")
    wish_example_en: Mapped[str] = mapped_column(default="", server_default="")


class PackageCount(Base):
    """How many products a package offers; triggers of the database alone write it."""

    __tablename__ = "package_counts"

    package: Mapped[str] = mapped_column(primary_key=True)
    offered: Mapped[int]


class Option(Base):
    """One way to have a product (a size, a colour, a weight), with its own price and stock.

    A product without options has exactly one, with empty labels. A withdrawn option stays for the
    orders that name it. From `low_limit` pieces down its family is asked for more (None: as the
    shop's terms say); `low_told`: she was, and it was not filled up since.
    """

    __tablename__ = "options"
    __table_args__ = (
        CheckConstraint("on_hand >= 0", name="on_hand"),
        CheckConstraint("price > 0", name="price"),
        CheckConstraint("low_limit >= 0", name="low_limit"),
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    label_ar: Mapped[str] = mapped_column(default="")
    label_en: Mapped[str] = mapped_column(default="")
    price: Mapped[Money]
    on_hand: Mapped[int] = mapped_column(default=0)
    withdrawn: Mapped[bool] = mapped_column(default=False)
    low_limit: Mapped[int | None]
    low_told: Mapped[bool] = mapped_column(default=False, server_default=false())


class Photo(Base):
    """A picture that staff sent, verified and re-encoded, under the hash of its bytes."""

    __tablename__ = "photos"

    hash: Mapped[str] = mapped_column(primary_key=True)
    jpeg: Mapped[bytes] = mapped_column(LargeBinary)
    width: Mapped[int]
    height: Mapped[int]
    added_at: Mapped[datetime]


class ProductPhoto(Base):
    """A product's photos, in order; the first is the one on its card."""

    __tablename__ = "product_photos"

    product_id: Mapped[int] = mapped_column(ForeignKey("products.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    hash: Mapped[str] = mapped_column(ForeignKey("photos.hash"))
