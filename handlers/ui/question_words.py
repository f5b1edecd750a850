"""A question to the centre in words, and the way to what it is about."""

from __future__ import annotations

from handlers.dialog.actions.customer import ShowOrder, ShowProduct
from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Choice, Exact, Phrase, say
from models.inbox.queries import QuestionView

NAME, PRODUCT = 20, 24


def asker_words(question: QuestionView) -> Phrase:
    """Who asks: the name that she gave with an order, and never more."""
    if not question.name:
        return say("inbox-nameless")
    return say("inbox-name", name=cut(question.name, NAME))


def about_words(question: QuestionView) -> Phrase:
    """What a question is about."""
    if question.number:
        return say("inbox-about-order", number=Exact(question.number))
    if question.product_ar or question.product_en:
        name = short(question.product_ar, question.product_en, PRODUCT)
        return say("inbox-about-product", name=name)
    return say("inbox-about-nothing")


def about_choices(question: QuestionView) -> tuple[Choice, ...]:
    """The way to the order or the product that a question is about, for who asked."""
    if question.order_id is not None:
        label = say("inbox-open-order", number=Exact(question.number))
        return (Choice(label, ShowOrder(question.order_id)),)
    if question.product_id is not None:
        name = short(question.product_ar, question.product_en, PRODUCT)
        return (Choice(say("inbox-open-product", name=name), ShowProduct(question.product_id)),)
    return ()
