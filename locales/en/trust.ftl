# What an account may order
refused-open-orders = Sorry, one customer can have at most { $most } orders on the way. You can order again once one has arrived or is cancelled. If you need more, please write to the team.
refused-open-pieces = Sorry, the orders on the way to one customer hold at most { $most } pieces in all. You can order fewer; for a large order, please write to the team.
refused-open-value = Sorry, the orders on the way to one customer come to at most { $most } in all. You can order fewer; for a large order, please write to the team.
refused-open-cancellations = Sorry, many orders of this account were cancelled today, so the next one can be placed from tomorrow on. If you need it today, please write to the team.
refused-account-blocked = Sorry, this account cannot place new orders at the moment. Please write to the team; we are glad to help.
refused-on-hold = This order waits for a manager's approval before it can be accepted.
refused-no-limit = This is a manager's account; its orders are neither checked nor stopped.

# What is known of a customer, and what managers decide
customer-new = 🆕 New customer
customer-record = 🧾 Other orders of this customer: { $orders } (open: { $open })
customer-record-back = 🧾 Other orders of this customer: { $orders } (open: { $open }, not taken: { $back })
order-on-hold = ⏸ The order waits for a manager's approval.
order-released = The order can be accepted now.
button-release-order = ✅ Approve the order
button-account = Customer's account
account-title = Customer's account
account = <b>{ $name }</b>
account-record = 🧾 Orders of this customer: { $orders } (open: { $open })
account-record-back = 🧾 Orders of this customer: { $orders } (open: { $open }, not taken: { $back })
account-is-free = Orders of this account are taken as usual.
account-is-held = ⏸ New orders of this account wait for a manager's approval.
account-is-blocked = ⛔ This account can place no new orders.
account-decided = Done.
account-sure-held =
    Shall new orders of this account wait for a manager's approval?

    Its owner, if there is a chat here, is told that the centre looks at new orders before they are accepted.
account-sure-blocked =
    Shall this account place no new orders? Orders on the way stay as they are.

    Its owner, if there is a chat here, is told that new orders cannot be placed at the moment, with a button to write to the team.
button-account-held = ⏸ Check new orders first
button-account-blocked = ⛔ Stop new orders
button-account-free = ✅ Lift the restriction
account-told-held = The centre looks at new orders of this account before they are accepted, and you will hear of each step. If you have a question, please write to the team.
account-told-blocked = This account cannot place new orders at the moment; orders on the way stay as they are. If you have a question, please write to the team. We are glad to help.
account-told-freed = 🌷 Orders of this account are taken as usual. Welcome.
account-now-held = ⏸ { $name }: new orders wait for a manager's approval.
account-now-blocked = ⛔ { $name }: new orders of this account are stopped.
account-now-freed = ✅ { $name }: the restriction of this account was lifted.
staff-order-released = ✅ A manager approved order <b>{ $number }</b>; it can be accepted.
