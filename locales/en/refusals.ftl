# What cannot be done, why, and what to do instead
refused-sold-out = Sorry, it is sold out.
refused-few-left =
    { $left ->
        [one] Sorry, only { $left } is left.
       *[other] Sorry, only { $left } are left.
    }
refused-too-many = One order holds at most { $most } of the same product.
refused-more-than-a-day =
    { $most ->
        [one] Sorry, at most { $most } of this product is made in a day.
       *[other] Sorry, at most { $most } of this product are made in a day.
    }
refused-making-full = One of the products takes no more orders for { $day }. Please choose another time or a smaller quantity.
refused-wrong-state = That is not possible any more. The order is now: { $state }.
refused-wrong-code =
    { $left ->
        [one] That code is wrong. { $left } try is left.
       *[other] That code is wrong. { $left } tries are left.
    }
refused-reason-needed = The cash taken differs from the total ({ $total }). Please give the reason.
refused-not-allowed = This is not available to your account.
refused-not-found = We could not find that. It may be gone.
refused-not-on-sale = Sorry, this product is not on sale any more.
refused-cart-empty = Your cart is empty.
refused-prices-changed = Prices or quantities have changed since you last looked, and nothing has been ordered yet. Please look at your cart again.
refused-no-window = That time is full or has passed. Please choose another.
refused-too-late = The order is packed already and cannot be cancelled here. To cancel it, please write to the team with the button below.
refused-code-sent-too-often = The code was sent to the customer several times, and is not sent again. A manager can close the order without it.
refused-same-amount = This is the amount that is recorded already.
refused-already-settled = This difference was settled meanwhile.
refused-handover-over = This hand-over of cash no longer waits to be confirmed.
refused-handover-waits = Another hand-over of cash waits to be confirmed.
refused-code-locked = Too many wrong codes; the managers have been told. Only a manager can close the order now, with a photo and a reason.
refused-codes-barred = Too many wrong codes today; the managers have been told. This account cannot close orders by code until tomorrow. Please call a manager to close this one.
refused-last-line = This is the last product of the order. You can cancel the whole order instead.
refused-invitation-spent = This invitation link has been used or has expired. Please ask the team for a new one.
refused-last-option = This is the product's last option. You can take the whole product off sale on its page.
refused-last-manager = This is the only manager, so the role stays. Please invite another manager first.
refused-founder-stays = This is the shop's founder, whose role cannot be taken away by those who joined by the founder's invitation. The founder can hand over first, on the team's page.
refused-own-invitation = This is an invitation that you made for somebody else, and it is still unused. Please pass it on to them.
refused-already-there = This name is there already. Please write another one.
refused-not-possible = That is not possible right now.

trouble-not-a-photo = That file is not a picture. Please send a photo.
trouble-heic-file = This file is a HEIC picture, which we cannot open. Please send it as a photo, not as a file, or as a JPEG.
trouble-photo-too-big = That picture is too big. Please send a smaller one.
trouble-photo-unreachable = The picture did not arrive. Please send it again.
trouble-edited = A change to a photo, a file or its caption does not reach us: what was sent first stands as it is. If need be, please send the right one as a new message.
trouble-not-understood = We can't read that kind of message. Please write, or use the buttons.

apology = Sorry, something went wrong on our side, and nothing was changed. Please try again; if it happens again, write to the team and mention { $reference }.
reply-not-shown = Sorry, we could not show you the answer. What you asked for may well be done: please look at your cart and your orders before you try again.
refused-ordered-already = Something of this product has been ordered already. You can take it off sale instead.
refused-sales-moved-on = Something of this product was ordered or delivered meanwhile. Please look again.
