# The catalogue, and changing what is in it
catalogue-title = Catalogue
catalogue =
    <b>Catalogue</b>

    { $count ->
        [0] No products yet.
        [one] 1 product.
       *[other] { $count } products.
    }
catalogue-found =
    <b>Catalogue</b>

    Results for “{ $words }”:
catalogue-not-found =
    <b>Catalogue</b>

    There is no product called “{ $words }”.
catalogue-row = { $name }
catalogue-row-hidden = 🚫 { $name }
catalogue-row-sold-out = ⚠️ { $name }
button-find = Find by name
button-hide-product = Take off sale
button-show-product = Put back on sale
catalogue-card =
    <b>{ $name-en }</b>
    { $name-ar }
    { $brand }, { $package }, { $audience }

    { $seen }

    { $options }
catalogue-offered = On sale.
catalogue-sold-out = Sold out, so customers do not see it.
catalogue-hidden = Taken off sale, so customers do not see it.
catalogue-only-option = Price: { $price }, { $stock }
catalogue-option = { $option }: { $price }, { $stock }
catalogue-on-hand = quantity { $quantity }
catalogue-made-to-order =
    { $days ->
        [0] made to order on the same day
        [one] made to order in 1 day
       *[other] made to order in { $days } days
    }
catalogue-change-price = Price
catalogue-change-quantity = Quantity
catalogue-change-price-of = Price: { $option }
catalogue-change-quantity-of = Quantity: { $option }
catalogue-change-name = Name
catalogue-change-text = Description
catalogue-change-audience = Audience
catalogue-change-photo = Photo
catalogue-now-hidden = Taken off sale: customers no longer see it.
catalogue-now-shown = Back on sale.
catalogue-ask-words = What is the product called? A part of the name will do.
changing-done = ✅ Changed.
changing-noted = 🧾 Booked as note { $number }, which the family hears of.
changing-nothing-yet = (empty)
changing-ask-price =
    <b>{ $product }</b>
    Price now: { $was }

    What is the new price, in dirhams?
changing-ask-quantity =
    <b>{ $product }</b>
    For sale now: { $was }
    Held for orders not packed yet: { $held }

    Have new pieces come in, or have you counted what is there?
    Count every piece that is there, also those of orders not packed yet: they are taken off afterwards by themselves. Leave out the pieces of packed orders.
    You can also write it at once: +5 adds five pieces, =12 means that twelve are there.
changing-in = New pieces came in
changing-counted = I counted what is there
changing-how-unclear = That quantity is not clear. Press one of the two buttons, or write the number after its sign, such as +5 or =12.
changing-ask-in = How many came in?
changing-ask-counted = How many are there? Count those of orders not packed yet too, but not those of packed orders.
changing-counted-done =
    ✅ Changed.
    Pieces there: { $counted }, of which in orders not packed yet: { $held }. Left for sale: { $left }
changing-counted-short =
    ✅ Changed; nothing is for sale now.
    ⚠️ Pieces there: { $counted }, fewer than in orders not packed yet: { $held }. Please look at these orders.
changing-option-gone = This option was taken off sale meanwhile, so nothing was changed.
changing-ask-name-ar =
    Arabic name now: <b>{ $was }</b>

    What is the new name?
changing-ask-name-en =
    English name now: <b>{ $was }</b>

    What is the new name?
changing-ask-text-ar =
    Arabic description now:
    { $was }

    What is the new description?
changing-ask-text-en =
    English description now:
    { $was }

    What is the new description?
button-no-text = No description
changing-ask-audience =
    <b>{ $product }</b>
    Audience now: { $was }

    Who is it for?
catalogue-change-lead = Making time
catalogue-change-daily = Daily limit
catalogue-option-name = { $option }
changing-ask-lead =
    <b>{ $product }</b>
    Making time now, in days: { $was }

    How many days does it take after an order? Earlier orders keep their day.
changing-ask-daily =
    <b>{ $product }</b>
    Daily limit now: { $was }

    How many pieces can be made in a day at most? Write 0 for no limit.
changing-no-limit = none
button-add-option = Add an option
button-withdraw-option = Take an option off sale
changing-ask-first-ar =
    <b>{ $product }</b>

    It will have several options. What is the present one called in Arabic? For example: صغير.
changing-ask-option-ar =
    <b>{ $product }</b>

    What is the new option called in Arabic? For example: كبير.
changing-which-option =
    <b>{ $product }</b>

    Which option is taken off sale?
