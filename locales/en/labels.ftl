# Price labels
button-labels = 🏷️ Labels
labels-title = Labels
labels-choose = What are the labels for?
labels-choose-family = For which family? Beside each name are the pieces on the shelf.
labels-choose-note = For which note of goods taken in?
labels-no-notes = No goods have been taken in by a note yet.
labels-none = Nothing on the shelf needs labels.
labels-by-family = By family
labels-by-note = By note
labels-family = { $brand } ({ $count })
labels-note = { $number } · { $brand } · { $at }
labels-of-old-price = ⚠️ Labels with an old price ({ $count })
labels-old-count =
    { $count ->
        [one] One thing on the shelf has
       *[other] { $count } things on the shelf have
    } another price by now than on the label.
labels-name = { $name }
labels-name-option = { $name } ({ $option })
labels-line = • { $what }: { $price } × { $count }
labels-line-old = • { $what }: { $price } × { $count } (the label says { $was })
labels-picked =
    <b>{ $labels ->
        [one] One label
       *[other] { $labels } labels
    }</b> on { $sheets ->
        [one] one sheet
       *[other] { $sheets } sheets
    } ({ $sheet }):

    { $list }
labels-too-many = These are { $labels } labels, more than one file holds ({ $most }). Print them family by family.
labels-narrow = Choose a family
labels-print = Print
labels-part-sheet = A partly used sheet
labels-picture = One label as a picture
labels-one = The label of { $name }
labels-ask-used = How many labels of the sheet are used? They are counted from the top left, row by row.
labels-file =
    { $labels ->
        [one] One label is ready
       *[other] { $labels } labels are ready
    } to be printed on { $sheet } sheets. Print at actual size (100%), not fitted to the page.
label-sheet-3x8 = 3×8
label-sheet-3x8-gaps = 3×8 with gaps
label-sheet-4x10 = 4×10
label-sheet-4x10-gaps = 4×10 with gaps
