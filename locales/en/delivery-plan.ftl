# Delivery times: the plan as managers change it, closed days, and orders that need another time
menu-delivery = Delivery times: days, hours and fees
button-delivery-plan = Delivery times
delivery-title = Delivery times
delivery-plan = <b>Delivery times</b>
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
delivery-every-day = every day
delivery-and = { $before }, { $then }
delivery-hours = { $starts } – { $ends }
delivery-window =
    { $hours } · { $count ->
        [one] one order
       *[other] { $count } orders
    }
delivery-day-line = <b>{ $days }</b>: { $windows }
delivery-no-windows = no deliveries
delivery-none-that-day = No deliveries on this day.
delivery-season = <b>{ $name }</b> ({ $days })
delivery-lead =
    Earliest delivery: { $days ->
        [0] on the day of the order
        [one] the day after the order
       *[other] { $days } days after the order
    }
delivery-ahead =
    Can be booked: { $days ->
        [one] one day ahead
       *[other] { $days } days ahead
    }
delivery-cutoff-at = Orders after { $at } count as the next day's.
delivery-cutoff-hours =
    Orders are taken until { $hours ->
        [one] one hour
       *[other] { $hours } hours
    } before the delivery time begins.
delivery-free = Delivery is free from { $amount }.
button-delivery-week = 🗓 Days and hours
button-delivery-closures = Closed days
button-delivery-fees = Fees
button-delivery-lead = Earliest delivery
button-delivery-ahead = How far ahead
button-delivery-cutoff = Until when orders are taken
button-delivery-free = Free delivery
delivery-week =
    <b>Days and hours</b>

    Choose a day to change its delivery times.
delivery-weekday = <b>{ $day }</b>
button-remove-window = Remove { $hours }
button-add-window = ➕ Add a time
button-copy-weekday = The same on all days but Friday
delivery-copy-sure = Shall these times replace those of every other day? Friday keeps its own.
delivery-week-copied = All days but Friday have these times now.
delivery-window-removed = The time was removed.
delivery-window-gone = This time had been removed before.
delivery-window-over = This overlaps with { $window }. Please write other hours, or remove that time first.
delivery-changed = ✅ Saved. It holds from now on.
delivery-so-many-days =
    { $days ->
        [0] The same day
        [one] 1 day
       *[other] { $days } days
    }
delivery-ask-window =
    Which time on { $day }, and for how many orders?

    For example: <b>16-20 30</b> (from 4 pm to 8 pm, 30 orders).
delivery-what-window = That was not clear. Please write from when to when and then how many orders, on the 24-hour clock: 16-20 30. Morning hours before seven are written 05:00-07:00 10. A time ends on the same day.
delivery-ask-fee = What does a delivery to { $emirate } cost, in dirhams? For example 25. Write 0 where it is free.
delivery-what-fee = That was not clear. Please write an amount up to 1,000 dirhams, such as 25 or 25.50.
delivery-ask-lead = How many days after the order is the earliest delivery? 0 is the same day.
delivery-what-lead = Please write a number from 0 to 30.
delivery-ask-ahead = How many days ahead can a delivery be booked?
delivery-what-ahead = Please write a number from 1 to 90.
delivery-ask-cutoff =
    Until when are orders taken?

    Write an hour, such as <b>18:00</b>: later orders count as the next day's. Or write how long before the delivery time, such as <b>3 hours</b>.
delivery-what-cutoff = That was not clear. Please write an hour such as 18:00 or 6 pm, or a number of hours such as 3 hours (72 at most).
delivery-cutoff-none = Until the time begins
delivery-cutoff-choice = Until { $at }
delivery-ask-free = From which amount of products is delivery free, in dirhams? For example 300.
delivery-what-free = That was not clear. Please write an amount of more than nothing, such as 300.
delivery-free-never = Never free
delivery-fees =
    <b>Delivery fees</b>

    Choose an emirate to change its fee.
