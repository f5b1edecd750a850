"""Every kind of fact has words in both languages, whatever its fields hold."""

import re

import msgspec
import pytest

from handlers.dialog.rendering import bare, letters, plain
from handlers.dialog.speech import Phrase
from handlers.phrase_families import FAMILIES, missing_messages
from handlers.staff.desk.fact_words import BAZAAR_PARTS, PRODUCT_PARTS, fact_words, subject_words
from handlers.staff.desk.history_screen import ROOM
from handlers.staff.desk.plan_values import PLAN_PARTS
from models.accounting.differences import How
from models.kernel.facts import (
    AccountLimited,
    BazaarChanged,
    CashCorrected,
    CashDifferenceSettled,
    CashHandedOver,
    CashHandoverProposed,
    CashHandoverWithdrawn,
    ChargeLessened,
    DeliveryPlanChanged,
    Fact,
    FactBase,
    GoodsReturned,
    MoneyHandedBack,
    OrderOut,
    OrderPassed,
    OrderRefused,
    OrderReinstated,
    OrderRescheduled,
    OrdersClaimed,
    PartRefused,
    ProductChanged,
    QuestionTaken,
    ReturnInspected,
    RunChanged,
    RunPassed,
    RunPlanned,
    RunTaken,
    TillCashMoved,
    TillClosed,
    TillCounted,
    TillLeftOpen,
    TillOpened,
    WindowPassed,
    decode_fact,
    tag_of,
)
from models.kernel.money import Money
from models.orders.states import OrderState
from models.people.account_limits import AccountLimit
from models.reports.history_names import (
    Both,
    Invited,
    Known,
    NamedLine,
    NamedOrder,
    NamedQuestion,
    NamedReturn,
    NamedRun,
    Names,
    Standing,
)
from tests.handlers.fitness import reads_well
from tests.support.clock import MORNING
from tests.support.fact_samples import KINDS, LONG, samples

NAME = Both(LONG, LONG)
KNOWN = Names(
    people={7: Known(LONG, Standing.left)},
    orders={7: NamedOrder("123456", 7, "sharjah")},
    products={7: NAME},
    options={7: NAME},
    lines={7: NamedLine(NAME, NAME, 50)},
    families={7: NAME},
    bazaars={7: NAME},
    invitations={7: Invited(LONG, "courier")},
    customers={7: LONG},
    returned={7: NamedReturn(None, 7, 50, "inspect"), 8: NamedReturn(7, 7, 50, "shelf")},
    runs={7: NamedRun(7, MORNING.date(), "16:00-20:00")},
    questions={7: NamedQuestion(7, None)},
)
FACTS: list[Fact] = [fact for kind in KINDS for fact in samples(kind)]
FACTS += [ProductChanged(7, what, LONG, LONG, LONG, LONG, 7) for what in PRODUCT_PARTS[1:3]]
FACTS += [ProductChanged(7, "price", "1,250.50", "35", option_id=7)]
FACTS += [ProductChanged(7, what, "2", "0") for what in ("lead", "daily", "photo")]
FACTS += [ProductChanged(7, what) for what in PRODUCT_PARTS]
FACTS += [BazaarChanged(7, what, (), None, LONG, LONG, LONG, LONG) for what in BAZAAR_PARTS]
FACTS += [BazaarChanged(7, what) for what in BAZAAR_PARTS]
FACTS += [DeliveryPlanChanged(what) for what in PLAN_PARTS]
FACTS += [AccountLimited(7, limit) for limit in ("", *AccountLimit)]
FACTS += [OrderReinstated(7, state, by_customer=True, told=False) for state in OrderState]
FACTS += [CashDifferenceSettled(7, how, Money(-500), 7, 7) for how in How]
FACTS += [PartRefused(7, (7,) * 9), GoodsReturned(7, 2, Money.dirhams(35), (7,) * 9, 7)]
FACTS += [OrdersClaimed((7,) * count) for count in (1, 2, 3, 11, 100)]
FACTS += [RunPlanned(7, count) for count in (0, 1, 2, 3, 11, 100)]
FACTS += [RunTaken(7, count) for count in (0, 1, 2, 3, 11, 100)]
FACTS += [RunChanged(7, 7, added=False)]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: tag_of(type(fact)))
@pytest.mark.parametrize("names", [KNOWN, Names()], ids=["known", "forgotten"])
def test_a_fact_reads_well_whatever_is_known_of_it(fact: Fact, names: Names) -> None:
    words = fact_words(fact, names)
    assert reads_well(words)
    assert letters(words) < ROOM // 2
    about = subject_words(fact, names)
    assert about is None or reads_well(about)


