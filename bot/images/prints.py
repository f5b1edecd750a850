"""What is to be printed, as a file's bytes: labels as a PDF, a thermal receipt as a PNG."""

from io import BytesIO

from bot.images.label_pages import labels_pdf
from bot.images.thermal import draw_thermal
from handlers.dialog.links import Address
from handlers.dialog.speech import LabelsFile, RasterFile


def print_bytes(file: LabelsFile | RasterFile, address: Address) -> bytes:
    """The whole file; `address` makes of a payload what its QR code says."""
    if isinstance(file, LabelsFile):
        return labels_pdf(file, address)
    out = BytesIO()
    draw_thermal(file.receipt, address(file.receipt.payload), file.dots).save(out, "PNG")
    return out.getvalue()
