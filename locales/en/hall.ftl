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
till-open =
    <b>Till { $number }</b> – open
    { $bazaar }, since { $at }

    🧾 { $receipts ->
        [one] one receipt
       *[other] { $receipts } receipts
    }
    💵 Should be in the till: <b>{ $cash }</b>
till-counted =
    <b>Till { $number }</b> – counted, nothing is sold at it
    { $bazaar }, since { $at }

    🧾 { $receipts ->
        [one] one receipt
       *[other] { $receipts } receipts
    }
    💵 Should be in the till: <b>{ $cash }</b>
till-moved-in = Cash put in: { $amount }
till-moved-out = Cash taken out: { $amount }
