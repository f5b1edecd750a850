# At the door: what was refused, and what could not be delivered
line-refused = • { $thing } × { $count } (not taken)
refused-thing = • { $thing } × { $count }
came-back-line = • { $thing } × { $count } – { $what }
came-back-shelf = back on the shelf
came-back-inspect = to be checked when it is back
came-back-unsellable = cannot be sold
came-back-missing = not there
came-back-made = made for this order

customer-part-refused =
    ↩️ These were not taken from your order <b>{ $number }</b>, so you do not pay for them:
    { $things }

    💵 To pay on delivery now: <b>{ $total }</b>
customer-returned =
    ↩️ Your order <b>{ $number }</b> was not taken and goes back to the centre. There is nothing to pay.

    We are happy to hear from you any other time.
staff-part-refused =
    ↩️ <b>A part of order { $number } was refused</b> at the door and comes back to the centre with the courier:

    { $lines }

    The order comes to { $total } now.
staff-order-refused =
    ↩️ <b>Order { $number } was refused</b>, and all of it comes back to the centre with the courier:

    { $lines }
income-refused =
    ↩️ These products by { $brand } in order <b>{ $number }</b> were not taken:

    { $lines }
income-refused-borne =
    💰 The centre bears the price of what is spoiled or was made for this order: { $amount } was added to what is due to you.

    Due to you now: <b>{ $due }</b>
income-refused-inspect = What is still to be checked ({ $amount }) is not added to what is due now; it goes on sale again if it is sound.
income-refused-unsellable = What is spoiled or was made for this order ({ $amount }) is not added to what is due.

button-part-refused = ↩️ Part refused
refusing-ask-line = Order { $number }: which product was refused?
refusing-ask-more = Order { $number }: which other product was refused?
refusing-nothing-more = Nothing else
refusing-ask-pieces = How many of it were refused?
refusing-ask-spoiled = How many of it are spoiled?
refusing-ask-condition = What state is it in? What is sound is checked at the centre when it is back, and is not on sale before that.
refusing-sound = As good as new
refusing-spoiled = Spoiled
refusing-comes-back =
    Comes back to the centre:
    { $lines }
refusing-ask-sure =
    <b>Order { $number }: a part was refused</b>

    💵 To take from the customer then: <b>{ $total }</b>
refusing-ask-whole =
    <b>Order { $number }: all of it was refused</b>

    Nothing is left to deliver: the order is recorded as returned, and no cash is taken.
refusing-sure = ✅ Yes, and { $total } to take
refusing-sure-whole = ✅ Yes, all of it was refused
refusing-more = Another product was refused too
refusing-done = ✅ Recorded. To take now: <b>{ $total }</b>
refusing-changed = The order has changed meanwhile, and nothing was recorded now. Please look at what is in it.
refusing-order-ask =
    <b>Order { $number }: it was refused</b>

    No cash is taken. What is sound is checked at the centre when it is back; choose here what is spoiled.
refusing-order-sure = ✅ Yes: returned
refusing-order-spoiled = Spoiled: { $thing }
refusing-order-sound = Not spoiled: { $thing }
refusing-order-done = ↩️ The order is recorded as returned. Please bring its goods back to the centre.

button-new-address = 📍 Correct the address
reason-readdressed = The address was corrected
deliveries-reason-address = ⚠️ The address is wrong; the customer was asked for the right one, which has not come yet.
deliveries-reason-readdressed = ✅ The address above was corrected after the failed delivery.
not-delivered-done-nobody = The order is back with the packed ones, at the next free time. The customer gets a message to choose another one.
not-delivered-done-address = The order is back with the packed ones, at the next free time. The customer gets a message to correct the address.
new-address-done = The address is corrected, and the customer is told.
address-ask-same = Order { $number }: is the right address in { $emirate } too?
address-same = Yes, in { $emirate }
address-other = No, in another emirate
address-ask-where = Order { $number }: what is the right address? Area, street and house number, or a place on the map.

customer-failed-nobody = 🚪 The courier came with your order <b>{ $number }</b> and found nobody there, so it goes back to the centre.
customer-failed-address = 📍 We could not find our way to you with your order <b>{ $number }</b>: the address is wrong or unclear. Please correct it with the button below.
customer-failed-later = 🕓 Your order <b>{ $number }</b> comes later, as you asked.
customer-failed-other = We could not deliver your order <b>{ $number }</b> this time, and will try again.
customer-new-window = 🕓 The new time: { $window }
customer-choose-window = If that does not suit you, choose another time here.
customer-readdressed = 📍 The address of your order <b>{ $number }</b> was corrected.
order-other-windows = Other times
order-correct-address = 📍 Correct the address
order-readdressed = ✅ The address is corrected. Thank you.
order-unchanged = Nothing has changed; the order is as it was.
order-stands = The order is now: { $state }
staff-order-readdressed =
    📍 { $who } changed the address of order <b>{ $number }</b>:

    { $place }

button-count = 📋 Count it
catalogue-count-asked =
    📋 <b>Something was missing for order { $number }</b>

    Removed from it: { $thing } × { $count }. Reason: { $reason }

    On sale of it now: { $left }. Please count it to be sure.
order-nothing-due = There is nothing to pay; the order went back to the centre.
family-line-refused = not taken
