# The audit and the day book
button-audit = Audit
button-day-book = Day book
audit-title = Audit
audit = <b>Audit</b>
audit-by = By: { $person }
audit-on = On { $day }
audit-about = About: { $topic }
audit-who = By: { $chosen }
audit-day = Day: { $chosen }
audit-topic = About: { $chosen }
audit-anybody = anybody
audit-any-day = any day
audit-anything = everything
audit-choose-who =
    <b>Audit: by whom?</b>

    Everyone who is on the team now, or was before.
audit-choose-day =
    <b>Audit: on which day?</b>

    Earlier days can be opened from the day book.
audit-choose-topic = <b>Audit: about what?</b>
topic-orders = Orders
topic-products = Products and stock
topic-families = Families
topic-bazaars = Bazaars
topic-team = The team
topic-cash = Cash
topic-inbox = Customers' messages
day-yesterday = yesterday

day-book-title = Day book
day-book = <b>Day book: { $day }</b>
day-book-orders = { $what }: { $count } ({ $total })
day-book-row = { $what }: { $count }
day-book-order-placed = New orders
day-book-order-accepted = Accepted
day-book-order-packed = Packed
day-book-order-out = Out for delivery
day-book-order-delivered = Handed over
day-book-order-not-delivered = Not delivered
day-book-order-cancelled = Cancelled
day-book-line-struck = With a missing product removed
day-book-order-refused = Refused by the customer
day-book-part-refused = Partly refused
day-book-goods-returned = With goods returned afterwards
day-book-cash = Cash taken: { $taken }
day-book-short = Too little in all: { $amount }
day-book-over = Too much in all: { $amount }
day-book-handed-back = Handed back to customers: { $amount }
day-book-handed-over = Handed over to the centre’s safe: { $amount }
day-book-from-tills = From the tills of the hall: { $amount }
day-book-taken-in = Pieces taken in: { $count }
day-book-counts = Counts of stock: { $count } (difference { $changed })
day-book-product-published = Products added
day-book-product-changed = Changes to products
day-book-family-added = Brands added
day-book-family-joined = Joined a family
day-book-family-left = Left a family
day-book-bazaar-added = Bazaars added
day-book-staff-joined = Joined the team
day-book-till-opened = Tills opened
day-book-till-closed = Tills closed
day-book-staff-left = Roles taken away
day-book-audit = The details, in the audit
button-day-before = ‹ The day before
button-day-after = The day after ›
button-misses = Not found
misses-title = Searched and not found
misses =
    <b>What customers searched and did not find</b>
    Nobody’s name is kept. Where the thing is on sale, add the word to the product’s search words.

    { $list }
misses-none =
    <b>What customers searched and did not find</b>
    Nothing so far.
misses-line =
    <b>{ $words }</b>: { $times ->
        [one] once
       *[other] { $times } times
    } ({ $when })
