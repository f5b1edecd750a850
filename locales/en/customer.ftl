# Browsing: the menu, the packages, a product and the search
home-welcome =
    Welcome to <b>Entaj Bazaar</b>!

    Everything here is made by the productive families of Sharjah: food, perfume, clothes, heritage and handmade crafts, delivered to your home in all the emirates and paid in cash on delivery.

    To begin, choose a package below, or write the name of what you are looking for.
home-again =
    <b>Entaj Bazaar</b>

    Choose a package, or write the name of what you are looking for.
home-package-atayeb = 🍯 Atayeb: food and sweets ({ $count })
home-package-teeb = 🌸 Teeb: perfume and incense ({ $count })
home-package-anaqa = 👗 Anaqa: clothes and home ({ $count })
home-package-mahra = 🏺 Mahra: heritage, folk dishes ({ $count })
home-package-ebdaa = 🎨 Ebdaa: handmade crafts ({ $count })

package-all = All
package-see = Everything in { $package }
package-empty = There is nothing in { $package } right now. Have a look at the other packages:
package-empty-for = Nothing in { $package } right now under “{ $audience }”.

shelf-title = <b>{ $title }</b>
shelf-title-for = <b>{ $title }</b> · { $audience }
shelf-range = { $first }–{ $last } of { $total }
shelf-range-one = { $first } of { $total }
shelf-range-of-more = { $first }–{ $last } of very many
shelf-choice = { $number } · { $name }
shelf-choice-sold-out = { $number } · { $name } · sold out
shelf-price-from = from { $amount }
shelf-for-whom = 👥 For whom?
shelf-for = 👥 { $audience }
shelf-ask-for-whom =
    <b>{ $package }</b>

    Who is it for?
shelf-audience = { $label } ({ $count })
shelf-back = Back to { $name }
shelf-brand-empty = There is nothing by { $brand } right now. Have a look at a package:

product-name = <b>{ $name }</b>
product-brand = by { $brand }
product-price = Price: { $price }
product-price-from = Price: from { $price }
product-option = Option: { $option }
product-sold-out = Sold out for now.
product-option-sold-out = This option is sold out, but there is another.
product-few-left =
    { $left ->
        [one] Only { $left } left.
       *[other] Only { $left } left.
    }
product-made-to-order =
    { $days ->
        [0] Made to order.
        [one] Made to order, ready within { $days } day.
       *[other] Made to order, ready within { $days } days.
    }
product-made-by = Made to order, ready by { $day }.
product-not-on-sale =
    <b>{ $name }</b>

    This product is not on sale right now. There are others in the same package, or you can search for something like it.
product-description = { $text }
product-choose-first = Please choose one of the options first.
product-add = Add to cart
product-in-cart = In cart: { $count }
product-less = ➖
product-photo-before = ‹
product-photo-at = { $at }/{ $all }
product-photo-after = ›
product-photo = Photo { $at } of { $all } ›
product-more = ➕
product-most = Max
product-results = Back to the results
product-of-brand = More by { $brand }
product-remove = 🗑 Remove
product-share = 📤 Share
product-share-text = { $name } by { $brand }, at Entaj Bazaar
product-option-choice = { $option } · { $price }
product-option-alone = { $option }
product-option-gone = { $option } (sold out)
product-tag-sold-out = Sold out
product-tag-made-to-order = Made to order

search-title = Search
search-subtitle = In every package
search-ask =
    <b>What are you looking for?</b>

    Write the name of a product or a part of it, such as: dukhoon, pickle, shaila.
search-results = Results for “{ $words }”:
search-instead = Nothing for “{ $words }”. Showing results for “{ $instead }”:
search-nothing =
    Nothing found for “{ $words }”.

    Please try another, shorter word, or look through a package:
search-no-words =
    There was no word to search for in that message.

    Please write the name of a product or a part of it, or look through a package:
search-row = { $name } · { $price }
search-row-from = { $name } · from { $price }
