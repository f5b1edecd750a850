"""An emblem in its frame."""

from PIL import Image

from bot.images.emblems import Emblem, emblem_masks
from bot.images.motifs import Shape, frame
from bot.images.palette import Palette
from bot.images.pen import stain


def set_medallion(
    image: Image.Image,
    emblem: Emblem,
    shape: Shape,
    centre: tuple[int, int],
    side: int,
    colours: Palette,
) -> None:
    """Sets the framed emblem round `centre`, `side` pixels square, light on a dark panel."""
    corner = (centre[0] - side // 2, centre[1] - side // 2)
    ground, lines = frame(shape, side)
    stain(image, ground, corner, colours.paper)
    stain(image, lines, corner, colours.accent)
    inner = round(side * 0.6)
    drop = round(side * 0.04) if shape == "arch" else 0
    place = (centre[0] - inner // 2, centre[1] - inner // 2 + drop)
    tone, line = emblem_masks(emblem, inner)
    stain(image, tone, place, colours.accent, 0.6)
    stain(image, line, place, colours.deep)
