"""A search finds what was meant, however it was spelled, and names what it found instead."""

import re

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.dialog.rendering import bare
from handlers.dialog.speech import say
from models.kernel.database import Database
from models.kernel.folding import normalise, words_of
from models.products.publishing import add_product
from models.products.search.index import PACKAGE_WORDS
from models.products.search.matching import TIERS, asked_at_once, every_word, look_up_text
from models.products.search.queries import find_products
from models.products.search.typed import typed_words
from models.products.tables import Package
from tests.support.acting import acting
from tests.support.clock import HandClock
from tests.support.goods import a_new_product
from tests.support.opened import opened
from tests.support.sample import option_ids
from tests.support.shelves import a_family
from tests.support.stocktaking import count_stock
from tests.support.words import word as the_word

TYPED = [
    # spelling variants
    ("قهوه", "Arabic coffee with cardamom and saffron"),
    ("كندوره اطفال", "Child's kandura"),
    ("شيله مطرزه", "Embroidered shaila"),
    ("علبه هدايا", "Printed gift box"),
    ("عرسيه", "Arseeya"),
    ("شاره مطرزه اليا", "Digital-embroidery badge"),
    ("معمول بالتمــــر", "Date maamoul"),
    # with tashkeel
    ("قَهْوَةٌ عَرَبِيَّة", "Arabic coffee with cardamom and saffron"),
    ("لُقَيْمات", "Luqaimat"),
    ("دُخُونُ عُودٍ", "Oud dukhoon"),
    ("بَلاليط", "Balaleet"),
    # with the article and what is joined to it
    ("اللقيمات", "Luqaimat"),
    ("الكندورة", "Child's kandura"),
    ("والهريس", "Harees, family dish"),
    ("القهوة العربية", "Arabic coffee with cardamom and saffron"),
    ("سلة الخوص", "Palm-leaf basket"),
    ("للمفارش", "Bed-linen set"),
    # without what the name has, or in another order
    ("مدخن فخار", "Handmade clay incense burner"),
    ("سرير طقم", "Bed-linen set"),
    # the beginning of a word, and small words between
    ("خنف", "Khanfaroush"),
    ("أبغي كيكة من العسل", "Honey cake"),
    # English, in any case
    ("LUQAIMAT", "Luqaimat"),
    ("coffee with saffron", "Arabic coffee with cardamom and saffron"),
    ("crochet", "Crochet doll"),
    # a brand, an option's label, a word of the description
    ("بيت اللقمه", "Luqaimat"),
    ("زمردي", "Emirati mukhawwar"),
    ("الكاجوجة", "Talli braid, per metre"),
    # presentation forms and Arabic-Indic digits
    ("ﻗﻬﻮﺓ", "Arabic coffee with cardamom and saffron"),
    ("٤٠ حبة", "Luqaimat"),
]
MISTYPED = [
    ("لقيمت", "Luqaimat", "لقيمات"),
    ("خنفرش", "Khanfaroush", "خنفروش"),
    ("بلايط", "Balaleet", "بلاليط"),
    ("كندرة", "Child's kandura", "كندورة"),
    ("هرييس", "Harees, family dish", "هريس"),
    ("مخمريه", "Makhmariya", ""),
    ("مخرمية", "Makhmariya", "مخمرية"),
    ("جلبية", "Jalabiya", "جلابية"),
    ("logaimat", "Luqaimat", "Luqaimat"),
    ("mukhawarr", "Emirati mukhawwar", "mukhawwar"),
    ("notebok", "Handmade notebook", "notebook"),
    ("كيكة العسسل", "Honey cake", "كيكة عسل"),
]

TEEB = [
    "Oud dukhoon",
    "Bakhoor maamoul",
    "Makhmariya",
    "Oud oil, quarter tola",
    "Linen mist",
    "Perfumed cream",
]
FOOD = ["Luqaimat", "Khanfaroush", "Date maamoul", "Batheeth"]
CLOTHES = ["Jalabiya", "Emirati mukhawwar", "Child's kandura"]
# What is typed, what comes first in this order, and what must not come at all.
PLAIN_WORDS: list[tuple[str, list[str], list[str]]] = [
    # the article with its alif alone, and joined to another word before it
    ("القيمات", ["Luqaimat", "Date syrup"], []),
    ("للقيمات", ["Luqaimat", "Date syrup"], []),
    # a regular plural and its singular
    ("جلابيات", ["Jalabiya", "Talli braid, per metre"], []),
    ("الجلابيات", ["Jalabiya", "Talli braid, per metre"], []),
    ("كيكات", ["Honey cake"], ["Luqaimat"]),
    ("سلات", ["Palm-leaf basket"], []),
    ("candles", ["Sculpted candle"], []),
    # a thing called nearly so before its package, and that before what only mentions it
    ("عطور", ["Blended perfume", "Oud dukhoon", "Makhmariya"], ["Date syrup"]),
    ("بخور", ["Bakhoor maamoul", "Oud dukhoon"], ["Luqaimat"]),
    ("حلويات", FOOD, ["Jalabiya", "Sculpted candle"]),
    ("ثوب", CLOTHES, []),
    ("perfumes", ["Blended perfume", "Makhmariya"], ["Date syrup"]),
    ("sweets", FOOD, ["Jalabiya"]),
    ("كريمة", ["Perfumed cream", "Honey cake"], []),
    # what is rare, and what it is for, before what everything may be
    ("هدية عيد الام", ["Printed gift box"], ["Emirati bzar spice mix"]),
    ("عطر نسائي", ["Blended perfume"], ["Oud oil, quarter tola"]),
    ("ملابس اطفال", ["Child's kandura"], ["Jalabiya"]),
    # of three letters nearly any two words are alike
    ("شاي", [], ["Perfumed cream"]),
    ("خبز", ["Palm-leaf basket"], ["Bead bracelet"]),
]


