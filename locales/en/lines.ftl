# Lines of an order, its place and its time
line = • { $thing } × { $count } = { $amount }
line-struck = • { $thing } × { $count } (removed from the order)
line-of = { $line } – { $brand }
lines-more =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
line-extra = { $extra }: { $amount }
extra-discount = Discount
thing = { $name }
thing-option = { $name } ({ $option })
place-part = { $part }
place-parts = { $before }, { $part }
place-pin = a pin on the map
day = { $day }
day-today = today
day-tomorrow = tomorrow
window = { $day }, { $starts } to { $ends }
window-choice = { $day } · { $starts } – { $ends }