delivery-closures = <b>Closed days</b>
delivery-nothing-closed = No closed days are coming up.
button-close-days = ➕ Close days
button-open-days = Open again: { $days }
delivery-ask-days =
    Which day is closed, or from when to when?

    For example: 2/12, or 2-3 December, or 2 December - 5 December.
delivery-what-days = The days were not clear. Please write one day, such as 2/12, or two with a dash between them: 2/12 - 5/12.
delivery-days-past = These days have passed or begin in the past. Please write them with the year if another one is meant.
delivery-days-far = These days are very far ahead. Please check the year.
delivery-days-long = { $days }: this is more than three months. Please check the days.
delivery-days-over = Some of these days are closed already. { $closed }
delivery-ask-closed-name =
    Why? Customers read this, for example: Eid Al Etihad.

    You can give it in both languages, with a slash between: عيد الاتحاد / Eid Al Etihad.
delivery-days-closed = ✅ Closed: { $days }. No new orders are taken for that time.
delivery-days-closed-before = These days had been closed before.
delivery-days-opened = These days are open again.
delivery-days-open-already = These days had been opened before.
delivery-closed-orders =
    ⚠️ { $count ->
        [one] One open order lies in a closed time and needs another one.
       *[other] { $count } open orders lie in closed times and need another one.
    }
button-closed-orders = ⚠️ Need another time ({ $count })

button-see-closed-orders = Orders that need another time
closed-orders-title = Need another time
closed-orders =
    <b>Need another time</b>

    { $count ->
        [one] One order lies in a time that is closed now.
       *[other] { $count } orders lie in times that are closed now.
    } One tap sends the customers the next free times to choose from.
closed-orders-asked =
    <b>Need another time</b>

    { $count ->
        [one] The customer of this order was asked and has not chosen yet. A phone call may help.
       *[other] The customers of these { $count } orders were asked and have not chosen yet. A phone call may help.
    }
closed-orders-to-call =
    { $count ->
        [one] ☎️ 1 order came by telephone, from somebody who has no chat here: please call, and choose the time on the order's page.
       *[other] ☎️ { $count } orders came by telephone, from people who have no chat here: please call, and choose the time on each order's page.
    }
closed-orders-none =
    <b>Need another time</b>

    No order lies in a closed time.
closed-orders-row = { $number } · { $name } · { $day } { $starts }
closed-orders-row-telephone = ☎️ { $number } · { $name } · { $day } { $starts }
button-ask-windows = ✉️ Ask the customers ({ $count })
closed-orders-now-asked =
    { $count ->
        [one] One message goes out with the free times.
       *[other] { $count } messages go out with the free times, one for each order.
    }
closed-orders-all-asked = Everyone was asked already.
button-choose-window = 🕓 Choose a time for the customer
deliveries-ask-window = When shall order { $number } go out? These are the next free times:
deliveries-no-window = No delivery time is free just now; the order stays as it is.
deliveries-window-moved = ✅ The order has a new time, and the customer is told.
deliveries-window-closed = ⚠️ This time is closed: the order needs another one.
deliveries-window-asked = ⚠️ This time is closed. The customer was asked for another one and has not chosen yet.

closed-named = 🚫 Closed { $days }: { $name }
closed-nameless = 🚫 Closed { $days }
closed-no-time = There is no delivery time left on { $day }. Please choose another day.
days-from-to = { $first } to { $last }

checkout-ask-zone = Where in { $emirate }? The delivery fee is shown beside each.
checkout-zone = { $zone } · { $fee }
checkout-zone-rest = Elsewhere in { $emirate } · { $fee }
checkout-window-gone = The delivery time that was shown is no longer offered. Nothing has been ordered yet. This is your order at the next available time:
cart-fee-free = Delivery is free for this order. 🎉
cart-fee-free-from = { $missing } more makes the delivery free.

order-needs-window = ⚠️ There is no delivery at this time any more. Please choose another one.
order-choose-window = 🕓 Choose another time
order-ask-window = When shall order { $number } be delivered? These are the next available times:
order-no-window = There is no delivery time available for order { $number } just now. The centre's team will call you.
order-window-moved = ✅ The order has a new time: { $window }
order-window-gone = This time is no longer available. Please choose another one.
customer-window-asked =
    We are sorry: there is no delivery at the time of your order <b>{ $number }</b> any more.

    🕓 It was planned for { $window }
