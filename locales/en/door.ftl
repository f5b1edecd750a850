# At the door: what was refused, and what could not be delivered
line-refused = • { $thing } × { $count } (not taken)
refused-thing = • { $thing } × { $count }
came-back-line = • { $thing } × { $count } – { $what }
came-back-shelf = back in stock
came-back-inspect = to be looked at when it is back
came-back-unsellable = spoiled
came-back-missing = missing
came-back-made = made for this order

customer-part-refused =
    ↩️ This was recorded as not taken from your order <b>{ $number }</b>, so there is nothing to pay for it:
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
    ↩️ These products by { $brand } were not taken when order <b>{ $number }</b> was delivered:

    { $lines }
income-refused-borne =
    💰 What was made for this order or came back spoiled cannot be sold again. The centre bears it: { $amount } was added to what is due to you.

    Due to you now: <b>{ $due }</b>
income-refused-inspect = What came back whole ({ $amount }) is looked at in the centre first; it is not added to what is due for now.
income-refused-unsellable = What cannot be sold again ({ $amount }) is not added to what is due.

button-part-refused = ↩️ Part refused
refusing-ask-line = Order { $number }: which product was refused?
refusing-ask-more = Order { $number }: which other product was refused?
refusing-nothing-more = Nothing else
refusing-ask-pieces = How many of it were refused?
refusing-ask-spoiled = How many of it are spoiled?
refusing-ask-condition = How is it? What is whole is looked at in the centre when it is back, and is not on sale before.
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
refusing-changed = The order has changed meanwhile, and nothing was recorded now. Please look at what it holds.
refusing-order-ask =
    <b>Order { $number }: it was refused</b>

    No cash is taken. What is whole is looked at in the centre when it is back; choose here what is spoiled.
refusing-order-sure = ✅ Yes: returned
refusing-order-spoiled = Spoiled: { $thing }
refusing-order-sound = Not spoiled: { $thing }
refusing-order-done = ↩️ The order is recorded as returned. Please bring its goods back to the centre.
