# Checkout: the questions and the summary
checkout-ask-name =
    <b>Checkout</b>

    Who will receive the order? Please write their name.
checkout-ask-phone =
    What is their phone number? The courier calls before delivering.

    You can share your number with one tap on the button, or write it, such as ⁦050 123 4567⁩.
checkout-ask-emirate = Which emirate do we deliver to? The delivery fee is shown beside each.
checkout-emirate = { $emirate } · { $fee }
checkout-ask-area =
    Which area or suburb is it?

    You can send a pin on the map instead.
checkout-ask-where =
    What is the address? Street and house, or a landmark nearby, is enough.

    You can send a pin on the map instead.
checkout-ask-note = Anything the courier should know? For example: back door, or please call half an hour before.
checkout-ask-slot = When would you like it delivered? These are the next available times:
checkout-later-times = Later times ›
checkout-earlier-times = ‹ Earlier times

checkout-summary = <b>Your order</b>
checkout-sums =
    Products: { $items }
    Delivery ({ $emirate }): { $fee }
    <b>Total: { $total }</b>
    Cash on delivery.
checkout-items = Products: { $items }
checkout-fee = Delivery ({ $emirate }): { $fee }
checkout-total =
    <b>Total: { $total }</b>
    Cash on delivery.
checkout-window = 🕓 Delivery: { $window }
checkout-window-moved =
    The time you chose is no longer available. This is the next one.
    🕓 Delivery: { $window }
checkout-no-window = 🕓 All delivery times of the coming days are taken, so the order cannot be placed now. Your cart is kept; please try again tomorrow.
checkout-no-making = 🕓 No delivery time is available for what is in your cart: some of it is made to order, so many a day. The order cannot be placed now. Your cart is kept; please take fewer, or try again tomorrow.
checkout-name = 👤 { $name }
checkout-phone = 📞 { $phone }
checkout-place = 📍 { $place }
checkout-note = 📝 { $note }
checkout-place-order = ✅ Place the order
checkout-change-time = 🕓 Another time
checkout-change-note = 📝 Note
checkout-change-name = 👤 Name
checkout-change-phone = 📞 Phone
checkout-change-place = 📍 Address
checkout-use-buttons = Please use the buttons below to place the order or to change something.

checkout-needs-name = That is not a name. Please write the name of whoever receives the order.
checkout-needs-place = This is no place. Please write the name of the place, or the address.
checkout-needs-note = Please write the note itself, or press one of the buttons.
checkout-question-over = That question is over: order { $number } was placed as the summary showed it. To change anything in it, please use the button below.
checkout-not-placed = The order is not placed yet. To place it, press “Place the order”, or write “yes” beneath its summary.
checkout-left = The order was not placed. Your cart is kept as it is.
checkout-cart-empty = Your cart is empty now, so there is nothing to order.
checkout-changed-figures = Prices or quantities changed before you confirmed, so nothing has been ordered yet. These are the new figures:
checkout-changed-details = The details changed after that button was shown, so nothing has been ordered yet. This is the order as it is now:
checkout-confirm-again = Nothing has been ordered yet. This is the order as it is now:
checkout-window-full = This time is no longer available: { $window }. Nothing has been ordered yet. This is your order at the next available time:
checkout-making-full = One of the made-to-order products is fully booked for { $day }, so nothing has been ordered yet. This is your order at another time:
checkout-making-most =
    { $thing }: at most { $most ->
        [one] one is
       *[other] { $most } are
    } made in a day, and your cart holds more. Please choose a smaller quantity in your cart; nothing has been ordered yet.
checkout-price-changed = { $thing }: the price has changed from { $was } to { $now }.
checkout-taken-out = { $thing }: no longer available, so it was taken out of your cart.
checkout-cut-down =
    { $thing }: { $left ->
        [one] only one is left, so your cart now holds one.
       *[other] only { $left } are left, so your cart now holds { $left }.
    }

order-placed =
    <b>✅ Your order { $number } is placed</b>

    Delivery code: <b>{ $code }</b>
    Give this code to the courier only when the order is in your hands; the code confirms that the order reached you.

    🕓 Delivery: { $window }
    💵 To pay on delivery: { $total } in cash

    The centre's team checks and prepares your order, and we write to you at each step.
order-placed-before = This order was placed already; it was not placed twice.
order-follow = Follow this order
