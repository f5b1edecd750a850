"""Which words together make a sentence about what; the first rule that fits decides."""

from __future__ import annotations

from dataclasses import dataclass, replace

from handlers.dialog.understanding.topics import GREETINGS, Topic

GREETED = frozenset(str(topic) for topic in GREETINGS)
BESIDE = "polite please have what"
"""What may stand beside anything that is asked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sentence of the topic holds one of the `needs`, words of `may`, and what says nothing.

    `unknown` is how many other words it may hold, if nothing is sold by them: more than none only
    where what it needs is a question by itself. Where the rule is `sure` they may be sold: people
    name the thing that came broken. It does not fit a sentence that holds any of `never`.
    """

    topic: Topic
    needs: tuple[frozenset[str], ...]
    may: frozenset[str]
    unknown: int = 0
    never: frozenset[str] = frozenset()
    sure: bool = False


def kinds(names: str) -> frozenset[str]:
    """The kinds of words of these names, with spaces between."""
    return frozenset(names.split())


def rule(topic: Topic, needs: str, may: str = "", *, unknown: int = 0) -> Rule:
    """The rule as it is written: `needs` are alternatives with | between, of words with +."""
    alternatives = tuple(frozenset(each.split("+")) for each in needs.replace(" ", "").split("|"))
    return Rule(topic, alternatives, kinds(may), unknown)


def question(topic: Topic, needs: str, may: str = "", *, unknown: int = 0) -> Rule:
    """A rule for what is asked; what says nothing may stand beside."""
    return rule(topic, needs, f"{may} {BESIDE}", unknown=unknown)


def statement(topic: Topic, needs: str, may: str = "", *, unknown: int, never: str = "") -> Rule:
    """A rule for what is told of a thing, whatever it is called: never for what is looked for."""
    beside = question(topic, needs, may, unknown=unknown)
    return replace(beside, never=kinds(never), sure=True)


def word(topic: Topic, may: str = "") -> Rule:
    """A rule for a word to a question: strict, since something is done then."""
    return rule(topic, topic.value, f"{may} please")


