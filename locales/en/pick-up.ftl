# Picking up at the hall: what is said otherwise than of a delivery, and how managers offer it
emirate-hall = 🛍 Pick-up
place-hall = Pick-up at the hall: { $place }
checkout-pick-up = 🛍 Pick up at the hall
checkout-ask-emirate-or-hall = Which emirate do we deliver to? The delivery fee is shown beside each. You can also pick the order up yourself at the hall, at no fee.
checkout-ask-phone-or-hall =
    What is their phone number? The centre calls it when something about the order is unclear.

    You can share your number with one tap on the button, or write it, such as ⁦050 123 4567⁩.

fetched-checkout-fee = Pick-up at the hall: { $fee }
fetched-checkout-total =
    <b>Total: { $total }</b>
    Cash at pick-up.
fetched-checkout-window = 🕓 Pick-up: { $window }
fetched-checkout-window-moved =
    The time you chose is no longer available. This is the next one.
    🕓 Pick-up: { $window }
fetched-checkout-no-window = 🕓 No pick-up time is free in the coming days, so the order cannot be placed now. Your cart is kept; you can have it delivered instead, or try again tomorrow.
fetched-checkout-no-making = 🕓 No pick-up time is available for what is in your cart: some of it is made to order, so many a day. The order cannot be placed now. Your cart is kept; please take fewer, or try again tomorrow.
fetched-checkout-ask-note = Anything the team should know? For example: I come with a wheelchair, or my brother picks it up.
fetched-checkout-ask-slot = When would you like to pick it up? These are the next available times:
fetched-checkout-change-place = 📍 Place

fetched-order-placed =
    <b>✅ Your order { $number } is placed</b>

    Pick-up code: <b>{ $code }</b>
    Say this code at the hall only when the order is in your hands; it confirms that you got it.

    📍 Pick-up at the hall: { $place }
    🕓 { $window }
    💵 To pay at pick-up: { $total } in cash

    The centre's team checks and prepares your order, and we write to you when it is ready.
fetched-on-behalf-placed =
    ✅ <b>Order { $number } is placed</b> for { $name } ({ $phone })

    📍 Pick-up at the hall: { $place }
    🕓 { $window }
    💵 To pay at pick-up: { $total } in cash
fetched-on-behalf-code =
    🔑 Pick-up code: <b>{ $code }</b>
    Read it to the customer now: it is not shown here again. It is said at the hall only when the order is handed over.
fetched-order-sums = Total: <b>{ $total }</b>
fetched-order-code = 🔑 Pick-up code: <b>{ $code }</b>. Say it at the hall only when the order is in your hands.
fetched-order-nothing-due = There is nothing to pay; the order stayed at the centre.
fetched-order-now-packed = The order is ready and waits for you at the hall.
fetched-receipt-fee = Pick-up at the hall
fetched-receipt-total = Total, cash at pick-up
fetched-receipt-code = Pick-up code
fetched-receipt-window = Pick-up
fetched-state-packed = Ready for pick-up
fetched-state-delivered = Handed over

fetched-customer-placed-for-them =
    ☎️ Your telephone order <b>{ $number }</b> is placed.

    📍 Pick-up at the hall: { $place }
    🕓 { $window }
    💵 To pay at pick-up: { $total } in cash
    Pick-up code: <b>{ $code }</b>. Say it at the hall only when the order is in your hands.
fetched-customer-accepted =
    ✅ Your order <b>{ $number }</b> is accepted and is being prepared. We write to you when it is ready.

    🕓 Pick-up: { $window }
customer-ready =
    🛍 <b>Your order { $number } is ready to be picked up.</b>

    📍 { $place }
    🕓 { $window }
    💵 To pay at pick-up: { $total } in cash
    Pick-up code: <b>{ $code }</b>. Say it at the hall only when the order is in your hands.
fetched-customer-delivered =
    🌷 Your order <b>{ $number }</b> was handed over to you, and { $taken } was paid.

    Thank you: each order is income for a productive family.
fetched-customer-delivered-other =
    🌷 Your order <b>{ $number }</b> was handed over to you; { $taken } of { $due } is recorded as paid.

    If that is not right, please contact the centre.
fetched-customer-delivered-unpaid =
    🌷 Your order <b>{ $number }</b> was handed over to you; nothing of { $due } is recorded as paid.

    If you have paid, please contact the centre.
fetched-customer-code-once-more =
    🔑 The pick-up code of your order <b>{ $number }</b>: <b>{ $code }</b>

    Say it at the hall only when the order is in your hands.
fetched-customer-rescheduled =
    🗓 Your order <b>{ $number }</b> has a new time.

    🕓 Pick-up: { $window }
fetched-customer-late =
    We are sorry: your order <b>{ $number }</b> was not ready in time. We write to you as soon as it can be picked up.

    If another time suits you better, you can choose it with the button.
customer-not-fetched =
    🛍 Your order <b>{ $number }</b> is ready at the hall and was not picked up yet; its time has passed.

    Please choose with the button when you will come for it.
