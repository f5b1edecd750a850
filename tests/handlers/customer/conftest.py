"""What customers' tests find on the shelf."""

from __future__ import annotations

import pytest

from handlers.dialog.turns import Turns
from tests.handlers import shelf


@pytest.fixture
async def oud(turns: Turns) -> int:
    """The option of a product on the shelf: ten pieces at 120 dirhams."""
    product = await shelf.add_product(turns, "دخون عود", "Oud dukhoon", price=120)
    return await shelf.only_option(turns, product)
