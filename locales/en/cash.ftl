# Cash: what is taken at the door, carried, handed over, and what differs
cash-till = the centre’s safe
cash-differs = { $taken } instead of { $expected }. Reason: { $reason }
cash-difference-line = ⚠️ { $differs }
cash-of-order = Order { $number }
cash-of-handover = Hand-over

reason-lost = Money was lost
reason-small-change = Small change
reason-to-safe = To the centre’s safe
reason-expense = An expense of the centre
reason-miscounted = A mistake in giving change

confirming-far-off =
    ⚠️ <b>The amount is far from what is due.</b>

    Written: { $taken }
    Due: { $total }

    Is that really the amount? Go back to correct it.
confirming-far-off-yes = Yes, really { $taken }
deliveries-in-cash = 💵 In cash, rounded: { $due }
button-without-code = Confirm without code
overriding-ask-holder = Who has the cash now?
overriding-holder-courier = { $name } has it
overriding-holder-me = I have it

button-send-code = Send the code to the customer
code-sent = The code of order { $number } was sent to the customer's chat; nobody else sees it.
code-no-chat = The customer has no chat that takes messages, so the code was not sent. A manager can close the order without it.

button-correct-cash = Correct the amount
correcting-ask-reason = The right amount is { $taken } instead of { $was }. Why is it being corrected?
correcting-done = ✅ The amount is corrected: { $taken } instead of { $was }.

my-day-title = My day
button-my-day = My day
my-day =
    <b>My day</b>

    ✅ Handed over today: { $delivered ->
        [one] one order, { $taken } taken
       *[other] { $delivered } orders, { $taken } taken
    }
    🚚 With you, out for delivery: { $out }
    📦 Packed: { $packed }

    💵 Cash you carry: <b>{ $carried }</b>

purses-title = Order cash in hand
button-purses = Order cash in hand
button-purse = Cash entries
purses =
    <b>Order cash in hand</b>

    In all: <b>{ $amount }</b>
purses-none =
    <b>Order cash in hand</b>

    Nobody has cash of orders in hand now.
purses-row = { $name } · { $amount }
purses-row-waits = ⏳ { $name } · { $amount }
purse =
    <b>Cash carried by { $name }</b>

    Amount: <b>{ $amount }</b>
purse-entries = { $entries }
purse-entry = • { $what }: { $amount } ({ $at })
purse-by-delivered = Order { $number }
purse-by-corrected = Correction of order { $number }
purse-by-returned = Handed back for order { $number }
purse-by-handover = Handed over
purse-by-charged = Difference charged
purse-by-other = Other
purse-by-undone = Charge taken back

button-hand-cash = 💵 Hand over the cash
button-handover = ⏳ Hand-over: { $amount }
handing-nothing = There is no cash to hand over.
handing-ask-counted =
    <b>Hand over the cash</b> – { $name }

    Expected: { $expected }
    How much was counted? Press the button, or type another amount.
handing-ask-why = { $counted } was counted, and { $expected } expected. Why? Choose a reason or write one, or go back to correct the amount.
handing-rest-stays = The rest stays where it is
handover-open = <b>Hand-over</b>: { $amount } carried by { $name }
handover-confirmed = ✅ <b>Handed over</b>: { $amount } carried by { $name }
handover-replaced = <b>Hand-over</b> ({ $amount } carried by { $name }): another amount was named instead.
handover-withdrawn = <b>Hand-over</b> ({ $amount } carried by { $name }): taken back; nothing has changed.
handover-waits-for-desk = It waits for the desk to confirm; nothing changes before that.
handover-waits-for-courier = It waits for whoever carries the cash to confirm; nothing changes before that.
button-confirm-handover = ✅ Confirm: { $amount }
button-other-amount = Another amount
button-withdraw-handover = Take this amount back

