"""Families of messages: for each member of a list there is one, `state-packed` for a state.

`python -m handlers.phrase_families` names every member that lacks its message in a language, and
ends with 1 if there is one: an order's new state without its words is found before it is met.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import get_args

from handlers.customer.account.about import ABOUT
from handlers.customer.account.notices import TOPICS, WAYS
from handlers.customer.orders.asked_about import TO_ORDER
from handlers.dialog.command_menus import EVERYONE, FAMILY, STAFF
from handlers.dialog.order_states import ALIKE
from handlers.dialog.parsing import NoPhone
from handlers.dialog.sentences import FOR_TEAM
from handlers.dialog.speech import Trouble
from handlers.dialog.understanding.topics import GREETINGS
from handlers.dialog.understanding.topics import Topic as Meaning
from handlers.staff.audit.day_book import OTHERS, STEPS
from handlers.staff.desk.fact_words import BAZAAR_PARTS, PRODUCT_PARTS
from handlers.staff.desk.plan_values import PLAN_PARTS
from handlers.staff.goods.notes import ANSWERS, WAITING
from handlers.staff.orders.no_chat import TO_CALL
from handlers.ui.fates import FATES
from handlers.ui.pick_up import FETCHED
from handlers.ui.weekdays import WEEKDAY_NAMES
from locales.check import HERE, read_language
from locales.languages import LANGUAGES
from models.accounting.cash_handovers import HandoverState
from models.accounting.differences import BY_HAND, How
from models.hall.note_tables import NoteKind, NoteState
from models.hall.notes import WHY_WRITTEN_OFF
from models.inbox.queries import Shelf
from models.inbox.tables import QuestionState
from models.kernel.facts import Fact, tag_of
from models.kernel.refusals import OPEN_LIMITS
from models.kernel.shop_terms import EMIRATES, HALL
from models.orders.lists import Due
from models.orders.pricing import EXTRAS
from models.orders.reasons import KEYS
from models.orders.returns import Disposition
from models.orders.states import ONWARD, OPEN, OrderState
from models.people.access import Role
from models.people.account_limits import AccountLimit
from models.products.tables import Audience, Package
from models.reports.audit import Topic
from models.reports.picking import READY

FAMILIES: Mapping[str, Iterable[str]] = {
    "state-{}": OrderState,
    "order-now-{}": OPEN,
    "desk-{}": OPEN,
    "button-move-{}": ONWARD,
    "deliveries-now-{}": ONWARD,
    "button-all-{}": ONWARD,
    "many-ask-{}": ONWARD,
    "many-done-{}": ONWARD,
    "due-{}": ("all", *(due.value for due in Due if due.value)),
    "customer-{}": ONWARD,
    "role-{}": Role,
    "role-can-{}": Role,
    "talk-{}": (*GREETINGS, *TO_ORDER, *FOR_TEAM, Meaning.sorry),
    "about-title-{}": ABOUT,
    "button-about-{}": ABOUT,
    "package-{}": Package,
    "package-{}-about": Package,
    "home-package-{}": Package,
    "audience-{}": Audience,
    "emirate-{}": (*EMIRATES, HALL),
    "fetched-{}": FETCHED,
    "any-state-{}": ALIKE,
    "call-{}": TO_CALL,
    "weekday-{}": WEEKDAY_NAMES,
    "extra-{}": EXTRAS,
    "came-back-{}": (*Disposition, "made"),
    "language-{}": LANGUAGES,
    "button-speak-{}": LANGUAGES,
    "menu-{}": (*(name for name, _ in STAFF), *FAMILY, *EVERYONE),
    "question-phone-{}": NoPhone,
    "trouble-{}": Trouble,
    "reason-{}": KEYS,
    "refused-open-{}": OPEN_LIMITS,
    "picking-{}": READY,
    "account-is-{}": (*AccountLimit, "free"),
    "button-account-{}": (*AccountLimit, "free"),
    "account-sure-{}": AccountLimit,
    "account-told-{}": (*AccountLimit, "freed"),
    "account-now-{}": (*AccountLimit, "freed"),
    "inbox-state-{}": QuestionState,
    "inbox-list-{}": Shelf,
    "inbox-none-{}": Shelf,
    "button-inbox-{}": Shelf,
    "handover-{}": HandoverState,
    "difference-{}": How,
    "button-settle-{}": BY_HAND,
    "settle-sure-{}": BY_HAND,
    "goods-{}": FATES,
    "fate-{}": FATES,
    "note-kind-{}": NoteKind,
    "note-title-{}": NoteKind,
    "note-state-{}": NoteState,
    "note-sign-{}": NoteState,
    "note-footer-{}": NoteKind,
    "written-off-{}": WHY_WRITTEN_OFF,
    "noting-family-{}": NoteKind,
    "noting-lines-{}": NoteKind,
    "noting-nothing-{}": NoteKind,
    "noting-summary-{}": NoteKind,
    "button-start-{}": NoteKind,
    "button-book-{}": NoteKind,
    "notes-{}": ("all", *WAITING),
    "note-answered-{}": ANSWERS,
    "history-{}": tuple(map(tag_of, get_args(Fact))),
    "changed-product-{}": PRODUCT_PARTS,
    "changed-bazaar-{}": BAZAAR_PARTS,
    "changed-plan-{}": PLAN_PARTS,
    "topic-{}": Topic,
    "notices-{}": TOPICS,
    "notices-off-{}": TOPICS,
    "notices-way-{}": WAYS.values(),
    "day-book-{}": (*STEPS, *OTHERS),
}
"""The ids of each family, with a place for the member, and its members."""


def missing_messages(
    families: Mapping[str, Iterable[str]], words: Mapping[str, Iterable[str]]
) -> Iterator[str]:
    """The members without a message, a line each; `words` are the ids of each language."""
    for language, ids in words.items():
        known = frozenset(ids)
        for family, members in families.items():
            for member in members:
                if family.format(member) not in known:
                    yield f"{language}: no message {family.format(member)}"


def main() -> int:
    """Check the project's own words."""
    words = {code: read_language(HERE / code)[0] for code in LANGUAGES}
    faults = [*missing_messages(FAMILIES, words)]
    sys.stdout.write("".join(f"{fault}\n" for fault in faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