SOUGHT = kinds("want have how-much where when how")
"""What a person says who looks for something, and tells of nothing that she has."""
SAID = kinds(
    "ask how-long deliver pay arrive cancel change talk wrong not-arrived entry fetch lost for-team"
    " stop erase got spoilt broke past ordered status sorry mis"
)
"""Words that nobody looks for a thing with: they ask, tell, or want something done."""
THINGS = kinds("dish gift folk thing card team-matter")
"""Words of sentences that things for sale are called by too."""
ABOUT_ORDER = "order number of-order deliver arrive see status when day place location"
RULES = (
    word(Topic.back),
    word(Topic.no, "no"),
    question(Topic.sorry, "mis", "mis sorry wrong talk person not-arrived"),
    question(
        Topic.privacy,
        "privacy | erase+data | data+what",
        "privacy erase data number how cancel change person",
        unknown=1,
    ),
    question(
        Topic.settings,
        "stop+messages | unsubscribe",
        "stop messages unsubscribe how no leave cancel number talk you change",
        unknown=1,
    ),
    question(Topic.language, "language", "speak talk change how person accept"),
    statement(
        Topic.receipt,
        "receipt+lost | slip+lost | receipt+where | slip+where",
        f"{ABOUT_ORDER} receipt slip lost where how pay fetch person open",
        unknown=2,
        never="discount status",
    ),
    statement(
        Topic.problem,
        "broke | wrong+got | wrong+arrive | spoilt+got | spoilt+arrive | spoilt+order"
        " | ordered+got",
        f"{ABOUT_ORDER} broke wrong spoilt got ordered how thing dish pay not-arrived gift cancel",
        unknown=4,
        never="want how-much where",
    ),
    statement(
        Topic.quality,
        "concern+what | concern+when | concern+how-much | concern+how | concern+person"
        " | concern+polite | concern+dish | concern+thing",
        "concern good thing dish how how-much when what sell arrive person folk",
        unknown=3,
        never="want have",
    ),
    statement(
        Topic.praise,
        "praise+was | praise+you",
        "praise was thing dish you order of-order arrive got buy location bazaar sell good gift",
        unknown=2,
        never="want have how-much where when how what wrong not-arrived prices cancel no language",
    ),
    question(
        Topic.minimum,
        "minimum | little+order | little+buy",
        "minimum little order buy deliver pay how-much accept thing",
    ),
    question(Topic.pick_up, "pick-up", "pick-up order of-order when how you bazaar place deliver"),
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
    question(Topic.team, "wrong+pay", "wrong pay how when order thing of-order person", unknown=1),
    question(
        Topic.delivery,
        "deliver+how-much+place",
        "deliver how-much place pay you order location",
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
        "where+order | status+order | lost+order | not-arrived+order | not-arrived+deliver"
        " | not-arrived | courier+where | courier+status | courier+ask | courier+arrive+polite",
        f"{ABOUT_ORDER} courier where not-arrived how talk you how-much lost",
        unknown=3,
    ),
    question(
        Topic.pick_up,
        "fetch+self | fetch+you | fetch+bazaar | fetch+location | fetch+order",
        "fetch self order of-order when how you bazaar place deliver location arrive buy accept"
        " where open number day",
        unknown=1,
    ),
    statement(
        Topic.enquiry,
        "for-team",
        "for-team team-matter gift how how-much when place order of-order person you bazaar accept"
        " thing dish buy number sell good",
        unknown=3,
        never="want have",
    ),
    question(
        Topic.enquiry,
        "for-team | team-matter+buy | team-matter+may | team-matter+want | team-matter+have"
        " | team-matter+how | team-matter+what | team-matter+how-much | team-matter+accept"
        " | team-matter+person",
        "for-team team-matter want gift how how-much when place order of-order person you bazaar"
        " accept thing buy number sell good",
        unknown=2,
    ),
    question(
        Topic.bazaar,
        "parking | entry+folk | entry+bazaar | entry+how-much | entry+you | folk+bazaar"
        " | folk+open | folk+you",
        "where when open day you bazaar location how place how-much see entry folk parking accept"
        " person",
        unknown=2,
    ),
    question(Topic.bazaar, "bazaar+how-long", "when day open"),
    question(Topic.delivery, "how-long", "when arrive place day buy you"),
    question(Topic.delivery, "how-long+place", "order deliver arrive when day how-much buy you"),
    question(
        Topic.where_order,
        "when+arrive+order | when+deliver+order | arrive+order | see+order | order+number "
        "| how-long+order",
        f"{ABOUT_ORDER} where how what",
    ),
    question(Topic.help, "what-is+person", "what-is person talk speak you"),
    question(
        Topic.team,
        "talk+person | wrong",
        "talk person how order when number wrong location pay thing arrive you",
        unknown=2,
    ),
    question(
        Topic.team,
        "talk | person",
        "talk person how how-much number when order of-order location you open",
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
    question(Topic.goods, "prices", "prices how-much open thing discount see you sell buy"),
    question(Topic.help, "you+what | who+you | who+bazaar", "you who bazaar ask", unknown=1),
    question(Topic.help, "lost", "lost thing sell see of-order where"),
    question(Topic.quality, "within+thing | within+dish", "within thing dish good", unknown=2),
    question(Topic.receipt, "receipt", "receipt how-much what number see where you want"),
    question(
        Topic.bazaar,
        "bazaar | open | location | where+you | you+have | you+polite",
        "where when open day you bazaar location how place arrive how-much number see",
    ),
    question(Topic.bazaar, "when+day", "open"),
    question(Topic.help, "what-is", "how person buy sell you language speak talk"),
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
    question(Topic.cancel_order, "cancel", "leave how"),
    word(Topic.later, "later no yes order buy back"),
    word(Topic.no, "no order yes wrong buy cancel"),
    word(Topic.yes, "yes order buy accept"),
    question(Topic.sorry, "sorry", "sorry"),
)
