"""What was searched and not found is counted, without anything that tells of a person."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from models.products.search.misses import (
    MOST_KEPT,
    Missed,
    count_misses,
    missed_words,
    worth_keeping,
)
from tests.support.clock import MORNING


async def test_words_are_counted_and_the_oldest_go(session: AsyncSession) -> None:
    for words in ("سمبوسه", "pizza"):
        await count_misses(session, [Missed(words, 1, MORNING)])
    await count_misses(session, [Missed("سمبوسه", 2, MORNING), Missed("kayak", 1, MORNING)])
    found = await missed_words(session, 0, 5)
    assert [(each.words, each.times) for each in found.items] == [
        ("سمبوسه", 3),
        ("kayak", 1),
        ("pizza", 1),
    ]
    later = [MORNING + timedelta(minutes=1 + number) for number in range(MOST_KEPT - 1)]
    some = [Missed(f"word {number}", 1, at) for number, at in enumerate(later)]
    await count_misses(session, some)
    found = await missed_words(session, 0, MOST_KEPT + 1)
    kept = {each.words for each in found.items}
    assert len(kept) == MOST_KEPT
    assert len({"سمبوسه", "pizza", "kayak"} & kept) == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("سمبوسة جبن", "سمبوسه جبن"),
        ("٢٠ حبة", "20 حبه"),
        ("0501234567", ""),
        ("+971 50 123 4567", ""),
        ("٠٥٠-١٢٣-٤٥٦٧ سمبوسة", ""),
        ("mona@example.com", ""),
        ("https://example.com", ""),
        ("شارع الملك فيصل", ""),
        ("بالشقة ٤", ""),
        ("Villa 12", ""),
        ("أنا منى من الشارقة وأريد أن أكلم أحداً", ""),
        ("ا" * 70, ""),
        ("؟!", ""),
    ],
)
def test_nothing_is_kept_that_may_tell_of_a_person(text: str, kept: str) -> None:
    assert worth_keeping(text) == kept
