# The hall: tills and the cash in them, and what is sold from them
menu-sell = Sell in the hall
button-hall = 🏷️ Sell in the hall
button-till = Till
button-open-till = Open the till
till-title = Till
till-none =
    <b>Till</b>

    You have no open till. It is opened with the cash that lies in it to begin with, then you can sell.
till-no-bazaar =
    <b>Till</b>

    There is no bazaar today. A till is opened on a bazaar's days, within hours of its opening or during it.
till-ask-bazaar = At which bazaar is the till opened?
till-ask-float =
    <b>Open the till</b>

    How much cash does it begin with? Choose an amount or type it.
till-moved-in = Cash put in: { $amount }
till-moved-out = Cash taken out: { $amount }
till-open =
    <b>Till { $number }</b> – open
    { $name } · { $bazaar }, since { $at }

    🧾 { $receipts ->
        [one] one receipt
       *[other] { $receipts } receipts
    }
    💵 Should be in the till: <b>{ $cash }</b>
till-counted =
    <b>Till { $number }</b> – counted, nothing is sold at it
    { $name } · { $bazaar }, since { $at }

    🧾 { $receipts ->
        [one] one receipt
       *[other] { $receipts } receipts
    }
    💵 Should be in the till: <b>{ $cash }</b>
till-closed =
    <b>Till { $number }</b> – closed
    { $name } · { $bazaar }, closed { $at }

    🧾 { $receipts ->
        [one] one receipt
       *[other] { $receipts } receipts
    }
till-was-counted = 💵 Counted: <b>{ $amount }</b>
till-waits-for-centre = It waits for the centre to agree; nothing moves before.
till-waits-for-holder = It waits for whose till it is to agree; nothing moves before.
till-waits-for-seller = It waits for { $name } to take it over and sell on; nothing moves before.
till-moved-meanwhile = ⚠️ What is in the till changed during the count; it is not closed yet.
till-nobody-takes-over =
    <b>Hand the till over</b>

    No other seller is without a till now. The till can be closed and its cash handed to the centre.
button-tills = Tills of the hall
button-cash-in = ➕ Put cash in
button-cash-out = ➖ Take cash out
button-hand-till = Hand over to another seller
button-close-till = Close the till
button-count-till = Count and close the till
button-hand-it = Hand the till over
button-confirm-till = ✅ Confirm: { $amount }
button-take-till = ✅ Take over and sell on: { $amount }
button-count-anew = Not right, count again
button-wrong-count = The amount is not right
button-withdraw-till = Take the count back and sell on
button-till-waits = ⏳ Till { $number }: { $amount }
till-ask-in =
    <b>Put cash into the till</b>

    How much?
till-ask-out =
    <b>Take cash out of the till</b>

    How much?
till-ask-why-in = { $amount } into the till. Why? Choose a reason or type it.
till-ask-why-out = { $amount } out of the till. Why? Choose a reason or type it.
till-ask-seller = Who takes the till over to sell on?
till-ask-count =
    <b>Count the till</b>

    How many of each? Type them all in one message, such as:
    3x100 2x50 4x0.25

    Or count one after another with the buttons.
button-count-each = One after another
button-count-rest = Zero of this and of all smaller ones
till-count-unclear = The count was not clear. Type how many and then the note, such as 3x100. There are 1000, 500, 200, 100, 50, 20, 10, 5, 1, 0.50 and 0.25.
till-ask-piece =
    How many of <b>{ $piece }</b>?

    So far: { $counted }
till-count-line = • { $pieces } = { $amount }
till-count-lines = { $lines }
till-count-sum =
    💵 Counted: <b>{ $counted }</b>
    💵 Should be there: <b>{ $expected }</b>
till-count-right = ✅ The amount is right.
till-ask-why = ⚠️ { $missing }. Why? Choose a reason or type it, or go back to count again.
tills-title = Tills
tills =
    <b>Tills of the hall</b>

    { $count ->
        [one] One till is open, with { $cash } in it.
       *[other] { $count } tills are open, with { $cash } in them.
    }
tills-row-open = Till { $number } · { $name }
tills-row-counted = ⏳ Till { $number } · { $name }
tills-row-closed = ✅ Till { $number } · { $name }
desk-tills-wait =
    { $count ->
        [one] One till's count waits to be confirmed.
       *[other] { $count } tills' counts wait to be confirmed.
    }
desk-tills-open =
    { $count ->
        [one] One till of the hall is not closed yet.
       *[other] { $count } tills of the hall are not closed yet.
    }
refused-no-open-till = You have no open till, and nothing is sold in the hall without one.
refused-till-is-open = You have a till that is not closed yet. Close it first, then open or take over another.
refused-not-in-till = There is only { $held } in the till.
refused-till-moved = The till should hold { $expected } by now; please count it again.
told-till-counted =
    💵 <b>Till { $number }</b> ({ $name }) was counted: <b>{ $amount }</b>. It waits to be confirmed; nothing moves before.
told-till-for-you =
    💵 <b>Till { $number }</b> ({ $name }) is ready for you to take over and sell on: <b>{ $amount }</b>. Please count it before.
told-till-count-withdrawn = The count of till { $number } ({ $name }) was taken back: { $amount }. The till is open again.
told-till-closed = ✅ Till { $number } ({ $name }) was closed and its cash handed over: <b>{ $amount }</b>
told-till-taken = ✅ Till { $number } ({ $name }) was taken over to sell on: <b>{ $amount }</b>
told-till-left-open = ⚠️ The bazaar has closed its doors, and till <b>{ $number }</b> ({ $name }) is still open.
button-closing = 🧾 Closing sheet
button-day-money = 💵 The day's money
closing-text = The sheet of till <b>{ $number }</b>
closing-title = Closing of a till
closing-till = Till
closing-seller = Seller
closing-bazaar = Bazaar
closing-opened = Opened
closing-closed = Closed
closing-receipts = Receipts
closing-range = { $first } to { $last }
closing-none = none
closing-part-takings = Sales
closing-count-sales = { $sales ->
        [one] one sale
       *[other] { $sales } sales
    }
closing-cash = Cash
closing-card = Card
closing-discount = Let off
closing-returns = Returns and voids ({ $count })
closing-cash-back = Handed back in cash
closing-card-back = Put back on cards
closing-part-packages = By package, less returns
closing-package = { $package } ({ $pieces })
closing-part-cash = Cash of the till
closing-float = Cash to begin with
closing-expected = Should be there
closing-counted = Counted
closing-missing = Missing
closing-over = Too much
closing-reason = Reason
closing-to = Taken over to sell on by
closing-part-pieces = Counted by note and coin
closing-sign-seller = Seller's signature
closing-sign-centre = Received by
day-money-text = The money of { $day }
day-money-title = The day's money
day-money-day = Day
day-money-all = In all
day-money-part-hall = Tills of the hall
day-money-till = Cash sales of till { $number } · { $name }
day-money-till-now = Now in till { $number }
day-money-till-counted = Counted and handed over of till { $number }
day-money-card = Cards in the hall
day-money-cash = Cash of all the hall's sales, less returns
day-money-part-handed = Couriers' cash handed over
day-money-part-carried = Cash carried now
closing-moved-in = Put in: { $reason }
closing-moved-out = Taken out: { $reason }