changing-option-sure =
    Take this option off sale?
    { $product } – { $option }

    Customers will not see it any more; earlier orders stay as they are.
changing-option-withdrawn = The option was taken off sale.
# What is asked once more, since it may be a slip
doubt-english = The English name is written in Arabic letters: { $words }
doubt-price =
    <b>{ $product }</b>
    Price now: { $was }. New price: { $now }

    { $far } Is that right?
doubt-price-more = The new price is more than double.
doubt-price-less = The new price is less than half.
doubt-same = This family already has a product called <b>{ $product }</b>
button-leave-so = Yes, leave it so
button-answer-anew = No, write it again
button-no-english = No English text
button-price-right = Yes, the price is right
button-see-that = 👀 Show the one there is
button-other-name = Write another name
button-same-name = Another product of the same name
catalogue-no-english = (no English name yet)
# What products lack
button-lacking = 🖼 What products lack
lacking-title = What products lack
lacking =
    <b>What products lack</b>
    🖼 no photo yet; a drawing is shown instead.
    🌐 no English text yet; the Arabic one is shown instead.
lacking-nothing =
    <b>What products lack</b>

    Nothing: each has a photo, and its words in both languages.
lacking-photo = 🖼 { $name }
lacking-english = 🌐 { $name }
lacking-both = 🖼🌐 { $name }
photos-album-came = The album has come in. Send more photos ({ $most } in all at most), or go on.
photos-no-room = A product has { $most } photos at most, so there is no room for this one.
photos-none =
    <b>{ $product }</b>

    No photo yet; a drawing is shown instead.
photos-one =
    <b>{ $product }</b>
    Photo { $at } of { $all }. Customers see the first one first.
photos-placed = The photos are in another order.
photos-removed = The photo was removed.
button-add-photos = ➕ Add photos
button-photo-first = ⭐ Make it the first
button-photo-earlier = Move it forward
button-remove-photo = 🗑 Remove this photo
button-no-more-photos = No more photos
changing-ask-photo =
    <b>{ $product }</b>

    Please send the new photo. It replaces the earlier photos.
catalogue-change-package = Package
changing-ask-package =
    <b>{ $product }</b>
    Package now: { $was }

    Which package does it belong to?
catalogue-change-brand = Brand
moving-ask-family =
    <b>{ $product }</b>
    Brand now: { $was }

    Which family makes it? You can press her brand or write part of its name.
moving-no-other = There is no other brand yet. Please add it on the families' page first.
moving-ask-reason =
    <b>{ $product }</b>
    From { $was } to { $to }

    It has been sold or taken in already, so its sales move too. What happened? Both families will read this.
moving-sure =
    Move <b>{ $product }</b> from <b>{ $was }</b> to <b>{ $to }</b>?
moving-credited = { $amount } from { $orders ->
        [one] one sale
       *[other] { $orders } sales
    } moves from the first family's account to the second's.
moving-open = { $amount } in open orders moves as well.
moving-both-hear = Both families will be told.
button-move-product = ✅ Move it
moving-done = Done: it is now listed under { $to }.
moving-call = Nobody from { $brand } has joined the chat yet. Please call them.
moving-ordered-already = This product has been sold or taken in already, so only a manager can move it to another brand: its sales move with it. Until then you can take it off sale.
button-delete-product = 🗑 Delete
button-delete-product-sure = 🗑 Delete it for good
catalogue-product-gone = This product was deleted meanwhile.
deleting-sure =
    Delete <b>{ $product }</b> ({ $brand }) for good?

    Nobody has ordered it yet. It cannot be brought back.
deleting-photos = { $count ->
        [one] • its photo
       *[other] • its { $count } photos
    }
deleting-pieces = { $count ->
        [one] • the 1 piece that was taken in is written off
       *[other] • the { $count } pieces that were taken in are written off
    }
deleting-carts = { $count ->
        [one] • it lies in one person's cart; they will be told
       *[other] • it lies in the carts of { $count } people; they will be told
    }
deleting-favourites = { $count ->
        [one] • it is a favourite of one person
       *[other] • it is a favourite of { $count } people
    }
deleting-waiting = { $count ->
        [one] • one person waits for it to be back
       *[other] • { $count } people wait for it to be back
    }
deleting-ordered =
    <b>{ $product }</b> has been ordered already, so it stays in the books and cannot be deleted.

    It can be taken off sale: customers no longer see it.
deleting-done = { $product } was deleted.