differences-title = Cash differences
button-differences = ⚠️ Cash differences ({ $count })
button-differences-list = Cash differences
differences =
    <b>Cash differences</b>

    { $count ->
        [one] One difference waits to be settled.
       *[other] { $count } differences wait to be settled.
    } { $missing }
differences-none =
    <b>Cash differences</b>

    Nothing waits to be settled.
differences-row = { $about } · { $name } · { $missing }
difference =
    <b>Cash difference: { $about }</b>
    { $name }, { $at }
difference-ask = How is this difference settled?
difference-written-off = ✅ Settled: to the centre's account.
difference-charged = ✅ Settled: it was charged to whoever carried the cash.
difference-corrected = ✅ Settled: the amount was corrected, or goods came back. If anything of it is left, it is in the list.
button-settle-written-off = To the centre's account
button-settle-charged = Charge it to whoever carried it
button-settle-sure = Yes, settle it
settle-sure-written-off = Settle this difference to the centre's account? { $missing }
settle-sure-charged = Charge this difference to { $name }? { $missing }. It then counts in the cash to be handed over.

team-carries = ⚠️ Cash that is not handed over yet: { $amount }
desk-cash-own = 💵 Cash you carry: { $amount }
desk-cash-waits =
    { $count ->
        [one] One hand-over of cash waits to be confirmed.
       *[other] { $count } hand-overs of cash wait to be confirmed.
    }
desk-purses =
    { $count ->
        [one] One person carries cash: { $amount }
       *[other] { $count } people carry cash: { $amount }
    }
desk-differences =
    { $count ->
        [one] ⚠️ One cash difference is not settled. { $missing }
       *[other] ⚠️ { $count } cash differences are not settled. { $missing }
    }

finance-cash-differs =
    ⚠️ <b>Cash difference: order { $number }</b>
    Cash with: { $name }

    { $differs }
finance-left-with-cash = ⚠️ { $name } no longer works on orders, and carries cash that was not handed over: <b>{ $amount }</b>
courier-closed-without-code =
    ✅ A manager confirmed the delivery of order <b>{ $number }</b> without its code.

    Cash taken: { $taken }, carried by { $name }.
cash-was-corrected =
    ✏️ The cash of order <b>{ $number }</b> was corrected: { $taken } instead of { $was }.
    Carried by: { $name }
    Reason: { $reason }
cash-was-handed-back = ↩️ For returned goods of order <b>{ $number }</b> the customer got money back out of the cash you carry: <b>{ $amount }</b>
cash-charge-lessened = Goods of order <b>{ $number }</b> came back: of its cash difference <b>{ $left }</b> is charged to you now instead of { $was }.
cash-settled-written-off = A cash difference ({ $name }) was settled to the centre's account. { $missing }
cash-settled-charged = A cash difference was settled: it was charged to { $name }. { $missing }
handover-named-by-courier = 💵 <b>Hand-over</b>: { $name } hands over <b>{ $amount }</b>. Nothing changes until it is counted and confirmed.
handover-named-by-desk = 💵 <b>Hand-over</b>: the desk counted <b>{ $amount }</b> of the cash you carry. Nothing changes until you confirm.
cash-was-handed-over = ✅ The cash of { $name } is in the centre’s safe: <b>{ $amount }</b>

customer-delivered-other =
    🌷 Your order <b>{ $number }</b> was delivered; { $taken } of { $due } is recorded as paid.

    If that is not right, please write to the team with the button below.
customer-delivered-unpaid =
    🌷 Your order <b>{ $number }</b> was delivered; nothing of { $due } is recorded as paid.

    If you have paid, please write to the team with the button below.
customer-code-once-more =
    🔑 The delivery code of your order <b>{ $number }</b>: <b>{ $code }</b>

    Give it to the courier only when you receive the order.
customer-cash-corrected = The amount paid for your order <b>{ $number }</b> was corrected: { $taken } instead of { $was }.
order-paid-nothing = Nothing is recorded as paid.
order-in-cash = 💵 In cash, rounded: <b>{ $due }</b>
