# What comes back of orders: the goods when an order is cancelled, and afterwards
cancelling-ask-goods = Order { $number }: what state are the products in now?
cancelling-goods-shelf = There, and on sale again
cancelling-goods-inspect = To be checked first
cancelling-goods-missing = Not there
cancelling-ask-missing = Order { $number }: which products are not there? What is chosen here is taken off the stock, and the rest comes back.
cancelling-ask-unsellable = Order { $number }: which products are spoiled? What is chosen here is taken off the stock, and the rest comes back.
cancelling-lost-all = All of them
cancelling-line = { $thing }
cancelling-marked = ✅ { $thing }
cancelling-lost-these = Go on with these ({ $count })

goods-shelf = 🧺 Back on the shelf and on sale: { $things }
goods-inspect = 🔎 Not on sale until it is back at the centre and was checked: { $things }
goods-unsellable = 🗑 Cannot be sold, and is taken off the stock: { $things }
goods-missing = ❓ Not there, and is taken off the stock: { $things }
goods-made = 🍽 Made for this order, and sold to nobody else: { $things }
goods-unmade = 🗓 Was to be made to order, and need not be made: { $things }
goods-all = all that the order holds
goods-borne = 💵 What the centre pays the families for what cannot be sold: { $amount }
goods-and = { $first }, { $second }
goods-thing = { $thing } × { $count }

fate-shelf = – Back on the shelf
fate-inspect = – Comes back to the centre and is checked before it is on sale; you will hear what came of it
fate-unsellable = – Cannot be sold
fate-missing = – Is not there
fate-made = – Was made for this order, and is sold to nobody else
fate-unmade = – Need not be made, if it was not yet

income-sum-none = Their { $amount } will not be added to what is due.
income-sum-borne =
    The centre bears their price, and { $borne } was added to what is due.

    Due to you now: <b>{ $due }</b>
income-sum-part =
    The centre bears the price of what cannot be sold again, and { $borne } was added to what is due. The rest ({ $rest }) will not be added.

    Due to you now: <b>{ $due }</b>

staff-order-unpack =
    ❌ Order <b>{ $number }</b> was cancelled after it was packed.

    Please take its products out and put them back in their place.

desk-inspect =
    { $count ->
        [one] 1 product to be checked.
       *[other] { $count } products to be checked.
    }
button-inspect = 🔎 To be checked ({ $count })
inspecting-title = To be checked
inspecting-list =
    <b>To be checked</b>

    Products that came back from orders, and are not on sale before somebody has checked them. The oldest come first.
inspecting-none =
    <b>To be checked</b>

    Nothing waits to be checked.
inspecting-entry = { $thing } × { $count } · { $number }
inspecting-one =
    <b>{ $thing } × { $count }</b> – { $brand }

    From order { $number }, since { $at }.{ $carrier }

    What state are they in?
inspecting-carrier = {"\u000A"}The order was with: { $name }
no-words = {""}
button-inspect-shelf = 🧺 Good, on sale again
button-inspect-unsellable = 🗑 Cannot be sold
button-inspect-missing = ❓ Not there
button-inspect-some = 📋 Only some of them
button-inspect-list = To be checked
inspecting-ask-shelf = How many of { $count } are on sale again?
inspecting-ask-unsellable = How many of the rest ({ $count }) are there and cannot be sold? The others are noted as not there.
inspected-shelf = Back on the shelf and on sale.
inspected-unsellable = Noted as unsellable.
inspected-missing = Noted as not there.
inspected-some = Done. On sale: { $shelf }, cannot be sold: { $unsellable }, not there: { $missing }
refused-already-inspected = A colleague has just checked it, and nothing was changed now.

income-inspected =
    🔎 <b>What came back from order { $number } was checked.</b> It includes these products by { $brand }:

    { $lines }

    { $sum }
income-sum-on-sale = It is on sale again.
income-sum-unpaid = What is not sold again is not added to what is due.
income-sum-lost =
    The centre bears the price of what cannot be sold, and { $borne } was added to what is due.

    Due to you now: <b>{ $due }</b>

