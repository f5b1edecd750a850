"""Which words together make a sentence about what; the first rule that fits decides."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.dialog.understanding.topics import GREETINGS, Topic

GREETED = frozenset(str(topic) for topic in GREETINGS)
BESIDE = "polite please have what"
"""What may stand beside anything that is asked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence of the topic holds one of the `needs`, words of `may`, and what says nothing.

    `unknown` is how many other words it may hold, if nothing is sold by them: more than none only
    where what it needs is a question by itself.
    """

    topic: Topic
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]
    unknown: int = 0


def rule(topic: Topic, needs: str, may: str = "", *, unknown: int = 0) -> Rule:
    """The rule as it is written: `needs` are alternatives with | between, of words with +."""
    alternatives = tuple(frozenset(each.split("+")) for each in needs.replace(" ", "").split("|"))
    return Rule(topic, alternatives, frozenset(may.split()), unknown)


def question(topic: Topic, needs: str, may: str = "", *, unknown: int = 0) -> Rule:
    """A rule for what is asked; what says nothing may stand beside."""
    return rule(topic, needs, f"{may} {BESIDE}", unknown=unknown)


def word(topic: Topic, may: str = "") -> Rule:
    """A rule for a word to a question: strict, since something is done then."""
    return rule(topic, topic.value, f"{may} please")


ABOUT_ORDER = "order number of-order deliver arrive see status when day place location"
RULES = (
    word(Topic.back),
    word(Topic.no, "no"),
    question(Topic.language, "language", "speak talk change how person accept"),
    question(
        Topic.problem,
        "wrong+order | wrong+of-order | wrong+arrive",
        f"{ABOUT_ORDER} how thing pay not-arrived",
        unknown=3,
    ),
    question(Topic.cancel_order, "cancel+order", f"{ABOUT_ORDER} how buy leave no", unknown=2),
    question(
        Topic.change_order,
        "change+order | change+of-order | change+deliver",
        f"{ABOUT_ORDER} how",
        unknown=1,
    ),
    question(
        Topic.paying,
        "pay+polite | pay+how | pay+have | pay+accept | pay+what",
        "card accept how arrive deliver buy order how-much when place you yes good open",
        unknown=2,
    ),
    question(
        Topic.paying,
        "pay | card+accept | card+pay",
        "card accept how arrive deliver buy order how-much when place you yes good",
    ),
    question(
        Topic.where_order,
        "where+order | status+order | not-arrived+order | not-arrived+deliver | not-arrived",
        f"{ABOUT_ORDER} where not-arrived how talk you how-much",
        unknown=3,
    ),
    question(Topic.bazaar, "bazaar+how-long", "when day open"),
    question(Topic.delivery, "how-long", "when arrive place day buy you"),
    question(
        Topic.where_order,
        "when+arrive+order | when+deliver+order | arrive+order | see+order | order+number "
        "| how-long+order",
        f"{ABOUT_ORDER} where how what",
    ),
    question(
        Topic.team,
        "talk+person | wrong",
        "talk person how order when number wrong location pay thing arrive you",
        unknown=2,
    ),
    question(
        Topic.team,
        "talk | person",
        "talk person how how-much number when order location you open",
    ),
    question(
        Topic.delivery,
        "deliver+how-much | deliver+when | deliver+place | deliver+have | arrive+when+place",
        "how how-much when where place day arrive order location buy open you accept thing number",
        unknown=2,
    ),
    question(
        Topic.delivery,
        "deliver | arrive+place | arrive+when | arrive+day | place+what | place+how-much",
        "how how-much when where place day arrive order location buy open you accept thing "
        "of-order number",
    ),
    question(
        Topic.bazaar,
        "bazaar+where | bazaar+when | bazaar+open | open+when | bazaar+how-much | bazaar+polite",
        "where when open day you bazaar location how place arrive how-much number see what",
        unknown=2,
    ),
    question(
        Topic.bazaar,
        "bazaar | open | location | where+you | you+have | you+polite",
        "where when open day you bazaar location how place arrive how-much number see",
    ),
    question(Topic.bazaar, "when+day", "open"),
    question(Topic.help, "what-is", "how person buy sell you"),
    question(Topic.cart, "cart", "see where order buy sell"),
    question(Topic.favourites, "favourites", "see where thing sell how"),
    question(
        Topic.goods,
        "sell | discount | what+thing",
        "thing see how-much you buy discount",
    ),
    question(
        Topic.quality,
        "good+thing | good+what | good+polite | good+have",
        "thing dish good how sell when arrive",
    ),
    question(
        Topic.ordering, "buy+how | how+order", "order buy where you sell thing of-order", unknown=2
    ),
    question(
        Topic.ordering,
        "buy+how | buy+polite | how+order | buy+what | place+buy",
        "order how buy where you card deliver sell thing of-order",
    ),
    question(Topic.where_order, "order", "see where"),
    word(Topic.leave, "order cancel"),
    question(Topic.cancel_order, "cancel", "leave"),
    word(Topic.later, "later no yes order buy back"),
    word(Topic.no, "no order yes wrong buy cancel"),
    word(Topic.yes, "yes order buy accept"),
)