fetched-customer-part-refused =
    ↩️ This was recorded as not taken from your order <b>{ $number }</b>, so there is nothing to pay for it:
    { $things }

    💵 To pay at pick-up now: <b>{ $total }</b>
fetched-customer-returned =
    ↩️ Your order <b>{ $number }</b> was not taken and stays at the centre. There is nothing to pay.

    We are happy to hear from you any other time.
fetched-customer-struck =
    We are sorry: this was removed from your order <b>{ $number }</b>: { $thing }.{ $why }

    💵 To pay at pick-up now: { $total }
fetched-customer-reinstated =
    ✅ Sorry, your order <b>{ $number }</b> was cancelled by mistake. It goes on as before.

    🕓 Pick-up: { $window }
    💵 To pay at pick-up: { $total }
fetched-customer-window-asked =
    We are sorry: your order <b>{ $number }</b> cannot be picked up at its time any more.

    🕓 It was planned for { $window }
fetched-undo-no-window = This cannot be undone, since its pick-up time has no place left. It can be ordered again for another time.

fetched-deliveries-order =
    <b>Order { $number }</b> – { $state }
    🛍 <b>Pick-up at the hall</b>
    { $window }
    Total: <b>{ $total }</b>
fetched-button-move-packed = 🛍 Ready for pick-up
fetched-deliveries-now-packed = Order ready for pick-up; the customer is told.
fetched-button-delivered = ✅ Handed over
fetched-finding-row = { $number } · 🛍 { $name } · { $state } · { $day }
fetched-closed-orders-row = 🛍 { $number } · { $name } · { $day } { $starts }
fetched-closed-orders-row-telephone = ☎️ 🛍 { $number } · { $name } · { $day } { $starts }
fetched-many-line = 🛍 { $number } · { $name } · { $total }
fetched-confirming-done = ✅ <b>Order { $number } is handed over.</b>

    Cash taken: { $taken }
fetched-deliveries-window-closed = ⚠️ Nothing is handed over at the hall at this time. The customer was not asked for another time yet.
fetched-deliveries-window-asked = ⚠️ This time is closed. The customer was asked for another one and has not chosen yet.
fetched-staff-part-refused =
    ↩️ <b>A part of order { $number } was refused</b> at the hall:

    { $lines }

    The order comes to { $total } now.
fetched-staff-order-refused =
    ↩️ <b>Order { $number } was refused</b> at the hall:

    { $lines }
fetched-refusing-order-done = ↩️ The order is recorded as returned. What is whole is looked at before it is on sale again.
staff-order-not-fetched =
    ⏰ <b>Order { $number } was not picked up in its time</b> – { $state }

    👤 { $name }, { $phone }
    📍 { $place }
    Total: <b>{ $total }</b>

home-pick-up = You can also pick your order up yourself at the hall.
help-pick-up = You can also pick an order up yourself at the hall, at no fee: at checkout, press “Pick up at the hall” instead of an emirate. We write to you when it is ready; bring its code.

any-state-packed = Packed
any-state-delivered = Handed over

fetched-order-needs-window = ⚠️ Orders cannot be picked up at this time any more. Please choose another one.
fetched-order-ask-window = When would you like to pick up order { $number }? These are the next available times:
fetched-order-no-window = There is no pick-up time available for order { $number } just now. The centre's team will call you.
fetched-checkout-window-gone = The pick-up time that was shown is no longer offered. Nothing has been ordered yet. This is your order at the next available time:
fetched-closed-named = 🚫 Closed { $days }: { $name }
fetched-closed-nameless = 🚫 Closed { $days }
fetched-closed-no-time = There is no pick-up time left on { $day }. Please choose another day.
fetched-change-part-note = 📝 The note for the team
fetched-change-ask-phone = Order <b>{ $number }</b>: which phone number should the centre call?
fetched-change-ask-note = Order <b>{ $number }</b>: what should the team know? Like: my brother picks it up.
fetched-change-total = <b>Total: { $now }</b>, before { $was }. Cash at pick-up.
fetched-changed-total-now = To pay at pick-up now: <b>{ $total }</b>
fetched-customer-phone-changed = 📞 The team changed the phone number of your order <b>{ $number }</b>. If anything is unclear, the centre will call: { $phone }
fetched-customer-note-changed =
    📝 The team changed the note of your order <b>{ $number }</b>:

    { $note }
fetched-customer-note-removed = 📝 The team removed the note of your order <b>{ $number }</b>.
fetched-staff-order-note-changed =
    📝 { $who } changed the note of order <b>{ $number }</b>:

    { $note }
fetched-staff-order-note-removed = 📝 { $who } removed the note of order <b>{ $number }</b>.