async def names(session: AsyncSession, words: str) -> list[str]:
    found = await find_products(session, words, 0, 10)
    return [brief.name_en for brief in found.page.items]


async def test_every_usual_spelling_finds_the_thing(sampled: Database) -> None:
    async with sampled.read() as session:
        missed = {
            words: found
            for words, wanted in TYPED
            if wanted not in (found := await names(session, words))
        }
        instead = [(await find_products(session, words, 0, 10)).instead for words, _ in TYPED]
    assert missed == {}
    assert not any(instead)


async def test_plain_words_find_first_what_they_mean(sampled: Database) -> None:
    async with sampled.read() as session:
        for words, first, never in PLAIN_WORDS:
            found = await find_products(session, words, 0, 50)
            named = [brief.name_en for brief in found.page.items]
            assert named[: len(first)] == first, words
            assert set(never).isdisjoint(named), words
            assert found.instead == "", words


async def test_a_singular_finds_what_is_called_by_its_plural(
    database: Database, clock: HandClock
) -> None:
    async with database.write() as session:
        family = await a_family(session)
        for name in ("القيمات بالدبس", "جلابيات العيد", "معلمون", "شالات"):
            await add_product(acting(session, now=clock()), a_new_product(family, name_ar=name))
    async with database.read() as session:
        for words, wanted in (
            ("لقيمات", "القيمات بالدبس"),
            ("جلابية", "جلابيات العيد"),
            ("معلم", "معلمون"),
            ("معلمين", "معلمون"),
            ("شال", "شالات"),
        ):
            found = await find_products(session, words, 0, 5)
            assert [brief.name_ar for brief in found.page.items] == [wanted], words
            assert found.instead == "", words


async def test_pages_with_near_names_go_on_where_the_last_one_ended(sampled: Database) -> None:
    async with sampled.read() as session:
        whole = await names(session, "عطور")
        pages = [(await find_products(session, "عطور", page, 3)).page for page in range(4)]
    assert [brief.name_en for page in pages for brief in page.items] == whole
    assert [page.more for page in pages] == [True, True, False, False]


def test_a_package_is_known_by_what_the_menu_says_of_it() -> None:
    for package in Package:
        known = set(normalise(PACKAGE_WORDS[package]).split())
        ar, en = (bare(say(f"package-{package}-about"), each) for each in ("ar", "en"))
        said = {word.removeprefix("و") for word, _ in words_of(ar)} | {
            word for word, _ in words_of(en)
        }
        assert said - {"and"} <= known, package


async def test_a_slip_finds_the_nearest_word_and_says_so(sampled: Database) -> None:
    async with sampled.read() as session:
        for words, wanted, instead in MISTYPED:
            found = await find_products(session, words, 0, 10)
            assert wanted in [brief.name_en for brief in found.page.items], words
            assert found.instead == instead, words


async def test_things_called_so_come_before_those_that_mention_it(sampled: Database) -> None:
    async with sampled.read() as session:
        oud = await names(session, "عود")
    assert oud[:2] == ["Oud dukhoon", "Oud oil, quarter tola"]
    assert "Sculpted candle" in oud[2:]


async def test_a_package_is_found_by_its_name(sampled: Database) -> None:
    async with sampled.read() as session:
        for words in ("طيب", "الطيب", "teeb", "fragrance", the_word("package-teeb")):
            found = await find_products(session, words, 0, 10)
            assert [brief.package for brief in found.page.items] == ["teeb"] * 7, words


async def test_what_cannot_be_had_is_found_by_its_name_alone(
    sampled: Database, clock: HandClock
) -> None:
    async with sampled.write() as session:
        await count_stock(
            acting(session, now=clock()), (await option_ids(session, "Batheeth"))[0], 0
        )
    async with sampled.read() as session:
        found = await find_products(session, "بثيث", 0, 10)
        beside = await find_products(session, "بثيث تمر", 0, 10)
    assert [(item.name_en, item.offered) for item in found.page.items] == [("Batheeth", False)]
    assert found.instead == ""
    assert all(item.offered for item in beside.page.items)


async def test_words_that_no_thing_has_together_find_each(sampled: Database) -> None:
    async with sampled.read() as session:
        found = await find_products(session, "لقيمات كندورة", 0, 10)
    named = [brief.name_en for brief in found.page.items]
    assert named == ["Luqaimat", "Child's kandura"]
    assert found.instead == "لقيمات / كندورة"


