"""The colours: one family of them for the house, and one for each package."""

from dataclasses import dataclass

from PIL import ImageColor

from handlers.dialog.pictures import PackageKey


@dataclass(frozen=True)
class Palette:
    """`deep` and `rich` fill panels, `accent` is the metal on them, `soft` and `paper` are light.

    Text stands in `paper` on `deep` or `rich`, and in `ink` or `rich` on `paper` or `soft`.
    """

    deep: str
    rich: str
    accent: str
    soft: str
    paper: str
    ink: str


HOUSE = Palette(
    deep="#173F38", rich="#22574C", accent="#D3A85C", soft="#EFE4CD", paper="#FCF8F0", ink="#26302C"
)

_PACKAGES: dict[PackageKey, Palette] = {
    "atayeb": Palette(  # dates and saffron
        deep="#4B2616",
        rich="#7A3F1C",
        accent="#EBA93B",
        soft="#F8E6C4",
        paper="#FFFAF0",
        ink="#3A2116",
    ),
    "teeb": Palette(  # oud and rose
        deep="#3E1C2A",
        rich="#7C3A50",
        accent="#DDA79B",
        soft="#F6E1DD",
        paper="#FEF8F6",
        ink="#33202A",
    ),
    "anaqa": Palette(  # plum and teal
        deep="#3B2350",
        rich="#5D3A72",
        accent="#6FC2B4",
        soft="#E6E2EE",
        paper="#FBF9FC",
        ink="#2C2138",
    ),
    "mahra": Palette(  # sadu red, black and wool
        deep="#7D1B20",
        rich="#9C2A29",
        accent="#E7B767",
        soft="#F5E6CE",
        paper="#FDF8EE",
        ink="#2A1B19",
    ),
    "ebdaa": Palette(  # ink blue and turquoise
        deep="#15305C",
        rich="#1F4A80",
        accent="#5CC6C9",
        soft="#DDEDF1",
        paper="#F7FBFC",
        ink="#182842",
    ),
}


def palette_of(package: PackageKey | None) -> Palette:
    """The colours of a package, or of the house where there is none."""
    return HOUSE if package is None else _PACKAGES[package]


def blend(one: str, other: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from `one` to `other`."""
    pairs = zip(ImageColor.getrgb(one)[:3], ImageColor.getrgb(other)[:3], strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)
