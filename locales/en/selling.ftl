# Selling in the hall, and what each side hears of it
income-hall-sold =
    🎉 <b>{ $brand } has a sale in the hall</b>

    { $lines }

    Receipt number: { $number }

    { $sum }
income-hall-returned =
    ↩️ <b>Products sold in the hall were returned.</b> These are by { $brand }:

    { $lines }

    Receipt number: { $number }

    { $sum }
income-hall-void =
    ↩️ <b>A sale in the hall was taken back.</b> It included these products by { $brand }:

    { $lines }

    Receipt number: { $number }

    { $sum }
income-sum-added = 💰 Added to what is due to you: <b>{ $amount }</b>

family-sale-hall =
    • { $what } × { $quantity }: { $amount }
    In the hall, receipt { $number }, { $when }
family-some-back = { $count ->
        [one] one piece came back
       *[other] { $count } pieces came back
    }

history-hall-sold = Sold in the hall by receipt { $receipt }: { $total }
history-hall-returned = Returned in the hall of receipt { $receipt }: { $refunded } handed back
history-hall-void = The whole sale was taken back within minutes
day-book-hall = Sales in the hall: { $count } ({ $total })
day-book-hall-back = Handed back in the hall for returns: { $amount }

refused-too-little-given = Less was given than is due in cash: { $due }. Nothing was sold.
refused-sale-changed = The prices have changed, and the total is { $total } now. Nothing was sold.
refused-returned-already =
    { $left ->
        [0] All pieces of this line came back before: there is nothing more to return.
        [one] Only one piece of this line is left to be returned.
       *[other] Only { $left } pieces of this line are left to be returned.
    }
refused-made-to-order = This is made to order, so it is not sold from the shelf. An order for delivery can be placed for it.
refused-too-late-to-void = This sale cannot be voided: only its seller can, within minutes and before the till is closed. A return is still possible.

button-sell-here = 🛒 Sell in the hall
button-complete = ✅ Complete the sale
button-new-sale = 🛒 New sale
button-cash = 💵 Cash
button-card = 💳 Card
button-mixed = Cash and card
button-void = Void
button-hall-return = ↩️ Return
button-let-off = 🏷️ Discount
button-let-off-again = 🏷️ Change the discount
button-deliver-basket = 🚚 Order for a customer's home
button-sale-receipt = 🧾 Receipt
button-print-receipt = 🧾 For the thermal printer

selling-title = Sell in the hall
selling-empty = The basket is empty.
selling-find = To add: scan the label, or type the short code or the product's name.
selling-choose = Please choose the product:
selling-total = Total: <b>{ $total }</b>
selling-line-off = • { $thing } × { $count } = { $amount } ({ $off } off)
selling-no-such-code = No product has this code. Its name can be typed instead.
selling-nothing-found = Nothing on the shelf is called so.
selling-too-few =
    ⚠️ { $left ->
        [0] { $thing }: none is left on the shelf
        [one] { $thing }: only one is left on the shelf
       *[other] { $thing }: only { $left } are left on the shelf
    }
selling-full = The basket is full ({ $most } lines). Complete this sale, then begin another.
selling-due-title = Due { $due }
selling-change-title = Change { $change }
selling-sold-title = Sold
selling-void-title = Sale voided
selling-in-cash =
    Due in cash: <b>{ $due }</b>

    If it is the exact amount, “Complete the sale” is enough. Otherwise choose or type what was given.
selling-change =
    Due in cash: { $due }
    Given: { $given }

    <b>Change for the customer: { $change }</b>
selling-exact = Exact amount
selling-by-card =
    Due by card: <b>{ $total }</b>

    Once the terminal says yes, press “Complete the sale”. The terminal's reference can be typed before that.
selling-reference = Card reference: { $reference }
selling-ask-by-card = How much of { $total } goes by card? The rest is paid in cash.
selling-ask-reference = What is the card reference ({ $amount })? It can be skipped.
selling-not-sold =
    ⚠️ <b>The sale was NOT made.</b> Nothing was recorded.

    { $why }
selling-gone = Less is left on the shelf than is in the basket:
selling-sold = ✅ <b>Sold</b>, receipt <b>{ $number }</b>
selling-void = ❌ <b>This sale was taken back</b>, receipt <b>{ $number }</b>
selling-at = { $at }
selling-let-off = Discount: { $off } ({ $reason })
selling-paid-card = Card: { $amount }
selling-paid-cash = Cash: { $amount }
selling-paid-cash-rounded = Cash, rounded: { $amount }
selling-given = Given { $given }, change <b>{ $change }</b>
selling-handed-back = Handed back to the customer: { $amount }

percent = { $number }%
let-off-whole = The whole basket
let-off-ask-line = What is the discount on?
let-off-ask-amount = How much is let off { $total }? Choose a share, or type an amount or a share such as 15%.
let-off-nothing = No discount
let-off-too-much = A share is between 0 and 100.
let-off-ask-reason = Why the discount? Choose or type the reason.
let-off-scratch = A small flaw
let-off-last = The last piece
let-off-several = Several pieces bought

void-ask-reason = Why is the sale of receipt { $number } taken back? All of it goes back on the shelf, and all the money to the customer.
void-keep = Keep the sale
void-wrong = Wrong product
void-customer = The customer changed their mind
void-paid = A mistake in the payment

return-title = Return
return-ask-number = What is the receipt's number? Type it as it stands there, such as 12-7, or scan its code.
return-no-number = A receipt's number has two parts, such as 12-7.
return-no-such-receipt = There is no receipt of this number.
return-nothing-left = Nothing of this receipt is left to be returned.
return-ask-lines = <b>Return of receipt { $number }</b>
return-line = { $thing } × { $sold }
return-line-back = <b>{ $thing } × { $sold } · { $count } back</b> ({ $fate })
return-to-shelf = to the shelf
return-written-off = written off
return-write-off = Cannot be sold: { $thing }
return-put-back = To the shelf: { $thing }
return-all = All of the receipt
return-done-picking = Go on
return-ask-reason = Why does it come back? Choose or type the reason.
return-wrong = Wrong size or kind
return-damaged = A flaw in the product
return-mind = The customer changed their mind
return-ask-money =
    To hand back: <b>{ $amount }</b>

    Choosing how records the return.
return-booked = ↩️ <b>The return is booked.</b> Handed back to the customer: <b>{ $amount }</b>
return-booked-title = Hand back { $amount }
return-in-cash = In cash from the till: { $amount }
return-to-card = To the card: { $amount }
return-to-both = To the card: { $card }, in cash: { $cash }

receipt-hall = Receipt <b>{ $number }</b>, { $total }
receipt-share = 📤 Send the receipt to the customer
receipt-share-text = Your receipt from the bazaar
receipt-hall-raster = Receipt <b>{ $number }</b> for a printer that is { $dots } dots wide. Print it as it is, without scaling.
receipt-hall-title = Receipt
receipt-hall-number = Receipt number
receipt-hall-items = Products
receipt-hall-total = Total
receipt-hall-card = Card
receipt-hall-cash = Cash
receipt-hall-cash-rounded = Cash, rounded
receipt-hall-given = Given
receipt-hall-change = Change
receipt-hall-link = The receipt in the chat
receipt-hall-thanks =
    🌷 Thank you for buying at the bazaar. Each purchase is income for a productive family.

    Your receipt <b>{ $number }</b>, { $total }.
receipt-hall-taken = Receipt { $number } is kept in another chat already, and shown there alone. The seller can still show it on their screen.