async def test_results_come_in_pages(sampled: Database) -> None:
    async with sampled.read() as session:
        pages = [(await find_products(session, "heritage", page, 3)).page for page in range(5)]
        slip = [(await find_products(session, "hertage", page, 3)) for page in range(5)]
    ids = [brief.id for page in pages for brief in page.items]
    assert len(ids) == len(set(ids)) == 12
    assert [page.more for page in pages] == [True, True, True, False, False]
    assert [brief.id for found in slip for brief in found.page.items] == ids
    assert {found.instead for found in slip[:3]} == {"heritage"}


async def test_a_new_products_words_are_known_at_once(sampled: Database, clock: HandClock) -> None:
    async with sampled.read() as session:
        assert (await find_products(session, "قرقوفن", 0, 5)).page.items == ()
    async with sampled.write() as session:
        new = a_new_product(await a_family(session), name_ar="قرقوفان", name_en="Qarqoufan")
        await add_product(acting(session, now=clock()), new)
    async with sampled.read() as session:
        found = await find_products(session, "قرقوفن", 0, 5)
    assert [brief.name_en for brief in found.page.items] == ["Qarqoufan"]
    assert found.instead == "قرقوفان"


async def test_no_words_find_nothing(sampled: Database) -> None:
    async with sampled.read() as session:
        for words in ("", "   ", "؟!", "🎁🎁", "\u200f", "ـــ", "_"):
            assert (await find_products(session, words, 0, 10)).page.items == ()


SYNTAX = [
    '"',
    "''",
    "name : (a)",
    "NEAR(قهوة عود, 3)",
    "قهوة OR عود",
    "قهوة NOT هيل",
    "NOT",
    "AND",
    "*",
    "قهوة*",
    "^قهوة",
    "(((",
    "-عود",
    "a:*",
    "عود:A",
    "قهوة & !هيل",
    "<->",
    "\\",
    "'; DROP TABLE products; --",
    "%s %(x)s :named ?",
    "\x00قهوة",
    "\ud800قهوة",
    "½ ﷺ ㍿ ١٢٣",
    "ا" * 5000,
    "كلمة " * 200,
]


async def test_nothing_typed_is_the_syntax_of_a_query(sampled: Database) -> None:
    async with sampled.read() as session:
        for words in SYNTAX:
            found = await find_products(session, words, 0, 10)
            assert len(found.page.items) <= 10
        coffee = await names(session, "قهوة")
        assert await names(session, 'قهوة" OR "') == coffee
        assert await names(session, "^قهوة*") == coffee
        assert await names(session, "\x00قه\u202eوة\ud800") == coffee


@given(words=st.text(max_size=60))
def test_a_query_of_any_text_holds_letters_and_digits_in_quotes(words: str) -> None:
    typed = typed_words(words)
    assert all(form.isalnum() for word in typed for form in word.forms)
    for tier in TIERS:
        for dialect in ("sqlite", "postgresql"):
            query = every_word(dialect, typed, tier)
            bare = re.sub("\"\\w+\"|'\\w+'", "", query)
            assert re.fullmatch(r"(?:[(){}|*:&ABCD ]|AND|OR|name|other|kind|rest)*", bare), query


async def test_no_search_reads_through_all_products(sqlite_database: Database) -> None:
    words = typed_words("عطور العود")
    looked = look_up_text("sqlite", len(TIERS), sold_out=True)
    queries = {f"tier{at}": every_word("sqlite", words, tier) for at, tier in enumerate(TIERS)}
    asked = {**queries, "gone": queries["tier0"], "most": 9, "most_gone": 9, "rows": 19}
    async with sqlite_database.read() as session:
        plan = await session.execute(
            text(f"EXPLAIN QUERY PLAN {looked}"), {**asked, "hidden_too": False}
        )
        steps = [row[3] for row in plan]
    # Its index gives the hits in their order, so that it is left at the last one that is needed.
    assert sum(step.startswith("SCAN hit VIRTUAL TABLE INDEX") for step in steps) == len(TIERS) + 1
    assert sum("products USING INTEGER PRIMARY KEY" in step for step in steps) == len(TIERS) + 1
    assert not any("SCAN products" in step for step in steps)
    assert sum("ORDER BY" in step for step in steps) == 1


async def test_no_search_looks_at_places_further_than_its_page(
    sampled_postgres_url: str,
) -> None:
    looked = look_up_text("postgresql", 1, sold_out=True)
    query = every_word("postgresql", typed_words("heritage"), TIERS[-1])
    asked = {**asked_at_once("postgresql", {"tier0": query, "gone": query}), "rows": 99}
    seen = []
    async with opened(sampled_postgres_url) as database, database.read() as session:
        for most in (2, 99):
            limits = {"most": most, "most_gone": 1, "hidden_too": False}
            explained = f"EXPLAIN (ANALYZE, FORMAT JSON) {looked}"
            (plan,) = (await session.execute(text(explained), {**asked, **limits})).one()
            parts = plan[0]["Plan"]["Plans"]
            seen += [
                each["Actual Rows"] for each in parts if each.get("Subplan Name") == "CTE placed"
            ]
    assert seen == [2, 12]
