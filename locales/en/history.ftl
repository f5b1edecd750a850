# Histories: each thing that can happen in words, by whom, and what was before
history-title = History
history-of-order = <b>History of order { $number }</b>
history-of-product = <b>History: { $name }</b>
history-of-brand = <b>History of the brand { $brand }</b>
history-of-bazaar = <b>History: { $name }</b>
history-none = Nothing is recorded here.
history-entry =
    <b>{ $when }</b> · { $who }
    { $what }
history-when = { $when }
history-about-what =
    { $about }: { $what }
history-order = Order { $number }
history-about = { $name }
button-order-history = 🕓 History
button-history = 🕓 History
button-this-product = The product's page
button-this-bazaar = The bazaar's page
button-older = Older ›
button-newest = « Newest

# Who did it
history-house = The shop, by itself
history-customer = The customer
history-own-order = { $person } (whose own order it is)
history-staff = A colleague
history-former = A former colleague
history-left = { $name } (has left)
history-of-family = { $name } (of the family)
history-unknown = –

# What was before, and why
history-from-to = From { $was } to { $now }
history-is-now = Now: { $now }
history-had-been = Before: { $was }
history-of-option = { $option }: { $changed }
history-total = Total: from { $was } to { $now }
history-day = { $day }
history-window-was = It had been due: { $window }
history-again = New time: { $window }
history-due = Due: { $due }
history-stands-again = Its state again: { $state }
history-was-told = Word of the cancellation had already gone out
history-fate = { $fate }: { $count }
history-run = Run: { $window }
history-run-now-with = Run, now with { $courier }: { $window }
history-expected = Expected: { $amount }
history-cash-with = The cash is with: { $person }
history-paid-by = Out of the cash held by: { $person }
history-cash-in-till = The cash is in the centre’s safe
history-cash-missing = Missing: { $amount }
history-cash-over = Too much: { $amount }
history-named-by = The amount was named by: { $person }
history-without-code = Without the code, with a photo
history-barred = Confirming by code was stopped until the next day
history-reason = Reason: { $reason }
history-no-limit = no limit
history-lead-count =
    { $count ->
        [one] 1 day
       *[other] { $count } days
    }
history-daily-count =
    { $count ->
        [one] 1 piece a day
       *[other] { $count } pieces a day
    }
history-photo-count =
    { $count ->
        [0] no photo
        [one] 1 photo
       *[other] { $count } photos
    }

# What happened, by the tag of its fact
history-order-placed = The order was placed
history-order-accepted = The order was accepted
history-order-packed = The order was packed
history-order-out = The order went out for delivery
history-order-delivered = Delivered. Cash taken: { $taken }
history-order-not-delivered = Not delivered
history-order-cancelled = The order was cancelled
history-line-struck = Removed from the order: { $thing } × { $count }
history-wrong-code =
    A wrong delivery code: { $tries ->
        [one] the first try
       *[other] { $tries } tries so far
    }
history-wrong-codes-piled-up =
    Many wrong codes by { $person }: { $tries ->
        [one] 1 try
       *[other] { $tries } tries
    }
history-family-added = The brand was added
history-family-renamed = The brand was renamed
history-family-joined = Joined the family: { $person }
history-family-left = Left the family: { $person }
history-staff-invited = An invitation to the team ({ $role }) was made: { $invited }
history-staff-joined = Joined the team: { $person }, { $role }
history-staff-left = A role was taken away: { $person }, { $role }
history-founder-offered = Being the founder was offered to { $person }
history-founder-changed = The founder is now { $person }
history-invitation-withdrawn = An invitation was withdrawn: { $invited }
history-product-published = The product { $product } was added
history-product-changed = { $what }
history-product-moved = Moved from the brand { $earlier-brand } to { $brand }
history-product-deleted = The product { $name-ar } was deleted
history-last-piece-sold = The last piece was sold ({ $option })
history-stock-moved = Stock: { $change ->
        [one] 1 piece
       *[other] { $change } pieces
    } ({ $option })
history-bazaar-added = The bazaar was added
history-bazaar-changed = { $what }
history-orders-claimed =
    { $orders ->
        [one] 1 order that was placed by telephone was added to its customer's account
       *[other] { $orders } orders that were placed by telephone were added to their customer's account
    }
history-order-rescheduled = The delivery has another time
history-address-changed = The delivery address was changed
history-order-refused = The order was refused at the door
history-part-refused = Refused at the door: { $things }
history-order-released = A manager approved the order
history-account-limited = { $limited }
history-return-inspected = What came back was checked: { $things }
history-order-reinstated = The cancellation was undone
history-goods-returned = Returned after the delivery: { $things }
history-code-sent = The delivery code was sent to the customer once more
history-money-handed-back = Money was handed back for goods returned before
history-cash-charge-lessened = Less is charged to { $person }, for goods of the order came back
history-cash-corrected = The cash of the order was corrected
history-cash-difference-settled = A cash difference was settled ({ $person })
history-cash-handover-proposed = A hand-over of cash carried by { $person } was asked for: { $counted }
history-cash-handover-withdrawn = A hand-over of cash carried by { $person } was taken back
history-till-opened = Till { $till } was opened ({ $person }), with { $opening-float } in it
history-till-cash-moved = { $moved }, till { $till } ({ $person })
history-till-counted = Till { $till } was counted ({ $person }): { $counted }
history-till-count-withdrawn = The count of till { $till } ({ $person }) was taken back: { $counted }. It is open again
history-till-closed = Till { $till } was closed ({ $person }): { $counted }
history-till-left-open = Till { $till } ({ $person }) was left open after the bazaar had closed
history-till-to = To sell on: { $person }
history-cash-handed-over = Cash carried by { $person } was handed over to the centre’s safe: { $counted }
history-window-passed = The delivery time passed, and the order was still at the centre: { $window }
history-run-planned =
    { $orders ->
        [one] 1 order was put into a run
       *[other] { $orders } orders were put into a run
    }
history-run-changed = { $what }
history-run-taken =
    { $orders ->
        [one] A run was taken, and 1 order went out with it
       *[other] A run was taken, and { $orders } orders went out with it
    }
history-run-passed = A run was passed on from { $was } to { $now }
history-order-passed = The order was passed on with its run, from { $was } to { $now }
history-courier-on-the-way = The courier is on the way to the customer
history-question-asked = A customer wrote to the team
history-question-answered = A customer's message was answered
history-question-taken = A customer's message was taken on
history-question-let-go = A customer's message was left to the others again
history-question-closed = A customer's message was closed
history-question-waits-long = A customer's message has waited too long
history-questions-erased = A customer's messages to the team were erased, as the customer asked

changed-other = Changed: { $part }
changed-product-price = The price was changed
changed-product-name = The name was changed
changed-product-text = The description was changed
changed-product-photo = The photos were changed
changed-product-words = The search words were changed
changed-product-audience = The audience was changed
changed-product-package = The product was put into another package
changed-product-lead = The making time was changed
changed-product-daily = The daily limit was changed
changed-product-low = The low-stock limit was changed
changed-product-option-added = An option was added
changed-product-option-withdrawn = An option was taken off sale
changed-product-hidden = It was taken off sale
changed-product-shown = It was put back on sale
changed-bazaar-name = The name was changed
changed-bazaar-place = The place was changed
changed-bazaar-pin = The pin on the map was changed
changed-bazaar-day-added = A day was added
changed-bazaar-day-removed = A day was taken off
changed-bazaar-hidden = It was hidden from customers
changed-bazaar-shown = It was shown to customers
changed-run-added = The order was put into a run
changed-run-without = The order was taken out of a run
