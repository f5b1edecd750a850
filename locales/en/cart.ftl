# The cart
cart-title = Cart
cart-pieces =
    { $count ->
        [one] { $count } piece
       *[other] { $count } pieces
    }
cart-line = { $number }. <b>{ $name }</b>
cart-line-option = { $number }. <b>{ $name }</b> ({ $option })
cart-line-sum = { $count } × { $price } = { $amount }
cart-count = × { $count }
cart-product = { $number }. { $name } × { $count }
cart-price-changed = ⚠️ The price has changed; it was { $was }.
cart-fewer = ⚠️ Only { $left } left.
making-most =
    { $most ->
        [one] At most { $most } is made in a day.
       *[other] At most { $most } are made in a day.
    }
cart-making-over =
    { $most ->
        [one] ⚠️ At most { $most } is made in a day. Please take fewer.
       *[other] ⚠️ At most { $most } are made in a day. Please take fewer.
    }
cart-sold-out = ⚠️ Sold out.
cart-gone = ⚠️ Not on sale any more.
cart-total = Products: <b>{ $total }</b>
cart-fee-later = The delivery fee depends on your emirate and is added at checkout.
cart-without-gone = What is no longer available will not be in the order.
cart-lead =
    { $days ->
        [one] This order takes { $days } day to make.
       *[other] This order takes { $days } days to make.
    }
cart-checkout = ✅ Checkout
cart-clear = 🗑 Empty the cart
cart-clear-ask =
    { $count ->
        [one] There is { $count } piece in your cart. Take it out?
       *[other] There are { $count } pieces in your cart. Take everything out?
    }
cart-clear-sure = Yes, empty the cart
cart-cleared = Your cart is empty now.
cart-empty =
    <b>Your cart is empty.</b>

    Choose a package to look through, or search for a product.
added-to-cart = Added to your cart.
in-cart-now = In your cart now: { $count }
taken-from-cart = Taken out of your cart.
