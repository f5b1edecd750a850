# Ordering for a customer who telephones, and orders by telephone for whom the number is
button-on-behalf = ☎️ Order for a customer
on-behalf-ask-phone = What is the customer's phone number?
on-behalf-ask-name = What is the customer's name?
on-behalf-begun =
    ☎️ <b>Order for { $name }</b> ({ $phone })

    The cart is empty, and what is added now is for this order alone. Choose a package or search:
on-behalf-note = ☎️ Order for <b>{ $name }</b> ({ $phone })
on-behalf-end = ✖️ Stop ordering for the customer
on-behalf-ended = Nothing was ordered for the customer. The cart is your own again.
on-behalf-over = ☎️ Ordering for the customer is over, and what was answered for them is gone. The cart is your own again.
on-behalf-placed =
    ✅ <b>Order { $number } is placed</b> for { $name } ({ $phone })

    🕓 Delivery: { $window }
    💵 To pay on delivery: { $total } in cash
on-behalf-code =
    🔑 Delivery code: <b>{ $code }</b>
    Read it to the customer now: it is not shown here again. It is given to the courier only when the order arrives.
on-behalf-code-in-chat = 🔑 The customer has the delivery code in their own chat; there is no need to read it out.
on-behalf-code-was-said = 🔑 The delivery code was read to the customer when the order was placed.
on-behalf-another = ☎️ Another order for a customer
deliveries-by-telephone = ☎️ Ordered by telephone, placed by: { $seller }
deliveries-by-telephone-alone = ☎️ Ordered by telephone, placed by: { $seller }. The customer has no chat here: please give any news by telephone.
deliveries-row-telephone = ☎️ { $number } · { $emirate } · { $name } · { $total } · { $day }
customer-placed-for-them =
    ☎️ Your telephone order <b>{ $number }</b> is placed.

    🕓 Delivery: { $window }
    💵 To pay on delivery: { $total } in cash
    Delivery code: <b>{ $code }</b>. Give it to the courier only when the order arrives.

button-claim = ☎️ My telephone orders
claim-ask-phone = To see what was ordered by telephone, please share the number that it was ordered by, with the button below.
claim-needs-sharing = Typing the number is not enough here: please share it with the button in Telegram, so that we know it is yours.
claim-none = There are no orders by that number.
claim-found =
    { $count ->
        [one] One telephone order is now among your orders.
       *[other] { $count } telephone orders are now among your orders.
    }
call-deliveries-window-moved = ✅ The order has a new time. The customer has no chat here: please tell them by telephone.
call-new-address-done = The address is corrected. The customer has no chat here: please tell them by telephone.
call-deliveries-reason-address = ⚠️ The address is wrong. The customer has no chat here: please ask for the right one by telephone.
call-not-delivered-done-nobody = The order is back with the packed ones, at the next free time. The customer has no chat here: please agree on a time by telephone.
call-not-delivered-done-address = The order is back with the packed ones, at the next free time. The customer has no chat here: please ask for the right address by telephone.
call-fetched-deliveries-now-packed = Order ready for pick-up. The customer has no chat here: please call them.
call-cancelling-ask-why = Order { $number }: why is it cancelled? Choose a reason or write one. The customer has no chat here: please tell them by telephone.
call-striking-ask-why = Why? Choose a reason or write one. The customer has no chat here: please tell them by telephone.