@pytest.mark.parametrize("kind", KINDS, ids=tag_of)
def test_a_stored_fact_of_every_kind_decodes(kind: type[FactBase]) -> None:
    """Those of before too, which hold what has no default alone."""
    for fact in samples(kind):
        body = msgspec.json.encode(fact).decode()
        assert decode_fact(body) == fact
    needed = msgspec.json.decode(body)
    kept = {name: needed[name] for name in ("fact", *kind.__struct_fields__[: len(needed) - 1])}
    optional = kind.__struct_fields__[len(kind.__struct_fields__) - len(kind.__struct_defaults__) :]
    for name in optional:
        kept.pop(name, None)
    assert decode_fact(msgspec.json.encode(kept).decode()) == fact


def test_a_kind_without_words_is_named() -> None:
    """As a fact is that somebody adds: `make check` fails by it."""
    tags = [*FAMILIES["history-{}"]]
    assert set(tags) == set(map(tag_of, KINDS))
    words = {"en": {f"history-{tag}" for tag in tags[1:]}}
    assert [*missing_messages({"history-{}": tags}, words)] == [f"en: no message history-{tags[0]}"]


def test_a_part_of_another_day_is_called_by_its_key() -> None:
    (line, *_) = lines_of(fact_words(ProductChanged(7, "wish"), KNOWN))
    assert bare(line, "en").endswith("wish")


def lines_of(words: Phrase) -> list[Phrase]:
    """The phrases one under the other."""
    lines = words.args["text"]
    return list(lines.phrases)  # type: ignore[union-attr]


