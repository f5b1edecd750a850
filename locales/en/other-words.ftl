# What else a product is called
catalogue-change-words = Search words
other-words-ask =
    <b>{ $product }</b>
    Search words now: { $now }

    What else do people call it? Please write all the words, in Arabic and in English, with commas or new lines between them, at most { $most }. The product is found by them; customers do not see them.

    Like: مبخرة, censer, burner
button-no-other-words = No search words
other-words-too-many = These are { $count } words; at most { $most } are kept.
other-words-long = “{ $word }” is long: each has at most { $most } letters. Please put commas between the words.
