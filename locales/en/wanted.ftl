# Favourites, and being told when what was sold out is there again
button-favourite = ❤️ Add to favourites
button-favourite-drop = ✖️ Remove from favourites
button-favourites = ❤️ Favourites
favourite-kept = Added to your favourites; they are in the menu.
favourite-dropped = Removed from your favourites.
favourites-title = Favourites
favourites = <b>Favourites</b>
favourites-back = Back to favourites
favourites-none =
    <b>There are no favourites yet.</b>

    “Add to favourites” on a product’s page keeps it here. Choose a package to begin:
button-alert = 🔔 Tell me when it is there again
button-alert-option = 🔔 Tell me when this option is back
button-alert-off = 🔕 Do not tell me any more
alert-on = You get one message when it is available again.
alert-off = You will not be told.
alert-back = 🔔 <b>{ $name }</b> is available again.
alert-back-option = 🔔 <b>{ $name }</b> is available again in: { $option }.
alert-see-product = See the product
refused-too-many-kept =
    { $most ->
        [one] Only { $most } product can be kept. Please remove it first.
       *[other] Only { $most } products can be kept. Please remove one of them first.
    }
history-product-back = The product was available again, and whoever had asked was told
