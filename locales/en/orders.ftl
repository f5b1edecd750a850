# A customer's orders
orders-title = My orders
orders-none =
    <b>There are no orders yet.</b>

    Choose a package to begin:
orders-ask = <b>Your orders, newest first</b>
orders-row =
    • <b>{ $goods }</b> – { $state }
    { $day } · { $total } · No. { $number }
orders-choice = { $goods }, { $day } · { $number }
order-goods =
    { $more ->
        [one] { $first } + { $more } more
       *[other] { $first } + { $more } more
    }
order-called = { $number } ({ $goods })
order-listed = • { $order }

order-title = Order { $number }
order-heading = <b>Order { $number }</b>, { $day }
order-state = Status: <b>{ $state }</b>
order-progress = Status: <b>{ $state }</b> { $done }{ $left }
order-sums = Total: <b>{ $total }</b>, delivery ({ $fee }) included
order-paid = Paid: <b>{ $taken }</b>
order-code = 🔑 Delivery code: <b>{ $code }</b>. Give it to the courier only when the order is in your hands.
order-receipt = 🧾 Receipt
order-receipt-text = Receipt of order <b>{ $number }</b>
order-again = 🔁 Order again
order-again-added = The products are in your cart.
order-again-missing =
    These are not available at the moment and were not put into your cart:
    { $names }
order-again-fewer =
    There are fewer of these at the moment than you ordered; what there is was put into your cart:
    { $names }
order-again-nothing =
    Nothing was put into your cart, because these are not available at the moment:
    { $names }
order-again-name = • { $name }
order-cancel = Cancel the order
order-cancel-ask =
    <b>Cancel order { $number }?</b>

    The total is { $total }. You can undo this for some minutes, and order again at any time.
order-cancel-sure = Yes, cancel the order
order-cancelled = The order is cancelled.

receipt-title = Receipt
receipt-number = Order
receipt-date = { $at }
receipt-fee = Delivery ({ $emirate })
receipt-total = Total, cash on delivery
receipt-paid = Total, paid in cash
receipt-sum = Total
receipt-code = Delivery code
receipt-window = Delivery
receipt-footer = Thank you for supporting productive families
