# Adding a product, question by question
adding-no-family = Every product belongs to a family, and no family has been added yet. A manager adds the family first, then its products can be added.
adding-ask-package = Which package does the product belong to?
adding-ask-name-ar = What is the product called in Arabic?
adding-ask-name-en = And in English? You can skip this: the Arabic name is shown until there is one.
adding-ask-family = Which family makes it? Press the brand, or type a part of its name.
adding-ask-which-family = Several brands have “{ $words }” in their name. Which of them made it?
adding-ask-making = Is it in stock, or made after it is ordered?
adding-in-stock = In stock
adding-made-to-order = Made to order
adding-ask-lead = How many days does it take to make? From 1 to 60.
adding-ask-daily = How many can be made in a day at most? 0 means there is no limit.
adding-ask-kind = Does it come in options, such as size, colour or weight?
adding-kind-one = No options
adding-kind-several = It has options
adding-ask-label-ar = Option { $number }: what is it called in Arabic? For example: كبير, or 500 غرام.
adding-label-taken = The product already has an option called { $option }. Please write another name that tells this one apart.
adding-ask-label-en = What is this option called in English? You can skip this.
adding-ask-price = What does it cost, in dirhams? For example 35 or 25.50.
adding-ask-quantity = How many are there now?
adding-ask-more =
    The options so far:
    { $options }
adding-option = { $option }: { $price }, quantity { $quantity }
adding-option-made = { $option }: { $price }
button-options-done = That is all the options
button-another-option = Add another option
button-no-other-option = That is all the options
button-drop-last-option = Remove the last option
adding-ask-audience = Who is it for?
adding-ask-description-ar = How would you describe it in Arabic? Ingredients, size or how to keep it, for example. You can skip this.
adding-ask-description-en = And in English? You can skip this.
adding-ask-photo = Please send a photo of the product (up to 10). Without one, a card is drawn with its name and price.
adding-ask-more-photos =
    { $count ->
        [one] 1 photo has come in.
       *[other] { $count } photos have come in.
    } Send another (10 at most), or go on.
adding-photos-full =
    { $count ->
        [one] 1 photo has come in, and there is no room for more.
       *[other] { $count } photos have come in, and there is no room for more.
    } Go on with them, or remove them and send others.
button-photos-done = Go on with these photos
button-drop-photos = Remove the photos
adding-in-other-language =
    <b>This is what it says in Arabic:</b>

    { $words }
adding-preview = <b>This is how customers will see it:</b>
button-publish = ✅ Publish
button-change-answer = ✏️ Change an answer
button-to-preview = Back to the preview
adding-ask-part = Which answer should change?
adding-part-package = Package
adding-part-name-ar = Arabic name
adding-part-name-en = English name
adding-part-family = Family
adding-part-making = In stock or made to order
adding-part-lead-days = Days to make
adding-part-daily-most = Most in a day
adding-part-kind = Options or none
adding-part-more = Options
adding-part-price = Price
adding-part-quantity = Quantity
adding-part-audience = Audience
adding-part-description-ar = Arabic description
adding-part-description-en = English description
adding-part-photos = Photos
adding-published = ✅ <b>Published: it is on sale from now on.</b>
adding-published-empty = ✅ <b>Published: customers will see it once some of it has come in.</b>
# Options as a table in one message
table-hint =
    Or write all options in one message, a line each: the name, the price, then the quantity. For example:
    صغير 25 10
    وسط / Medium 35 5
table-hint-made =
    Or write all options in one message, a line each: the name, then the price. For example:
    صغير 25
    وسط / Medium 35
table-line =
    Line { $number }: { $line }
    { $why }
table-needs-both = The price or the quantity is missing at its end. For example: صغير 25 10
table-needs-price = The price is missing at its end. For example: صغير 25
table-needs-name = The option’s name is missing at its beginning.
table-twice = Another option is called so: { $option }
table-too-many = A product can have { $most } options at most.
button-options-anew = Write the options again
adding-details =
    <b>To look through before publishing</b>
    Package: { $package }
    For: { $audience }
    { $making }
    { $options }
    Photos: { $photos }
adding-details-made = { $making }. Most in a day: { $most }
