# What customers ask of a product's maker
product-takes-wish = ✍️ You can write a note for its maker.
wish-ask =
    ✍️ <b>{ $thing }</b>

    Is there a note for the family who makes it?{ $example }
    The family will read it, so please write no phone number or address. At most { $most } letters.
wish-ask-again =
    ✍️ <b>{ $thing }</b>

    The note now: { $was }

    What is the new note for the family who makes it?{ $example }
    The family will read it, so please write no phone number or address. At most { $most } letters.
wish-example = {" "}For example: { $example }
wish-no-example = {""}
wish-no-contact = The family reads this note, so it takes no phone numbers or links. A note about the whole order is asked for at checkout.
wish-kept = ✅ Note for the maker: { $wish }
wish-left-none = It is in your cart without a note for its maker. You can write one from the cart until you order.
wish-left = The note for its maker stays as it was: { $wish }
wish-drop = 🗑 Remove the note
wish-dropped = The note was removed.
wish-write = ✍️ Note for the maker
wish-change = ✍️ Change the note
wish-another = ➕ One with another note
cart-line-wish = ✍️ { $wish }
line-wish =
    { $line }
    ✍️ { $wish }
receipt-wish = Note: { $wish }
refused-no-wish = This product takes no notes at the moment.

catalogue-change-wishes = Customers' notes
wishes-ask-most =
    <b>{ $product }</b>
    { $now }

    Shall customers be asked for a note to its maker when they add it to the cart? Please choose the most letters, or write a number.
wishes-now-none = Customers' notes: not taken
wishes-now = Customers' notes: up to { $most } letters.{ $example }
wishes-none = No notes
wishes-letters = Yes, up to { $most }
wishes-ask-example-ar = Which example is shown in Arabic? Such as: كتابة اسم مريم عليها
wishes-ask-example-en = Which example is shown in English? Such as: write Mariam on it

# Bringing to the centre what a family makes, and the picking list
bring-in-by = 🗓 Please bring it to { $place } before { $when }
bring-in-now = 🗓 Please bring it to { $place } as soon as you can
bring-in-centre = the Entaj centre
bring-in-place = { $place }
button-picking = 🧺 Picking list
picking-ask =
    <b>Picking list</b>

    For which time?
picking-none = No orders wait to be packed or to go out.
picking-window = { $window } ({ $count })
picking-windows = Another time
picking-list =
    🧺 <b>Picking list</b>
    { $window }
picking-family = <b>{ $brand }</b>
picking-stock = ⚪ { $thing } × { $count } – in stock ({ $numbers })
picking-made = ⏳ { $thing } × { $count } – the family makes it ({ $numbers })
picking-packed = ✅ { $thing } × { $count } – packed ({ $numbers })
button-family-making = ⏳ To be made
family-making = ⏳ <b>To be made: { $brand }</b>
family-making-none = Nothing is to be made now.
family-to-make = • { $what } × { $quantity } – order { $number }
