# What a family sees of her sales and what is due
family-title = My family's sales
family-which = Please choose a brand:
family-brand = { $brand }
family-welcome =
    Welcome. This chat now belongs to <b>{ $brand }</b>.

    You hear of every sale here at once, and can look up sales, what is due and what is left at any time, by the button below or with /family
family-home =
    <b>{ $brand }</b>

    Due now: <b>{ $due }</b>
    In orders not handed over yet: { $on-its-way }, added then

    Sold today: { $today }
    At this bazaar: { $bazaar }
    In all: { $in-all }
family-figure =
    { $pieces ->
        [0] nothing yet
        [one] 1 piece, { $amount }
       *[other] { $pieces } pieces, { $amount }
    }
button-family-home = 🧺 My family's sales
button-family-sales = Latest sales
button-family-products = Products ({ $count })
button-other-brand = Another brand
family-products =
    <b>Products of { $brand }</b>

    { $list }
family-no-products = No products yet. The centre's team adds them when they arrive.
family-product = • { $thing }: { $price }, { $stock }
family-left =
    { $count ->
        [0] sold out
        [one] 1 left
       *[other] { $count } left
    }
family-made-to-order = made to order
family-hidden = off sale
family-sales =
    <b>Sales of { $brand }</b>

    { $list }
family-order =
    <b>{ $brand }: your products in order { $number }</b>

    { $list }
family-reply = In reply to a notice for { $brand }:
family-reply-order = In reply to the notice for { $brand } about order { $number }:
family-no-sales = No sales yet. You will hear of the first one here at once.
family-sale =
    • { $what } × { $quantity }: { $amount }
    Order { $number }, { $state }, { $when }
family-sale-needed =
    { $sale }
    { $bring }
family-thing = { $name }
family-thing-option = { $name } – { $option }
family-line-struck = removed from the order
