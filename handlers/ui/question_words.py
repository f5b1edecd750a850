"""A question to the centre in words, and the way to what it is about."""

from __future__ import annotations

from handlers.dialog.about_order import full_name
from handlers.dialog.actions.customer import ShowOrder, ShowProduct
from handlers.dialog.layout import cut, short
from handlers.dialog.speech import Choice, Phrase, say
from handlers.ui.order_names import goods_words
from models.inbox.queries import QuestionView

NAME, PRODUCT = 20, 24


def asker_words(question: QuestionView) -> Phrase:
    """Who asks: the name that she gave with an order, and never more."""
    if not question.name:
        return say("inbox-nameless")
    return say("inbox-name", name=cut(question.name, NAME))


def order_words(question: QuestionView) -> Phrase:
    """The order that a question is about, by number and goods."""
    goods = goods_words(question.first_ar, question.first_en, question.things)
    return full_name(question.number, goods)


def about_words(question: QuestionView) -> Phrase:
    """What a question is about."""
    if question.number:
        return say("inbox-about-order", number=order_words(question))
    if question.product_ar or question.product_en:
        name = short(question.product_ar, question.product_en, PRODUCT)
        return say("inbox-about-product", name=name)
    return say("inbox-about-nothing")


def about_choices(question: QuestionView) -> tuple[Choice, ...]:
    """The way to the order or the product that a question is about, for who asked."""
    if question.order_id is not None:
        label = say("inbox-open-order", number=order_words(question))
        return (Choice(label, ShowOrder(question.order_id)),)
    if question.product_id is not None:
        name = short(question.product_ar, question.product_en, PRODUCT)
        return (Choice(say("inbox-open-product", name=name), ShowProduct(question.product_id)),)
    return ()
