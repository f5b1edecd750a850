# Windows that passed: what the desk and the customer hear, and choosing another time
customer-late =
    We are sorry: your order <b>{ $number }</b> is late and has not left yet. We are working to bring it as soon as possible.

    If another time suits you better, you can choose it with the button.
customer-rescheduled =
    🗓 Your order <b>{ $number }</b> has a new time.

    🕓 Delivery: { $window }
staff-order-late =
    ⏰ <b>Order { $number } is late</b> – { $state }

    👤 { $name }, { $phone }
    📍 { $place }
    Total: <b>{ $total }</b>
staff-late-told = The customer got an apology and can choose another time.
staff-late-untold = The customer has no chat here: please tell them by telephone.
staff-order-rescheduled =
    🗓 <b>A new time for order { $number }</b> – { $state }
    The customer chose it.

    🕓 { $window }
