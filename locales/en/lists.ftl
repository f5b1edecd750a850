# Lists of orders: narrowed by day, several moved at once, and finding one
deliveries-due = { $state } · { $due }
day-late = ⏰ late
due-all = All
due-late = ⏰ Late
due-today = Today
due-tomorrow = Tomorrow
button-all-accepted = ✅ Accept all
button-all-packed = 📦 All packed
button-all-out = 🚚 All out for delivery
many-ask-accepted =
    <b>{ $count ->
        [one] Accept this order?
       *[other] Accept these { $count } orders together?
    }</b>
many-ask-packed =
    <b>{ $count ->
        [one] Is this order packed?
       *[other] Are all these { $count } orders packed?
    }</b>
many-ask-out =
    <b>{ $count ->
        [one] Send this order out?
       *[other] Send these { $count } orders out together?
    }</b>

    Each customer who has a chat here is told now that the order is out.
many-line = { $number } · { $name } · { $total }
many-total = Sum: <b>{ $total }</b>
many-sure = ✅ Yes, all of them
many-done-accepted =
    { $count ->
        [0] No order was accepted.
        [one] ✅ 1 order is accepted.
       *[other] ✅ { $count } orders are accepted.
    }
many-done-packed =
    { $count ->
        [0] No order has changed.
        [one] 📦 1 order is packed now.
       *[other] 📦 { $count } orders are packed now.
    }
many-done-out =
    { $count ->
        [0] No order went out.
        [one] 🚚 1 order is out for delivery.
       *[other] 🚚 { $count } orders are out for delivery.
    }
many-left = These orders had changed meanwhile and stay as they are: { $numbers }
many-changed = What these orders hold was changed meanwhile, and they are not packed yet. Please look at each of them first: { $numbers }
many-none = There are no orders to move here. Those in a run go out with it.

button-find-order = 🔎 Find an order
finding-ask = What is the order's number, the phone, or the name?
finding-found =
    <b>Orders: { $words }</b>

    The newest comes first.
finding-more =
    <b>Orders: { $words }</b>

    These are the newest. To open an older one, send its number.
finding-none =
    <b>Orders: { $words }</b>

    There is no order with this number, phone or name. An order number has 6 digits; the name is the one on the order.
finding-row = { $number } · { $name } · { $state } · { $day }