fetched-deliveries-ask-window = When will order { $number } be picked up? These are the next free times:
fetched-deliveries-no-window = No pick-up time is free just now; the order stays as it is.
fetched-confirming-ask-code = Order { $number }: what is the customer's pick-up code? (4 digits)
fetched-confirming-what-code = A pick-up code has 4 digits, such as 1234. The customer finds it in the message that the order is ready, and under “My orders”.
fetched-overriding-ask-photo = Order { $number }: handed over without its code. Please send a photo that shows the handing over.
fetched-overriding-done = ✅ Recorded as handed over without the code.
fetched-refusing-ask-whole =
    <b>Order { $number }: all of it was refused</b>

    Nothing is left to hand over: the order is recorded as returned, and no cash is taken.
fetched-returning-hand-back = 💵 To be handed back in cash: <b>{ $amount }</b>
fetched-returning-done = ↩️ It is taken back. To be handed to the customer in cash: <b>{ $amount }</b>
fetched-on-behalf-code-in-chat = 🔑 The customer has the pick-up code in their own chat; there is no need to read it out.
fetched-on-behalf-code-was-said = 🔑 The pick-up code was read to the customer when the order was placed.
fetched-manager-wrong-codes =
    ⚠️ A wrong pick-up code was given { $tries ->
        [one] once
       *[other] { $tries } times
    } for order <b>{ $number }</b>.

    Only a manager can record it as handed over now, with a photo and a reason.
fetched-courier-closed-without-code =
    ✅ A manager recorded order <b>{ $number }</b> as handed over without its code.

    Cash taken: { $taken }, carried by { $name }.

fetched-income-sold =
    🎉 <b>{ $brand } has a sale</b>

    { $lines }

    Total: <b>{ $amount }</b>
    Order number: { $number }

    The amount is added to what is due to you once the order is handed over.
fetched-income-delivered =
    💰 <b>{ $amount } is now due to { $brand }</b>

    Order { $number } was handed over. It included these products of yours:
    { $lines }

    Due to you now: <b>{ $due }</b>
fetched-income-reinstated =
    ✅ <b>The cancellation of order { $number } was undone.</b> It includes these products by { $brand }:

    { $lines }

    In all <b>{ $amount }</b>, added to what is due once the order is handed over. What the notice of the cancellation said no longer holds.
fetched-income-returned =
    ↩️ <b>Products from order { $number } were returned after it was handed over.</b> These are by { $brand }:

    { $lines }

    { $sum }

fetched-history-order-packed = The order became ready for pick-up
fetched-history-order-delivered = Handed over at the hall. Cash taken: { $taken }
fetched-history-order-rescheduled = The pick-up has another time
fetched-history-order-refused = The order was refused at the hall
fetched-history-part-refused = Refused at the hall: { $things }
fetched-history-goods-returned = Returned after the handing over: { $things }
fetched-history-code-sent = The pick-up code was sent to the customer once more
fetched-history-wrong-code =
    A wrong pick-up code: { $tries ->
        [one] the first try
       *[other] { $tries } tries so far
    }
fetched-history-window-passed = The pick-up time passed, and the order was still at the centre: { $window }
fetched-history-order-note-changed = The note was changed

button-pick-up = 🛍 Pick-up at the hall
pick-up =
    <b>Pick-up at the hall</b>

    { $now }
pick-up-is-on = ✅ Customers can choose it now.
pick-up-is-off = It is switched off: customers are not asked about it.
pick-up-place = 📍 { $place }
pick-up-no-place = 📍 The place has no name yet.
pick-up-lead =
    Earliest pick-up: { $days ->
        [0] on the day of the order
        [one] on the day after the order
       *[other] { $days } days after the order
    }
pick-up-how = It costs no fee. Closed days hold for it too. Orders that were placed already keep their time, and the name of the place as it was.
pick-up-incomplete = First the place needs a name, and a day its times.
pick-up-on = Customers can pick up at the hall from now on.
pick-up-off = No new pick-ups are taken from now on.
button-pick-up-on = ✅ Switch it on
button-pick-up-off = ✖️ Switch it off
button-pick-up-week = 🗓 Days and hours
button-pick-up-place = 📍 The place
button-pick-up-lead = Earliest pick-up
pick-up-no-windows = no pick-up
pick-up-none-that-day = Nothing is handed over at the hall on this day.
pick-up-week = 🛍 Pick-up at the hall
delivery-ask-hall-place = What is the place called? One line that customers find it by, in both languages with a stroke between, such as: مجلس ضاحية الرحمانية / Al Rahmaniya suburb hall
delivery-what-hall-place = Please write the name of the place in letters, at most 60 in each language.
delivery-ask-hall-lead = How many days after the order can it be picked up at the earliest? 0 is the same day.
staff-pick-up-on = 🛍 Customers can pick up their orders at the hall from now on: { $place }
staff-pick-up-off = 🛍 No new pick-ups at the hall are taken from now on.
changed-plan-of-hall = { $weekday }, at the hall
changed-plan-hall-offered = Pick-up at the hall was switched on
changed-plan-hall-closed = Pick-up at the hall was switched off
changed-plan-hall-place = The place of pick-up
changed-plan-hall-lead-days = The earliest pick-up
