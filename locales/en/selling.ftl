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
