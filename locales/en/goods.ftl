# Goods of families: taken in, given back, written off, counted; and what they offer
menu-stock = Families' goods: take in, give back, count
button-stock = 🧺 Families' goods
stock-title = Families' goods
stock =
    <b>Families' goods</b>

    { $tasks }
stock-nothing-waits = Nothing waits.
stock-disputed = ⚠️ Notes that families say are wrong: { $count }
stock-offers = 📦 Goods that families can bring: { $count }
stock-unconfirmed = ⏳ Notes that families have not confirmed yet: { $count }
stock-count-what = What is to be counted: a family's goods, or a whole package?
button-count-family = A family's goods
button-disputed = ⚠️ Notes with a mistake ({ $count })
button-offers = 📦 Offers ({ $count })
button-unconfirmed = ⏳ Unconfirmed notes ({ $count })
button-notes = 🧾 All notes
button-start-count = Count
button-start-take-in = Take goods in
button-start-give-back = Give back
button-start-write-off = Write off
goods-pieces =
    { $count ->
        [one] one piece
       *[other] { $count } pieces
    }

# The note
note-kind-take-in = Taken in
note-kind-give-back = Given back
note-kind-write-off = Written off
note-kind-count = Count
note-title-take-in = Consignment note
note-title-give-back = Note of goods given back
note-title-write-off = Write-off note
note-title-count = Stock-take note
note-state-open = waiting for the family
note-state-confirmed = confirmed by the family
note-state-disputed = the family says that something is wrong
note-state-settled = looked into and answered
note-sign-open = ⏳
note-sign-confirmed = ✅
note-sign-disputed = ⚠️
note-sign-settled = ✔️
note-head =
    <b>{ $title } no. { $number }</b>
    { $brand }
    { $at }
note-lines = { $list }
note-line = • { $thing }: { $pieces }
note-line-differs = { $line } ({ $differs })
note-too-many = more than booked: { $pieces }
note-too-few = fewer than booked: { $pieces }
note-why = Reason: { $reason }
note-stands = State: { $state }
note-word = What the family wrote: { $word }
note-answer = The centre's answer: { $answer }
note-brand = Family
note-reason = Reason
note-number = Note number
note-part = Note { $number }, picture { $part } of { $parts }
note-pieces = Pieces
note-footer-take-in = Taken in by the centre's team. Prices are for one piece. Family and centre both keep this note.
note-footer-give-back = Handed back to the family by the centre's team. Prices are for one piece.
note-footer-write-off = Written off by the centre's team. Prices are for one piece.
note-footer-count = Counted by the centre's team. Prices are for one piece.
written-off-expired = Past its date
written-off-broken = Broken or spoiled
written-off-tasting = Tasting and samples
written-off-missing = Missing
written-off-own = { $reason }
note-row = { $sign } { $number } · { $kind } · { $brand }
own-note-row = { $sign } { $number } · { $kind } · { $at }
notes-all = <b>Notes</b>, the newest first:
notes-disputed = <b>Notes whose families wait for an answer</b>
notes-open = <b>Notes that families have not confirmed yet</b>
notes-none = No notes here.
button-note = Note { $number }
button-open-note = 🧾 Open the note
button-settle-note = Answer the family
note-ask-answer =
    <b>Note { $number }</b>
    The family wrote: { $word }

    What is the answer? If the count must be put right, do that first with another note.
note-answered-corrected = The count was put right by another note.
note-answered-stands = We looked into it with the team, and the note is right as it is.
note-answered-recounted = The pieces were counted again, and the note agrees with them.
note-settled = ✅ The family has the answer.
refused-note-answered = The note stands so: { $state }. Nothing is changed in it.
refused-offer-answered = This offer was answered already.
refused-too-many-offers = Offers that wait for the centre's answer: { $most }. More can be added after that.

# Filling in a note
draft-note = Note on goods
noting-family-take-in = Whose goods are taken in?
noting-family-give-back = To which family do goods go back?
noting-family-write-off = Whose goods are written off?
noting-family-count = Whose goods are counted?
noting-lines-take-in = What came? Choose with the buttons, or write things and numbers in one message.
noting-example = For example: “{ $first } 20”
noting-example-two = For example: “{ $first } 20, { $second } 15”
noting-lines-give-back = What goes back to the family? Choose, or write things and numbers in one message.
noting-lines-write-off = What is written off? Choose, or write things and numbers in one message.
noting-lines-count =
    It is enough to note what differs from the number on the button, or count line by line.
    The number holds what is in orders that are not packed yet.