customer-window-choose = Please choose another time:
customer-window-none = No other time is free just now; the centre's team will call you.
staff-days-closed-named = 🚫 No deliveries: { $days } ({ $name })
staff-days-closed = 🚫 No deliveries: { $days }
staff-days-opened = ✅ Deliveries again: { $days }
income-moved =
    🗓 <b>Order { $number } has a new day: { $day }</b>

    It includes these things that { $brand } makes to order:
    { $lines }

button-delivery-zones = Areas
button-delivery-seasons = Times for a period
delivery-zones =
    <b>Areas with their own terms</b>

    Customers choose the area at checkout. Choose one to change its fee, days or earliest delivery.
delivery-zones-none =
    <b>Areas with their own terms</b>

    There are none. An area such as Kalba can have its own fee and days, and a longer time until the earliest delivery.
button-add-zone = ➕ Add an area
button-remove-zone = Remove the area
button-zone-fee = Fee
delivery-zone = <b>{ $zone }</b> ({ $emirate })
delivery-zone-fee = Fee: { $fee }
delivery-zone-days = Days: { $days }
delivery-zone-how = Tap a day to leave it out or to take it in again.
delivery-zone-one-day = One day has to stay. To stop altogether, remove the area or close days.
delivery-zone-removed = The area has the terms of its emirate again.
delivery-zone-gone = This area had been removed before.
delivery-zone-sure = Remove { $zone }? New orders then have the fee and days of { $emirate }.
delivery-zone-there = This area is there already.
delivery-zone-name = { $zone }
delivery-ask-zone-emirate = In which emirate does the area lie?
delivery-ask-zone-name =
    What is the area called?

    You can give it in both languages, with a slash between: كلباء / Kalba.
delivery-ask-zone-fee = What does a delivery there cost, in dirhams? For example 45. Write 0 where it is free.
delivery-seasons = <b>Times for a period</b>
delivery-seasons-none = There are none yet. In Ramadan, for example, the days and hours can differ.
button-add-season = ➕ Add a period
button-remove-season = Remove
button-season-week = 🗓 { $name }
delivery-season-removed = The usual times hold again.
delivery-season-gone = This period had been removed before.
delivery-season-sure = Remove this period? The usual times hold again then.
delivery-season-there = Some of these days have times of their own already.
delivery-season-over = Some of these days have times of their own already. { $season }
delivery-season-added = ✅ Saved. The period begins with the usual times; choose a day to change them.
delivery-ask-season =
    From which day to which day do special times hold?

    For example: 18 February - 19 March.
delivery-ask-season-name =
    What for? For example: Ramadan.

    You can give it in both languages, with a slash between: رمضان / Ramadan.

history-delivery-plan-changed = { $what }
history-order-window-asked = The customer was asked for another time
changed-plan-of-season = { $weekday }, in the season from { $first }
changed-plan-window-added = A delivery time was added: { $about }
changed-plan-window-removed = A delivery time was taken off: { $about }
changed-plan-week-copied = The times of { $about } were copied to other days
changed-plan-closed = No deliveries: { $about }
changed-plan-opened = Deliveries again: { $about }
changed-plan-season-added = Special times were added: { $about }
changed-plan-season-removed = The special times from { $about } were taken off
changed-plan-fee = The delivery fee was changed: { $about }
changed-plan-lead-days = The earliest day of delivery was changed
changed-plan-days-ahead = The last day that can be ordered for was changed
changed-plan-free-above = The sum for free delivery was changed
changed-plan-cutoff-hours = The last time for taking orders was changed
changed-plan-zone-added = An area in { $about } has its own terms
changed-plan-zone-removed = { $about } has no terms of its own any more
changed-plan-zone-fee = The fee for { $about } was changed
changed-plan-zone-lead-days = The earliest delivery to { $about } was changed
changed-plan-zone-weekdays = The delivery days for { $about } were changed
