# Changing an order
changed-by-customer = The customer
changed-by-team = The team
changed-out = ➖ { $thing } × { $count }
changed-in = ➕ { $thing } × { $count }
changed-total-now = To pay on delivery now: <b>{ $total }</b>

customer-phone-changed = 📞 The team changed the phone number of your order <b>{ $number }</b>. The courier will call: { $phone }
customer-note-changed =
    📝 The team changed the courier’s note of your order <b>{ $number }</b>:

    { $note }
customer-note-removed = 📝 The team removed the courier’s note of your order <b>{ $number }</b>.
customer-lines-changed = ✏️ <b>The team changed what is in your order { $number }</b>

staff-order-phone-changed = 📞 { $who } changed the phone number of order <b>{ $number }</b>: { $phone }
staff-order-note-changed =
    📝 { $who } changed the courier’s note of order <b>{ $number }</b>:

    { $note }
staff-order-note-removed = 📝 { $who } removed the courier’s note of order <b>{ $number }</b>.
staff-order-lines-changed = ✏️ <b>{ $who } changed what is in order { $number }</b> – { $state }
staff-order-repack = It was packed already: please pack it anew.
courier-stop-changed =
    🚚 <b>A stop of your run has changed</b>

    🕓 { $window }

income-lines-changed =
    ✏️ <b>Order { $number } was changed. Of { $brand }:</b>

    { $changed }
income-out = Not wanted any more:
income-in = New in the order:
manager-not-joined-change =
    ✏️ <b>Order { $number } was changed, and { $families ->
        [one] the family has
       *[other] the families have
    } not heard of it</b>

    { $sales }

    { $invite }

history-order-phone-changed = The phone number was changed
history-order-note-changed = The courier’s note was changed
history-order-lines-changed = What is in the order was changed
history-lines-out = Out: { $things }
history-lines-in = In: { $things }
day-book-order-lines-changed = With things changed

refused-too-late-to-change = The order is packed, and cannot be changed here any more. To change something, write to the team with the button below.
refused-too-soon-to-make = This is made to order, and cannot be ready by the day of the order. The earliest day would be { $day }. Choose another time for the order first.
refused-no-window-there = Nothing is delivered to that place at the time of this order. Choose another time for it first, or another address.

button-change-order = ✏️ Change the order
change-ask = <b>Order { $number }</b>: what should be changed?
change-part-things = 🛍 Products and pieces
change-part-place = 📍 The address
change-part-phone = 📞 The phone number
change-part-note = 📝 The courier’s note
change-done = ✅ The order is changed.
change-left = Nothing was changed.
change-moved = Something has changed since the figures were shown, and nothing was done yet. This is how it is now:
change-sure = ✅ Change it · { $total }
change-total = <b>Total: { $now }</b>, before { $was }. Cash on delivery.
change-total-same = The total stays { $total }.
change-fee = Delivery: { $now }, before { $was }
change-ask-phone = Order <b>{ $number }</b>: which phone number should the courier call?
change-ask-note = Order <b>{ $number }</b>: what should the courier know? Like: the back door, or call half an hour before.
change-ask-emirate = Order <b>{ $number }</b> goes to { $emirate } now. Where should it go? The delivery fee stands beside each emirate.
change-ask-pin = The pin seems to lie in { $pin }, and you chose { $chosen }. Which one is right? The delivery fee depends on it.
change-place =
    <b>Order { $number }: the new address</b>

    📍 { $place }
change-things = <b>Order { $number }: products and pieces</b>
change-things-sure = <b>Order { $number }: this changes</b>
change-row = • { $thing } × { $count }
change-row-out = • { $thing }: taken out
change-fewer = ➖ Fewer: { $thing }
change-take-out = 🗑 Remove: { $thing }
change-more = ➕ More: { $thing }
change-option = 🔁 { $thing }: another option
change-add = 🛍 Add something else
change-done-choosing = ✔️ That is all: see the total
change-ask-option = Which option should it be? What is added costs today’s price.
change-ask-thing = What should be added? Write its name or a part of it.
change-choose-thing = Which one? To look for something else, write its name.
change-nothing-found = Nothing on sale is called so.
change-choice = { $thing } · { $price }
deliveries-holds-other-things = The order was changed meanwhile, and is not packed. Please look at what it holds now.
