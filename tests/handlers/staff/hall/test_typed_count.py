"""A count of notes and coins is read as people write it, in either language and any digits."""

from __future__ import annotations

import pytest

from handlers.staff.hall.typed_count import read_pieces
from models.kernel.money import Money

THREE_HUNDREDS = {10_000: 3, 5_000: 2}
READ: list[tuple[str, dict[int, int]]] = [
    ("3x100 2x50", THREE_HUNDREDS),
    ("٣×١٠٠، ٢×٥٠", THREE_HUNDREDS),
    ("3*100 + 2*50", THREE_HUNDREDS),
    ("100x3, 50X2", {10_000: 3, 5_000: 2}),
    ("3 × 100 درهم و 2 × 50 درهم", THREE_HUNDREDS),
    ("3 من 100\n2 من 50", THREE_HUNDREDS),
    ("٣ × ١٠٠ و٢ × ٥٠", THREE_HUNDREDS),
    ("2x0.5 3x¼", {50: 2, 25: 3}),
    ("٢×٠٫٥ ٣×ربع ١×نصف", {50: 3, 25: 3}),
    ("1x1000 1x500 1x200 1x20 1x10 1x5 4x1", {
        100_000: 1, 50_000: 1, 20_000: 1, 2_000: 1, 1_000: 1, 500: 1, 100: 4,
    }),
    ("5x10", {1_000: 5}),
    ("0x100", {10_000: 0}),
    ("1x100 1x100", {10_000: 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "pieces"), READ)
def test_a_count_is_read(text: str, pieces: dict[int, int]) -> None:
    assert read_pieces(text) == {Money(fils): many for fils, many in pieces.items()}


@pytest.mark.parametrize(
    "text",
    [
        *("", "350", "3x", "3x30", "3x100 2", "3x100 مئتان", "3x100 كلها تقريباً", "-3x100"),
        *("3x100-50", "99999x100", "3.5x100", "1/2x3/4", "3x100x2", "x100", "1x" * 300),
    ],
)
def test_anything_in_doubt_is_asked_again(text: str) -> None:
    assert read_pieces(text) is None