noting-nothing-take-in = No products of this family yet.
noting-nothing-give-back = Nothing of this family is on the shelf.
noting-nothing-write-off = Nothing of this family is on the shelf.
noting-nothing-count = Nothing here to count.
noting-thing = { $thing } · { $left }
noting-thing-noted = ✅ { $thing } · { $pieces }
noting-several-fit = More than one thing fits “{ $words }”. Please write its whole name with the option, or choose it with the buttons.
noting-none-fits = Nothing fits “{ $words }”. Nothing of the message was noted.
noting-how-many-of = How many of “{ $words }”? Please write the number after each thing.
noting-new-product = The note is kept as a draft. Once the new product is published, it comes back onto it as a line.
noting-product-on-note = ✅ The new product is published, and what came of it is a line of the note.
noting-full = The most things on one note: { $most }. Put the rest on another note.
noting-only-left = { $thing }: on the shelf there is { $left }.
noting-line-gone = A line of { $pieces }: its thing is this family’s no more, or is made to order now.
noting-off-sale = { $thing } is off sale by now. Put it on sale again on its product’s page, or drop it from the note.
noting-shelf-changed = The shelf has changed meanwhile, so nothing is booked yet.
noting-thing-gone = Nothing can be noted of this thing now: none is left on the shelf, or it is off sale.
noting-how-many-come = How many pieces of { $thing } came? On the shelf now: { $left }
noting-how-many-go = How many pieces of { $thing }? On the shelf now: { $left }
noting-how-many-lie = How many pieces of { $thing } are there? Booked: { $expected }
noting-ask-reason = Why are they written off?
noting-all-as-booked = All that was counted is as booked.
noting-summary-take-in = <b>Check the consignment note</b>: things { $things }, pieces { $pieces }
noting-summary-give-back = <b>Check what goes back</b>: things { $things }, pieces { $pieces }
noting-summary-write-off = <b>Check the write-off</b>: things { $things }, pieces { $pieces }
noting-summary-count = <b>What differs</b>: things counted { $things }, pieces { $pieces }
noting-booked = ✅ Booked, and the family gets the note.
noting-booked-several = ✅ The count is booked, with a note for each family. Notes: { $count }
button-line-by-line = Count line by line
button-new-product = ➕ A new product of hers
button-note-done = Check the note
button-as-booked = As booked ({ $count })
button-all-of-it = All ({ $count })
button-drop-line = Drop the line
button-enough-counted = Enough, to the list
button-drop-amiss = Drop what cannot be booked
button-change-lines = Change the things
button-book-take-in = ✅ Book what came
button-book-give-back = ✅ Book what goes back
button-book-write-off = ✅ Book the write-off
button-book-count = ✅ Book the count

# At the family's
note-was-made = 🧾 A new note on your goods. Is it right?
note-asked-again = 🧾 This note still waits for you. Is it right?
button-note-right = ✅ It is right
button-note-wrong = ⚠️ Something is wrong
button-own-notes = 🧾 Notes on goods
own-notes = <b>Notes on goods of { $brand }</b>
own-notes-none = No notes on goods of { $brand } yet.
note-confirmed-thanks = ✅ Thank you, the note is confirmed.
note-disputed-thanks = Thank you, the centre has your remark, and the answer comes here.
note-ask-word = What is wrong with note { $number }? A sentence will do, such as “We brought 12 boxes, not 10”.
note-was-disputed =
    ⚠️ <b>{ $brand }: something is wrong with note { $number }</b>

    { $word }
note-was-settled =
    🧾 <b>The centre's answer to your remark on note { $number }</b>

    { $answer }
stock-ran-low = 📦 <b>{ $thing }</b>: left on the shelf { $left }
stock-ran-out = 📦 <b>{ $thing }</b>: nothing is left to sell
stock-ran-low-of =
    { $text }
    { $brand }
stock-can-you-bring = Can you bring more? One button tells the centre how many.
button-can-bring = 📦 I can bring more
offering-ask-thing = Of which of your things can you bring more?
offering-ask-pieces = How many pieces?
offering-done = ✅ The centre has your offer: { $pieces }. A note comes when the goods are taken in.
offer-was-made =
    📦 <b>{ $brand } can bring more</b>

    { $thing }: { $pieces }
offer-was-declined = 📦 Thank you for the offer ({ $thing }: { $pieces }). The centre needs no more of it now.
offers = <b>What families can bring</b>, the oldest first:
offers-none = No offer waits for an answer.
offer-row = { $brand } · { $thing } · { $pieces }
offer =
    <b>{ $brand } can bring more</b>
    { $thing }: { $pieces }
    { $at }
offer-ask-pieces = How many pieces came? The offer was: { $offered }
offer-declined = Declined, and the family will know.
button-offer-came = ✅ All came ({ $count })
button-offer-other = Another number came
button-offer-decline = Decline the offer
button-all-offers = All offers
button-open-offer = 📦 Open the offer
where = · Taken in: { $pieces } = { $list }
where-and = { $first } + { $second }
where-on-shelf = on the shelf { $pieces }
where-reserved = reserved for orders { $pieces }
where-sold = sold { $pieces }
where-given-back = given back to you { $pieces }
where-written-off = written off or missing { $pieces }

# The history
history-goods-note-made = Note { $number } on goods: { $note-kind }
history-goods-note-confirmed = The family confirmed note { $number }
history-goods-note-disputed = The family says that note { $number } is wrong: { $word }
history-goods-note-settled = The family was answered about note { $number }: { $answer }
history-goods-note-asked-again = The family was asked again about note { $number }
history-stock-ran-low = Runs low ({ $option }), left: { $left }
history-supply-offered = The family can bring more ({ $option }): { $quantity }
history-supply-declined = The centre declined an offer ({ $option }): { $quantity }

# Low stock
catalogue-change-low = Low-stock limit
low-never = Never
low-as-usual = as usual ({ $limit })
low-back-to-usual = Back to the usual ({ $limit })
low-which-option =
    <b>{ $product }</b>

    The low-stock limit of which option?
low-ask =
    <b>{ $thing }</b>
    Low-stock limit now: { $now }

    At how many pieces left is the family asked for more? Zero means never.
