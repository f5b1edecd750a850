# Orders and deliveries, as staff see them
deliveries-title = Orders and deliveries
deliveries =
    <b>Orders and deliveries</b>

    { $count ->
        [0] No orders are waiting now.
        [one] 1 order is waiting.
       *[other] { $count } orders are waiting.
    }
deliveries-how = To open an order, just send its number or the customer's phone here.
deliveries-no-order = There is no order with the number { $number }. An order number has 6 digits; it stands in every message about the order and in the lists.
deliveries-list = { $state }
deliveries-in =
    <b>Orders: { $state }</b>

    The earliest time comes first.
deliveries-in-closed =
    <b>Orders: { $state }</b>

    The newest comes first.
deliveries-none-in =
    <b>Orders: { $state }</b>

    There are none now.
deliveries-row = { $number } · { $emirate } · { $name } · { $total } · { $day }
deliveries-order =
    <b>Order { $number }</b> – { $state }
    { $window }
    Total: <b>{ $total }</b>, delivery ({ $fee }) included
deliveries-customer = 👤 { $name }, { $phone }
deliveries-place = 📍 { $place }
deliveries-pin-fee = ⚠️ A map pin; the fee is for { $emirate }. Please check that it lies there.
deliveries-note = 📝 { $note }
deliveries-reason = Reason: { $reason }
deliveries-reason-before = Failed before: { $reason }
deliveries-taken = Cash taken: { $taken }
deliveries-taken-other = Cash taken: { $taken } instead of { $total }
deliveries-proven = Without the code; its photo is above.
deliveries-left = Nothing has changed; the order is as it was.
deliveries-last-piece = The order holds one piece. If it is missing, cancel the order.
deliveries-holds = <b>What is in order { $number }</b>
deliveries-stands = The order is now: { $state }
button-delivered = ✅ Delivered
button-override = ✅ Confirm without the code
button-not-delivered = ↩️ Not delivered
button-strike = Remove a missing product
button-staff-cancel = Cancel the order
button-map = 📍 Open the map
button-all-lines = All products
button-this-order = The order's page
button-next-delivery = Next delivery

reason-own = { $reason }
reason-nobody = Nobody answered
reason-later = The customer asked for another time
reason-address = The address is wrong
reason-refused = The order was refused
reason-short = The customer did not have the full amount
reason-part = A part of the order was refused
reason-change = There was no change
reason-missing = Not available
reason-damaged = Damaged while packing
reason-customer = Cancellation was requested
reason-unavailable = The products are not available
reason-spoiled = The products are spoiled
reason-unreachable = Nobody could be reached by phone

confirming-ask-code = Order { $number }: what is the customer's delivery code? (4 digits)
confirming-what-code = A delivery code has 4 digits, such as 1234. The customer finds it in the message that the order is out, and under “My orders”.
confirming-ask-cash = { $total } is due. How much cash was taken? Press the button, or type another amount.
confirming-exact = Exactly { $total }
confirming-ask-reason = { $taken } was taken instead of { $total }. Why? Choose a reason or write one, or go back to correct the amount.
confirming-done = ✅ <b>Order { $number } is delivered.</b>

    Cash taken: { $taken }
confirm-how =
    Write the command on one line, followed by the order number and its code, such as:
    { $example }

    The total is then recorded as taken in full.
confirm-no-order = There is no order with the number { $number }.
overriding-ask-photo = Order { $number }: delivered without its code. Please send a photo that shows the delivery.
overriding-ask-reason = Why is it confirmed without the code?
overriding-ask-reasons = Why is it confirmed without the code, and why was { $taken } taken instead of { $total }?
overriding-done = ✅ Delivery confirmed without the code.

not-delivered-ask-why = Order { $number }: why could it not be delivered? Choose a reason or write one.
not-delivered-ask-slot = When will it be delivered again?
not-delivered-no-slot =
    No time is free in the coming days, so the order stays out for delivery.
    It can be delivered later without a new time, marked as not delivered once a time is free, or cancelled.
not-delivered-done = The order is back with the packed ones, at its new time.
striking-ask-line = Order { $number }: which product is missing?
striking-line = { $thing } × { $count }
striking-ask-pieces = How many of it are missing?
striking-ask-why = Why? Choose a reason or write one; the customer will read it.
striking-ask-sure =
    <b>Order { $number }: remove what is missing for this reason?</b>

    { $reason }
striking-sure = Yes, remove it
striking-done = What was missing was removed from the order, and the total is lower now.
striking-changed = The order has changed meanwhile, and nothing was removed now. Please look at what it holds.
cancelling-ask-why = Order { $number }: why is it cancelled? Choose a reason or write one; the customer will read it.
cancelling-ask-sure =
    <b>Cancel order { $number }?</b>
    Reason: { $reason }

    { $goods }
cancelling-keep = No, keep the order
cancelling-done =
    The order is cancelled.

    { $goods }
