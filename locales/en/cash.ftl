# Cash: what is taken at the door, carried, handed over, and what differs
cash-till = the till
cash-differs = { $taken } instead of { $expected }. Reason: { $reason }
cash-difference-line = ⚠️ { $differs }
cash-of-order = Order { $number }
cash-of-handover = Hand-over

reason-lost = Money was lost
reason-miscounted = A mistake in giving change

confirming-far-off =
    ⚠️ <b>The amount is far from what is due.</b>

    Written: { $taken }
    Due: { $total }

    Is it really that amount? It can be corrected by going back.
confirming-far-off-yes = Yes, really { $taken }
deliveries-in-cash = 💵 In cash, rounded: { $due }
button-without-code = Delivered without code
overriding-ask-holder = Who has the cash now?
overriding-holder-courier = { $name } has it
overriding-holder-me = I have it

button-send-code = Send the code to the customer
code-sent = The code of order { $number } was sent to the customer's chat; nobody else sees it.
code-no-chat = The customer has no chat that takes messages, so the code was not sent. A manager can confirm without it.

button-correct-cash = Correct the amount
correcting-ask-reason = The true amount is { $taken } instead of { $was }. Why is it corrected?
correcting-done = ✅ The amount is corrected: { $taken } instead of { $was }.

my-day-title = My day
button-my-day = My day
my-day =
    <b>My day</b>

    ✅ Delivered today: { $delivered ->
        [one] one order, { $taken } taken
       *[other] { $delivered } orders, { $taken } taken
    }
    🚚 With you, out for delivery: { $out }
    📦 Packed: { $packed }

    💵 Cash you carry: <b>{ $carried }</b>

purses-title = Cash carried
button-purses = Cash with couriers
button-purse = Cash entries
purses =
    <b>Cash with couriers</b>

    Outside the till in all: <b>{ $amount }</b>
purses-none =
    <b>Cash with couriers</b>

    No cash is outside the till now.
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
    How much is counted? Press the button, or type another amount.
handing-ask-why = { $counted } is counted and { $expected } expected. Why? Choose a reason or write one, or go back to correct the amount.
handing-rest-stays = The rest stays with the courier
handover-open = <b>Hand-over</b>: { $amount } carried by { $name }
handover-confirmed = ✅ <b>Handed over</b>: { $amount } carried by { $name }
handover-replaced = <b>Hand-over</b> ({ $amount } carried by { $name }): another amount was named instead.
handover-withdrawn = <b>Hand-over</b> ({ $amount } carried by { $name }): taken back, nothing has changed.
handover-waits-for-desk = It waits for the desk to confirm; nothing changes before.
handover-waits-for-courier = It waits for whoever carries the cash to confirm; nothing changes before.
button-confirm-handover = ✅ Confirm: { $amount }
button-other-amount = Another amount
button-withdraw-handover = Take this amount back

differences-title = Cash that differs
button-differences = ⚠️ Cash that differs ({ $count })
button-differences-list = Cash that differs
differences =
    <b>Cash that differs</b>

    { $count ->
        [one] One difference waits to be settled
       *[other] { $count } differences wait to be settled
    }; missing in all: { $amount }
differences-none =
    <b>Cash that differs</b>

    Nothing waits to be settled.
differences-row = { $about } · { $name } · { $missing }
difference =
    <b>Cash differs: { $about }</b>
    { $name }, { $at }
difference-ask = How is this difference settled?
difference-written-off = ✅ Settled: the centre bears it.
difference-charged = ✅ Settled: it counts for the courier's cash.
difference-corrected = ✅ Settled: the amount was corrected.
button-settle-written-off = The centre bears it
button-settle-charged = It counts for the courier
button-settle-sure = Yes, settle it
settle-sure-written-off = Does the centre bear this difference? Missing: { $missing }
settle-sure-charged = Does this difference count for the cash of { $name }? Missing: { $missing }. It is then expected at the next hand-over.

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
        [one] ⚠️ One difference in cash is not settled; missing: { $amount }
       *[other] ⚠️ { $count } differences in cash are not settled; missing: { $amount }
    }

finance-cash-differs =
    ⚠️ <b>The cash of order { $number } differs</b>
    Cash with: { $name }

    { $differs }
finance-left-with-cash = ⚠️ { $name } delivers no more, and carries cash that was not handed over: <b>{ $amount }</b>
courier-closed-without-code =
    ✅ A manager confirmed order <b>{ $number }</b> without its code.

    Cash taken: { $taken }, carried by { $name }.
cash-was-corrected =
    ✏️ The cash of order <b>{ $number }</b> is corrected: { $taken } instead of { $was }.
    Carried by: { $name }
    Reason: { $reason }
cash-was-handed-back = ↩️ For returned goods of order <b>{ $number }</b> the customer got money back out of the cash you carry: <b>{ $amount }</b>
cash-settled-written-off = A difference in cash ({ $name }) is settled: the centre bears it. Missing: { $missing }
cash-settled-charged = A difference in cash is settled: it counts for { $name }. Missing: { $missing }
handover-named-by-courier = 💵 <b>Hand-over</b>: { $name } hands over <b>{ $amount }</b>. Nothing changes before it is counted and confirmed.
handover-named-by-desk = 💵 <b>Hand-over</b>: the desk counted <b>{ $amount }</b> of the cash you carry. Nothing changes before you confirm.
cash-was-handed-over = ✅ The cash of { $name } is in the till: <b>{ $amount }</b>

customer-delivered-other =
    🌷 Your order <b>{ $number }</b> is delivered; { $taken } of { $due } is recorded as paid.

    If that is not right, please contact the centre.
customer-delivered-unpaid =
    🌷 Your order <b>{ $number }</b> is delivered; nothing of { $due } is recorded as paid.

    If you have paid, please contact the centre.
customer-code-once-more =
    🔑 The delivery code of your order <b>{ $number }</b>: <b>{ $code }</b>

    Give it to the courier only when you receive the order.
customer-cash-corrected = The amount paid for your order <b>{ $number }</b> is corrected: { $taken } instead of { $was }.
order-paid-nothing = Nothing is recorded as paid.
order-in-cash = 💵 In cash, rounded: <b>{ $due }</b>