button-return = ↩️ Returned
line-returned = • { $thing } × { $count } = { $amount } (returned)
returning-ask-line = Order { $number }: which product is returned?
returning-ask-more = Order { $number }: is anything else returned?
returning-all = The whole order
returning-rest = All of the rest
returning-done-picking = ✔️ Nothing else
returning-anew = 🔁 Choose anew
returning-ask-pieces = Order { $number }: how many of this product are returned?
returning-ask-fate = Order { $number }: what state are the returned pieces in?
returning-fate-shelf = 🧺 Good, on sale again
returning-fate-inspect = 🔎 To be checked first
returning-fate-unsellable = 🗑 Cannot be sold
returning-ask-fee = Order { $number }: all of it is returned. Is the delivery fee handed back too?
returning-without-fee = No, only the products
returning-with-fee = Yes, with the fee ({ $fee })
returning-ask-payer = Order { $number }: out of which cash is the money handed back?
returning-payer-till = 💵 The centre’s safe
returning-payer-purse = { $name } (carries { $amount })
returning-unpaid = Of that never paid: { $amount }
returning-paid-by = Out of the cash held by: { $name }
returning-ask-sure = <b>Order { $number }: take this back?</b>
returning-hand-back = 💵 To be handed back in cash: <b>{ $amount }</b> (products { $items }, delivery fee { $fee })
returning-yes = Yes
returning-sure = Yes, hand back { $amount }
returning-done = ↩️ It is taken back. To be handed to the customer in cash: <b>{ $amount }</b> (products { $items }, delivery fee { $fee })
returning-changed = Something of this order was returned meanwhile, and nothing was done now. Please look at what it holds.
refused-too-late-to-return = This order can no longer be returned.
deliveries-owed-back = ⚠️ To be handed back to the customer for goods returned before: <b>{ $amount }</b>
button-hand-back = ↩️ Hand back { $amount }
handing-back-ask = <b>Order { $number }: { $amount } is handed back to the customer for goods returned before.</b> Out of which cash? It is recorded as you choose.
handing-back-done = ↩️ Recorded as handed back to the customer in cash: <b>{ $amount }</b>
handing-back-changed = This amount is not owed to the customer any more, and nothing was recorded now. Please look at the order.
order-owed-back = To be handed back to you for returned goods: <b>{ $amount }</b>
customer-money-handed-back = ↩️ For returned goods of your order <b>{ $number }</b> you got money back in cash: { $amount }
deliveries-refunded = Handed back to the customer: { $amount }
order-refunded = Handed back: <b>{ $amount }</b>
receipt-refunded = Handed back for returned goods
receipt-after-return = Total after the return
family-line-returned = Returned
due-below-nothing = What is below zero will be settled with the next sales; nothing has to be paid.
customer-goods-returned =
    ↩️ What you returned from order <b>{ $number }</b> was taken back.

    💵 Handed back to you in cash: <b>{ $amount }</b>
income-returned =
    ↩️ <b>Products from order { $number } were returned after the delivery.</b> These are by { $brand }:

    { $lines }

    { $sum }
income-sum-taken = Their { $amount } was taken off what is due.
income-sum-given = The centre bears the price of what cannot be sold again, and { $borne } was added to what is due.
income-due = Due to you now: <b>{ $due }</b>

button-undo-cancel = ↩️ Undo the cancellation
undo-done = The cancellation was undone. The order is now: { $state }
undo-done-own = The order is back as it was.
undo-gone = The cancellation cannot be undone, since this is not available any more: { $thing }. The rest can be ordered again.
undo-no-window = The cancellation cannot be undone, since its delivery time has no place left. It can be ordered again for another time.
undo-inspected = The cancellation cannot be undone, since what came back was checked already. It can be ordered again.
undo-too-late = The cancellation can no longer be undone. It can be ordered again.
customer-reinstated =
    ✅ Sorry, your order <b>{ $number }</b> was cancelled by mistake. It goes on as before.

    🕓 { $window }
    💵 To be paid on delivery: { $total }
staff-order-reinstated =
    ✅ <b>The cancellation of order { $number } was undone.</b> It is now: { $state }

    🕓 { $window }
income-reinstated =
    ✅ <b>The cancellation of order { $number } was undone.</b> It includes these products by { $brand }:

    { $lines }

    In all <b>{ $amount }</b>, added to what is due after the delivery. What the notice of the cancellation said no longer holds.
