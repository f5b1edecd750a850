# An order's states, each with all that is said of it
state-placed = New
order-now-placed = The order is waiting for the centre's team to check it.
desk-placed =
    { $count ->
        [one] 1 new order to accept.
       *[other] { $count } new orders to accept.
    }

state-accepted = Accepted
order-now-accepted = The order is being prepared.
customer-accepted =
    ✅ Your order <b>{ $number }</b> is accepted and is being prepared.

    🕓 Delivery: { $window }
desk-accepted =
    { $count ->
        [one] 1 order to pack.
       *[other] { $count } orders to pack.
    }
button-move-accepted = ✅ Accept
deliveries-now-accepted = Order accepted.

state-packed = Packed
order-now-packed = The order is ready, and goes out in time for its delivery.
customer-packed =
    📦 Your order <b>{ $number }</b> is packed and ready to go.

    🕓 Delivery: { $window }
desk-packed =
    { $count ->
        [one] 1 order packed and ready to go.
       *[other] { $count } orders packed and ready to go.
    }
button-move-packed = 📦 Packed
deliveries-now-packed = Order packed.

state-out = Out for delivery
order-now-out = The courier is on the way to you.
customer-out =
    🚚 Your order <b>{ $number }</b> is out for delivery.

    🕓 Delivery: { $window }
    💵 To pay on delivery: { $total } in cash
    Delivery code: <b>{ $code }</b>. Give it to the courier only when the order is in your hands.
desk-out =
    { $count ->
        [one] 1 order on its way.
       *[other] { $count } orders on their way.
    }
button-move-out = 🚚 Out for delivery
deliveries-now-out = Out for delivery.

state-delivered = Delivered

state-returned = Returned

state-cancelled = Cancelled