SALIM, MONA = 7, 8
SHORT = Names(
    people={SALIM: Known("Salim", Standing.staff), MONA: Known("Mona", Standing.staff)},
    orders={1: NamedOrder("100001", 5, "sharjah"), 2: NamedOrder("100002", 5, "sharjah")},
    lines={3: NamedLine(Both("عود", "Oud"), Both("", ""), 2)},
    customers={5: "Noura"},
    returned={9: NamedReturn(None, 3, 2, "inspect"), 10: NamedReturn(9, 3, 1, "shelf")},
    runs={4: NamedRun(SALIM, MORNING.date(), "16:00-20:00")},
    questions={6: NamedQuestion(2, None)},
)
AMOUNTS = (Money.dirhams(90), Money.dirhams(85))
READ: list[tuple[Fact, tuple[str, ...], tuple[str, ...]]] = [
    (OrdersClaimed((1, 2)), ("2 orders", "100001", "100002"), ("طلبان", "100001", "100002")),
    (PartRefused(1, (3,)), ("door: Oud × 2",), ("الباب: عود × 2",)),
    (AccountLimited(5, "blocked"), ("Noura: new orders", "stopped"), ("Noura", "أُوقفت")),
    (AccountLimited(5, ""), ("Noura: the restriction", "lifted"), ("Noura", "رُفع")),
    (
        OrderReinstated(1, "packed", False, True),
        ("again: Packed", "already gone out"),
        ("جاهز للتوصيل",),
    ),
    (
        GoodsReturned(1, 1, Money.dirhams(35), (9,)),
        ("delivery: Oud × 2", "customer: AED 35"),
        ("التسليم: عود × 2", "العميل: 35"),
    ),
    (
        MoneyHandedBack(1, 2, Money.dirhams(35), SALIM),
        ("returned before", "customer: AED 35", "Salim"),
        ("مرتجع سابق", "العميل: 35", "Salim"),
    ),
    (
        ChargeLessened(1, *AMOUNTS, SALIM, 1),
        ("Less is charged to Salim", "From AED 90 to AED 85"),
        ("عهدة Salim", "من 90", "إلى 85"),
    ),
    (ReturnInspected(1, 9), ("Oud × 2", "back on the shelf: 1"), ("عود × 2", "الرف: 1")),
    (
        CashCorrected(1, Money.dirhams(80), Money.dirhams(85), "short", Money.dirhams(90), SALIM),
        ("From AED 80 to AED 85", "Due: AED 90", "with: Salim", "Reason:"),
        ("من 80", "إلى 85", "المطلوب: 90", "عهدة: Salim", "السبب"),
    ),
    (
        CashCorrected(1, Money.dirhams(80), Money.dirhams(85), "x"),
        ("in the centre’s safe",),
        ("في خزنة المركز",),
    ),
    (
        CashDifferenceSettled(1, "written-off", Money.dirhams(5), None, 1),
        ("(the centre’s safe)", "Missing: AED 5", "to the centre's account"),
        ("(خزنة المركز)", "الناقص: 5", "على حساب المركز"),
    ),
    (
        CashDifferenceSettled(1, "charged", Money.dirhams(-5), SALIM),
        ("(Salim)", "Too much: AED 5"),
        ("(Salim)", "الزائد: 5"),
    ),
    (
        CashHandedOver(1, SALIM, MONA, *AMOUNTS, "lost"),
        (
            "Cash carried by Salim",
            "safe: AED 85",
            "Expected: AED 90",
            "named by: Mona",
            "Money was lost",
        ),
        ("عهدة Salim", "خزنة المركز: 85", "المتوقع: 90", "المبلغ: Mona", "مبلغ مفقود"),
    ),
    (
        CashHandoverProposed(1, SALIM, *AMOUNTS, "lost"),
        ("carried by Salim", "asked for: AED 85", "Expected: AED 90", "Money was lost"),
        ("طُلب تأكيد", "عهدة Salim: 85", "المتوقع: 90", "مبلغ مفقود"),
    ),
    (
        TillOpened(12, SALIM, 1, Money.dirhams(200)),
        ("Till 12", "(Salim)", "AED 200"),
        ("الصندوق 12 (Salim)", "للبداية: 200"),
    ),
    (
        TillCashMoved(12, SALIM, 1, -Money.dirhams(50), "للبنك"),
        ("taken out: AED 50, till 12 (Salim)", "Reason: للبنك"),
        ("سحب نقد 50", "الصندوق 12 (Salim)", "السبب: للبنك"),
    ),
    (
        TillCounted(12, SALIM, 1, 3, *AMOUNTS, "lost", MONA),
        ("Till 12", "(Salim): AED 85", "Expected: AED 90", "sell on: Mona", "Money was lost"),
        ("عُدّ الصندوق 12 (Salim): 85", "المتوقع: 90", "البيع: Mona", "مبلغ مفقود"),
    ),
    (
        TillClosed(12, SALIM, 1, *AMOUNTS, "lost"),
        ("Till 12 was closed (Salim): AED 85", "Expected: AED 90", "Money was lost"),
        ("أُغلق الصندوق 12 (Salim): 85", "المتوقع: 90", "مبلغ مفقود"),
    ),
    (TillLeftOpen(12, SALIM, 1), ("Till 12 (Salim)",), ("الصندوق 12 (Salim) مفتوحاً",)),
    (CashHandoverWithdrawn(1, SALIM), ("carried by Salim was taken back",), ("سُحب", "عهدة Salim")),
    (
        DeliveryPlanChanged("window-added", "4 2026-03-02", now="16:00-20:00 30"),
        ("added: Friday, in the season from Monday 2 March", "Now: 4:00", "8:00"),
        ("أُضيف موعد توصيل: الجمعة، في فترة تبدأ الاثنين 2 مارس", "4:00", "8:00"),
    ),
    (
        DeliveryPlanChanged("closed", "2026-12-02 2026-12-03", now="عيد الاتحاد"),
        ("No deliveries: ", "Wednesday 2 December", "عيد الاتحاد"),
        ("توقف التوصيل: ", "الأربعاء 2 ديسمبر", "عيد الاتحاد"),
    ),
    (
        DeliveryPlanChanged("fee", "ajman", "20", "17.50"),
        ("changed: Ajman", "From AED 20 to AED 17.50"),
        ("رسوم التوصيل: عجمان", "من 20", "إلى 17.50"),
    ),
    (
        DeliveryPlanChanged("zone-weekdays", "كلباء", "()", "(4, 5)"),
        ("From every day to Friday, Saturday",),
        ("من كل يوم إلى الجمعة، السبت",),
    ),
    (
        DeliveryPlanChanged("cutoff-hours", was="2", now="0 16:00:00"),
        ("2 hours", "4:00"),
        ("ساعتين", "4:00"),
    ),
    (
        DeliveryPlanChanged("lead-days", was="1", now="2"),
        ("1 day", "2 days"),
        ("يوم واحد", "يومين"),
    ),
    (
        OrderRescheduled(1, MORNING.date(), "16:00-20:00", MORNING.date(), "10:00-13:00"),
        ("New time: Monday 2 March, 4:00",),
        ("الموعد الجديد: الاثنين 2 مارس",),
    ),
    (WindowPassed(1, MORNING.date(), "16:00-20:00"), ("4:00", "8:00"), ("4:00", "8:00")),
    (RunPlanned(4, 3), ("3 orders", "now with Salim:", "4:00"), ("3 طلبات", "مع Salim:")),
    (RunChanged(4, 1, True), ("put into", "Salim"), ("ضُمّ", "Salim")),
    (RunChanged(4, 1, False), ("out of", "Salim"), ("أُخرج", "Salim")),
    (RunTaken(4, 1), ("1 order", "Run: "), ("طلب واحد", "الجولة: ")),
    (RunPassed(4, MONA, SALIM), ("from Mona to Salim",), ("من Mona إلى Salim",)),
    (OrderPassed(1, 4, MONA, SALIM), ("from Mona to Salim", "Run: "), ("من Mona إلى Salim",)),
]


@pytest.mark.parametrize(("fact", "english", "arabic"), READ)
def test_a_fact_s_words_hold_its_names_and_figures(
    fact: Fact, english: tuple[str, ...], arabic: tuple[str, ...]
) -> None:
    for parts, language in ((english, "en"), (arabic, "ar")):
        read = re.sub("[\u200e\u200f\u2066-\u2069]", "", plain(fact_words(fact, SHORT), language))
        read = read.replace("\u00a0", " ").replace("\u202f", " ")
        assert [part for part in parts if part not in read] == [], read


@pytest.mark.parametrize("fact", [OrderOut(1, 4), RunTaken(4, 1)])
def test_who_took_a_run_out_is_not_who_has_it_now(fact: Fact) -> None:
    """The run of the phone that was lost is with Salim by now."""
    assert "Salim" not in bare(fact_words(fact, SHORT), "en")


def test_a_refused_order_gives_no_reason_twice() -> None:
    assert len(lines_of(fact_words(OrderRefused(1, "refused"), SHORT))) == 1


def test_a_question_is_called_by_its_order() -> None:
    about = subject_words(QuestionTaken(6), SHORT)
    assert about is not None
    assert "100002" in bare(about, "en")
    assert subject_words(QuestionTaken(7), SHORT) is None
