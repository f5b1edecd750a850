"""What can be pressed to sell in the hall, and what the links of labels and receipts ask for."""

from __future__ import annotations

from handlers.dialog.actions.base import ActionBase


class SellOption(ActionBase, frozen=True, tag="zo"):
    """A label was scanned: who sells has the thing in the basket, anybody else sees its card."""

    option_id: int


class OpenReceipt(ActionBase, frozen=True, tag="zl"):
    """A receipt was scanned: its customer has it in the chat, who sells takes goods of it back."""

    claim: str


class Sell(ActionBase, frozen=True, tag="zs"):
    """Sell from the person's own till, with that option in the basket (0: as it is)."""

    option_id: int = 0


class CompleteSale(ActionBase, frozen=True, tag="zc"):
    """Sell the basket of that token for so many fils, as they were shown."""

    token: str
    total: int


class ShowSale(ActionBase, frozen=True, tag="zr"):
    """A sale as it was made, with what can be done with it."""

    sale_id: int


class ShowSaleReceipt(ActionBase, frozen=True, tag="zp"):
    """The receipt of a sale as a picture, with the link that takes it into the customer's chat."""

    sale_id: int


class PrintSaleReceipt(ActionBase, frozen=True, tag="zt"):
    """The receipt of a sale as a file for the thermal printer."""

    sale_id: int


class VoidSale(ActionBase, frozen=True, tag="zv"):
    """Take back a sale whole: asks why."""

    sale_id: int


class ReturnGoods(ActionBase, frozen=True, tag="zb"):
    """Goods of a sale come back (0: asks for the receipt's number)."""

    sale_id: int = 0


SellingAction = (
    SellOption
    | OpenReceipt
    | Sell
    | CompleteSale
    | ShowSale
    | ShowSaleReceipt
    | PrintSaleReceipt
    | VoidSale
    | ReturnGoods
)
