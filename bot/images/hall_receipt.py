"""The receipt of a sale in the hall, drawn as that of an order."""

from __future__ import annotations

from PIL import Image

from bot.images.receipt import draw_receipt
from handlers.dialog.pictures import HallLine, HallReceipt, Receipt, ReceiptLine


def draw_hall_receipt(receipt: HallReceipt, link: str) -> Image.Image:
    """The whole receipt, with the link as a QR code where there is one."""
    return draw_receipt(as_receipt(receipt, link))


def as_receipt(receipt: HallReceipt, link: str) -> Receipt:
    """The same values as a receipt of an order holds them."""
    return Receipt(
        title=receipt.title,
        brand=heading(receipt),
        number_label=receipt.number_label,
        number=receipt.number,
        date=receipt.date,
        lines=tuple(
            ReceiptLine(name_of(line), line.quantity, line.amount) for line in receipt.lines
        ),
        total_label=receipt.total_label,
        total=receipt.total,
        link=link,
        link_label=receipt.link_label if link else "",
        footer=receipt.footer,
        rtl=receipt.rtl,
        extras=receipt.sums,
        paid=receipt.paid,
    )


def heading(receipt: HallReceipt) -> str:
    """The shop and the edition; an edition that is named after the shop says both."""
    if receipt.brand in receipt.bazaar:
        return receipt.bazaar
    return " · ".join(filter(None, (receipt.brand, receipt.bazaar)))


def name_of(line: HallLine) -> str:
    """The name of what was sold, with its option where there are several."""
    return f"{line.name} ({line.label})" if line.label else line.name
